# The models window: what is installed, bringing a model in, and what can be fetched elsewhere.

models = Models
    .shortcut = Models ({ $keys })
models-explained = Models answer the questions. Sanad never downloads one: fetch it with another computer, carry it here and import it.

## Installed

models-here = On this computer
models-none = No model is installed yet. Import one, or look in the catalogue for one to fetch.
model-size = Size
model-parameters = Parameters
model-format = Format
model-context = Context
model-family = Family
model-languages = Languages
model-licence = Licence
model-template = Conversation form
model-template-present = brought along
model-template-absent = missing: the engine may refuse it
model-memory = Memory
fit-fits = Fits: it needs { $needed }, and { $available } are free.
fit-tight = Tight: it needs { $needed } of the { $available } that are free.
fit-will-not-fit = Will not fit: it needs { $needed }, and only { $available } are free.
fit-smaller = The same model as { $quantisation } would fit.
model-identity = Identity
identity-same = the very file of the catalogue
identity-different = not the file that the catalogue knows by this name
identity-unknown = unknown
model-origin = Place
origin-copied = copied into Sanad’s folder
origin-in-place = used where it lies
origin-package = came with Sanad
model-default = Usually asked
model-default-for = Asked in { $languages }
model-adapter = Adapter
models-asked = Which model is asked
    .hint = A question in a language that has a model of its own loads that model first.
models-asked-default = Usually
models-asked-same = the usual one
model-confirm = Use the file as it is now
model-remove = Remove
model-remove-title = Remove this model?
model-remove-frees = This frees { $size } on the disk. Conversations and their answers stay.
model-remove-in-place = The file stays where it lies. Sanad only stops using it.
model-removed = The model was removed, which freed { $size }.

## Import

model-import = Import a model
model-import-explained = Choose a “.gguf” file on this computer or on a stick, or drop it onto this window.
model-import-path = Model file
model-import-look = Look at the file
model-import-how = How to use it
model-import-copy = Copy it here
    .hint = The stick can be removed afterwards.
model-import-in-place = Use it where it lies
    .hint = Takes no room on this disk. The file must stay where it is.
model-import-base = An adapter for { $model }.
model-import-act = Import
model-importing = Importing { $name }
model-import-progress = { $done } of { $total }
model-import-stop = Stop
model-import-stopping = Stopping…
model-import-stopped = The import was stopped. Nothing was kept.
model-imported = { $name } is installed.
model-drop-here = Let go to look at the file
models-watched = Watched folder
    .hint = Models that appear in this folder are offered above.
models-watched-choose = Choose a folder
models-watched-end = Stop watching
models-offered = Found on a stick or in the watched folder
models-offered-notice = A model that can be imported was found: { $file }

## Catalogue

catalogue = Catalogue
catalogue-explained = What can be fetched with another computer or a phone. Every fact has a source; what nobody was found to state is left out.
catalogue-language = Language
catalogue-language-any = any
catalogue-medical = Made for medicine
catalogue-fits = Fits this computer
catalogue-none = Nothing in the catalogue is of this kind.
catalogue-publisher = Publisher
catalogue-active = Active parameters
catalogue-permits = Permits
permits-any-use = any use
permits-conditions = any use, under the publisher’s conditions
permits-non-commercial = no commercial use
permits-research = research and trying out only
catalogue-needs = Memory by format, estimated
catalogue-need = { $format }: { $size }
catalogue-figures = Published figures
    .hint = From papers. None of them was measured here.
catalogue-benchmark = Test
catalogue-score = Figure
catalogue-source = Source
catalogue-sources = Where this comes from
catalogue-obtain = How to fetch it
catalogue-obtain-title = Fetch { $name } with another computer
catalogue-obtain-steps = Open this address there, or point a phone’s camera at the code. Save the file, carry it here on a stick and import it.
catalogue-address = Address
catalogue-code = The address as a QR code
catalogue-carry = What to carry back
catalogue-file = File
catalogue-unknown = not known
catalogue-hash = SHA-256
catalogue-hash-unknown = not known, so its identity will stay unknown
catalogue-size-exact = { $size } ({ $bytes } bytes)
catalogue-copy = Copy the address
catalogue-copied = Copied
verdict-fits = Fits this computer: about { $size } of memory.
verdict-tight = Fits this computer only just: about { $size } of memory.
verdict-will-not-fit = Does not fit the memory that is free here: about { $size }.
