# ما يقوله سطر الأوامر وحده.

passphrase-ask = عبارة المرور:
passphrase-choose = اختر عبارة مرور لمحادثاتك:
answer-generated-by = نصّ مولَّد بواسطة { $model }
answer-incomplete = [غير مكتمل]
archive-passphrase-ask = عبارة مرور الأرشيف:
import-done = المحادثات المستوردة: { $conversations }. الموجودة من قبل: { $already }.

doctor-version = الإصدار
doctor-cpu = خصائص المعالج
doctor-memory = الذاكرة المتاحة
doctor-engine = المحرّك
doctor-data = مجلد البيانات
doctor-models = مجلد النموذج الأولي
doctor-window-containment = قيود النافذة
doctor-engine-containment = قيود المحرّك

language-name-en = الإنجليزية
language-name-ar = العربية
language-name-fa = الفارسية
language-name-ur = الأردية
language-name-he = العبرية
language-name-fr = الفرنسية
