# What keeps conversations safe: lock, recovery code, settings, backups, record of events.

## Recovery code

two-ways-in = Two things open your conversations: your passphrase and a recovery code.
    .hint = You get the code in the next step. If you lose both, nobody can read the conversations again, not even us.
recovery-code = Your recovery code
recovery-code-explained = If you forget your passphrase, this code opens your conversations. Write it down or print it, and keep the paper away from this computer. It is shown only this once.
recovery-code-risk = Whoever has this code can open your conversations.
recovery-code-print = Print
recovery-code-copy = Copy the code
    .hint = A copied code can be seen by other programs until you copy something else.
recovery-code-copied = Code copied
recovery-code-written = I have written it down
recovery-code-later = Later
    .hint = You can do this later in the settings. Until then only your passphrase opens the conversations.
recovery-code-check = Type the code from your paper. This shows that you can read what you wrote; until then the code opens nothing.
recovery-code-field = Recovery code
recovery-code-show-again = Show the code again
recovery-code-keep = Keep this code
recovery-code-kept = Your recovery code is ready. Keep the paper in a safe place.
recovery-code-missing = You have no recovery code yet.
    .hint = If you forget your passphrase, nobody can open your conversations. Making a code takes a minute.
recovery-code-make = Make a recovery code
recovery-code-renew = Make a new code
    .hint = If the paper is lost, or somebody has seen it. The earlier code then opens only backups made before today.
recovery-sheet = Sanad: recovery code
    .hint = If the passphrase is forgotten: start Sanad, choose “Forgot the passphrase?” and type this code. Keep this sheet away from the computer.

## Unlocking

unlock-forgotten = Forgot the passphrase?
unlock-from-keychain = Unlock with this computer’s keychain
locked-idle = Sanad locked itself because it was not used for a while.
locked-suspend = Sanad locked itself because the computer went to sleep.
locked-by-user = You locked Sanad.
recover = Unlock with the new passphrase
recover-explained = Type your recovery code and choose a new passphrase. Your conversations stay as they are.
recover-without-code = There is no recovery code for these conversations.
    .hint = Only the passphrase opens them; nobody can replace it, not even us. Try again with another keyboard language, or with passphrases you used before.
back-to-passphrase = Back to the passphrase

## Locking

lock-now = Lock
    .shortcut = Lock ({ $keys })

## Damage and restoring

damaged = Your conversations cannot be read
    .hint = The file that holds them is damaged. A fault of the disk or a power cut can do this. Nothing has been deleted.
damaged-offer = Restore a backup
restore-title = Restore a backup
restore-holds = The backup of { $date } holds { $conversations } with { $turns }.
restore-missing = What was written between { $from } and { $until } is missing from it.
restore-missing-after = What was written after { $from } is missing from it.
restore-missing-nothing = Nothing was written after this backup.
restore-aside = The present files are not deleted: they are put into a folder beside the restored ones.
restore-passphrase = Passphrase of that day
    .hint = A backup opens with the passphrase that you had when it was made.
restore-backup = Restore this backup
restoring-backup = Restoring…
restored-backup = The backup has been restored
restored-continue = Continue
former-files = The files from before are in { $path }. Nothing in it was deleted.
restore-elsewhere = Restore from another folder
    .hint = From a USB stick, for example, or from another computer.
restore-folder = Folder of the backup
    .hint = The folder whose name begins with “sanad-backup”, or the one that holds such folders: then the newest of them.
start-empty = Start without the earlier conversations
    .hint = The damaged files are put into a folder beside, not deleted, and Sanad is set up anew. You can still restore a backup later.
start-empty-confirm = Put the files aside and start anew

## Settings

settings = Settings
    .shortcut = Settings ({ $keys })
settings-general = General
settings-access = Lock and passphrase
settings-keeping = Keeping and deleting
settings-backups = Backups
settings-files = Export and import
settings-audit = Record of events
choose-folder = Choose a folder…
choose-place = Choose…

set-language =
    .hint = The language of answers follows your question, not this choice.
set-digits-sample = { $name } ({ $sample })
set-theme = Appearance
    .hint = Light, dark, or as this computer is set.
set-theme-system = As the system
set-theme-light = Light
set-theme-dark = Dark
set-titles = Let the model write titles
    .hint = After the first answer the model gives the conversation a short title. When this is off, the title is the beginning of your question.

set-states = Continue conversations at once
    .hint = When you leave a conversation, what the model has read of it is kept encrypted beside your notes, so that your next question does not wait for it to be read again. When this is off, nothing of it is kept.

lock-after = Lock after
    .hint = If nobody uses Sanad for this long, it locks itself. It also locks when the computer goes to sleep.
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
change-passphrase = Change the passphrase
    .hint = You are asked for it each time Sanad is unlocked.
    .backups = Backups made before today still open with the present passphrase.
passphrase-present = Present passphrase
passphrase-changed = The passphrase has been changed.
changing = One moment…
keychain = Unlock with this computer’s keychain
    .hint = Sanad then opens without the passphrase while you are signed in to this computer. It then also opens for everybody who can use your account.
    .none = This computer offers no keychain that Sanad can use.
keychain-on = Use the keychain
    .hint = The keychain will keep your passphrase. Whoever can use your account on this computer can then open the conversations. The passphrase and the recovery code go on working.
change-key = Encrypt everything anew
    .hint = Only needed if somebody may have learnt your passphrase or recovery code and copied the files.
    .open = Encrypt anew…
    .cost = It can take some minutes, and needs as much free space as the conversations take now.
    .code = Your recovery code opens nothing afterwards: make a new one.
    .backups = Backups made before keep the old key. Delete them yourself if nobody may open them.
changing-key = Encrypting…
key-changed = Everything has been encrypted with a new key. Make a new recovery code now.

retention = Delete unused conversations
    .hint = Conversations without a new question for this long are deleted, pinned and archived ones too.
retention-off = Never
retention-after = { $count ->
    [one] After { $count } day
   *[other] After { $count } days
}
retention-ask = Delete unused conversations?
    .what = { $count ->
    [one] Every conversation without a new question for { $count } day goes into the bin, today and each day from now on. Some minutes later it is erased.
   *[other] Every conversation without a new question for { $count } days goes into the bin, today and each day from now on. Some minutes later it is erased.
}
    .all = This includes pinned and archived conversations. What is erased cannot be brought back.
retention-agree = Delete them
erasure-and-backups = What you erase stays in the backups made before, until newer ones replace them. The last backup of each month is kept for good: delete its folder yourself if it must go.

## Backups

backups-explained = A backup is an encrypted copy of all conversations. Sanad makes one each day that it is used, and checks it.
backup-now = Back up now
    .hint = You can go on working meanwhile.
backing-up = Backing up…
backed-up = The backup has been made and checked.
backup-last = Last backup: { $date }
backup-never = No backup yet
backup-folder = Where backups are kept
    .beside = On this computer, beside the conversations. A folder on another disk or a USB stick also helps if this computer is lost.
    .elsewhere = In a folder that you chose.
backup-folder-new = Folder for backups
backup-folder-use = Keep backups here
backup-folder-back = Keep them beside the conversations again
backup-folder-away = The folder { $path } is not there at the moment.
    .hint = If it is on a USB stick, plug it in: the next backup goes there again.
backup-list = Backups
    .hint = The newest come first. The newest seven stay, and the last one of each month.
backup-holds = { $conversations }, { $turns }, { $size }
restore-open = Restore…
restore-of = Restore the backup of { $date }
count-conversations = { $count ->
    [one] { $count } conversation
   *[other] { $count } conversations
}
count-turns = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}

## Record of events

audit-explained = Sanad notes when your conversations were unlocked, backed up, exported or erased, and never what is in them. Each entry seals the one before it, so a changed or missing entry is found.
check = Check
checking = Checking…
compare = Compare
store-verify = Check the conversations
    .hint = Reads everything that is stored and finds damage.
store-whole = Everything that is stored is whole.
audit-verify = Check the record
    .hint = Finds changed, added or missing entries, and gives the record’s present seal.
audit-whole = The record is whole.
audit-head = The seal of the record as it is now. Keep it outside this computer, and compare it later.
audit-head-copy = Copy the seal
audit-compare = Compare with an earlier seal
    .hint = Shows that nothing up to that day was changed, even by somebody who knows the passphrase.
audit-earlier = Earlier seal
audit-continues = The record is whole, and everything up to the earlier seal is unchanged.
audit-list = Entries, newest first
audit-empty = Nothing has been recorded yet.
audit-column-event = Event
audit-column-time = Time
audit-column-number = Number
audit-more = Show older entries
audit-unlock = Unlocked
audit-failed-unlock = Wrong passphrase or code
audit-export = Exported
audit-backup = Backup made
audit-restore = Backup restored
audit-deletion = Conversation erased
audit-model-change = Another model chosen
audit-self-check = Self-check run
audit-privacy-weakened = A setting was changed that protects less
audit-passphrase-change = Passphrase changed
audit-recovery-code = Recovery code made
audit-recovery = Opened with the recovery code
audit-key-change = Encrypted anew
audit-unknown = Something that a newer version recorded ({ $kind })
