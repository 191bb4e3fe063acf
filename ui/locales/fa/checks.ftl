# خودآزمایی: تا چه اندازه می‌توان به یک مدل در این‌جا و در هر زبان اعتماد کرد. نتیجه بیش از بازهٔ خود ادعا نمی‌کند.

self-check = خودآزمایی
    .shortcut = خودآزمایی ({ $keys })
    .running = خودآزمایی: { $share } انجام شد ({ $keys })
check-explained = خودآزمایی روی همین رایانه پرسش‌های امتحانی را به انگلیسی و عربی از مدل می‌پرسد و می‌گوید در هر زبان چند پاسخ درست بوده است.
check-complete = خودآزمایی کامل شد.
check-paused = خودآزمایی مکث کرده است. هر وقت خواستید ادامه دهید.

## آغاز

check-new = آزمون تازه
check-model = مدل
    .hint = نتیجه تنها برای این مدل روی همین رایانه معتبر است.
check-measure = اندازه‌گیری سرعت
check-measuring = در حال اندازه‌گیری…
    .hint = مدل بار می‌شود و سرعت آن اندازه‌گیری می‌شود.
check-measured = سرعت { $model } اندازه‌گیری شد. یک آزمون برگزینید:
check-quick = آزمون سریع
check-full = آزمون کامل
check-offer-asks-quick = { $count ->
    [one] { $count } پرسش در هر زبان.
   *[other] { $count } پرسش در هر زبان.
}
check-offer-asks-full = { $count ->
    [one] { $count } پرسش در هر زبان، با گزینه‌ها به همهٔ ترتیب‌ها.
   *[other] { $count } پرسش در هر زبان، هر یک با گزینه‌ها به همهٔ ترتیب‌ها.
}
check-offer-time = این‌جا حدود { $time } طول می‌کشد.
check-offer-shows = { $points ->
    [one] تفاوت { $points } واحد درصد یا بیشتر میان دو زبان را نشان می‌دهد.
   *[other] تفاوت { $points } واحد درصد یا بیشتر میان دو زبان را نشان می‌دهد.
}
check-offer-shows-none = شمار پرسش‌ها کمتر از آن است که تفاوتی میان دو زبان را نشان دهد.
check-begin-quick = آغاز آزمون سریع
check-begin-full = آغاز آزمون کامل
check-pauses = پرسش در گفتگو آزمون را به مکث می‌برد. همهٔ نتیجه‌ها تا آن لحظه نگه داشته می‌شوند، حتی اگر سند بسته شود.

## در حال اجرا

check-running = در حال آزمودن { $model }
check-progress = { $done } از { $total } پرسش
check-left = حدود { $time } مانده
check-pause = مکث
check-pausing = در حال مکث…

## آزمون‌های پیشین

check-history = آزمون‌های پیشین
check-none = هنوز آزمونی انجام نشده است.
check-state-running = در حال اجرا
check-state-paused = در مکث
check-state-complete = کامل
check-continue = ادامه
check-show = باز کردن
check-back = همهٔ آزمون‌ها
check-delete-title = این خودآزمایی حذف شود؟
check-delete-explained = نتیجه‌های آن بازگرداندنی نیستند. اگر شاید به آن‌ها نیاز داشته باشید، نخست خروجی بگیرید.

## نتیجه

check-of = خودآزمایی { $model }
check-set = پرسش‌ها: { $set }، نوشته‌شده برای سند. بازبینی پزشک: { $reviewers }.
check-reviewed-none = هیچ‌کس
check-so-far = ناقص: تاکنون { $done } از { $total } پرسش.
check-nothing-asked = هنوز پرسشی پرسیده نشده است.
check-language = زبان
check-right-en = { $of ->
    [one] روی این رایانه { $count } از { $of } پرسش امتحانی انگلیسی درست بود: { $share } (به احتمال زیاد { $low } تا { $high }).
   *[other] روی این رایانه { $count } از { $of } پرسش امتحانی انگلیسی درست بود: { $share } (به احتمال زیاد { $low } تا { $high }).
}
check-right-ar = { $of ->
    [one] روی این رایانه { $count } از { $of } پرسش امتحانی عربی درست بود: { $share } (به احتمال زیاد { $low } تا { $high }).
   *[other] روی این رایانه { $count } از { $of } پرسش امتحانی عربی درست بود: { $share } (به احتمال زیاد { $low } تا { $high }).
}
check-guessing = حدس زدن { $chance } می‌دهد.
check-limits = نمرهٔ امتحان درستی دوز یا ایمنی را نمی‌سنجد.
check-standing-no-better-than-guessing = بهتر از حدس زدن نیست.
check-standing-not-shown-above-half = بهتر از حدس زدن است، اما نشان داده نشده که در بیش از نیمی از پرسش‌ها درست پاسخ می‌دهد.
check-standing-above-half = در بیش از نیمی از پرسش‌ها درست پاسخ می‌دهد.
check-first-letter = در { $share } از پرسش‌ها حرف نخست را برمی‌گزیند: بر پایهٔ جای گزینه حدس می‌زند.
check-first-letter-seldom = تنها در { $share } از پرسش‌ها حرف نخست را برمی‌گزیند: پاسخ‌هایش به جای گزینه وابسته است.
check-too-long = { $count ->
    [one] { $count } پرسش برای مدل بیش از اندازه بلند بود و پرسیده نشد.
   *[other] { $count } پرسش برای مدل بیش از اندازه بلند بودند و پرسیده نشدند.
}
check-gap = مقایسهٔ انگلیسی و عربی
check-gap-same = { $count ->
    [one] در همان { $count } پرسش: انگلیسی { $english }، عربی { $arabic }؛ تفاوت به واحد درصد { $difference } (به احتمال زیاد { $low } تا { $high }).
   *[other] در همان { $count } پرسش: انگلیسی { $english }، عربی { $arabic }؛ تفاوت به واحد درصد { $difference } (به احتمال زیاد { $low } تا { $high }).
}
check-gap-none = تفاوتی نشان داده نشد.
check-gap-visible = { $points ->
    [one] این شمار پرسش تفاوت { $points } واحد درصد یا بیشتر را نشان می‌دهد.
   *[other] این شمار پرسش تفاوت { $points } واحد درصد یا بیشتر را نشان می‌دهد.
}
check-gap-visible-none = این شمار اندک پرسش نمی‌تواند تفاوتی را نشان دهد.

## نمودار

check-chart-languages = پاسخ‌های درست به تفکیک زبان
check-chart-subjects = پاسخ‌های درست به تفکیک درس
check-chart-unranked = هر درس چنان کم پرسش دارد که درس‌ها را نمی‌توان رتبه‌بندی کرد.
check-chart-legend = نقطه: سهم پاسخ‌های درست. نوار: بازهٔ محتمل آن. خط‌چین: حدس زدن ({ $chance }).
check-chart-ends = { $low } تا { $high }
check-chart-right = درست
check-chart-count = { $count } از { $of }
check-chart-share = { $share } (به احتمال زیاد { $low } تا { $high })

## پرسش‌ها

check-items = همهٔ پرسش‌ها
check-all = همه
check-subject = درس
check-subject-anatomy = کالبدشناسی
check-subject-biology = زیست‌شناسی
check-subject-clinical_knowledge = دانش بالینی
check-subject-college_medicine = پزشکی دانشگاهی
check-subject-genetics = ژنتیک
check-subject-professional_medicine = طبابت
check-outcome = پاسخ
check-outcome-right = درست
check-outcome-wrong = نادرست
check-outcome-not-asked = پرسیده‌نشده
check-count = { $count ->
    [one] { $count } پرسش
   *[other] { $count } پرسش
}
check-more = نمایش بیشتر
check-item-right = پاسخ درست
check-item-taken = گزینش مدل
check-item-not-asked = این پرسش برای مدل بیش از اندازه بلند بود و پرسیده نشد.
check-item-explanation = توضیح
check-item-source = منبع
check-item-checked = بررسی‌کننده
check-item-reviewed = بازبینی پزشک

## پرونده‌ها

check-export-title = خروجی گرفتن از خودآزمایی
check-export-holds = پرونده پرسش‌های امتحانی و پاسخ‌های مدل را دارد و هیچ چیز از گفتگوهای شما در آن نیست.
check-format-json = داده (JSON)
    .hint = همه چیز: مدل، برنامهٔ آزمون، هر نتیجه و گزارش.
check-format-csv = جدول (CSV)
    .hint = برای هر پرسش یک ردیف، برای صفحه‌گسترده.
check-exported = نوشته شد: { $path }

## Beside an answer of the model

notice-check-guessing = خودآزمایی: در این زبان بهتر از حدس‌زدن نیست
notice-check-half = خودآزمایی: درستی آن در بیش از نیمی از پرسش‌های این زبان نشان داده نشده است
