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
doctor-engines-skipped = محرّكات لا تعمل على هذا الجهاز
doctor-data = مجلد البيانات
doctor-models = مجلد النموذج الأولي
doctor-window-containment = قيود النافذة
doctor-engine-containment = قيود المحرّك

memory-fits = يتسع له: يحتاج { $needed } من الذاكرة المتاحة ({ $available })
memory-tight = الذاكرة تكاد لا تكفي: يحتاج { $needed } من الذاكرة المتاحة ({ $available })
memory-tight-context = الذاكرة تكاد لا تكفي: يحتاج { $needed } من الذاكرة المتاحة ({ $available })، وبسياق أقصر (عدد الرموز: { $tokens })

model-measured = الأسرع على هذا الحاسوب: { $layout }، عدد الخيوط: { $threads }، الرموز المقروءة في الثانية: { $read }، والمكتوبة: { $written }. يُعمل به عند التشغيل القادم.
model-measured-busy = كان المعالج مشغولًا ببرامج أخرى أثناء القياس فلا يُعتدّ بالنتيجة. أغلق تلك البرامج وأعد القياس.
model-prepared = النموذج المُعدّ في { $path }، وحجمه على القرص { $size }؛ والأصل باقٍ وحجمه { $original }. تطابقت الكلمة التالية فيهما في { $same } من المواضع، ومتوسط الفرق بينهما { $divergence } نات.

language-name-en = الإنجليزية
language-name-ar = العربية
language-name-fa = الفارسية
language-name-ur = الأردية
language-name-he = العبرية
language-name-fr = الفرنسية

history-backed-up = أُنشئت النسخة الاحتياطية وتبيّن أنها سليمة: { $path } ({ $size })
history-restored = استُعيدت النسخة الاحتياطية { $path }. الملفات السابقة محفوظة في { $aside }.
history-verified = المحادثات وسجل العمليات سليمة. ختم السجل: { $head }
history-passphrase-changed = عبارة المرور الجديدة هي التي تفتح المحادثات من الآن.

## الفحص الذاتي

cli-check-sanad = { $model }، سُئل من أسئلة سند، الإصدار { $version }
cli-check-own = { $model }، سُئل من { $set }: قد تكون المجموعة المنشورة مما دُرّب عليه
cli-check-right = { $language }: أجاب صوابًا عن { $right } من { $of } من أسئلة الامتحان على هذا الحاسوب: { $share } (المرجّح بين { $low } و{ $high }). التخمين يعطي { $chance }.
cli-check-guessing = لم يثبت أنه أفضل من التخمين في هذه اللغة.
cli-check-below-half = لم يثبت أنه يصيب في أكثر من نصف أسئلة هذه اللغة.
cli-check-first-letter = يختار الحرف الأول في { $share } من الأسئلة: يعتمد على الموضع لا على السؤال.
cli-check-too-long = لم تُسأل لأنها لا تتّسع في النموذج: { $count }
cli-check-gap = في الأسئلة نفسها وعددها { $items }، العربية ناقص الإنكليزية: { $difference } نقطة (المرجّح بين { $low } و{ $high })
cli-check-limits = درجة الامتحان لا تقيس صحة الجرعات ولا الأمان. لم يراجع الأسئلةَ طبيب.
