# The self-check: how far a model can be trusted here, in each language. A result claims no more than its interval.

self-check = Self-check
    .shortcut = Self-check ({ $keys })
    .running = Self-check: { $share } done ({ $keys })
check-explained = A self-check asks a model exam questions in English and in Arabic, here on this computer, and says how many it gets right in each language.
check-complete = The self-check is complete.
check-paused = The self-check is paused. Continue it whenever you like.

## Beginning

check-new = New check
check-model = Model
    .hint = The result holds for this model on this computer only.
check-measure = Measure
check-measuring = Measuring…
    .hint = The model is being loaded and its speed measured.
check-measured = { $model } has been measured. Choose a check:
check-quick = Quick check
check-full = Full check
check-offer-asks-quick = { $count ->
    [one] { $count } question in each language.
   *[other] { $count } questions in each language.
}
check-offer-asks-full = { $count ->
    [one] { $count } question in each language, asked with its options in every order.
   *[other] { $count } questions in each language, each asked with its options in every order.
}
check-offer-time = Takes about { $time } here.
check-offer-shows = { $points ->
    [one] Shows a difference between the languages of { $points } point or more.
   *[other] Shows a difference between the languages of { $points } points or more.
}
check-offer-shows-none = Too few questions to show a difference between the languages.
check-begin-quick = Begin the quick check
check-begin-full = Begin the full check
check-pauses = A question in the chat pauses the check. Every result so far is kept, also when Sanad is closed.

## Running

check-running = Checking { $model }
check-progress = { $done } of { $total } questions
check-left = about { $time } left
check-pause = Pause
check-pausing = Pausing…

## History

check-history = Checks so far
check-none = No check has been made yet.
check-state-running = running
check-state-paused = paused
check-state-complete = complete
check-continue = Continue
check-show = Open
check-back = All checks
check-delete-title = Delete this self-check?
check-delete-explained = Its results cannot be brought back. Export it first if you may need them.

## Result
# `$set` is the name of the questions with their version; `$reviewers` is `check-reviewed-none` where there are none.

check-of = Self-check of { $model }
check-set = Questions: { $set }, written for Sanad. Reviewed by: { $reviewers }.
check-reviewed-none = none
check-so-far = Not complete: { $done } of { $total } questions so far.
check-nothing-asked = No question has been asked yet.
check-language = Language
check-right-en = { $of ->
    [one] { $count } of { $of } English exam question right on this laptop: { $share } (likely { $low } to { $high }).
   *[other] { $count } of { $of } English exam questions right on this laptop: { $share } (likely { $low } to { $high }).
}
check-right-ar = { $of ->
    [one] { $count } of { $of } Arabic exam question right on this laptop: { $share } (likely { $low } to { $high }).
   *[other] { $count } of { $of } Arabic exam questions right on this laptop: { $share } (likely { $low } to { $high }).
}
check-guessing = Guessing gives { $chance }.
check-limits = An exam score does not measure dosing or safety.
check-standing-no-better-than-guessing = No better than guessing.
check-standing-not-shown-above-half = Better than guessing, but not shown to be right in more than half of the questions.
check-standing-above-half = Right in more than half of the questions.
check-first-letter = Takes the first letter in { $share } of questions: it guesses by position.
check-first-letter-seldom = Takes the first letter in only { $share } of questions: its answers depend on position.
check-too-long = { $count ->
    [one] { $count } question was too long for the model and not asked.
   *[other] { $count } questions were too long for the model and not asked.
}
check-gap = English and Arabic compared
check-gap-same = { $count ->
    [one] On the same { $count } question: English { $english }, Arabic { $arabic }; difference { $difference } points (likely { $low } to { $high }).
   *[other] On the same { $count } questions: English { $english }, Arabic { $arabic }; difference { $difference } points (likely { $low } to { $high }).
}
check-gap-none = No difference was shown.
check-gap-visible = { $points ->
    [one] So many questions show a difference of { $points } point or more.
   *[other] So many questions show a difference of { $points } points or more.
}
check-gap-visible-none = So few questions cannot show a difference.

## Chart

check-chart-languages = Right answers by language
check-chart-subjects = Right answers by subject
check-chart-unranked = Each subject has so few questions that subjects cannot be ranked.
check-chart-legend = Dot: share of right answers. Bar: where it likely lies. Dashed line: guessing ({ $chance }).
check-chart-ends = { $low } to { $high }
check-chart-right = Right
check-chart-count = { $count } of { $of }
check-chart-share = { $share } (likely { $low } to { $high })

## Questions

check-items = Every question
check-all = All
check-subject = Subject
check-subject-anatomy = Anatomy
check-subject-biology = Biology
check-subject-clinical_knowledge = Clinical knowledge
check-subject-college_medicine = College medicine
check-subject-genetics = Genetics
check-subject-professional_medicine = Professional medicine
check-outcome = Answer
check-outcome-right = Right
check-outcome-wrong = Wrong
check-outcome-not-asked = Not asked
check-count = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
check-more = Show more
check-item-right = right answer
check-item-taken = taken by the model
check-item-not-asked = This question was too long for the model and was not asked.
check-item-explanation = Explanation
check-item-source = Source
check-item-checked = Checked by
check-item-reviewed = Reviewed by

## Files

check-export-title = Export the self-check
check-export-holds = The file holds exam questions and what the model answered, and nothing of your conversations.
check-format-json = Data (JSON)
    .hint = Everything: the model, what was planned, each result and the report.
check-format-csv = Table (CSV)
    .hint = A row for each question, for a spreadsheet.
check-exported = Written: { $path }

## Beside an answer of the model

notice-check-guessing = Self-check: no better than guessing in this language
notice-check-half = Self-check: not shown right in more than half of the questions of this language
