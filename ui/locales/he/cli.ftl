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
