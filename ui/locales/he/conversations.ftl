## תיבות דו־שיח

close = סגירה
cancel = ביטול
undo = ביטול הפעולה
keep-changes = שמירה

## רשימת השיחות

group-pinned = נעוצות
all-conversations = כל השיחות
more-conversations = הצגת עוד
shelf-archive = ארכיון
shelf-bin = סל המחזור
    .hint = שיחות בסל המחזור נמחקות לצמיתות לאחר כמה דקות, וכאשר סנד ננעל או נסגר.
archive-empty = הארכיון ריק.
bin-empty = סל המחזור ריק.
folder-empty = התיקייה ריקה.
actions-of = פעולות עבור „{ $title }”

## תיקיות

folders = תיקיות
new-folder = תיקייה חדשה
rename-folder = שינוי שם התיקייה
remove-folder = הסרת התיקייה
remove-folder-explained = השיחות שבה יישארו, מחוץ לכל תיקייה.
move = העברה לתיקייה
move-out = הוצאה מהתיקייה
move-to-new = יצירה והעברה אליה

## פעולות על שיחה

pin = נעיצה
unpin = ביטול הנעיצה
archive = העברה לארכיון
unarchive = הוצאה מהארכיון
archived = השיחה הועברה לארכיון.
unarchived = השיחה הוצאה מהארכיון.
delete = מחיקה
deleted = השיחה הועברה לסל המחזור ותימחק בעוד כמה דקות.
undelete = שחזור
erase = מחיקה לצמיתות עכשיו
erase-title = למחוק את השיחה לצמיתות?
erase-explained = השאלות, התשובות והטיוטות יימחקו מהמחשב הזה. לא ניתן לבטל זאת.
erase-backups = גיבויים קודמים עדיין מכילים אותה, עד שגיבויים חדשים יחליפו אותם.
erased = השיחה נמחקה לצמיתות.
about = על השיחה הזאת
persona = התפקיד שניתן למודל
    .hint = לדוגמה: „אתה יועץ למרפאה כפרית ללא מעבדה.” אם השדה ריק, חלות ההנחיות של סנד.
conversation-language = שפה
conversation-language-each = לפי שפת כל שאלה
conversation-model = מודל
conversation-model-usual = המודל הרגיל
conversation-model-gone = מודל שאינו מותקן עוד

## שיחה זמנית

new-temporary = שיחה זמנית חדשה
temporary = שיחה זמנית.
    .hint = דבר ממנה אינו נכתב לדיסק. היא נעלמת ברגע שעוזבים אותה.
temporary-gone = השיחה הזמנית נעלמה.

## ענפים

edit-question = עריכת השאלה
editing = השאלה בעריכה.
    .hint = הניסוח הקודם וכל מה שבא אחריו נשמרים.
wordings = ניסוחי השאלה
previous-wording = הניסוח הקודם
next-wording = הניסוח הבא
fork = שיחה חדשה מכאן
forked = זו כעת שיחה נפרדת; השיחה המקורית לא השתנתה.
continue-answer = המשך

## חיפוש

search = חיפוש
    .shortcut = חיפוש ({ $keys })
    .placeholder = חיפוש בכל השיחות
    .hint = החיפוש כולל כותרות, שאלות ותשובות.
search-hits = תוצאות החיפוש
found-nothing = לא נמצא דבר.
found = { $count ->
    [one] נמצא מקום אחד.
    [two] נמצאו שני מקומות.
   *[other] נמצאו { $count } מקומות.
}
found-so-far = { $count ->
    [one] מקום אחד עד כה; יש עוד.
    [two] שני מקומות עד כה; יש עוד.
   *[other] { $count } מקומות עד כה; יש עוד.
}
index-incomplete = חלק מהטקסט עדיין בתהליך אינדוקס וייתכן שהוא חסר כאן.
found-in-title = כותרת
found-in-question = שאלה
found-in-answer = תשובה
filters = צמצום החיפוש
filter-period = זמן
period-any = בכל זמן
period-week = השבוע האחרון
period-month = החודש האחרון
period-year = השנה האחרונה
period-between = בין שני ימים
filter-first = מיום
filter-last = עד יום
filter-folder = תיקייה
folder-any = כל התיקיות
filter-archive = ארכיון
archive-both = כולל הארכיון
archive-outside = ללא הארכיון
archive-inside = הארכיון בלבד
filter-model = מודל
model-any = כל מודל

left-out = מה שמעל הקו הזה ארוך ממה שהמודל קורא בבת אחת, ולכן לא נכלל בתשובה האחרונה.
