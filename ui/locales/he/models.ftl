# חלון המודלים: מה מותקן, הבאת מודל, ומה אפשר להביא ממקום אחר.

models = מודלים
    .shortcut = מודלים ({ $keys })
models-explained = המודלים עונים על השאלות. סנד אינו מוריד מודל בעצמו: הביאו אותו במחשב אחר, העבירו אותו לכאן וייבאו אותו.

## מותקן

models-here = במחשב הזה
models-none = עדיין לא מותקן מודל. ייבאו מודל, או חפשו בקטלוג מה אפשר להביא.
model-size = גודל
model-parameters = פרמטרים
model-format = תבנית
model-context = הקשר
model-family = משפחה
model-languages = שפות
model-licence = רישיון
model-template = תבנית שיחה
model-template-present = כלולה בקובץ
model-template-absent = חסרה, והמנוע עלול לסרב
model-memory = זיכרון
fit-fits = יש מקום: הוא דורש { $needed }, ופנויים { $available }.
fit-tight = צפוף: הוא דורש { $needed } מתוך { $available } פנויים.
fit-will-not-fit = אין מקום: הוא דורש { $needed }, ופנויים רק { $available }.
fit-smaller = לאותו מודל בתבנית { $quantisation } יש מקום.
model-identity = זהות
identity-same = הקובץ עצמו שבקטלוג
identity-different = לא הקובץ שהקטלוג מכיר בשם הזה
identity-unknown = לא ידועה
model-origin = מקום
origin-copied = הועתק לתיקייה של סנד
origin-in-place = בשימוש במקומו
origin-package = הגיע עם סנד
model-default = נשאל בדרך כלל
model-default-for = נשאל ב{ $languages }
model-adapter = מתאם
models-asked = איזה מודל נשאל
    .hint = שאלה בשפה שיש לה מודל משלה טוענת תחילה את המודל הזה.
models-asked-default = בדרך כלל
models-asked-same = המודל הרגיל
model-confirm = להשתמש בקובץ כפי שהוא עכשיו
model-remove = הסרה
model-remove-title = להסיר את המודל הזה?
model-remove-frees = ההסרה מפנה { $size } בדיסק. השיחות והתשובות נשארות.
model-remove-in-place = הקובץ נשאר במקומו; סנד רק מפסיק להשתמש בו.
model-removed = המודל הוסר ופונו { $size }.

## ייבוא

model-import = ייבוא מודל
model-import-explained = בחרו קובץ ⁦.gguf⁩ במחשב הזה או בהתקן נייד, או שחררו אותו מעל החלון הזה.
model-import-path = קובץ המודל
model-import-look = לבדוק את הקובץ
model-import-how = איך להשתמש בו
model-import-copy = להעתיק אותו לכאן
    .hint = אחר כך אפשר לנתק את ההתקן.
model-import-in-place = להשתמש בו במקומו
    .hint = אינו תופס מקום בדיסק הזה. הקובץ חייב להישאר במקומו.
model-import-base = מתאם של { $model }.
model-import-act = ייבוא
model-importing = מייבא את { $name }
model-import-progress = { $done } מתוך { $total }
model-import-stop = עצירה
model-import-stopping = עוצר…
model-import-stopped = הייבוא נעצר. דבר לא נשמר.
model-imported = { $name } מותקן.
model-drop-here = שחררו כדי לבדוק את הקובץ
models-watched = תיקייה במעקב
    .hint = מודלים שמופיעים בתיקייה הזאת מוצעים למעלה.
models-watched-choose = בחירת תיקייה
models-watched-end = להפסיק לעקוב
models-offered = נמצא בהתקן נייד או בתיקייה שבמעקב
models-offered-notice = נמצא מודל שאפשר לייבא: { $file }

## קטלוג

catalogue = קטלוג
catalogue-explained = מה שאפשר להביא במחשב אחר או בטלפון. לכל עובדה יש מקור, ומה שאיש לא ציין לא נכתב.
catalogue-language = שפה
catalogue-language-any = כל שפה
catalogue-medical = נועד לרפואה
catalogue-fits = יש לו מקום במחשב הזה
catalogue-none = אין בקטלוג דבר מסוג זה.
catalogue-publisher = מפרסם
catalogue-active = פרמטרים פעילים
catalogue-permits = מתיר
permits-any-use = כל שימוש
permits-conditions = כל שימוש, בתנאי המפרסם
permits-non-commercial = לא לשימוש מסחרי
permits-research = מחקר והתנסות בלבד
catalogue-needs = זיכרון לפי תבנית (הערכה)
catalogue-need = { $format }: { $size }
catalogue-figures = תוצאות שפורסמו
    .hint = ממאמרים. אף אחת מהן לא נמדדה כאן.
catalogue-benchmark = מבחן
catalogue-score = תוצאה
catalogue-source = מקור
catalogue-sources = מהיכן הדברים
catalogue-obtain = איך מביאים אותו
catalogue-obtain-title = הבאת { $name } במחשב אחר
catalogue-obtain-steps = פתחו שם את הכתובת הזאת, או כוונו את מצלמת הטלפון אל הקוד. שמרו את הקובץ, העבירו אותו לכאן בהתקן נייד וייבאו אותו.
catalogue-address = כתובת
catalogue-code = הכתובת כקוד QR
catalogue-carry = מה להביא חזרה
catalogue-file = קובץ
catalogue-unknown = לא ידוע
catalogue-hash = SHA-256
catalogue-hash-unknown = לא ידוע, ולכן זהותו תישאר לא ידועה
catalogue-size-exact = { $size } ({ $bytes } בתים)
catalogue-copy = העתקת הכתובת
catalogue-copied = הועתק
verdict-fits = יש לו מקום במחשב הזה: כ־{ $size } זיכרון.
verdict-tight = יש לו מקום בדוחק במחשב הזה: כ־{ $size } זיכרון.
verdict-will-not-fit = אין לו מקום בזיכרון הפנוי כאן: כ־{ $size }.
