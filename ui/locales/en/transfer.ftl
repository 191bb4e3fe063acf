# Taking conversations out of Sanad and into it.

export-title = Export the conversation
export-open = Export…
export-one = The open conversation
    .hint = As a document or for another program. Other conversations: from their own menu in the list.
export-readable = The file is not encrypted.
    .hint = Whoever gets it can read it. Delete it when you no longer need it.
export-labelled = In the file, everything that a model wrote is marked as generated text.
export-what = What to export
export-whole = The whole conversation
export-some = Only some questions, with their answers
export-format = Format
format-docx = Word document
    .hint = To edit it further.
format-pdf = PDF
    .hint = To print it or send it.
format-html = Web page
    .hint = For a browser.
format-markdown = Plain text
    .hint = With Markdown signs.
format-json = Data (JSON)
    .hint = For other programs, and for importing into Sanad.
export-path = Write to
    .hint = A file that is there already is not overwritten.
export-act = Export
exporting = Exporting…
exported = Written: { $path } ({ $size })

export-all = Export everything
    .hint = All conversations in one encrypted file, to keep or to take to another computer.
archive-explained = The file is encrypted with a passphrase of its own. Without it nobody can open the file.
archive-passphrase = Passphrase for this file
archive-forgotten = Your recovery code does not open this file. Keep its passphrase.

import-title = Import
    .hint = Takes in a file that Sanad has exported.
import-open = Import…
import-explained = Choose an encrypted file or a JSON file that Sanad has exported. Your own conversations stay as they are; what is there already is not taken in twice.
import-path = File
import-passphrase = Passphrase of the file
    .hint = Leave this empty for a JSON file.
import-act = Import
importing = Importing…
imported = Taken in: { $conversations } with { $turns }.
imported-nothing = Nothing new was taken in.
imported-already = There already: { $conversations }.
