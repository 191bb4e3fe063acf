# نافذة النماذج: المثبّت منها، وإحضار نموذج، وما يمكن جلبه من مكان آخر.

models = النماذج
    .shortcut = النماذج ({ $keys })
models-explained = النماذج هي التي تجيب عن الأسئلة. لا ينزّل سند أي نموذج بنفسه: اجلبه بحاسوب آخر وانقله إلى هنا ثم استورده.

## المثبّت

models-here = على هذا الحاسوب
models-none = لا يوجد نموذج مثبّت بعد. استورد نموذجًا، أو ابحث في الفهرس عمّا يمكن جلبه.
model-size = الحجم
model-parameters = المعاملات
model-format = الصيغة
model-context = السياق
model-family = العائلة
model-languages = اللغات
model-licence = الترخيص
model-template = قالب المحادثة
model-template-present = موجود في الملف
model-template-absent = غير موجود، وقد يرفضه المحرّك
model-memory = الذاكرة
fit-fits = يتّسع له: يحتاج إلى { $needed } والمتاح { $available }.
fit-tight = بالكاد يتّسع: يحتاج إلى { $needed } من { $available } متاحة.
fit-will-not-fit = لا يتّسع له: يحتاج إلى { $needed } والمتاح { $available } فقط.
fit-smaller = يتّسع للنموذج نفسه بصيغة { $quantisation }.
model-identity = الهوية
identity-same = هو الملف نفسه المذكور في الفهرس
identity-different = ليس الملف الذي يعرفه الفهرس بهذا الاسم
identity-unknown = غير معروفة
model-origin = المكان
origin-copied = نُسخ إلى مجلد سند
origin-in-place = يُستخدم من مكانه
origin-package = جاء مع سند
model-default = يُسأل عادةً
model-default-for = يُسأل بـ{ $languages }
model-adapter = محوِّل
models-asked = أي نموذج يُسأل
    .hint = السؤال بلغةٍ لها نموذج خاص بها يحمّل ذلك النموذج أولًا.
models-asked-default = عادةً
models-asked-same = النموذج المعتاد
model-confirm = استخدم الملف كما هو الآن
model-remove = إزالة
model-remove-title = هل تريد إزالة هذا النموذج؟
model-remove-frees = تُخلي الإزالة { $size } من القرص، وتبقى المحادثات وإجاباتها.
model-remove-in-place = يبقى الملف في مكانه، ويكفّ سند عن استخدامه فقط.
model-removed = أُزيل النموذج وأُخلي { $size } من القرص.

## الاستيراد

model-import = استيراد نموذج
model-import-explained = اختر ملفًا ينتهي بـ ⁦.gguf⁩ من هذا الحاسوب أو من ذاكرة محمولة، أو أفلته فوق هذه النافذة.
model-import-path = ملف النموذج
model-import-look = افحص الملف
model-import-how = طريقة الاستخدام
model-import-copy = انسخه إلى هنا
    .hint = يمكن نزع الذاكرة المحمولة بعد ذلك.
model-import-in-place = استخدمه من مكانه
    .hint = لا يشغل حيزًا على هذا القرص، ويجب أن يبقى الملف في مكانه.
model-import-base = محوِّل للنموذج { $model }.
model-import-act = استيراد
model-importing = يجري استيراد { $name }
model-import-progress = { $done } من { $total }
model-import-stop = إيقاف
model-import-stopping = جارٍ الإيقاف…
model-import-stopped = أُوقف الاستيراد ولم يُحفظ منه شيء.
model-imported = ثُبّت { $name }.
model-drop-here = أفلت الملف لفحصه
models-watched = مجلد مراقَب
    .hint = ما يظهر في هذا المجلد من نماذج يُعرض أعلاه.
models-watched-choose = اختر مجلدًا
models-watched-end = أوقف المراقبة
models-offered = عُثر عليه في ذاكرة محمولة أو في المجلد المراقَب
models-offered-notice = عُثر على نموذج يمكن استيراده: { $file }

## الفهرس

catalogue = الفهرس
catalogue-explained = ما يمكن جلبه بحاسوب آخر أو بهاتف. لكل معلومة مصدر، وما لم نجد من يذكره تُرك.
catalogue-language = اللغة
catalogue-language-any = أي لغة
catalogue-medical = أُعدّ للطب
catalogue-fits = يتّسع له هذا الحاسوب
catalogue-none = لا شيء في الفهرس من هذا النوع.
catalogue-publisher = الناشر
catalogue-active = المعاملات النشطة
catalogue-permits = يسمح بـ
permits-any-use = أي استخدام
permits-conditions = أي استخدام وفق شروط الناشر
permits-non-commercial = الاستخدام غير التجاري فقط
permits-research = البحث والتجربة فقط
catalogue-needs = الذاكرة بحسب الصيغة (تقدير)
catalogue-need = { $format }: { $size }
catalogue-figures = نتائج منشورة
    .hint = من أوراق علمية، ولم يُقَس شيء منها هنا.
catalogue-benchmark = الاختبار
catalogue-score = النتيجة
catalogue-source = المصدر
catalogue-sources = مصادر هذه المعلومات
catalogue-obtain = كيف أجلبه
catalogue-obtain-title = جلب { $name } بحاسوب آخر
catalogue-obtain-steps = افتح هذا العنوان هناك، أو وجّه كاميرا الهاتف إلى الرمز. احفظ الملف وانقله إلى هنا على ذاكرة محمولة ثم استورده.
catalogue-address = العنوان
catalogue-code = العنوان على هيئة رمز استجابة سريعة
catalogue-carry = ما الذي تعود به
catalogue-file = الملف
catalogue-unknown = غير معروف
catalogue-hash = SHA-256
catalogue-hash-unknown = غير معروفة، فتبقى هويته غير معروفة
catalogue-size-exact = { $size } ({ $bytes } بايت)
catalogue-copy = نسخ العنوان
catalogue-copied = نُسخ
verdict-fits = يتّسع له هذا الحاسوب: نحو { $size } من الذاكرة.
verdict-tight = بالكاد يتّسع له هذا الحاسوب: نحو { $size } من الذاكرة.
verdict-will-not-fit = لا تتّسع له الذاكرة المتاحة هنا: نحو { $size }.
