## پنجره‌های گفتگو

close = بستن
cancel = لغو
undo = واگرد
keep-changes = ذخیره

## فهرست گفتگوها

group-pinned = سنجاق‌شده
all-conversations = همهٔ گفتگوها
more-conversations = نمایش بیشتر
shelf-archive = بایگانی
shelf-bin = سطل بازیافت
    .hint = گفتگوهای این سطل پس از چند دقیقه، و هنگام قفل یا بسته شدن سند، برای همیشه پاک می‌شوند.
archive-empty = بایگانی خالی است.
bin-empty = سطل بازیافت خالی است.
folder-empty = این پوشه خالی است.
actions-of = کارهای «{ $title }»

## پوشه‌ها

folders = پوشه‌ها
new-folder = پوشهٔ تازه
rename-folder = تغییر نام پوشه
remove-folder = حذف پوشه
remove-folder-explained = گفتگوهای آن می‌مانند و در هیچ پوشه‌ای نخواهند بود.
move = انتقال به پوشه
move-out = بیرون آوردن از پوشه
move-to-new = ساختن و انتقال به آن

## کارهای گفتگو

pin = سنجاق کردن
unpin = برداشتن سنجاق
archive = بایگانی کردن
unarchive = بیرون آوردن از بایگانی
archived = به بایگانی رفت.
unarchived = از بایگانی بیرون آمد.
delete = حذف
deleted = به سطل بازیافت رفت و تا چند دقیقهٔ دیگر پاک می‌شود.
undelete = برگرداندن
erase = همین حالا پاک شود
erase-title = این گفتگو پاک شود؟
erase-explained = پرسش‌ها، پاسخ‌ها و پیش‌نویس‌ها از این رایانه پاک می‌شوند و برگشتی ندارد.
erase-backups = نسخه‌های پشتیبان پیشین تا زمانی که نسخه‌های تازه‌تر جایشان را بگیرند آن را در خود دارند.
erased = پاک شد.
about = دربارهٔ این گفتگو
persona = نقشی که به مدل داده می‌شود
    .hint = برای نمونه: «تو مشاور درمانگاهی روستایی و بی‌آزمایشگاه هستی.» اگر خالی بماند، دستورهای خود سند برقرار است.
conversation-language = زبان
conversation-language-each = به زبان هر پرسش
conversation-model = مدل
conversation-model-usual = مدل همیشگی
conversation-model-gone = مدلی که دیگر نصب نیست

## گفتگوی موقت

new-temporary = گفتگوی موقت تازه
temporary = گفتگوی موقت.
    .hint = هیچ بخشی از آن هرگز روی دیسک نوشته نمی‌شود و با ترک آن از میان می‌رود.
temporary-gone = گفتگوی موقت از میان رفت.

## شاخه‌ها

edit-question = ویرایش این پرسش
editing = در حال ویرایش یک پرسش هستید.
    .hint = متن پیشین و هرچه پس از آن آمده می‌ماند.
wordings = نگارش‌های این پرسش
previous-wording = نگارش پیشین
next-wording = نگارش بعدی
fork = گفتگوی تازه از اینجا
forked = این اکنون گفتگویی جداست و گفتگوی اصلی دست‌نخورده است.
continue-answer = ادامه

## جست‌وجو

search = جست‌وجو
    .shortcut = جست‌وجو ({ $keys })
    .placeholder = جست‌وجو در همهٔ گفتگوها
    .hint = عنوان‌ها، پرسش‌ها و پاسخ‌ها جست‌وجو می‌شوند.
search-hits = یافته‌ها
found-nothing = چیزی یافت نشد.
found = { $count ->
    [one] { $count } مورد یافت شد.
   *[other] { $count } مورد یافت شد.
}
found-so-far = { $count ->
    [one] { $count } مورد تا اینجا؛ باز هم هست.
   *[other] { $count } مورد تا اینجا؛ باز هم هست.
}
index-incomplete = بخشی از متن‌ها هنوز نمایه نشده و شاید اینجا نباشد.
found-in-title = عنوان
found-in-question = پرسش
found-in-answer = پاسخ
filters = محدود کردن جست‌وجو
filter-period = زمان
period-any = هر زمان
period-week = هفتهٔ گذشته
period-month = ماه گذشته
period-year = سال گذشته
period-between = میان دو روز
filter-first = از
filter-last = تا
filter-folder = پوشه
folder-any = هر پوشه
filter-archive = بایگانی
archive-both = همراه با بایگانی
archive-outside = بدون بایگانی
archive-inside = فقط بایگانی
filter-model = مدل
model-any = هر مدل

left-out = آنچه بالای این خط است بیش از آن است که مدل یک‌جا بخواند و در پاسخ آخر به حساب نیامد.
