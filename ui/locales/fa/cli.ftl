# آنچه فقط خط فرمان می‌گوید.
# هنوز هیچ فارسی‌زبانی این ترجمه را بازبینی نکرده است.

passphrase-ask = عبارت عبور:
passphrase-choose = برای گفتگوهایتان یک عبارت عبور انتخاب کنید:
answer-generated-by = تولیدشده با { $model }
answer-incomplete = [ناتمام]
archive-passphrase-ask = عبارت عبور بایگانی:
import-done = گفتگوهای درون‌ریزی‌شده: { $conversations }. از پیش موجود: { $already }.

doctor-version = نسخه
doctor-cpu = قابلیت‌های پردازنده
doctor-memory = حافظهٔ آزاد
doctor-engine = موتور
doctor-engines-skipped = موتورهایی که اینجا کار نمی‌کنند
doctor-data = پوشهٔ داده‌ها
doctor-models = پوشهٔ مدل آغازین
doctor-window-containment = محدودیت‌های پنجره
doctor-engine-containment = محدودیت‌های موتور

memory-fits = جا می‌شود: { $needed } از { $available } حافظهٔ آزاد
memory-tight = حافظه به‌زحمت کافی است: { $needed } از { $available } حافظهٔ آزاد
memory-tight-context = حافظه به‌زحمت کافی است: { $needed } از { $available } حافظهٔ آزاد، با زمینهٔ کوتاه‌تر (شمار توکن‌ها: { $tokens })

model-measured = سریع‌ترین حالت روی این رایانه: { $layout }، شمار رشته‌ها: { $threads }، توکن خوانده‌شده در ثانیه: { $read }، نوشته‌شده: { $written }. از اجرای بعدی به کار می‌رود.
model-measured-busy = هنگام سنجش، برنامه‌های دیگر پردازنده را گرفته بودند و نتیجه قابل اتکا نیست. آن‌ها را ببندید و دوباره بسنجید.
model-prepared = مدل آماده‌شده در { $path } است و { $size } از دیسک را می‌گیرد؛ فایل اصلی با { $original } سر جای خود می‌ماند. واژهٔ بعدی در { $same } جاها یکی است و میانگین اختلاف { $divergence } نات است.

language-name-en = انگلیسی
language-name-ar = عربی
language-name-fa = فارسی
language-name-ur = اردو
language-name-he = عبری
language-name-fr = فرانسوی

history-backed-up = نسخهٔ پشتیبان ساخته شد و سالم است: { $path } ({ $size })
history-restored = نسخهٔ پشتیبان { $path } بازیابی شد. پرونده‌های پیشین در { $aside } هستند.
history-verified = گفتگوها و دفتر رویدادها سالم‌اند. مهر دفتر: { $head }
history-passphrase-changed = از این پس عبارت عبور تازه گفتگوها را باز می‌کند.

## خودآزمایی

cli-check-sanad = { $model }، با پرسش‌های سند، نسخهٔ { $version }
cli-check-own = { $model }، با { $set }: شاید مجموعهٔ منتشرشده در آموزش آن بوده باشد
cli-check-right = { $language }: { $right } از { $of } پرسش امتحانی روی این رایانه درست: { $share } (به احتمال زیاد { $low } تا { $high }). حدس‌زدن { $chance } می‌دهد.
cli-check-guessing = بهتر بودن آن از حدس‌زدن در این زبان نشان داده نشده است.
cli-check-below-half = درستی آن در بیش از نیمی از پرسش‌های این زبان نشان داده نشده است.
cli-check-first-letter = در { $share } پرسش‌ها حرف نخست را برمی‌گزیند: از روی جا، نه از روی پرسش.
cli-check-too-long = پرسیده‌نشده، چون در مدل جا نمی‌شوند: { $count }
cli-check-gap = در همان { $items } پرسش، عربی منهای انگلیسی: { $difference } واحد (به احتمال زیاد { $low } تا { $high })
cli-check-limits = نمرهٔ امتحان نه دوز را می‌سنجد و نه ایمنی را. هیچ پزشکی پرسش‌ها را بازبینی نکرده است.
