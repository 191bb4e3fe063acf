# Every error that a person can meet, in the window and on the command line alike.
# The message says what happened; its .hint says what to do next.

error-model-none-installed = No model is installed yet.
    .hint = Copy a GGUF model file into { $folder }, or run “make starter-model” for the small English one.
error-model-not-found = There is no model file at { $path }.
    .hint = Check the path, or choose another model.
error-model-gone = No model file on this computer is the one that was chosen for this conversation.
    .hint = Choose another model for the conversation, or put the file back.
error-model-empty = The model file { $path } is empty.
    .hint = Copy it again from where it came from.
error-model-not-gguf = { $path } is not a GGUF model file.
    .hint = Sanad reads files that end in “.gguf”. Obtain the model in that format.
error-model-zip = { $path } is a zip archive, not a GGUF model file.
    .hint = If the model is inside, unpack the archive and choose the “.gguf” file.
error-model-safetensors = { $path } is a safetensors file, not a GGUF model file.
    .hint = Obtain the same model in GGUF format.
error-model-truncated = The model file { $path } is incomplete: it has { $found } of { $expected }.
    .hint = The copy was probably interrupted. Copy the file again.
error-model-damaged = The model file { $path } is damaged and was not opened.
    .hint = Copy it again from where it came from. Detail for support: { $detail }
error-model-too-large = This model needs { $needed } of memory, and { $available } are free.
    .hint = Close other programs, or choose a smaller model.
error-model-unreadable = The model file { $path } cannot be read.
    .hint = Check that your account may read it and that its disk is connected.
error-model-refused = The engine could not load this model.
    .hint = The file may be damaged, or of a kind that this version does not know. Choose another model.
error-model-not-for-chat = This model writes no answers: it was made for search or translation.
    .hint = Choose another model.
error-model-no-template = This model file does not say how a conversation is put to it.
    .hint = Choose an “instruct” or “chat” version of the model.

error-engine-missing = The engine, a part of Sanad, is missing from this installation.
    .hint = Install Sanad again. Your conversations are kept.
error-engine-failed = The engine stopped unexpectedly.
    .hint = What was written is kept. Ask again: the engine starts anew.
error-engine-memory = There was not enough memory for the model.
    .hint = Close other programs, or choose a smaller model. What was written is kept.
error-engine-unresponsive = The engine stopped responding and was ended.
    .hint = What was written is kept. Ask again: the engine starts anew.
error-engine-version = The engine belongs to another version of Sanad.
    .hint = Install Sanad again. Your conversations are kept.

error-question-empty = There is no question yet.
    .hint = Type a question, then send it.
error-question-too-long = This question is too long: { $size }, where at most { $limit } can be sent.
    .hint = Shorten it or send it in parts. Your text is still in the box.
error-prompt-too-long = This question is longer than the model can read at once.
    .hint = Shorten it, or ask about one part of it at a time.
error-busy = An answer is still being written in this conversation.
    .hint = Wait for it to finish or stop it, then ask again.
error-conversation-missing = This conversation is no longer there.
    .hint = Choose another one from the list.

error-passphrase-wrong = The passphrase is not right.
    .hint = Check the keyboard language and caps lock, then try again.
error-passphrase-short = The passphrase is too short: at least { $least } characters are needed.
    .hint = A sentence of four or more words is easy to remember and hard to guess.
error-passphrase-file = The passphrase file { $path } cannot be read or is empty.
    .hint = Write the passphrase into its first line, and make it readable for your account only.
error-passphrase-missing = A passphrase is needed, and there is no terminal to ask for it.
    .hint = Use --passphrase-file PATH, or --no-history to keep nothing.

error-store-in-use = Sanad is already open with these conversations.
    .hint = Use the window that is open, or close it and start again.
error-store-key-missing = The file key.json is missing from { $path }.
    .hint = Without it the conversations cannot be opened. Copy it back from a backup; nothing was changed.
error-store-missing = The file sanad.db is missing from { $path }.
    .hint = Copy it back from a backup; nothing was changed.
error-store-none = There are no conversations in { $path } yet.
    .hint = Check the folder, or open Sanad and choose a passphrase to begin.
error-store-damaged = The stored conversations in { $path } are damaged.
    .hint = Nothing was changed. Keep a copy of the folder before you try to repair it or restore a backup.
error-store-newer = These conversations were written by a newer version of Sanad.
    .hint = Install the newer version. Nothing was changed.
error-store-read-only = Nothing can be written to { $path }.
    .hint = Allow your account to write to this folder, or choose another one with --data-dir.
error-store-full = The disk that holds { $path } is full.
    .hint = Free some space, then try again. What was saved before is kept.
error-store-io = The conversations in { $path } could not be read or written.
    .hint = Check that the disk is connected, then start Sanad again.
error-store-locked = The conversations are locked.
    .hint = Unlock them with the passphrase first.
error-audit-head-mistyped = This is not the head of an audit chain.
    .hint = It is a number, a colon and sixty-four letters and digits, as “verify” prints it.
error-data-folder = No folder for Sanad’s data could be found on this system.
    .hint = Name one with --data-dir PATH.
error-internal = Something went wrong inside Sanad.
    .hint = Start Sanad again. If it happens once more, report it with this detail: { $detail }

error-unlock-delayed = { $seconds ->
    [one] Too many wrong attempts. You can try again in { $seconds } second.
   *[other] Too many wrong attempts. You can try again in { $seconds } seconds.
}
    .hint = Check the keyboard language and caps lock meanwhile.
error-recovery-code-wrong = This recovery code does not open these conversations.
    .hint = It may be an earlier code. Look for the newest one.
error-recovery-code-mistyped = There is a slip in the recovery code.
    .hint = Compare each group with your paper: a letter is missing, too many or another one.
error-recovery-code-differs = This is not the code that was just shown.
    .hint = Look whether you have an earlier paper in hand. You can show the code again.
error-keychain-unavailable = This computer’s keychain cannot be reached.
    .hint = Unlock with the passphrase.
error-keychain-empty = The keychain holds no key for these conversations.
    .hint = Unlock with the passphrase, then turn the keychain on again in the settings.

error-backup-folder-missing = The folder for backups, { $path }, is not there.
    .hint = If it is on a USB stick, plug it in. Otherwise choose another folder in the settings.
error-backup-none = There is no backup in { $path }.
    .hint = Choose the folder in which backups are kept.
error-backup-broken-off = The backup in { $path } was not finished.
    .hint = Earlier backups are unchanged. Make another one.
error-audit-broken = The record of events was changed at entry { $number }.
    .hint = Everything before it is as it was written. Find out who had access to this computer, and keep a copy of the folder.


error-folder-missing = This folder is no longer there.
    .hint = Choose another one from the list.
error-name-empty = There is no name yet.
    .hint = Type a name first.
error-answer-not-cut = This answer is complete, so there is nothing to go on with.
    .hint = Ask a further question instead.
error-answer-other-model = Another model wrote this answer.
    .hint = Choose that model again to go on, or have another answer written.
error-export-failed = The export to { $path } could not be written.
    .hint = Check that the folder is there and its disk is connected, then export again.
error-export-full = The disk that holds { $path } is full.
    .hint = Free some space or choose another disk, then export again. Nothing was left half written.
error-export-not-allowed = Nothing can be written to { $path }.
    .hint = Choose a folder that your account may write to.
error-export-exists = There is already a file at { $path }.
    .hint = Choose another name; nothing was overwritten.
error-export-scope = This format does not fit what is to be exported.
    .hint = An archive holds every conversation. For the other formats name one with --conversation; JSON can hold one or all.
error-import-unreadable = The file { $path } cannot be read.
    .hint = Check the path and that your account may read it.
error-import-foreign = { $path } is no export of Sanad.
    .hint = Choose a JSON file or an archive that Sanad wrote. Nothing was changed.
error-import-newer = { $path } was written by a newer version of Sanad.
    .hint = Install the newer version, then import again. Nothing was changed.
error-import-damaged = The file { $path } is damaged or incomplete.
    .hint = Copy it again from where it came from. Nothing was changed.
error-import-conflict = A conversation in this file does not fit those that are here.
    .hint = The file may have been changed by hand. Use the file as Sanad wrote it.
error-archive-passphrase-wrong = The passphrase does not open this archive.
    .hint = An archive has a passphrase of its own, given when it was exported. Check the keyboard language, then try again.
