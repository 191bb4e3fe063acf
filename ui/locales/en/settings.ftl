# What the settings say of how answers are made, of the size of the window, and of what is looked for among them.

settings-answering = Answers and engine
settings-search = Search the settings ({ $keys })
settings-found = Found in the settings
settings-found-count = { $count ->
    [one] { $count } setting found
   *[other] { $count } settings found
}
settings-nothing = No setting has these words. Try another word, or fewer.
settings-replaced = Some kept settings could not be used, and the usual values hold instead: { $names }.

set-size = Size of text
    .hint = Makes everything in the window larger, text and buttons alike.
set-size-percent = { $share }

## The engine

engine-automatic = Automatic
engine-threads = Processor threads
    .hint = How many threads the engine computes with; automatic uses the fastest number that is known here, and more are often slower.
engine-context = Length of context
    .hint = How much of a conversation the model can see at once; more takes more memory, and a model takes no more than it was made for.
engine-restart = Restart the engine now
    .hint = What you changed holds when the engine starts next. Restarting it takes some seconds.

## How answers are drawn

answering-advanced = Advanced: how words are chosen
    .hint = The usual values suit clinical text. Change them only if you know why.
figures-reset = All as usual again
figure-refused = This can be from { $least } to { $most }. What was set before still holds.
figure-temperature = Temperature
    .hint = Zero always takes the likeliest word, higher values choose more freely and err more often; usually { $usual }.
figure-top_p = Top-p
    .hint = Words are drawn from the likeliest that together make up this share, and one takes all; usually { $usual }.
figure-top_k = Top-k
    .hint = Words are drawn from so many of the likeliest, and zero takes all; usually { $usual }.
figure-min_p = Min-p
    .hint = Leaves out words that are less likely than this share of the likeliest; usually { $usual }.
figure-repetition = Repetition penalty
    .hint = Above one the model repeats itself less, but may also change a value that has to be said twice; usually { $usual }.
figure-seed = Seed
    .hint = The same seed gives the same answer to the same question with the same model; usually { $usual }.

## What was kept and could not be used

replaced-temperature = temperature
replaced-top_p = top-p
replaced-top_k = top-k
replaced-min_p = min-p
replaced-repetition = repetition penalty
replaced-seed = seed
replaced-threads = processor threads
replaced-context = length of context
replaced-lock_after = time until locking

## In one conversation

own-figures = How words are chosen in this conversation
own-figures-open = How words are chosen…
own-figures-chip = Own way of choosing words
own-figures-own = What is set here holds for this conversation alone, whatever the settings say.
own-figures-usual = This conversation follows the settings. What you change here holds for it alone.
own-figures-change = Change…
own-figures-end = Follow the settings again
own-figures-done = Done
