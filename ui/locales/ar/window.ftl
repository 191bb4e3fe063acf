# كل ما تقوله النافذة، ولا شيء مما يقوله سطر الأوامر.
# تأتي الأرقام متغيّراتٍ ولا تُكتب هنا.

app-name = سَنَد
version = الإصدار { $version }

## اللغة والأرقام والمظهر
# تُسمّى كل لغة باسمها هي، أيًّا كانت لغة النافذة.

interface-settings = { $language }: اللغة والأرقام
language-menu = لغة النافذة
language-en = English
language-ar = العربية
language-fa = فارسی
language-ur = اردو
language-he = עברית
language-fr = Français
beta = نسخة تجريبية: لم يراجعها بعدُ أحد الناطقين بها
digits-menu = أرقام النافذة
    .hint = للتواريخ والأوقات والأعداد. أما الجرعات وسائر القيم السريرية فتبقى بالأرقام اللاتينية.
digits-latn = لاتينية
digits-arab = عربية مشرقية
digits-arabext = فارسية وأردية
theme-system = المظهر: كما في النظام
theme-light = المظهر: فاتح
theme-dark = المظهر: داكن

## قبل المحادثات

first-run = إعداد سَنَد
intended-use = يساعد سَنَد العاملين في الرعاية الصحية على التفكير والكتابة، ولا يحلّ محلّ تقديرهم السريري. النص المولَّد قد يكون خاطئًا؛ فلا تعتمد عليه في حالة طارئة، ولا في جرعة لم يراجعها أحد، ولا بديلًا عن الحديث مع المريض.
passphrase-explained = تبقى المحادثات على هذا الحاسوب مشفَّرةً بعبارة مرور لا يعرفها سواك، وستُطلب منك كلما بدأ سَنَد.
passphrase-new = اختر عبارة مرور
passphrase-repeat = اكتبها مرة أخرى
passphrases-differ = عبارتا المرور غير متطابقتين.
strength-empty = بضع كلمات لا رابط بينها عبارةٌ قوية يسهل تذكّرها.
strength-very-weak = ضعيفة جدًّا: يمكن تخمينها في الحال. أضف كلمات أخرى.
strength-weak = ضعيفة: لا تصمد أمام من يملك حاسوبًا سريعًا. أضف كلمة.
strength-fair = مقبولة: تكفي ما لم يحاول أحد كسرها بجدّ. كلمة أخرى تجعلها قوية.
strength-strong = قوية.
create-store = إعداد
creating-store = جارٍ الإعداد…

unlock-title = افتح محادثاتك
passphrase = عبارة المرور
show-passphrase = إظهار عبارة المرور
hide-passphrase = إخفاء عبارة المرور
caps-lock = مفتاح الحروف الكبيرة مفعَّل.
unlock = فتح
unlocking = جارٍ الفتح…

start-failed = تعذّر بدء سَنَد
try-again = إعادة المحاولة

## المحادثات

conversations = المحادثات
new-conversation = محادثة جديدة
    .shortcut = محادثة جديدة ({ $keys })
no-conversations = ستظهر محادثاتك هنا.
show-conversations = إظهار المحادثات
hide-conversations = إخفاء المحادثات
group-today = اليوم
group-yesterday = أمس
group-week = هذا الأسبوع
group-older = أقدم
conversation-title = { $title } · { $time }
rename = تغيير العنوان

## النموذج والمحرّك

no-model = لا يوجد نموذج
    .hint = لم يُثبَّت أي نموذج بعد، فليس هناك ما يجيب. اطلب ممّن يتولّى شؤون هذا الحاسوب إضافة نموذج.
notice-english-only = بالإنجليزية فقط
    .description = لم يتعلّم هذا النموذج لغات أخرى، فلا تُطرح عليه أسئلة بها.
notice-not-clinical = ليس للاستعمال السريري
    .description = هذا النموذج أصغر من أن يُعتمد عليه في رعاية المرضى.
engine-off = المحرّك متوقّف
engine-loading = تحميل النموذج { $percent }
engine-ready = جاهز
engine-reading = قراءة السؤال { $percent }
engine-writing = يكتب
engine-failed = توقّف المحرّك
tokens = { $count ->
    [zero] لا رموز
    [one] رمز واحد
    [two] رمزان
    [few] { $count } رموز
    [many] { $count } رمزًا
   *[other] { $count } رمز
}

## المحادثة المفتوحة

transcript = المحادثة
welcome = عمّ تودّ أن تسأل؟
welcome-private = لا شيء مما تكتبه يغادر هذا الحاسوب.
your-question = السؤال
answer = الإجابة
answers = إجابات هذا السؤال
generated = نص مولَّد
table = جدول
jump-to-latest = إلى الأحدث
copy-answer = نسخ الإجابة
copied = تم النسخ
copy-address = نسخ العنوان
copy-record = نسخ للسجل الطبي
copied-record = تم النسخ للسجل الطبي
copy-failed = لم يُنسخ شيء؛ حاول مرة أخرى
# السطر الأخير من هذه النسخة.
record-generated = نصّ ولّده النموذج { $model } بواسطة سَنَد. تحقّق منه قبل استعماله سريريًّا.
regenerate = كتابة إجابة أخرى
previous-answer = الإجابة السابقة
next-answer = الإجابة التالية
answer-position = { $position } من { $count }
model-hash = بصمة ملف النموذج: { $hash }
tokens-per-second = { $rate ->
    [zero] أقل من رمز في الثانية
    [one] رمز واحد في الثانية
    [two] رمزان في الثانية
    [few] { $rate } رموز في الثانية
    [many] { $rate } رمزًا في الثانية
   *[other] { $rate } رمز في الثانية
}
first-token-after = { $seconds ->
    [zero] أول كلمة في الحال
    [one] أول كلمة بعد ثانية واحدة
    [two] أول كلمة بعد ثانيتين
    [few] أول كلمة بعد { $seconds } ثوانٍ
    [many] أول كلمة بعد { $seconds } ثانيةً
   *[other] أول كلمة بعد { $seconds } ثانية
}

incomplete = إجابة غير مكتملة.
incomplete-stopped = أُوقفت الإجابة قبل نهايتها.
incomplete-engine-failed = توقّف المحرّك أثناء الكتابة. يمكنك طلب إجابة أخرى.
incomplete-length-limit = بلغت الإجابة أقصى طول مسموح به. اطلب بقيّتها.
incomplete-app-ended = أُغلق سَنَد أثناء كتابة الإجابة. يمكنك طلب إجابة أخرى.
incomplete-copy-mark = [إجابة غير مكتملة. { $reason }]

declined-language-unsupported = لا يعرف النموذج { $model } اللغة { $language }، لذا لم يُطرح عليه السؤال.
    .hint = الإجابة بلغة لم يتعلّمها النموذج تبدو سليمة ولا معنى لها. اسأل بالإنجليزية، أو اطلب إضافة نموذج يعرف اللغة { $language }.

announce-answer = اكتملت الإجابة.
announce-incomplete = انتهت الإجابة قبل أن تكتمل.
announce-declined = لم يُطرح السؤال على النموذج.

## تحذيرات
# تجدها حزمة النص في الأسئلة الملصقة أو المستوردة، والسمة `.hint` تقول ما العمل.

question-warnings = قد لا يقول هذا السؤال ما يبدو أنه يقوله.
warning-override = محرف مخفي يقلب ترتيب ما يظهر هنا.
    .hint = قد تظهر الجرعة معكوسة. قارنها بمصدرها ثم اكتبها من جديد.
warning-unbalanced = علامة اتجاه مخفية هنا بلا بداية أو بلا نهاية.
    .hint = قد يظهر ما حولها بترتيب آخر. قارنه بمصدره.
warning-invisible-tag = محارف مخفية هنا تكتب «{ $spells }».
    .hint = لا يراها أحد على الشاشة. اسأل عن مصدر النص، واحذفها ما لم تكن أنت من وضعها.
warning-control-touches-digit = محرف مخفي يلاصق رقمًا.
    .hint = قد يظهر العدد على غير ما هو مخزَّن. قارنه بمصدره ثم اكتبه من جديد.
warning-look-alike = محرف هنا يشبه «{ $looks_like }» وليس هو.
    .hint = هو من أبجدية أخرى، فليست الجرعة أو الاسم كما يبدو. قارنه بمصدره ثم اكتبه من جديد.
show-raw = إظهار النص الخام
hide-raw = إخفاء النص الخام
raw-text = النص الخام
    .hint = يُكتب كل محرف مخفي برمزه.

## قيم معلَّمة
# تجدها حزمة النص، وتُكتب القراءة `.reading` بجانب القيمة.

mark-unknown = تحقّق من هذه القيمة.
mark-decimal-comma = الفاصلة هنا علامة عشرية.
    .reading = ({ $value })
mark-naked-decimal = الكسر العشري بلا صفر قبله قد يُقرأ عشرة أضعافه.
    .reading = ({ $value })
mark-trailing-zero = الصفر بعد العلامة العشرية قد يُقرأ عشرة أضعاف القيمة.
    .reading = ({ $value })
mark-unit-u = الحرف «{ $sign }» قد يُقرأ صفرًا؛ اكتب «وحدة».
mark-micro-sign = الرمز «{ $sign }» قد يُقرأ «{ $misread }»؛ اكتب «ميكروغرام».
mark-ambiguous-range = يقرأ بعضهم هذه الأرقام من اليمين وبعضهم من اليسار.
    .reading = (من { $from } إلى { $to })
mark-ambiguous-schedule = يقرأ بعضهم هذه الأرقام من اليمين وبعضهم من اليسار.
    .reading = (صباحًا { $morning }، ظهرًا { $noon }، مساءً { $evening })
mark-ambiguous-schedule-four = يقرأ بعضهم هذه الأرقام من اليمين وبعضهم من اليسار.
    .reading = (صباحًا { $morning }، ظهرًا { $noon }، مساءً { $evening }، عند النوم { $bedtime })
mark-ambiguous-date = يقرأ بعضهم هذه الأرقام من اليمين وبعضهم من اليسار.
    .reading = (اليوم { $day }، الشهر { $month }، السنة { $year })
mark-ambiguous-negative = قد تظهر الإشارة على أيٍّ من جانبي الرقم.
    .reading = (ناقص { $value })
mark-ambiguous-ratio = يقرأ بعضهم هذه الأرقام من اليمين وبعضهم من اليسار.
    .reading = ({ $first } إلى { $second })
mark-ambiguous-product = يقرأ بعضهم هذه الأرقام من اليمين وبعضهم من اليسار.
    .reading = (حاصل ضرب { $list })
mark-ambiguous-change = يقرأ بعضهم هذه الأرقام من اليمين وبعضهم من اليسار.
    .reading = (أولًا { $from } ثم { $to })
mark-ambiguous-spread = يقرأ بعضهم هذه الأرقام من اليمين وبعضهم من اليسار.
    .reading = ({ $value } بزيادة أو نقصان { $by })
mark-ambiguous-grouped = قد تظهر مجموعات هذا الرقم بأيّ ترتيب.
    .reading = ({ $value })
mark-ambiguous-sequence = يقرأ بعضهم هذه الأرقام من اليمين وبعضهم من اليسار.
    .reading = (بالترتيب: { $list })

## خانة السؤال

composer = سؤالك
    .placeholder = اكتب سؤالك
send = إرسال
stop = إيقاف
stopping = جارٍ الإيقاف…
reminder = قد يخطئ النص المولَّد. تحقّق منه قبل استعماله.
draft-notes = ملاحظات على سؤالك
draft-preview = سيُقرأ هكذا
question-language = لغة السؤال
    .value = لغة السؤال: { $language }
question-language-unknown = لغة غير معروفة
detect-language = كشف تلقائي
language-with-dialect = { $language } ({ $dialect })
dialect-egy = مصرية
dialect-lev = شامية
dialect-glf = خليجية
dialect-mag = مغاربية

## اللصق
# تتألف القائمة `$list` من الرسائل `removed-…`.

pasted-removed = حُذف من النص الملصق: { $list }.
removed-direction-control = { $count ->
    [zero] لا علامات اتجاه مخفية
    [one] علامة اتجاه مخفية واحدة
    [two] علامتا اتجاه مخفيتان
    [few] { $count } علامات اتجاه مخفية
    [many] { $count } علامة اتجاه مخفية
   *[other] { $count } علامة اتجاه مخفية
}
removed-invisible-tag = { $count ->
    [zero] لا وسوم مخفية
    [one] وسم مخفي واحد
    [two] وسمان مخفيان
    [few] { $count } وسوم مخفية
    [many] { $count } وسمًا مخفيًّا
   *[other] { $count } وسم مخفي
}
removed-invisible = { $count ->
    [zero] لا محارف غير مرئية
    [one] محرف واحد غير مرئي
    [two] محرفان غير مرئيين
    [few] { $count } محارف غير مرئية
    [many] { $count } محرفًا غير مرئي
   *[other] { $count } محرف غير مرئي
}
removed-control = { $count ->
    [zero] لا محارف تحكّم
    [one] محرف تحكّم واحد
    [two] محرفا تحكّم
    [few] { $count } محارف تحكّم
    [many] { $count } محرف تحكّم
   *[other] { $count } محرف تحكّم
}
insert-as-it-was = إدراجه كما كان

## كلمات من اللهجات
# يعرض المكوّن الكلمة ومقابلها الفصيح والإنجليزي جنبًا إلى جنب.

hints = هل تقصد…؟
hint-meaning = قد تعني «{ $phrase }»: «{ $standard }» ({ $english }).
hint-add = إضافة المصطلح السريري
    .of = إضافة المصطلح السريري «{ $standard }» بعد «{ $phrase }»

## الأعطال

dismiss = إغلاق
failure-unknown = حدث خطأ ({ $code }).
    .hint = لم يُفقد شيء مما حُفظ. أعد المحاولة، أو أعد تشغيل سَنَد.

## الحاسبات

calc = الحاسبات والجرعات
calc-toggle = الحاسبات والمقاييس والجرعات ({ $key })
calc-search = ابحث عن حاسبة أو مقياس أو جرعة
calc-nothing = لا يوجد شيء بهذا الاسم.
calc-recent = المستعملة أخيرًا
calc-back = العودة إلى القائمة
calc-close = إغلاق الحاسبات
calc-unit = الوحدة
calc-optional = اختياري
calc-written = مما ورد في أسئلتك:
calc-day = YYYY-MM-DD
calc-confirm = القيمة صحيحة
calc-needed = ما زال مطلوبًا:
calc-clear = مسح الحقول
calc-insert = إدراج في المحادثة
calc-copy = نسخ البطاقة
calc-copied = نُسخت البطاقة
calc-print = طباعة
calc-printed = طُبعت بتاريخ { $date }
calc-entered = المدخلات
calc-working = طريقة الحساب
calc-sources = المصادر
calc-ranges = المجالات المرجعية
calc-ranges-locked = للبالغين. تظهر مجالات مختبرك ويمكن إدخالها بعد فتح المحادثات بعبارة المرور.
calc-range-low = الحد الأدنى
calc-range-high = الحد الأعلى
calc-range-keep = حفظ
calc-range-cancel = إلغاء
calc-range-own = مجال مختبرك
calc-range-edit = إدخال مجال مختبرك
calc-range-published = العودة إلى المجال المنشور

## أرقام لا مصدر لها

unsupported-figures = { $count ->
    [zero] لا أرقام بلا مصدر في هذه الإجابة.
    [one] في هذه الإجابة رقم واحد لم يرد في السؤال ولا في حساب ولا في مصدر. تحقّق منه قبل استعماله.
    [two] في هذه الإجابة رقمان لم يردا في السؤال ولا في حساب ولا في مصدر. تحقّق منهما قبل استعمالهما.
    [few] في هذه الإجابة { $count } أرقام لم ترد في السؤال ولا في حساب ولا في مصدر. تحقّق منها قبل استعمالها.
    [many] في هذه الإجابة { $count } رقمًا لم ترد في السؤال ولا في حساب ولا في مصدر. تحقّق منها قبل استعمالها.
   *[other] في هذه الإجابة { $count } رقم لم ترد في السؤال ولا في حساب ولا في مصدر. تحقّق منها قبل استعمالها.
}
show-unsupported = عرضها
hide-unsupported = إخفاؤها
# ما يقوله قارئ الشاشة بعد مثل هذا الرقم.
mark-unsupported = ليس من السؤال
mark-unsupported-value = بلا مصدر: لم يرد هذا الرقم في السؤال ولا في حساب.
mark-unsupported-unit = بلا مصدر: ورد هذا الرقم في السؤال بوحدة أخرى.
mark-unsupported-drug = بلا مصدر: وردت هذه الكمية في السؤال لدواء آخر.
