# הבדיקה העצמית: עד כמה אפשר לסמוך על מודל כאן, בכל שפה. תוצאה אינה טוענת יותר ממה שהטווח שלה מחזיק.

self-check = בדיקה עצמית
    .shortcut = בדיקה עצמית ({ $keys })
    .running = בדיקה עצמית: הושלמו { $share } ({ $keys })
check-explained = בדיקה עצמית שואלת את המודל שאלות מבחן באנגלית ובערבית, כאן במחשב הזה, ואומרת על כמה מהן ענה נכון בכל שפה.
check-complete = הבדיקה העצמית הושלמה.
check-paused = הבדיקה העצמית מושהית. אפשר להמשיך בכל עת.

## התחלה

check-new = בדיקה חדשה
check-model = מודל
    .hint = התוצאה תקפה רק למודל הזה במחשב הזה.
check-measure = מדידת מהירות
check-measuring = במדידה…
    .hint = המודל נטען ומהירותו נמדדת.
check-measured = המהירות של { $model } נמדדה. בחירת בדיקה:
check-quick = בדיקה מהירה
check-full = בדיקה מלאה
check-offer-asks-quick = { $count ->
    [one] שאלה אחת בכל שפה.
    [two] שתי שאלות בכל שפה.
   *[other] { $count } שאלות בכל שפה.
}
check-offer-asks-full = { $count ->
    [one] שאלה אחת בכל שפה, בכל סדר של האפשרויות.
    [two] שתי שאלות בכל שפה, כל אחת בכל סדר של האפשרויות.
   *[other] { $count } שאלות בכל שפה, כל אחת בכל סדר של האפשרויות.
}
check-offer-time = נמשכת כאן בערך { $time }.
check-offer-shows = { $points ->
    [one] מראה הבדל בין השפות מנקודת אחוז אחת ומעלה.
    [two] מראה הבדל בין השפות משתי נקודות אחוז ומעלה.
   *[other] מראה הבדל בין השפות מ־{ $points } נקודות אחוז ומעלה.
}
check-offer-shows-none = מעט מדי שאלות כדי להראות הבדל בין השפות.
check-begin-quick = התחלת הבדיקה המהירה
check-begin-full = התחלת הבדיקה המלאה
check-pauses = שאלה בשיחה משהה את הבדיקה. כל תוצאה נשמרת, גם כשסנד נסגר.

## בזמן הבדיקה

check-running = { $model } בבדיקה
check-progress = { $done } מתוך { $total } שאלות
check-left = נותרו בערך { $time }
check-pause = השהיה
check-pausing = מושהית…

## בדיקות קודמות

check-history = בדיקות עד כה
check-none = עדיין לא נעשתה בדיקה.
check-state-running = מתבצעת
check-state-paused = מושהית
check-state-complete = הושלמה
check-continue = המשך
check-show = פתיחה
check-back = כל הבדיקות
check-delete-title = למחוק את הבדיקה העצמית הזאת?
check-delete-explained = אי אפשר להחזיר את התוצאות. כדאי לייצא קודם אם יש בהן צורך.

## תוצאה

check-of = בדיקה עצמית של { $model }
check-set = שאלות: { $set }, נכתבו עבור סנד. נסקרו בידי: { $reviewers }.
check-reviewed-none = אף אחד
check-so-far = לא הושלמה: { $done } מתוך { $total } שאלות עד כה.
check-nothing-asked = עדיין לא נשאלה שאלה.
check-language = שפה
check-right-en = { $of ->
    [one] { $count } משאלת מבחן אחת באנגלית נכונות במחשב הזה: { $share } (סביר בין { $low } ל־{ $high }).
    [two] { $count } משתי שאלות מבחן באנגלית נכונות במחשב הזה: { $share } (סביר בין { $low } ל־{ $high }).
   *[other] { $count } מתוך { $of } שאלות מבחן באנגלית נכונות במחשב הזה: { $share } (סביר בין { $low } ל־{ $high }).
}
check-right-ar = { $of ->
    [one] { $count } משאלת מבחן אחת בערבית נכונות במחשב הזה: { $share } (סביר בין { $low } ל־{ $high }).
    [two] { $count } משתי שאלות מבחן בערבית נכונות במחשב הזה: { $share } (סביר בין { $low } ל־{ $high }).
   *[other] { $count } מתוך { $of } שאלות מבחן בערבית נכונות במחשב הזה: { $share } (סביר בין { $low } ל־{ $high }).
}
check-guessing = ניחוש נותן { $chance }.
check-limits = ציון במבחן אינו מודד מינונים או בטיחות.
check-standing-no-better-than-guessing = לא טוב מניחוש.
check-standing-not-shown-above-half = טוב מניחוש, אבל לא הוכח שהוא צודק ביותר ממחצית השאלות.
check-standing-above-half = צודק ביותר ממחצית השאלות.
check-first-letter = בוחר באות הראשונה ב־{ $share } מהשאלות: הוא מנחש לפי המיקום.
check-first-letter-seldom = בוחר באות הראשונה רק ב־{ $share } מהשאלות: התשובות תלויות במיקום.
check-too-long = { $count ->
    [one] שאלה אחת הייתה ארוכה מדי למודל ולא נשאלה.
    [two] שתי שאלות היו ארוכות מדי למודל ולא נשאלו.
   *[other] { $count } שאלות היו ארוכות מדי למודל ולא נשאלו.
}
check-gap = השוואה בין אנגלית לערבית
check-gap-same = { $count ->
    [one] באותה שאלה: אנגלית { $english }, ערבית { $arabic }; ההבדל בנקודות אחוז { $difference } (סביר בין { $low } ל־{ $high }).
    [two] באותן שתי שאלות: אנגלית { $english }, ערבית { $arabic }; ההבדל בנקודות אחוז { $difference } (סביר בין { $low } ל־{ $high }).
   *[other] באותן { $count } שאלות: אנגלית { $english }, ערבית { $arabic }; ההבדל בנקודות אחוז { $difference } (סביר בין { $low } ל־{ $high }).
}
check-gap-none = לא הוכח הבדל.
check-gap-visible = { $points ->
    [one] מספר כזה של שאלות מראה הבדל מנקודת אחוז אחת ומעלה.
    [two] מספר כזה של שאלות מראה הבדל משתי נקודות אחוז ומעלה.
   *[other] מספר כזה של שאלות מראה הבדל מ־{ $points } נקודות אחוז ומעלה.
}
check-gap-visible-none = מספר כה קטן של שאלות אינו יכול להראות הבדל.

## תרשים

check-chart-languages = תשובות נכונות לפי שפה
check-chart-subjects = תשובות נכונות לפי נושא
check-chart-unranked = בכל נושא יש כל כך מעט שאלות שאי אפשר לדרג את הנושאים.
check-chart-legend = נקודה: חלק התשובות הנכונות. פס: הטווח הסביר. קו מקווקו: ניחוש ({ $chance }).
check-chart-ends = { $low } עד { $high }
check-chart-right = נכונות
check-chart-count = { $count } מתוך { $of }
check-chart-share = { $share } (סביר בין { $low } ל־{ $high })

## שאלות

check-items = כל השאלות
check-all = הכול
check-subject = נושא
check-subject-anatomy = אנטומיה
check-subject-biology = ביולוגיה
check-subject-clinical_knowledge = ידע קליני
check-subject-college_medicine = רפואה אוניברסיטאית
check-subject-genetics = גנטיקה
check-subject-professional_medicine = רפואה מעשית
check-outcome = תשובה
check-outcome-right = נכונה
check-outcome-wrong = שגויה
check-outcome-not-asked = לא נשאלה
check-count = { $count ->
    [one] שאלה אחת
    [two] שתי שאלות
   *[other] { $count } שאלות
}
check-more = הצגת עוד
check-item-right = התשובה הנכונה
check-item-taken = בחירת המודל
check-item-not-asked = השאלה הזאת הייתה ארוכה מדי למודל ולא נשאלה.
check-item-explanation = הסבר
check-item-source = מקור
check-item-checked = נבדקה בידי
check-item-reviewed = נסקרה בידי

## קבצים

check-export-title = ייצוא הבדיקה העצמית
check-export-holds = הקובץ מכיל שאלות מבחן ואת תשובות המודל, ודבר לא מהשיחות שלך.
check-format-json = נתונים (JSON)
    .hint = הכול: המודל, התוכנית, כל תוצאה והדוח.
check-format-csv = טבלה (CSV)
    .hint = שורה לכל שאלה, לגיליון אלקטרוני.
check-exported = נכתב: { $path }

## Beside an answer of the model

notice-check-guessing = בדיקה עצמית: לא טוב מניחוש בשפה הזו
notice-check-half = בדיקה עצמית: לא הוכח שהוא צודק ביותר ממחצית השאלות בשפה הזו
