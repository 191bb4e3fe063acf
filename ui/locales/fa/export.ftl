# آنچه سندهای برون‌بری‌شده پیرامون گفتگو می‌گویند.

export-untitled = گفتگو
export-made = برون‌بری از سَنَد { $version } در { $date }
export-question = پرسش، { $date }
# بالای هر پاسخ، در هر قالب.
export-answer = متن تولیدشده با مدل { $model }، { $date }
export-cut-stopped = ناتمام: پاسخ پیش از پایان متوقف شد.
export-cut-engine-failed = ناتمام: موتور هنگام نوشتن پاسخ از کار ایستاد.
export-cut-length-limit = ناتمام: پاسخ به بیشترین طول مجاز رسید.
export-cut-app-ended = ناتمام: سَنَد هنگام نوشتن پاسخ بسته شد.
export-models = مدل‌هایی که در این سند متن تولید کرده‌اند
export-model = { $model }؛ اثر انگشت فایل آن: { $hash }
export-page = صفحهٔ { $page } از { $pages }
