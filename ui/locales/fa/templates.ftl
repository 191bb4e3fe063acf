# آنچه پنجره دربارهٔ نقش‌ها و الگوها می‌گوید؛ متن خود آن‌ها در پرونده‌هایشان است.

templates = نقش‌ها و الگوها
    .hint = یکی را برگزینید و فرم آن را پر کنید. متن در کادر پرسش می‌نشیند و پیش از فرستادن می‌توانید آن را تغییر دهید.
    .shortcut = نقش‌ها و الگوها ({ $keys })
template-search = جستجو با هر واژه
personas = نقش‌ها، برای کل گفتگو
templates-group = الگوها، برای یک پرسش
template-nothing = چیزی به این نام نیست.
template-origin-changed = تغییر داده‌اید، نسخهٔ { $version }
template-origin-own = ساختهٔ شما، نسخهٔ { $version }
template-change = ویرایش «{ $name }»
template-export-one = برون‌بری «{ $name }»
template-remove-changed = بازگرداندن «{ $name }» به شکل نخست
template-remove-own = حذف «{ $name }»
template-new = الگوی تازه
persona-new = نقش تازه

## فرم

template-form = پر کردن فرم
template-language = زبان متن
template-preview-language = زبان پیش‌نمایش
template-preview = این در کادر پرسش می‌نشیند
template-preview-persona = این به مدل گفته می‌شود
persona-follows = این در هر نوبت به زبان پرسش شما، اگر عربی یا انگلیسی باشد، به مدل گفته می‌شود.
template-back = بازگشت به فهرست
template-insert = افزودن به پرسش
persona-use = به‌کارگیری در این گفتگو
template-optional = اختیاری
template-none = بدون ورودی
template-entry-missing = این لازم است.
template-entry-too-long = بیش از { $limit } نویسه اینجا جا نمی‌شود.
template-entry-not-a-number = یک عدد ساده بنویسید، با نقطه پیش از اعشار و بدون ویرگول.
template-entry-below = کوچک‌ترین مقدار اینجا { $limit } است.
template-entry-above = بزرگ‌ترین مقدار اینجا { $limit } است.
template-entry-no-unit = یکا را برگزینید.
template-entry-no-choice = یکی از پاسخ‌ها را برگزینید.
template-entry-not-a-day = یک روز درست تقویم را به شکل سال، ماه، روز با خط تیره بنویسید.

## نقش گفتگو

persona-of-conversation = نقش این گفتگو
persona-chosen = { $name }: نقش این گفتگو
persona-change = گزینش نقش دیگر…
persona-remove = بدون نقش

## ویرایش

template-edit = ویرایش
template-name = نام
template-about = به چه کار می‌آید
template-fields = خانه‌های فرم
    .hint = هر خانه نامی در آکولاد دارد که متن زیر با آن ورودی را فرامی‌خواند.
template-add-field = افزودن خانه
template-key = نام در متن
template-kind = نوع ورودی
template-kind-text = یک خط متن
template-kind-long_text = چند خط
template-kind-number = عدد
template-kind-choice = یکی از چند پاسخ
template-kind-date = روز
template-kind-age = سن
template-required = باید پر شود
template-label = برچسب
template-least = کوچک‌ترین مقدار
template-most = بزرگ‌ترین مقدار
template-choices = پاسخ‌ها
template-units = یکاها
template-add-option = افزودن
template-option-remove = برداشتن «{ $option }»
template-field-up = بالا بردن «{ $field }»
template-field-remove = برداشتن خانهٔ «{ $field }»
template-body = متن پرسش
template-system = نقشی که به مدل گفته می‌شود
template-text-hint = جایی که ورودی باید بیاید { $field } بنویسید. آنچه همراه خانهٔ اختیاری است را میان { $opens } و { $closes } بگذارید.
template-rules = آنچه سَنَد خود به آن می‌رسد
template-follows = درخواست هر پاسخ به زبان پرسش
template-interviews = یک پرسش در هر پاسخ و سپس جمع‌بندی
template-questions = شمار پرسش‌ها پیش از جمع‌بندی: یک عدد یا نام یک خانه
template-heading = عنوان جمع‌بندی
template-conclusion = آنچه هنگام جمع‌بندی به مدل گفته می‌شود
template-save = ذخیره
template-fault-missing = اینجا چیزی کم است.
template-fault-value = این مقدار اینجا ممکن نیست.
template-fault-twice = دو تا به این نام هست.
template-fault-placeholder = متن خانه‌ای را فرامی‌خواند که در فرم نیست، یا آکولادی زیادی است. برای نوشتن یک آکولاد آن را دو بار بنویسید.
template-fault-alone = متن خانه‌ای را نام می‌برد که ممکن است خالی بماند. آن را همراه برچسبش در بخش اختیاری بگذارید یا پر کردنش را لازم کنید.
template-fault-part = یک بخش اختیاری بسته نشده یا خانه‌ای در آن نیست.
template-fault-too-long = الگو بلندتر از آن است که سَنَد نگه می‌دارد.

## پرونده‌ها

template-import = درون‌بری الگو
    .hint = پروندهٔ الگوی یک همکار یا رایانهٔ دیگر را برگزینید. تا درست بودنش روشن نشود چیزی تغییر نمی‌کند.
template-clash = «{ $name }» شناسهٔ الگویی را دارد که اینجا هست و متنش فرق دارد.
template-clash-question = با این دو چه کنیم؟
template-clash-keep_both = نگه داشتن هر دو
    .hint = آنکه از پرونده می‌آید نام دیگری می‌گیرد.
template-clash-replace = جایگزینی
    .hint = آنکه اینجاست بازنویسی می‌شود.
template-imported-added = «{ $name }» درون‌برده شد.
template-imported-already_there = «{ $name }» واژه به واژه از پیش اینجاست.
template-export = برون‌بری الگو
    .hint = در پرونده فرم و متن آن است و چیزی از آنچه وارد شده در آن نیست.
template-exported = در { $path } نوشته شد.
