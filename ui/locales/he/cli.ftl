# מה שרק שורת הפקודה אומרת.
# אף דובר עברית עדיין לא בדק את התרגום הזה.

passphrase-ask = ביטוי סיסמה:
passphrase-choose = בחרו ביטוי סיסמה לשיחות שלכם:
answer-generated-by = נוצר על ידי { $model }
answer-incomplete = [תשובה חלקית]
archive-passphrase-ask = ביטוי הסיסמה של הארכיון:
import-done = שיחות שיובאו: { $conversations }. כבר היו כאן: { $already }.

doctor-version = גרסה
doctor-cpu = יכולות המעבד
doctor-memory = זיכרון פנוי
doctor-engine = מנוע
doctor-engines-skipped = מנועים שאינם פועלים כאן
doctor-data = תיקיית הנתונים
doctor-models = תיקיית המודל ההתחלתי
doctor-window-containment = הגבלות החלון
doctor-engine-containment = הגבלות המנוע

memory-fits = יש מקום: דרושים { $needed } מתוך { $available } של זיכרון פנוי
memory-tight = הזיכרון מספיק בקושי: דרושים { $needed } מתוך { $available } של זיכרון פנוי
memory-tight-context = הזיכרון מספיק בקושי: דרושים { $needed } מתוך { $available } של זיכרון פנוי, עם הקשר מקוצר (אסימונים: { $tokens })

model-measured = המהיר ביותר במחשב הזה: { $layout }, תהליכונים: { $threads }, אסימונים נקראים בשנייה: { $read }, נכתבים: { $written }. ייכנס לשימוש בהפעלה הבאה.
model-measured-busy = תוכניות אחרות העסיקו את המעבד בזמן המדידה, ולכן אין לסמוך עליה. סגרו אותן ומדדו שוב.
model-prepared = המודל המוכן נמצא ב־{ $path } ותופס { $size } בדיסק; המקור נשאר ותופס { $original }. המילה הבאה זהה ב־{ $same } מהמקומות, וההפרש הממוצע הוא { $divergence } נאט.

language-name-en = אנגלית
language-name-ar = ערבית
language-name-fa = פרסית
language-name-ur = אורדו
language-name-he = עברית
language-name-fr = צרפתית

history-backed-up = הגיבוי נוצר ונמצא תקין: { $path } ({ $size })
history-restored = הגיבוי { $path } שוחזר. הקבצים הקודמים נמצאים ב־{ $aside }.
history-verified = השיחות ויומן האירועים תקינים. חותם היומן: { $head }
history-passphrase-changed = מעכשיו ביטוי הסיסמה החדש פותח את השיחות.

## בדיקה עצמית

cli-check-sanad = { $model }, נשאל מפריטי Sanad, גרסה { $version }
cli-check-own = { $model }, נשאל מתוך { $set }: ייתכן שקבוצה שפורסמה הייתה בחומר שעליו אומן
cli-check-right = { $language }: { $right } מתוך { $of } שאלות מבחן נענו נכון במחשב הזה: { $share } (סביר בין { $low } ל־{ $high }). ניחוש נותן { $chance }.
cli-check-guessing = לא הוכח שהוא טוב מניחוש בשפה הזו.
cli-check-below-half = לא הוכח שהוא צודק ביותר ממחצית השאלות בשפה הזו.
cli-check-first-letter = הוא בוחר באות הראשונה ב־{ $share } מהשאלות: לפי המקום, לא לפי השאלה.
cli-check-too-long = לא נשאלו, משום שאינן נכנסות למודל: { $count }
cli-check-gap = באותן { $items } שאלות, ערבית פחות אנגלית: { $difference } נקודות (סביר בין { $low } ל־{ $high })
cli-check-limits = ציון מבחן אינו מודד מינון או בטיחות. אף רופא לא בדק את השאלות.
