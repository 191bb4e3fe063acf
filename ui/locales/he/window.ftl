# כל מה שהחלון אומר, ושום דבר ממה ששורת הפקודה אומרת.
# מספרים מגיעים כמשתנים: ספרות שייכתבו כאן לא יבודדו בתוך טקסט מימין לשמאל.
# אף דובר עברית עדיין לא בדק את התרגום הזה.

app-name = סנד
version = גרסה { $version }

## שפה, ספרות וערכת נושא
# כל שפה נקראת בשמה שלה, תהיה שפת החלון אשר תהיה.

interface-settings = { $language }: שפה וספרות
language-menu = שפת החלון
language-en = English
language-ar = العربية
language-fa = فارسی
language-ur = اردو
language-he = עברית
language-fr = Français
beta = גרסת ניסיון: טרם נבדקה בידי דוברי השפה
digits-menu = הספרות בחלון
    .hint = לתאריכים, לשעות ולמניין. מינונים וערכים קליניים אחרים נשארים בספרות לטיניות.
digits-latn = לטיניות
digits-arab = ערביות מזרחיות
digits-arabext = פרסיות ואורדו
theme-system = ערכת נושא: לפי המערכת
theme-light = ערכת נושא: בהירה
theme-dark = ערכת נושא: כהה

## לפני השיחות

first-run = הגדרת סנד
intended-use = סנד מסייע לאנשי מקצועות הבריאות לחשוב ולכתוב, ואינו תחליף לשיקול דעתם. הטקסט שהוא יוצר עלול להיות שגוי: אין להשתמש בו במצב חירום, לגבי מינון שאיש לא בדק או במקום שיחה עם המטופל.
passphrase-explained = השיחות נשארות במחשב הזה, מוצפנות באמצעות ביטוי סיסמה שרק אתם יודעים. תתבקשו להזין אותו בכל הפעלה של סנד.
passphrase-new = בחרו ביטוי סיסמה
passphrase-repeat = הקלידו שוב
passphrases-differ = שני ביטויי הסיסמה אינם זהים.
strength-empty = כמה מילים שאינן קשורות זו לזו יוצרות ביטוי חזק שקל לזכור.
strength-very-weak = חלש מאוד: אפשר לנחש אותו מיד. הוסיפו מילים.
strength-weak = חלש: לא יעמוד בפני מי שיש לו מחשב מהיר. הוסיפו מילה.
strength-fair = סביר: מספיק אם איש לא יתאמץ. עוד מילה תהפוך אותו לחזק.
strength-strong = חזק.
create-store = הגדרה
creating-store = ההגדרה מתבצעת…

unlock-title = פתיחת השיחות שלכם
passphrase = ביטוי סיסמה
show-passphrase = הצגת ביטוי הסיסמה
hide-passphrase = הסתרת ביטוי הסיסמה
caps-lock = מקש Caps Lock פועל.
unlock = פתיחה
unlocking = נפתח…

start-failed = הפעלת סנד נכשלה
try-again = ניסיון נוסף

## שיחות

conversations = שיחות
new-conversation = שיחה חדשה
    .shortcut = שיחה חדשה ({ $keys })
no-conversations = השיחות שלכם יופיעו כאן.
show-conversations = הצגת השיחות
hide-conversations = הסתרת השיחות
group-today = היום
group-yesterday = אתמול
group-week = השבוע
group-older = ישנות יותר
conversation-title = { $title } · { $time }
rename = שינוי שם

## מודל ומנוע

no-model = אין מודל
    .hint = עדיין לא מותקן מודל, ולכן אין מי שיענה. בקשו ממי שאחראי על המחשב הזה להוסיף מודל.
notice-english-only = אנגלית בלבד
    .description = המודל הזה לא למד שפות אחרות. שאלות בשפות אחרות אינן מוצגות לו.
notice-not-clinical = לא לשימוש קליני
    .description = המודל הזה קטן מכדי לסמוך עליו בטיפול במטופלים.
engine-off = המנוע כבוי
engine-loading = המודל נטען { $percent }
engine-ready = מוכן
engine-reading = השאלה נקראת { $percent }
engine-writing = כותב
engine-failed = המנוע נעצר
tokens = { $count ->
    [one] טוקן אחד
    [two] שני טוקנים
   *[other] { $count } טוקנים
}

## מהלך השיחה

transcript = שיחה
welcome = מה תרצו לשאול?
welcome-private = שום דבר שתקלידו לא יוצא מהמחשב הזה.
your-question = שאלה
answer = תשובה
answers = תשובות לשאלה הזאת
generated = טקסט שנוצר אוטומטית
table = טבלה
jump-to-latest = להודעה האחרונה
copy-answer = העתקת התשובה
copied = הועתק
copy-address = העתקת הכתובת
copy-record = העתקה לתיק הרפואי
copied-record = הועתק לתיק הרפואי
copy-failed = דבר לא הועתק: נסו שוב
# השורה האחרונה בעותק כזה.
record-generated = טקסט שנוצר אוטומטית על ידי { $model } בסנד. יש לבדוק אותו לפני שימוש קליני.
regenerate = כתיבת תשובה אחרת
previous-answer = התשובה הקודמת
next-answer = התשובה הבאה
answer-position = { $position } מתוך { $count }
model-hash = טביעת האצבע של קובץ המודל: { $hash }
tokens-per-second = { $rate ->
    [one] { $rate } טוקן בשנייה
    [two] שני טוקנים בשנייה
   *[other] { $rate } טוקנים בשנייה
}
first-token-after = { $seconds ->
    [one] מילה ראשונה אחרי { $seconds } שנייה
    [two] מילה ראשונה אחרי שתי שניות
   *[other] מילה ראשונה אחרי { $seconds } שניות
}

incomplete = תשובה חלקית.
incomplete-stopped = התשובה נעצרה לפני סופה.
incomplete-engine-failed = המנוע נסגר בזמן הכתיבה. אפשר לבקש תשובה אחרת.
incomplete-length-limit = התשובה הגיעה לאורך המרבי המותר. בקשו את ההמשך.
incomplete-app-ended = סנד נסגר בזמן שהתשובה נכתבה. אפשר לבקש תשובה אחרת.
incomplete-copy-mark = [תשובה חלקית. { $reason }]

declined-language-unsupported = המודל { $model } אינו יודע { $language }, ולכן השאלה לא הוצגה לו.
    .hint = תשובה בשפה שמודל לא למד נראית רהוטה אך חסרת משמעות. שאלו באנגלית, או בקשו להוסיף מודל שיודע { $language }.

announce-answer = התשובה הושלמה.
announce-incomplete = התשובה הסתיימה לפני שהושלמה.
announce-declined = השאלה לא הוצגה למודל.

## אזהרות
# חבילת הטקסט מוצאת אותן בשאלות שהודבקו או יובאו; `.hint` אומר מה לעשות.

question-warnings = ייתכן שהשאלה הזאת אינה אומרת מה שנדמה שהיא אומרת.
warning-override = תו נסתר הופך כאן את סדר התצוגה.
    .hint = מינון עלול להיראות הפוך. השוו אותו למקור ואז כתבו אותו מחדש.
warning-unbalanced = לסימן כיוון נסתר אין התחלה או אין סוף.
    .hint = מה שסביבו עלול להופיע בסדר אחר. השוו אותו למקור.
warning-invisible-tag = תווים נסתרים כאן מאייתים ״{ $spells }״.
    .hint = איש אינו רואה אותם על המסך. בררו מאין הגיע הטקסט, ומחקו אותם אם אינם שלכם.
warning-control-touches-digit = תו נסתר צמוד לספרה.
    .hint = המספר עלול להיראות אחרת מכפי שהוא שמור. השוו אותו למקור ואז כתבו אותו מחדש.
warning-look-alike = תו כאן רק נראה כמו ״{ $looks_like }״.
    .hint = הוא שייך לאלפבית אחר, ולכן המינון או השם אינם מה שנדמה. השוו אותם למקור ואז כתבו אותם מחדש.
show-raw = הצגת הטקסט הגולמי
hide-raw = הסתרת הטקסט הגולמי
raw-text = טקסט גולמי
    .hint = במקום כל תו נסתר נכתב הקוד שלו.

## ערכים מסומנים
# חבילת הטקסט מוצאת אותם; `.reading` נכתב במילים ליד הערך.

mark-unknown = בדקו את הערך הזה.
mark-decimal-comma = הפסיק כאן משמש נקודה עשרונית.
    .reading = ({ $value })
mark-naked-decimal = שבר עשרוני בלי האפס שלפניו עלול להיקרא כמספר גדול פי עשרה.
    .reading = ({ $value })
mark-trailing-zero = בגלל אפס אחרי הנקודה הערך עלול להיקרא גדול פי עשרה.
    .reading = ({ $value })
mark-unit-u = ״{ $sign }״ עלול להיקרא כאפס; כתבו ״יחידות״.
mark-micro-sign = ״{ $sign }״ עלול להיקרא ״{ $misread }״; כתבו ״מיקרוגרם״.
mark-ambiguous-range = יש הקוראים את הספרות האלה מימין ויש הקוראים אותן משמאל.
    .reading = (מ־{ $from } עד { $to })
mark-ambiguous-schedule = יש הקוראים את הספרות האלה מימין ויש הקוראים אותן משמאל.
    .reading = (בוקר { $morning }, צהריים { $noon }, ערב { $evening })
mark-ambiguous-schedule-four = יש הקוראים את הספרות האלה מימין ויש הקוראים אותן משמאל.
    .reading = (בוקר { $morning }, צהריים { $noon }, ערב { $evening }, לפני השינה { $bedtime })
mark-ambiguous-date = יש הקוראים את הספרות האלה מימין ויש הקוראים אותן משמאל.
    .reading = (יום { $day }, חודש { $month }, שנה { $year })
mark-ambiguous-negative = הסימן עלול להיראות בכל אחד מצדי המספר.
    .reading = (מינוס { $value })
mark-ambiguous-ratio = יש הקוראים את הספרות האלה מימין ויש הקוראים אותן משמאל.
    .reading = ({ $first } ל־{ $second })
mark-ambiguous-product = יש הקוראים את הספרות האלה מימין ויש הקוראים אותן משמאל.
    .reading = (מכפלה של { $list })
mark-ambiguous-change = יש הקוראים את הספרות האלה מימין ויש הקוראים אותן משמאל.
    .reading = (תחילה { $from }, אחר כך { $to })
mark-ambiguous-spread = יש הקוראים את הספרות האלה מימין ויש הקוראים אותן משמאל.
    .reading = ({ $value }, פלוס או מינוס { $by })
mark-ambiguous-grouped = הקבוצות של המספר הזה עלולות להיראות בכל סדר.
    .reading = ({ $value })
mark-ambiguous-sequence = יש הקוראים את הספרות האלה מימין ויש הקוראים אותן משמאל.
    .reading = (לפי הסדר: { $list })

## תיבת השאלה

composer = השאלה שלכם
    .placeholder = כתבו שאלה
send = שליחה
stop = עצירה
stopping = נעצר…
reminder = טקסט שנוצר אוטומטית עלול להיות שגוי. בדקו אותו לפני השימוש.
draft-notes = הערות על השאלה שלכם
draft-preview = ייקרא כך
question-language = שפת השאלה
    .value = שפת השאלה: { $language }
question-language-unknown = השפה לא זוהתה
detect-language = זיהוי אוטומטי
language-with-dialect = { $language } ({ $dialect })
dialect-egy = מצרית
dialect-lev = לבנטינית
dialect-glf = מפרצית
dialect-mag = מגרבית

## הדבקה
# הרשימה `$list` מורכבת מההודעות ששמן `removed-…`.

pasted-removed = הושמטו מהטקסט שהודבק: { $list }.
removed-direction-control = { $count ->
    [one] סימן כיוון נסתר אחד
    [two] שני סימני כיוון נסתרים
   *[other] { $count } סימני כיוון נסתרים
}
removed-invisible-tag = { $count ->
    [one] תג נסתר אחד
    [two] שני תגים נסתרים
   *[other] { $count } תגים נסתרים
}
removed-invisible = { $count ->
    [one] תו בלתי נראה אחד
    [two] שני תווים בלתי נראים
   *[other] { $count } תווים בלתי נראים
}
removed-control = { $count ->
    [one] תו בקרה אחד
    [two] שני תווי בקרה
   *[other] { $count } תווי בקרה
}
insert-as-it-was = הוספה כפי שהיה

## מילים מן הדיאלקטים
# הרכיב מציג זה לצד זה את המילה, את המונח התקני ואת המונח האנגלי.

hints = האם התכוונתם…?
hint-meaning = ייתכן שהפירוש של ״{ $phrase }״ הוא ״{ $standard }״ ({ $english }).
hint-add = הוספת המונח הקליני
    .of = הוספת המונח הקליני ״{ $standard }״ אחרי ״{ $phrase }״

## תקלות

dismiss = סגירה
failure-unknown = משהו השתבש ({ $code }).
    .hint = שום דבר שנשמר לא אבד. נסו שוב, או הפעילו את סנד מחדש.

## המחשבונים

calc = מחשבונים ומינונים
calc-toggle = מחשבונים, ציונים ומינונים ({ $key })
calc-search = חיפוש מחשבון, ציון או מינון
calc-nothing = לא נמצא דבר בשם זה.
calc-recent = בשימוש אחרון
calc-back = חזרה לרשימה
calc-close = סגירת המחשבונים
calc-unit = יחידה
calc-optional = לא חובה
calc-written = ממה שכתבתם:
calc-day = YYYY-MM-DD
calc-confirm = הערך נכון
calc-needed = עדיין חסר:
calc-clear = ניקוי
calc-insert = הוספה לשיחה
calc-copy = העתקת הכרטיס
calc-copied = הכרטיס הועתק
calc-print = הדפסה
calc-printed = הודפס בתאריך { $date }
calc-entered = הנתונים שהוזנו
calc-working = אופן החישוב
calc-sources = מקורות
calc-ranges = טווחי ייחוס
calc-ranges-locked = למבוגרים. טווחי המעבדה שלכם יוצגו ויהיה אפשר להזינם לאחר פתיחת השיחות.
calc-range-low = קצה תחתון
calc-range-high = קצה עליון
calc-range-keep = שמירה
calc-range-cancel = ביטול
calc-range-own = טווח המעבדה שלכם
calc-range-edit = הזנת טווח משלכם
calc-range-published = שימוש בטווח שפורסם

## מספרים שאין להם מקור

unsupported-figures = { $count ->
    [one] מספר אחד בתשובה זו אינו מופיע בשאלה, בחישוב או במקור. יש לבדוק אותו לפני השימוש.
    [two] שני מספרים בתשובה זו אינם מופיעים בשאלה, בחישוב או במקור. יש לבדוק אותם לפני השימוש.
   *[other] { $count } מספרים בתשובה זו אינם מופיעים בשאלה, בחישוב או במקור. יש לבדוק אותם לפני השימוש.
}
show-unsupported = הצגה
hide-unsupported = הסתרה
# מה שקורא מסך אומר אחרי מספר כזה.
mark-unsupported = לא מהשאלה
mark-unsupported-value = ללא מקור: המספר אינו מופיע בשאלה או בחישוב.
mark-unsupported-unit = ללא מקור: בשאלה המספר מופיע ביחידה אחרת.
mark-unsupported-drug = ללא מקור: בשאלה הכמות מופיעה לתרופה אחרת.
