# ما تقوله النافذة حول الأدوار والقوالب؛ أما كلماتها هي فتأتي من ملفاتها.

templates = الأدوار والقوالب
    .hint = اختر واحدًا واملأ استمارته. يوضع نصه في خانة السؤال، ويمكنك تعديله قبل الإرسال.
    .shortcut = الأدوار والقوالب ({ $keys })
template-search = ابحث بأي كلمة
personas = أدوار، للمحادثة كلها
templates-group = قوالب، لسؤال واحد
template-nothing = لا شيء بهذا الاسم.
template-origin-changed = عدّلته أنت، الإصدار { $version }
template-origin-own = من إعدادك، الإصدار { $version }
template-change = تعديل «{ $name }»
template-export-one = تصدير «{ $name }»
template-remove-changed = إعادة «{ $name }» إلى صيغته الأصلية
template-remove-own = حذف «{ $name }»
template-new = قالب جديد
persona-new = دور جديد

## الاستمارة

template-form = ملء الاستمارة
template-language = لغة النص
template-preview-language = لغة المعاينة
template-preview = هذا ما يوضع في خانة السؤال
template-preview-persona = هذا ما يُقال للنموذج
persona-follows = يُقال هذا للنموذج في كل مرة بلغة سؤالك إذا كانت العربية أو الإنجليزية.
template-back = العودة إلى القائمة
template-insert = إدراج في السؤال
persona-use = استعماله في هذه المحادثة
template-optional = اختياري
template-none = بلا إدخال
template-entry-missing = هذا الحقل مطلوب.
template-entry-too-long = لا يتسع هذا الحقل لأكثر من { $limit } من المحارف.
template-entry-not-a-number = اكتب رقمًا بسيطًا، بنقطة قبل الكسور ودون فاصلة.
template-entry-below = أصغر قيمة هنا هي { $limit }.
template-entry-above = أكبر قيمة هنا هي { $limit }.
template-entry-no-unit = اختر الوحدة.
template-entry-no-choice = اختر أحد الأجوبة.
template-entry-not-a-day = اكتب تاريخًا صحيحًا: السنة ثم الشهر ثم اليوم وبينها شرطات.

## دور المحادثة

persona-of-conversation = دور هذه المحادثة
persona-chosen = { $name }: دور هذه المحادثة
persona-change = اختيار دور آخر…
persona-remove = دون دور

## التعديل

template-edit = تعديل
template-name = الاسم
template-about = فائدته
template-fields = حقول الاستمارة
    .hint = لكل حقل اسم بين قوسين معقوفين يستدعي به النص أدناه ما أُدخل فيه.
template-add-field = إضافة حقل
template-key = الاسم في النص
template-kind = نوع الإدخال
template-kind-text = سطر من النص
template-kind-long_text = عدة أسطر
template-kind-number = رقم
template-kind-choice = جواب من عدة أجوبة
template-kind-date = تاريخ
template-kind-age = عمر
template-required = لا بد من ملئه
template-label = العنوان
template-least = أصغر قيمة
template-most = أكبر قيمة
template-choices = الأجوبة
template-units = الوحدات
template-add-option = إضافة
template-option-remove = إزالة «{ $option }»
template-field-up = رفع «{ $field }» إلى الأعلى
template-field-remove = إزالة الحقل «{ $field }»
template-body = نص السؤال
template-system = ما يُقال للنموذج عن دوره
template-text-hint = اكتب { $field } حيث يوضع ما أُدخل. وضع ما يرافق حقلًا قد يبقى فارغًا بين { $opens } و{ $closes }.
template-rules = ما يتولاه سَنَد بنفسه
template-follows = طلب كل إجابة بلغة السؤال
template-interviews = سؤال واحد في كل إجابة ثم خلاصة
template-questions = عدد الأسئلة قبل الخلاصة: رقم أو اسم حقل
template-heading = عنوان الخلاصة
template-conclusion = ما يُقال للنموذج حين يحين وقت الخلاصة
template-save = حفظ
template-fault-missing = ينقص هنا شيء.
template-fault-value = هذه القيمة غير ممكنة هنا.
template-fault-twice = هناك اثنان بهذا الاسم.
template-fault-placeholder = يستدعي النص حقلًا لا وجود له في الاستمارة، أو فيه قوس معقوف زائد. اكتب القوس مرتين ليظهر في النص.
template-fault-alone = في النص حقل قد يبقى فارغًا. ضعه مع عنوانه في جزء اختياري، أو اجعل ملء الحقل لازمًا.
template-fault-part = هناك جزء اختياري لم يُغلق، أو ليس فيه حقل.
template-fault-too-long = القالب أطول مما يحفظه سَنَد.

## الملفات

template-import = استيراد قالب
    .hint = اختر ملف قالب من زميل أو من حاسوب آخر. لا يتغير شيء قبل التأكد من سلامته.
template-clash = للقالب «{ $name }» معرّف قالب موجود هنا، ومضمونهما مختلف.
template-clash-question = ماذا تريد أن تفعل بهما؟
template-clash-keep_both = الاحتفاظ بالاثنين
    .hint = يأخذ القالب الآتي من الملف اسمًا آخر.
template-clash-replace = استبدال
    .hint = يحل القالب الآتي من الملف محل الموجود.
template-imported-added = تم استيراد «{ $name }».
template-imported-already_there = القالب «{ $name }» موجود هنا من قبل بالكلمات نفسها.
template-export = تصدير قالب
    .hint = في الملف الاستمارة وكلماتها، وليس فيه شيء مما أُدخل.
template-exported = كُتب في { $path }.
