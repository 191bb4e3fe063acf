# הוצאת שיחות מסנד והכנסתן אליו.
# אף דובר עברית עדיין לא בדק את התרגום הזה.

export-title = ייצוא השיחה
export-open = ייצוא…
export-one = השיחה הפתוחה
    .hint = כמסמך או עבור תוכנית אחרת. שיחות אחרות: מהתפריט שלהן ברשימה.
export-readable = הקובץ אינו מוצפן.
    .hint = מי שיקבל אותו יוכל לקרוא אותו. מחקו אותו כשלא תצטרכו אותו עוד.
export-labelled = בקובץ, כל מה שמודל כתב מסומן כטקסט שנוצר אוטומטית.
export-what = מה לייצא
export-whole = כל השיחה
export-some = רק כמה שאלות, עם התשובות שלהן
export-format = תבנית
format-docx = מסמך Word
    .hint = לעריכה נוספת.
format-pdf = PDF
    .hint = להדפסה או לשליחה.
format-html = דף אינטרנט
    .hint = לדפדפן.
format-markdown = טקסט פשוט
    .hint = עם סימני Markdown.
format-json = נתונים (JSON)
    .hint = לתוכניות אחרות, ולייבוא אל סנד.
export-path = לכתוב אל
    .hint = קובץ שכבר קיים אינו נדרס.
export-act = ייצוא
exporting = בייצוא…
exported = נכתב: { $path } ({ $size })

export-all = ייצוא הכול
    .hint = כל השיחות בקובץ מוצפן אחד, לשמירה או להעברה למחשב אחר.
archive-explained = הקובץ מוצפן בביטוי סיסמה משלו. בלעדיו איש אינו יכול לפתוח אותו.
archive-passphrase = ביטוי סיסמה לקובץ הזה
archive-forgotten = קוד השחזור שלכם אינו פותח את הקובץ הזה. שמרו את ביטוי הסיסמה שלו.

import-title = ייבוא
    .hint = מכניס קובץ שסנד ייצא.
import-open = ייבוא…
import-explained = בחרו קובץ מוצפן או קובץ JSON שסנד ייצא. השיחות שלכם נשארות כמו שהן; מה שכבר קיים אינו נכנס פעמיים.
import-path = קובץ
import-passphrase = ביטוי הסיסמה של הקובץ
    .hint = השאירו ריק עבור קובץ JSON.
import-act = ייבוא
importing = בייבוא…
imported = נכנסו: { $conversations } עם { $turns }.
imported-nothing = דבר חדש לא נכנס.
imported-already = כבר קיימות: { $conversations }.
