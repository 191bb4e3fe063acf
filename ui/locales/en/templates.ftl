# Personas and templates: what the window says around them. Their own words are in their files.

templates = Personas and templates
    .hint = Choose one and fill in its form. Its text goes into the question, where you can change it before you send it.
    .shortcut = Personas and templates ({ $keys })
template-search = Search by any word
personas = Personas, for a whole conversation
templates-group = Templates, for one question
template-nothing = Nothing is called so.
template-origin-changed = changed by you, version { $version }
template-origin-own = yours, version { $version }
template-change = Edit “{ $name }”
template-export-one = Export “{ $name }”
template-remove-changed = Restore “{ $name }” as it came with Sanad
template-remove-own = Delete “{ $name }”
template-new = New template
persona-new = New persona

## A form

template-form = Fill in
template-language = Language of the text
template-preview-language = Language of the preview
template-preview = This goes into the question
template-preview-persona = The model is told this
persona-follows = In each turn the model is told this in the language of your question, as far as it is Arabic or English.
template-back = Back to the list
template-insert = Insert into the question
persona-use = Use in this conversation
template-optional = optional
template-none = no entry
template-entry-missing = This is needed.
template-entry-too-long = At most { $limit } characters fit here.
template-entry-not-a-number = Write a plain number, with a point before decimals and no comma.
template-entry-below = The smallest value here is { $limit }.
template-entry-above = The largest value here is { $limit }.
template-entry-no-unit = Choose a unit.
template-entry-no-choice = Choose one of the answers.
template-entry-not-a-day = Write a day of the calendar as year, month, day with hyphens between.

## The persona of a conversation

persona-of-conversation = Persona of this conversation
persona-chosen = { $name }: persona of this conversation
persona-change = Choose another…
persona-remove = Without a persona

## Editing

template-edit = Edit
template-name = Name
template-about = What it is good for
template-fields = Fields of the form
    .hint = Each field has a name in braces, by which the text below calls what was entered.
template-add-field = Add a field
template-key = Name in the text
template-kind = Takes
template-kind-text = a line of text
template-kind-long_text = several lines
template-kind-number = a number
template-kind-choice = one of several answers
template-kind-date = a day
template-kind-age = an age
template-required = has to be filled in
template-label = Label
template-least = Smallest value
template-most = Largest value
template-choices = Answers
template-units = Units
template-add-option = Add one
template-option-remove = Remove “{ $option }”
template-field-up = Move “{ $field }” up
template-field-remove = Remove the field “{ $field }”
template-body = Text for the question
template-system = What the model is told to be
template-text-hint = Write { $field } where an entry belongs. Put what goes with a field that may stay blank between { $opens } and { $closes }.
template-rules = What Sanad sees to
template-follows = Ask for each answer in the language of the question
template-interviews = One question in each answer, then a conclusion
template-questions = Questions before the conclusion: a number, or the name of a field
template-heading = Heading of the conclusion
template-conclusion = What the model is told when it has to conclude
template-save = Save
template-fault-missing = Something is missing here.
template-fault-value = This value is not possible here.
template-fault-twice = Two of them have this name.
template-fault-placeholder = The text calls a field that is not in the form, or a brace is left over. Write a brace twice to have one in the text.
template-fault-alone = This text names a field that may stay blank. Put it into an optional part together with its label, or make the field needed.
template-fault-part = An optional part is not closed, or names no field.
template-fault-too-long = The template is longer than Sanad keeps.

## Files

template-import = Import a template
    .hint = Choose a template file of a colleague or of another computer. Nothing is changed before it was found good.
template-clash = “{ $name }” has the id of a template that is here already, and says something else.
template-clash-question = What shall become of the two?
template-clash-keep_both = Keep both
    .hint = The one from the file gets another name.
template-clash-replace = Replace
    .hint = The one that is here is overwritten.
template-imported-added = “{ $name }” was imported.
template-imported-already_there = “{ $name }” is here already, word for word.
template-export = Export a template
    .hint = The file holds the form and its words, and nothing that was ever entered.
template-exported = Written to { $path }.
