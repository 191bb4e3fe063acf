## Dialogs

close = Close
cancel = Cancel
undo = Undo
keep-changes = Save

## Conversation list

group-pinned = Pinned
all-conversations = All conversations
more-conversations = Show more
shelf-archive = Archive
shelf-bin = Bin
    .hint = Conversations in the bin are erased for good after a few minutes, and when Sanad is locked or closed.
archive-empty = Nothing is in the archive.
bin-empty = The bin is empty.
folder-empty = This folder is empty.
actions-of = Actions for “{ $title }”

## Folders

folders = Folders
new-folder = New folder
rename-folder = Rename folder
remove-folder = Remove folder
remove-folder-explained = The conversations in it stay and will be in no folder.
move = Move to a folder
move-out = Out of its folder
move-to-new = Make it and move there

## What can be done with a conversation

pin = Pin
unpin = Unpin
archive = Archive
unarchive = Take out of the archive
archived = Moved to the archive.
unarchived = Taken out of the archive.
delete = Delete
deleted = Moved to the bin. It will be erased in a few minutes.
undelete = Put back
erase = Erase now
erase-title = Erase this conversation?
erase-explained = Questions, answers and drafts are erased from this computer. This cannot be undone.
erase-backups = Backups made earlier still hold it until newer ones replace them.
erased = Erased.
about = About this conversation
persona = What the model is told to be
    .hint = For example, “You advise a rural clinic without a laboratory.” Left empty, Sanad’s own instructions hold.
conversation-language = Language
conversation-language-each = As each question is written
conversation-model = Model
conversation-model-usual = The usual one
conversation-model-gone = A model that is no longer installed

## Temporary conversation

new-temporary = New temporary conversation
temporary = Temporary conversation.
    .hint = Nothing of it is ever written to the disk. It is gone once you leave it.
temporary-gone = The temporary conversation is gone.

## Branches

edit-question = Edit this question
editing = You are editing a question.
    .hint = The earlier wording and everything after it are kept.
wordings = Wordings of this question
previous-wording = Previous wording
next-wording = Next wording
fork = New conversation from here
forked = This is a conversation of its own now; the other one is unchanged.
continue-answer = Continue

## Search

search = Search
    .shortcut = Search ({ $keys })
    .placeholder = Search in all conversations
    .hint = Titles, questions and answers are searched.
search-hits = What was found
found-nothing = Nothing was found.
found = { $count ->
    [one] { $count } place found.
   *[other] { $count } places found.
}
found-so-far = { $count ->
    [one] { $count } place so far; there are more.
   *[other] { $count } places so far; there are more.
}
index-incomplete = Some text is still being indexed and may be missing here.
found-in-title = Title
found-in-question = Question
found-in-answer = Answer
filters = Narrow the search
filter-period = When
period-any = Any time
period-week = Last week
period-month = Last month
period-year = Last year
period-between = Between two days
filter-first = From
filter-last = To
filter-folder = Folder
folder-any = Any folder
filter-archive = Archive
archive-both = With the archive
archive-outside = Without the archive
archive-inside = Only the archive
filter-model = Model
model-any = Any model

left-out = What stands above this line is more than the model can read at once: it was left out of the last answer.
