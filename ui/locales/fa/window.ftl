# هر چه پنجره می‌گوید، و هیچ‌یک از آنچه خط فرمان می‌گوید.
# عددها به‌صورت متغیر می‌آیند: رقمی که اینجا نوشته شود در متن راست‌به‌چپ جدا نمی‌شود.
# هنوز هیچ فارسی‌زبانی این ترجمه را بازبینی نکرده است.

app-name = سَنَد
version = نسخهٔ { $version }

## زبان، ارقام و پوسته
# هر زبان به نام خودش خوانده می‌شود، زبان پنجره هر چه باشد.

interface-settings = { $language }: زبان و ارقام
language-menu = زبان پنجره
language-en = English
language-ar = العربية
language-fa = فارسی
language-ur = اردو
language-he = עברית
language-fr = Français
beta = آزمایشی: هنوز هیچ گویشور این زبان آن را بازبینی نکرده است
digits-menu = ارقام پنجره
    .hint = برای تاریخ، ساعت و شمارش. دوزها و دیگر مقدارهای بالینی همچنان با ارقام لاتین نوشته می‌شوند.
digits-latn = لاتین
digits-arab = عربی شرقی
digits-arabext = فارسی و اردو
theme-system = پوسته: مطابق سیستم
theme-light = پوسته: روشن
theme-dark = پوسته: تیره

## پیش از گفتگوها

first-run = راه‌اندازی سَنَد
intended-use = سَنَد به کارکنان حرفه‌ای سلامت در اندیشیدن و نوشتن کمک می‌کند و جایگزین قضاوت بالینی آنان نیست. متنی که تولید می‌کند ممکن است نادرست باشد: در موارد اورژانسی، برای دوزی که کسی آن را بررسی نکرده است یا به‌جای صحبت با بیمار از آن استفاده نکنید.
passphrase-explained = گفتگوها روی همین رایانه می‌مانند و با عبارت عبوری که فقط شما می‌دانید رمزگذاری می‌شوند. هر بار که سَنَد اجرا شود، این عبارت از شما خواسته می‌شود.
passphrase-new = یک عبارت عبور انتخاب کنید
passphrase-repeat = دوباره بنویسید
passphrases-differ = دو عبارت عبور یکسان نیستند.
strength-empty = چند واژهٔ بی‌ارتباط با هم، عبارتی قوی می‌سازند که آسان به یاد می‌ماند.
strength-very-weak = بسیار ضعیف: بی‌درنگ حدس زده می‌شود. واژه‌های بیشتری اضافه کنید.
strength-weak = ضعیف: در برابر کسی که رایانه‌ای سریع دارد دوام نمی‌آورد. یک واژه اضافه کنید.
strength-fair = متوسط: اگر کسی جداً برای شکستن آن نکوشد کافی است. با یک واژهٔ دیگر قوی می‌شود.
strength-strong = قوی.
create-store = راه‌اندازی
creating-store = در حال راه‌اندازی…

unlock-title = قفل گفتگوهایتان را باز کنید
passphrase = عبارت عبور
show-passphrase = نمایش عبارت عبور
hide-passphrase = پنهان کردن عبارت عبور
caps-lock = کلید Caps Lock روشن است.
unlock = باز کردن قفل
unlocking = در حال باز کردن…

start-failed = سَنَد اجرا نشد
try-again = تلاش دوباره

## گفتگوها

conversations = گفتگوها
new-conversation = گفتگوی تازه
    .shortcut = گفتگوی تازه ({ $keys })
no-conversations = گفتگوهایتان اینجا فهرست می‌شوند.
show-conversations = نمایش گفتگوها
hide-conversations = پنهان کردن گفتگوها
group-today = امروز
group-yesterday = دیروز
group-week = این هفته
group-older = قدیمی‌تر
conversation-title = { $title } · { $time }
rename = تغییر نام

## مدل و موتور

no-model = بدون مدل
    .hint = هنوز مدلی نصب نشده است و چیزی نمی‌تواند پاسخ دهد. از مسئول این رایانه بخواهید مدلی اضافه کند.
notice-english-only = فقط انگلیسی
    .description = این مدل زبان‌های دیگر را نیاموخته است. پرسشی به آن زبان‌ها به مدل داده نمی‌شود.
notice-not-clinical = نه برای استفادهٔ بالینی
    .description = این مدل کوچک‌تر از آن است که بتوان در مراقبت از بیماران به آن تکیه کرد.
engine-off = موتور خاموش است
engine-loading = بارگذاری مدل { $percent }
engine-ready = آماده
engine-reading = خواندن پرسش { $percent }
engine-writing = در حال نوشتن
engine-failed = موتور متوقف شد
tokens = { $count ->
    [one] { $count } توکن
   *[other] { $count } توکن
}

## متن گفتگو

transcript = گفتگو
welcome = چه می‌خواهید بپرسید؟
welcome-private = آنچه می‌نویسید از این رایانه خارج نمی‌شود.
your-question = پرسش
answer = پاسخ
answers = پاسخ‌های این پرسش
generated = متن تولیدشده
table = جدول
jump-to-latest = تازه‌ترین
copy-answer = کپی پاسخ
copied = کپی شد
copy-address = کپی نشانی
copy-record = کپی برای پرونده
copied-record = برای پرونده کپی شد
copy-failed = چیزی کپی نشد: دوباره امتحان کنید
# سطر پایانی چنین نسخه‌ای.
record-generated = متن تولیدشده با مدل { $model } در سَنَد. پیش از استفادهٔ بالینی آن را بررسی کنید.
regenerate = نوشتن پاسخی دیگر
previous-answer = پاسخ قبلی
next-answer = پاسخ بعدی
answer-position = { $position } از { $count }
model-hash = اثر انگشت فایل مدل: { $hash }
tokens-per-second = { $rate ->
    [one] { $rate } توکن در ثانیه
   *[other] { $rate } توکن در ثانیه
}
first-token-after = { $seconds ->
    [one] نخستین واژه پس از { $seconds } ثانیه
   *[other] نخستین واژه پس از { $seconds } ثانیه
}

incomplete = ناتمام.
incomplete-stopped = پاسخ پیش از پایان متوقف شد.
incomplete-engine-failed = موتور هنگام نوشتن از کار افتاد. می‌توانید پاسخ دیگری بخواهید.
incomplete-length-limit = پاسخ به بیشترین طول مجاز رسید. بقیهٔ آن را بخواهید.
incomplete-app-ended = هنگام نوشته شدن پاسخ، سَنَد بسته شد. می‌توانید پاسخ دیگری بخواهید.
incomplete-copy-mark = [ناتمام. { $reason }]

declined-language-unsupported = مدل { $model } زبان { $language } را نمی‌داند؛ به همین دلیل پرسش به آن داده نشد.
    .hint = پاسخ به زبانی که مدل نیاموخته است روان به نظر می‌رسد ولی معنایی ندارد. به انگلیسی بپرسید، یا بخواهید مدلی اضافه شود که زبان { $language } را بداند.

announce-answer = پاسخ کامل شد.
announce-incomplete = پاسخ پیش از کامل شدن به پایان رسید.
announce-declined = پرسش به مدل داده نشد.

## هشدارها
# بستهٔ متن آن‌ها را در پرسش‌های چسبانده‌شده یا واردشده می‌یابد؛ `.hint` می‌گوید چه باید کرد.

question-warnings = شاید این پرسش آن چیزی را نگوید که به نظر می‌رسد.
warning-override = نویسه‌ای پنهان ترتیب نمایش این بخش را وارونه می‌کند.
    .hint = دوز ممکن است وارونه دیده شود. آن را با منبعش مقایسه کنید و از نو بنویسید.
warning-unbalanced = یک نشانهٔ جهت پنهان، آغاز یا پایان ندارد.
    .hint = متن پیرامون آن ممکن است با ترتیب دیگری نمایش داده شود. آن را با منبعش مقایسه کنید.
warning-invisible-tag = نویسه‌های پنهان در اینجا نوشته‌اند: «{ $spells }».
    .hint = هیچ‌کس آن‌ها را روی صفحه نمی‌بیند. بپرسید متن از کجا آمده است، و اگر از شما نیست حذفشان کنید.
warning-control-touches-digit = نویسه‌ای پنهان به یک رقم چسبیده است.
    .hint = عدد ممکن است متفاوت با آنچه ذخیره شده است دیده شود. آن را با منبعش مقایسه کنید و از نو بنویسید.
warning-look-alike = نویسه‌ای در اینجا فقط شبیه «{ $looks_like }» است.
    .hint = آن نویسه از الفبای دیگری است؛ پس دوز یا نام همان نیست که به نظر می‌رسد. آن را با منبعش مقایسه کنید و از نو بنویسید.
show-raw = نمایش متن خام
hide-raw = پنهان کردن متن خام
raw-text = متن خام
    .hint = به‌جای هر نویسهٔ پنهان، کد آن نوشته می‌شود.

## مقدارهای نشان‌دار
# بستهٔ متن آن‌ها را می‌یابد؛ `.reading` کنار مقدار و با واژه‌ها نوشته می‌شود.

mark-unknown = این مقدار را بررسی کنید.
mark-decimal-comma = ویرگول در اینجا نشانهٔ اعشار است.
    .reading = ({ $value })
mark-naked-decimal = عدد اعشاری بدون صفرِ پیش از ممیز ممکن است ده برابر خوانده شود.
    .reading = ({ $value })
mark-trailing-zero = صفرِ پس از ممیز ممکن است سبب شود مقدار ده برابر خوانده شود.
    .reading = ({ $value })
mark-unit-u = «{ $sign }» ممکن است صفر خوانده شود؛ بنویسید «واحد».
mark-micro-sign = «{ $sign }» ممکن است «{ $misread }» خوانده شود؛ بنویسید «میکروگرم».
mark-ambiguous-range = برخی این رقم‌ها را از راست می‌خوانند و برخی از چپ.
    .reading = (از { $from } تا { $to })
mark-ambiguous-schedule = برخی این رقم‌ها را از راست می‌خوانند و برخی از چپ.
    .reading = (صبح { $morning }، ظهر { $noon }، شب { $evening })
mark-ambiguous-schedule-four = برخی این رقم‌ها را از راست می‌خوانند و برخی از چپ.
    .reading = (صبح { $morning }، ظهر { $noon }، شب { $evening }، هنگام خواب { $bedtime })
mark-ambiguous-date = برخی این رقم‌ها را از راست می‌خوانند و برخی از چپ.
    .reading = (روز { $day }، ماه { $month }، سال { $year })
mark-ambiguous-negative = علامت ممکن است در هر یک از دو سوی عدد دیده شود.
    .reading = (منفی { $value })
mark-ambiguous-ratio = برخی این رقم‌ها را از راست می‌خوانند و برخی از چپ.
    .reading = ({ $first } به { $second })
mark-ambiguous-product = برخی این رقم‌ها را از راست می‌خوانند و برخی از چپ.
    .reading = (حاصل‌ضرب { $list })
mark-ambiguous-change = برخی این رقم‌ها را از راست می‌خوانند و برخی از چپ.
    .reading = (ابتدا { $from }، سپس { $to })
mark-ambiguous-spread = برخی این رقم‌ها را از راست می‌خوانند و برخی از چپ.
    .reading = ({ $value }، به‌علاوه یا منهای { $by })
mark-ambiguous-grouped = گروه‌های این عدد ممکن است به هر ترتیبی دیده شوند.
    .reading = ({ $value })
mark-ambiguous-sequence = برخی این رقم‌ها را از راست می‌خوانند و برخی از چپ.
    .reading = (به‌ترتیب: { $list })

## کادر پرسش

composer = پرسش شما
    .placeholder = پرسش خود را بنویسید
send = ارسال
stop = توقف
stopping = در حال توقف…
reminder = متن تولیدشده ممکن است نادرست باشد. پیش از استفاده آن را بررسی کنید.
draft-notes = دربارهٔ پرسش شما
draft-preview = این‌گونه خوانده می‌شود
question-language = زبان پرسش
    .value = زبان پرسش: { $language }
question-language-unknown = زبان شناسایی نشد
detect-language = تشخیص خودکار
language-with-dialect = { $language } ({ $dialect })
dialect-egy = مصری
dialect-lev = شامی
dialect-glf = خلیجی
dialect-mag = مغربی

## چسباندن
# فهرست `$list` از پیام‌های `removed-…` ساخته می‌شود.

pasted-removed = از متن چسبانده‌شده حذف شد: { $list }.
removed-direction-control = { $count ->
    [one] { $count } نشانهٔ جهت پنهان
   *[other] { $count } نشانهٔ جهت پنهان
}
removed-invisible-tag = { $count ->
    [one] { $count } برچسب پنهان
   *[other] { $count } برچسب پنهان
}
removed-invisible = { $count ->
    [one] { $count } نویسهٔ نامرئی
   *[other] { $count } نویسهٔ نامرئی
}
removed-control = { $count ->
    [one] { $count } نویسهٔ کنترلی
   *[other] { $count } نویسهٔ کنترلی
}
insert-as-it-was = درج به صورت اصلی

## واژه‌های گویشی
# مؤلفه، واژه و اصطلاح معیار و معادل انگلیسی را کنار هم نشان می‌دهد.

hints = منظورتان این بود…؟
hint-meaning = «{ $phrase }» شاید به معنای «{ $standard }» ({ $english }) باشد.
hint-add = افزودن اصطلاح بالینی
    .of = افزودن اصطلاح بالینی «{ $standard }» پس از «{ $phrase }»

## خطاها

dismiss = بستن
failure-unknown = مشکلی پیش آمد ({ $code }).
    .hint = از آنچه ذخیره شده بود چیزی از دست نرفته است. دوباره تلاش کنید یا سَنَد را از نو اجرا کنید.

## محاسبه‌ها

calc = محاسبه‌ها و دوزها
calc-toggle = محاسبه‌ها، امتیازها و دوزها ({ $key })
calc-search = جست‌وجوی محاسبه، امتیاز یا دوز
calc-nothing = چیزی با این نام یافت نشد.
calc-recent = آخرین‌های استفاده‌شده
calc-back = بازگشت به فهرست
calc-close = بستن محاسبه‌ها
calc-unit = واحد
calc-optional = اختیاری
calc-written = از آنچه نوشته‌اید:
calc-day = YYYY-MM-DD
calc-confirm = درست است
calc-needed = هنوز لازم است:
calc-clear = پاک کردن
calc-insert = درج در گفت‌وگو
calc-copy = رونوشت کارت
calc-copied = کارت رونوشت شد
calc-print = چاپ
calc-printed = تاریخ چاپ: { $date }
calc-entered = ورودی‌ها
calc-working = روش محاسبه
calc-sources = منابع
calc-ranges = محدوده‌های مرجع
calc-ranges-locked = برای بزرگسالان. محدوده‌های آزمایشگاه شما پس از باز شدن گفت‌وگوها نشان داده می‌شود و می‌توان آن‌ها را وارد کرد.
calc-range-low = حد پایین
calc-range-high = حد بالا
calc-range-keep = نگه‌داشتن
calc-range-cancel = انصراف
calc-range-own = محدودهٔ آزمایشگاه شما
calc-range-edit = وارد کردن محدودهٔ خودتان
calc-range-published = استفاده از محدودهٔ منتشرشده

## رقم‌هایی که منبعی ندارند

unsupported-figures = { $count ->
    [one] { $count } رقم در این پاسخ نه در پرسش آمده است، نه در محاسبه‌ای و نه در منبعی. پیش از استفاده آن را بررسی کنید.
   *[other] { $count } رقم در این پاسخ نه در پرسش آمده‌اند، نه در محاسبه‌ای و نه در منبعی. پیش از استفاده آن‌ها را بررسی کنید.
}
show-unsupported = نمایش آن‌ها
hide-unsupported = پنهان کردن آن‌ها
# آنچه صفحه‌خوان پس از چنین رقمی می‌گوید.
mark-unsupported = از پرسش نیست
mark-unsupported-value = بدون منبع: این رقم نه در پرسش آمده است و نه در محاسبه‌ای.
mark-unsupported-unit = بدون منبع: این رقم در پرسش با یکای دیگری آمده است.
mark-unsupported-drug = بدون منبع: این مقدار در پرسش برای داروی دیگری آمده است.
