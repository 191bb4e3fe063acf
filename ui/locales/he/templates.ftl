# מה שהחלון אומר סביב תפקידים ותבניות; המילים שלהם עצמם נמצאות בקבצים שלהם.

templates = תפקידים ותבניות
    .hint = בחרו אחד ומלאו את הטופס שלו. הטקסט נכנס לשאלה, ואפשר לשנות אותו לפני השליחה.
    .shortcut = תפקידים ותבניות ({ $keys })
template-search = חיפוש לפי כל מילה
personas = תפקידים, לשיחה שלמה
templates-group = תבניות, לשאלה אחת
template-nothing = אין דבר בשם הזה.
template-origin-changed = שונה על ידכם, גרסה { $version }
template-origin-own = שלכם, גרסה { $version }
template-change = עריכת „{ $name }”
template-export-one = ייצוא „{ $name }”
template-remove-changed = החזרת „{ $name }” לצורתו המקורית
template-remove-own = מחיקת „{ $name }”
template-new = תבנית חדשה
persona-new = תפקיד חדש

## טופס

template-form = מילוי
template-language = שפת הטקסט
template-preview-language = שפת התצוגה המקדימה
template-preview = זה נכנס לשאלה
template-preview-persona = זה נאמר למודל
persona-follows = בכל תור הדברים נאמרים למודל בשפת השאלה, אם היא ערבית או אנגלית.
template-back = חזרה לרשימה
template-insert = הוספה לשאלה
persona-use = שימוש בשיחה זו
template-optional = רשות
template-none = ללא ערך
template-entry-missing = השדה נדרש.
template-entry-too-long = אפשר להכניס כאן לכל היותר { $limit } תווים.
template-entry-not-a-number = כתבו מספר פשוט, עם נקודה לפני השבר וללא פסיק.
template-entry-below = הערך הקטן ביותר כאן הוא { $limit }.
template-entry-above = הערך הגדול ביותר כאן הוא { $limit }.
template-entry-no-unit = בחרו יחידה.
template-entry-no-choice = בחרו אחת מהתשובות.
template-entry-not-a-day = כתבו יום אמיתי בלוח: שנה, חודש, יום ומקפים ביניהם.

## התפקיד של שיחה

persona-of-conversation = התפקיד של שיחה זו
persona-chosen = { $name }: התפקיד של שיחה זו
persona-change = בחירת תפקיד אחר…
persona-remove = ללא תפקיד

## עריכה

template-edit = עריכה
template-name = שם
template-about = למה הוא טוב
template-fields = שדות הטופס
    .hint = לכל שדה שם בסוגריים מסולסלים, שבו הטקסט שלמטה קורא למה שהוזן.
template-add-field = הוספת שדה
template-key = השם בטקסט
template-kind = סוג הערך
template-kind-text = שורת טקסט
template-kind-long_text = כמה שורות
template-kind-number = מספר
template-kind-choice = אחת מכמה תשובות
template-kind-date = יום
template-kind-age = גיל
template-required = חובה למלא
template-label = תווית
template-least = הערך הקטן ביותר
template-most = הערך הגדול ביותר
template-choices = תשובות
template-units = יחידות
template-add-option = הוספה
template-option-remove = הסרת „{ $option }”
template-field-up = העלאת „{ $field }”
template-field-remove = הסרת השדה „{ $field }”
template-body = הטקסט לשאלה
template-system = התפקיד שניתן למודל
template-text-hint = כתבו { $field } במקום שבו הערך צריך לעמוד. מה ששייך לשדה שעשוי להישאר ריק שימו בין { $opens } ל־{ $closes }.
template-rules = מה שסנד דואג לו בעצמו
template-follows = לבקש כל תשובה בשפת השאלה
template-interviews = שאלה אחת בכל תשובה, ואז סיכום
template-questions = שאלות לפני הסיכום: מספר או שם של שדה
template-heading = כותרת הסיכום
template-conclusion = מה שנאמר למודל כשהגיע הזמן לסכם
template-save = שמירה
template-fault-missing = חסר כאן משהו.
template-fault-value = הערך הזה אינו אפשרי כאן.
template-fault-twice = לשניים יש השם הזה.
template-fault-placeholder = הטקסט קורא לשדה שאינו בטופס, או שנשאר סוגר מסולסל מיותר. כדי לכתוב סוגר בטקסט כתבו אותו פעמיים.
template-fault-alone = הטקסט קורא לשדה שעשוי להישאר ריק. שימו אותו עם התווית שלו בחלק רשות, או הפכו את השדה לחובה.
template-fault-part = חלק רשות לא נסגר, או שאין בו שדה.
template-fault-too-long = התבנית ארוכה יותר ממה שסנד שומר.

## קבצים

template-import = ייבוא תבנית
    .hint = בחרו קובץ תבנית של עמית או של מחשב אחר. דבר לא ישתנה לפני שנמצא תקין.
template-clash = ל„{ $name }” יש המזהה של תבנית שכבר נמצאת כאן, והתוכן שונה.
template-clash-question = מה לעשות בשתיהן?
template-clash-keep_both = לשמור את שתיהן
    .hint = זו שבקובץ מקבלת שם אחר.
template-clash-replace = להחליף
    .hint = זו שבקובץ באה במקום זו שנמצאת כאן.
template-imported-added = „{ $name }” יובאה.
template-imported-already_there = „{ $name }” כבר נמצאת כאן, מילה במילה.
template-export = ייצוא תבנית
    .hint = בקובץ נמצאים הטופס והמילים שלו, ולא דבר שהוזן.
template-exported = נכתב אל { $path }.
