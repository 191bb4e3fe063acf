# Everything that the window says, and nothing that the command line says.
# Numbers come in as variables: digits typed here would not be isolated inside Arabic.

app-name = Sanad
version = Version { $version }

## Language and theme

change-language = Change the language of the window
language-en = English
language-ar = العربية
theme-system = Theme: as the system
theme-light = Theme: light
theme-dark = Theme: dark

## Before the conversations

first-run = Set up Sanad
intended-use = Sanad helps health professionals to think and to write; it does not replace their judgement. Text that it generates can be wrong: do not use it in an emergency, for a dose that nobody has checked, or in place of talking to a patient.
passphrase-explained = Conversations stay on this computer, encrypted with a passphrase that only you know. You will be asked for it each time Sanad starts.
passphrase-new = Choose a passphrase
passphrase-repeat = Type it again
passphrases-differ = The two passphrases differ.
strength-empty = Several words that do not belong together are strong and easy to remember.
strength-very-weak = Very weak: it could be guessed in no time. Add more words.
strength-weak = Weak: it would not withstand somebody with a fast computer. Add a word.
strength-fair = Fair: good enough if nobody tries hard. One more word makes it strong.
strength-strong = Strong.
no-recovery = Nobody can recover a forgotten passphrase.
    .hint = Without it the conversations cannot be read again, not even by us. Keep a copy of it in a safe place.
create-store = Set up
creating-store = Setting up…

unlock-title = Unlock your conversations
passphrase = Passphrase
show-passphrase = Show the passphrase
hide-passphrase = Hide the passphrase
caps-lock = Caps lock is on.
unlock = Unlock
unlocking = Unlocking…

start-failed = Sanad could not start
try-again = Try again

## Conversations

conversations = Conversations
new-conversation = New conversation
    .shortcut = New conversation ({ $keys })
no-conversations = Your conversations will be listed here.
show-conversations = Show conversations
hide-conversations = Hide conversations
group-today = Today
group-yesterday = Yesterday
group-week = This week
group-older = Earlier
conversation-title = { $title } · { $time }
rename = Rename

## Model and engine

no-model = No model
    .hint = No model is installed yet, so nothing can answer. Ask whoever looks after this computer to add one.
notice-english-only = English only
    .description = This model has not learnt other languages. Questions in them are not put to it.
notice-not-clinical = Not for clinical use
    .description = This model is too small to be relied on for the care of patients.
engine-off = Engine off
engine-loading = Loading the model { $percent }
engine-ready = Ready
engine-reading = Reading the question { $percent }
engine-writing = Writing
engine-failed = Engine stopped
tokens = { $count ->
    [one] { $count } token
   *[other] { $count } tokens
}

## Transcript

transcript = Conversation
welcome = What would you like to ask?
welcome-private = Nothing you type leaves this computer.
your-question = Question
answer = Answer
answers = Answers to this question
generated = Generated text
table = Table
jump-to-latest = Latest
copy-answer = Copy the answer
copied = Copied
regenerate = Write another answer
previous-answer = Previous answer
next-answer = Next answer
answer-position = { $position } of { $count }
model-hash = Fingerprint of the model file: { $hash }
tokens-per-second = { $rate ->
    [one] { $rate } token per second
   *[other] { $rate } tokens per second
}
first-token-after = { $seconds ->
    [one] first word after { $seconds } second
   *[other] first word after { $seconds } seconds
}

incomplete = Incomplete.
incomplete-stopped = The answer was stopped before its end.
incomplete-engine-failed = The engine ended while it was writing. You can write another answer.
incomplete-length-limit = The answer reached the longest length allowed. Ask for the rest.
incomplete-app-ended = Sanad was closed while the answer was being written. You can write another answer.
incomplete-copy-mark = [Incomplete. { $reason }]

declined-language-unsupported = { $model } does not know { $language }, so it was not asked.
    .hint = An answer in a language that a model has not learnt looks fluent and means nothing. Ask in English, or have a model added that knows { $language }.

announce-answer = Answer finished.
announce-incomplete = The answer ended before it was complete.
announce-declined = The question was not put to the model.

## Marked values
# The text crate finds them; `.reading` is spelled out beside the value.

mark-unknown = Check this value.
mark-decimal-comma = The comma stands for a decimal point.
    .reading = ({ $value })
mark-naked-decimal = A decimal without its zero can be read ten times too large.
    .reading = ({ $value })
mark-trailing-zero = A zero behind the point can be read ten times too large.
    .reading = ({ $value })
mark-unit-u = “U” can be read as a zero; write “units”.
mark-micro-sign = “µg” can be read as “mg”; write “microgram”.
mark-ambiguous-range = Some readers take these digits from the right, others from the left.
    .reading = (from { $from } to { $to })
mark-ambiguous-schedule = Some readers take these digits from the right, others from the left.
    .reading = (morning { $morning }, noon { $noon }, evening { $evening })
mark-ambiguous-schedule-four = Some readers take these digits from the right, others from the left.
    .reading = (morning { $morning }, noon { $noon }, evening { $evening }, bedtime { $bedtime })
mark-ambiguous-date = Some readers take these digits from the right, others from the left.
    .reading = (day { $day }, month { $month }, year { $year })
mark-ambiguous-negative = The sign may be seen on either side of the number.
    .reading = (minus { $value })
mark-ambiguous-ratio = Some readers take these digits from the right, others from the left.
    .reading = ({ $first } to { $second })
mark-ambiguous-product = Some readers take these digits from the right, others from the left.
    .reading = ({ $list }, multiplied)
mark-ambiguous-change = Some readers take these digits from the right, others from the left.
    .reading = (first { $from }, then { $to })
mark-ambiguous-spread = Some readers take these digits from the right, others from the left.
    .reading = ({ $value }, give or take { $by })
mark-ambiguous-grouped = The groups of this number may be seen in either order.
    .reading = ({ $value })
mark-ambiguous-sequence = Some readers take these digits from the right, others from the left.
    .reading = (in order: { $list })

## Composer

composer = Your question
    .placeholder = Ask a question
send = Send
stop = Stop
stopping = Stopping…
reminder = Generated text can be wrong. Check it before you use it.

## Failures

dismiss = Dismiss
failure-unknown = Something went wrong ({ $code }).
    .hint = Nothing that was stored is lost. Try again, or start Sanad anew.
