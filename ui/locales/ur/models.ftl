# ماڈلوں کی ونڈو: کیا نصب ہے، ماڈل لانا، اور کیا کہیں اور سے لیا جا سکتا ہے۔

models = ماڈل
    .shortcut = ماڈل ({ $keys })
models-explained = ماڈل سوالوں کے جواب دیتے ہیں۔ سند خود کوئی ماڈل ڈاؤن لوڈ نہیں کرتا: اسے کسی اور کمپیوٹر سے حاصل کریں، یہاں لائیں اور درآمد کریں۔

## نصب شدہ

models-here = اس کمپیوٹر پر
models-none = ابھی کوئی ماڈل نصب نہیں۔ کوئی ماڈل درآمد کریں، یا فہرست میں دیکھیں کہ کیا لایا جا سکتا ہے۔
model-size = حجم
model-parameters = پیرامیٹر
model-format = شکل
model-context = سیاق
model-family = خاندان
model-languages = زبانیں
model-licence = اجازت نامہ
model-template = گفتگو کا سانچہ
model-template-present = فائل میں موجود ہے
model-template-absent = موجود نہیں، انجن اسے رد کر سکتا ہے
model-memory = میموری
fit-fits = گنجائش ہے: اسے { $needed } چاہیے اور { $available } خالی ہے۔
fit-tight = گنجائش کم ہے: خالی { $available } میں سے اسے { $needed } چاہیے۔
fit-will-not-fit = گنجائش نہیں: اسے { $needed } چاہیے اور صرف { $available } خالی ہے۔
fit-smaller = یہی ماڈل { $quantisation } کی شکل میں سما جائے گا۔
model-identity = شناخت
identity-same = فہرست والی وہی فائل
identity-different = وہ فائل نہیں جسے فہرست اس نام سے جانتی ہے
identity-unknown = نامعلوم
model-origin = جگہ
origin-copied = سند کے فولڈر میں نقل کیا گیا
origin-in-place = اپنی جگہ سے استعمال ہوتا ہے
origin-package = سند کے ساتھ آیا
model-default = عموماً اسی سے پوچھا جاتا ہے
model-default-for = { $languages } میں اسی سے پوچھا جاتا ہے
model-adapter = اڈاپٹر
models-asked = کس ماڈل سے پوچھا جائے
    .hint = جس زبان کا اپنا ماڈل ہو، اس میں سوال پہلے وہی ماڈل لوڈ کرتا ہے۔
models-asked-default = عموماً
models-asked-same = عام ماڈل
model-confirm = فائل کو موجودہ صورت میں استعمال کریں
model-remove = ہٹائیں
model-remove-title = یہ ماڈل ہٹا دیا جائے؟
model-remove-frees = اس سے ڈسک پر { $size } خالی ہو گا۔ گفتگو اور جواب باقی رہیں گے۔
model-remove-in-place = فائل اپنی جگہ رہے گی؛ سند صرف اس کا استعمال چھوڑ دے گا۔
model-removed = ماڈل ہٹا دیا گیا اور { $size } خالی ہوا۔

## درآمد

model-import = ماڈل درآمد کریں
model-import-explained = اس کمپیوٹر یا کسی یو ایس بی سے ⁦.gguf⁩ فائل منتخب کریں، یا اسے اس ونڈو پر چھوڑ دیں۔
model-import-path = ماڈل کی فائل
model-import-look = فائل کا معائنہ کریں
model-import-how = استعمال کا طریقہ
model-import-copy = یہاں نقل کریں
    .hint = اس کے بعد یو ایس بی نکالی جا سکتی ہے۔
model-import-in-place = اپنی جگہ سے استعمال کریں
    .hint = اس ڈسک پر جگہ نہیں لیتا۔ فائل کو وہیں رہنا ہو گا۔
model-import-base = { $model } کے لیے اڈاپٹر۔
model-import-act = درآمد کریں
model-importing = { $name } درآمد ہو رہا ہے
model-import-progress = { $total } میں سے { $done }
model-import-stop = روکیں
model-import-stopping = روکا جا رہا ہے…
model-import-stopped = درآمد روک دی گئی۔ کچھ محفوظ نہیں رکھا گیا۔
model-imported = { $name } نصب ہو گیا۔
model-drop-here = فائل کے معائنے کے لیے چھوڑ دیں
models-watched = زیرِ نظر فولڈر
    .hint = اس فولڈر میں آنے والے ماڈل اوپر پیش کیے جاتے ہیں۔
models-watched-choose = فولڈر منتخب کریں
models-watched-end = نظر رکھنا بند کریں
models-offered = یو ایس بی یا زیرِ نظر فولڈر میں ملا
models-offered-notice = ایک ماڈل ملا جو درآمد ہو سکتا ہے: { $file }

## فہرست

catalogue = فہرست
catalogue-explained = جو کچھ کسی اور کمپیوٹر یا فون سے لایا جا سکتا ہے۔ ہر بات کا ماخذ ہے، اور جو کسی نے نہیں بتائی وہ درج نہیں۔
catalogue-language = زبان
catalogue-language-any = کوئی بھی
catalogue-medical = طب کے لیے بنا
catalogue-fits = اس کمپیوٹر میں گنجائش ہے
catalogue-none = فہرست میں اس قسم کا کچھ نہیں۔
catalogue-publisher = ناشر
catalogue-active = فعال پیرامیٹر
catalogue-permits = اجازت
permits-any-use = ہر استعمال
permits-conditions = ناشر کی شرائط کے ساتھ ہر استعمال
permits-non-commercial = تجارتی استعمال نہیں
permits-research = صرف تحقیق اور آزمائش
catalogue-needs = شکل کے لحاظ سے میموری (اندازہ)
catalogue-need = { $format }: { $size }
catalogue-figures = شائع شدہ نتائج
    .hint = مقالوں سے۔ ان میں سے کچھ یہاں ناپا نہیں گیا۔
catalogue-benchmark = امتحان
catalogue-score = نتیجہ
catalogue-source = ماخذ
catalogue-sources = یہ باتیں کہاں سے ہیں
catalogue-obtain = اسے کیسے حاصل کریں
catalogue-obtain-title = کسی اور کمپیوٹر سے { $name } حاصل کریں
catalogue-obtain-steps = وہاں یہ پتا کھولیں، یا فون کا کیمرا کوڈ کی طرف کریں۔ فائل محفوظ کریں، یو ایس بی پر یہاں لائیں اور درآمد کریں۔
catalogue-address = پتا
catalogue-code = پتا کیو آر کوڈ کی صورت میں
catalogue-carry = کیا ساتھ لانا ہے
catalogue-file = فائل
catalogue-unknown = نامعلوم
catalogue-hash = SHA-256
catalogue-hash-unknown = نامعلوم، اس لیے شناخت نامعلوم رہے گی
catalogue-size-exact = { $size } ({ $bytes } بائٹ)
catalogue-copy = پتا نقل کریں
catalogue-copied = نقل ہو گیا
verdict-fits = اس کمپیوٹر میں گنجائش ہے: تقریباً { $size } میموری۔
verdict-tight = اس کمپیوٹر میں مشکل سے گنجائش ہے: تقریباً { $size } میموری۔
verdict-will-not-fit = یہاں کی خالی میموری میں گنجائش نہیں: تقریباً { $size }۔
