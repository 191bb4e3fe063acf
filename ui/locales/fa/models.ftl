# پنجرهٔ مدل‌ها: آنچه نصب است، آوردن مدل، و آنچه می‌توان از جای دیگر گرفت.

models = مدل‌ها
    .shortcut = مدل‌ها ({ $keys })
models-explained = مدل‌ها به پرسش‌ها پاسخ می‌دهند. سند هیچ مدلی را خودش دانلود نمی‌کند: آن را با رایانه‌ای دیگر بگیرید، به اینجا بیاورید و وارد کنید.

## نصب‌شده

models-here = روی این رایانه
models-none = هنوز مدلی نصب نیست. مدلی وارد کنید، یا در فهرست ببینید چه می‌توان گرفت.
model-size = اندازه
model-parameters = پارامترها
model-format = قالب
model-context = متن همراه
model-family = خانواده
model-languages = زبان‌ها
model-licence = مجوز
model-template = قالب گفتگو
model-template-present = در فایل هست
model-template-absent = نیست و شاید موتور آن را نپذیرد
model-memory = حافظه
fit-fits = جا می‌شود: { $needed } می‌خواهد و { $available } آزاد است.
fit-tight = به‌سختی جا می‌شود: { $needed } از { $available } آزاد را می‌خواهد.
fit-will-not-fit = جا نمی‌شود: { $needed } می‌خواهد و تنها { $available } آزاد است.
fit-smaller = همین مدل با قالب { $quantisation } جا می‌شود.
model-identity = هویت
identity-same = همان فایل فهرست
identity-different = نه آن فایلی که فهرست با این نام می‌شناسد
identity-unknown = نامعلوم
model-origin = جا
origin-copied = در پوشهٔ سند کپی شده
origin-in-place = از همان جا به کار می‌رود
origin-package = همراه سند آمده
model-default = معمولاً پرسیده می‌شود
model-default-for = در { $languages } پرسیده می‌شود
model-adapter = مبدل
models-asked = کدام مدل پرسیده شود
    .hint = پرسش به زبانی که مدل خودش را دارد نخست آن مدل را بار می‌کند.
models-asked-default = معمولاً
models-asked-same = مدل معمول
model-confirm = فایل را همین‌گونه که هست به کار ببر
model-remove = برداشتن
model-remove-title = این مدل برداشته شود؟
model-remove-frees = این کار { $size } از دیسک را آزاد می‌کند. گفتگوها و پاسخ‌ها می‌مانند.
model-remove-in-place = فایل سر جایش می‌ماند؛ سند فقط دیگر آن را به کار نمی‌برد.
model-removed = مدل برداشته شد و { $size } آزاد شد.

## وارد کردن

model-import = وارد کردن مدل
model-import-explained = یک فایل ⁦.gguf⁩ روی این رایانه یا روی حافظهٔ همراه انتخاب کنید، یا آن را روی این پنجره رها کنید.
model-import-path = فایل مدل
model-import-look = فایل را بررسی کن
model-import-how = چگونه به کار رود
model-import-copy = اینجا کپی شود
    .hint = پس از آن می‌توان حافظهٔ همراه را جدا کرد.
model-import-in-place = از همان جا به کار رود
    .hint = روی این دیسک جا نمی‌گیرد. فایل باید همان جا بماند.
model-import-base = مبدلی برای { $model }.
model-import-act = وارد کردن
model-importing = در حال وارد کردن { $name }
model-import-progress = { $done } از { $total }
model-import-stop = توقف
model-import-stopping = در حال توقف…
model-import-stopped = وارد کردن متوقف شد. چیزی نگه داشته نشد.
model-imported = { $name } نصب شد.
model-drop-here = رها کنید تا فایل بررسی شود
models-watched = پوشهٔ زیر نظر
    .hint = مدل‌هایی که در این پوشه پیدا شوند در بالا پیشنهاد می‌شوند.
models-watched-choose = انتخاب پوشه
models-watched-end = دیگر زیر نظر نباشد
models-offered = روی حافظهٔ همراه یا در پوشهٔ زیر نظر پیدا شد
models-offered-notice = مدلی پیدا شد که می‌توان وارد کرد: { $file }

## فهرست

catalogue = فهرست
catalogue-explained = آنچه می‌توان با رایانه‌ای دیگر یا با تلفن گرفت. هر گفته منبعی دارد و آنچه کسی نگفته بود نیامده است.
catalogue-language = زبان
catalogue-language-any = هر زبان
catalogue-medical = برای پزشکی
catalogue-fits = روی این رایانه جا می‌شود
catalogue-none = چیزی از این گونه در فهرست نیست.
catalogue-publisher = ناشر
catalogue-active = پارامترهای فعال
catalogue-permits = اجازه می‌دهد
permits-any-use = هر کاربرد
permits-conditions = هر کاربرد با شرط‌های ناشر
permits-non-commercial = بدون کاربرد تجاری
permits-research = تنها پژوهش و آزمودن
catalogue-needs = حافظه بر پایهٔ قالب (برآورد)
catalogue-need = { $format }: { $size }
catalogue-figures = نتیجه‌های منتشرشده
    .hint = از مقاله‌ها. هیچ‌کدام اینجا اندازه‌گیری نشده است.
catalogue-benchmark = آزمون
catalogue-score = نتیجه
catalogue-source = منبع
catalogue-sources = این‌ها از کجا آمده‌اند
catalogue-obtain = چگونه بگیرمش
catalogue-obtain-title = گرفتن { $name } با رایانه‌ای دیگر
catalogue-obtain-steps = این نشانی را آنجا باز کنید، یا دوربین تلفن را رو به کد بگیرید. فایل را ذخیره کنید، روی حافظهٔ همراه به اینجا بیاورید و وارد کنید.
catalogue-address = نشانی
catalogue-code = نشانی به شکل کد QR
catalogue-carry = چه چیزی بیاورید
catalogue-file = فایل
catalogue-unknown = نامعلوم
catalogue-hash = SHA-256
catalogue-hash-unknown = نامعلوم است، پس هویتش نامعلوم می‌ماند
catalogue-size-exact = { $size } ({ $bytes } بایت)
catalogue-copy = کپی نشانی
catalogue-copied = کپی شد
verdict-fits = روی این رایانه جا می‌شود: حدود { $size } حافظه.
verdict-tight = به‌سختی روی این رایانه جا می‌شود: حدود { $size } حافظه.
verdict-will-not-fit = در حافظهٔ آزاد اینجا جا نمی‌شود: حدود { $size }.
