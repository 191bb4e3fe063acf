# What Sanad is for, what an answer may be relied on for, help, about and diagnostics.

## Intended use

intended-use-title = What Sanad is for, and where its limits are
intended-use-for = Sanad supports the decisions of health professionals. It helps to think, to write, to translate and to calculate, and it does not replace anybody’s judgement.
intended-use-not = Do not rely on generated text
intended-use-emergency = in an emergency, or where nobody has the time to check it;
intended-use-images = for images, tracings or sounds: a model here reads text and nothing else;
intended-use-dosing = for a dose, a rate or a score that nobody has checked: the calculators are there for the arithmetic;
intended-use-patients = with patients alone: it is for professionals, who answer for what they pass on.
intended-use-wrong = A model writes what sounds likely. It can be wrong with great confidence, invent a number or a source, and leave out what matters.
intended-use-marks = Sanad marks figures of an answer that nobody has given it. A figure without a mark is not right for that reason.
intended-use-acknowledge = I have read this
intended-use-again = You will find this text again in the help, under “About Sanad”.

## Answers and copies of them

generated-by = Generated text, by { $model }
verify-figures = Compare the doses and values in this answer with their source before you use them.
record-checked = Checked by { $name }, { $date }
set-sign = Sign copies for the record
    .hint = Before an answer is copied for the record, Sanad shows what will be copied and asks for your name, which is put under it. Each copy names the model either way.
sign-title = Check before this goes into the record
sign-explained = This will be copied. Compare it with its source, the marked figures first.
sign-below = Under it will stand
sign-name = Your name or initials
    .hint = Put under the text with the time, and remembered until Sanad is locked.
sign-copy = Checked: copy it
sign-failed = Nothing was copied. Try again.
audit-intended-use = Intended use and limits acknowledged
audit-record-signed = Copy for the record signed

## Help and about

help = Help
    .shortcut = Help ({ $keys })
help-pages = Pages of the help
help-find = Find in the help
help-nothing = No page has these words.
help-in-english = The help is written in English and Arabic only.
about-sanad = About Sanad
about-sanad-open = Open
    .hint = Version, intended use and limits, licences, and diagnostics for whoever helps you.
about-licences = Software that Sanad is made of
about-licences-none = This copy was built without its list of licences.
about-licence-show = Show the text of the licence
about-licence-hide = Hide the text of the licence

## Diagnostics

diagnostics = Diagnostics
diagnostics-explained = If something does not work, this file tells whoever helps you about the computer, the model and the store. Nothing that was asked, answered or typed is in it, and no name of a template, folder or conversation. Read it before you hand it over.
diagnostics-show = Show the diagnostics
diagnostics-collecting = Collecting…
diagnostics-text = Text of the diagnostics
diagnostics-save = Save the file
diagnostics-saved = The diagnostics are in { $path }.
# Said in the terminal.
diagnostics-written = Written to { $path }. Nothing that was asked or answered is in it; read it before you hand it over.
