# ہر وہ بات جو ونڈو کہتی ہے، اور ایسی کوئی بات نہیں جو کمانڈ لائن کہتی ہے۔
# اعداد متغیرات کی صورت میں آتے ہیں: یہاں لکھے ہندسے دائیں سے بائیں متن میں الگ تھلگ نہیں ہوتے۔
# ابھی تک کسی اہلِ زبان نے اس ترجمے کی جانچ نہیں کی۔

app-name = سَنَد
version = ورژن { $version }

## زبان، ہندسے اور تھیم
# ہر زبان کا نام اسی زبان میں لکھا جاتا ہے، ونڈو کی زبان جو بھی ہو۔

interface-settings = { $language }: زبان اور ہندسے
language-menu = ونڈو کی زبان
language-en = English
language-ar = العربية
language-fa = فارسی
language-ur = اردو
language-he = עברית
language-fr = Français
beta = آزمائشی: ابھی تک کسی اہلِ زبان نے جانچ نہیں کی
digits-menu = ونڈو کے ہندسے
    .hint = تاریخ، وقت اور گنتی کے لیے۔ دوا کی خوراکیں اور دیگر طبی مقداریں لاطینی ہندسوں ہی میں رہتی ہیں۔
digits-latn = لاطینی
digits-arab = مشرقی عربی
digits-arabext = فارسی اور اردو
theme-system = تھیم: سسٹم کے مطابق
theme-light = تھیم: روشن
theme-dark = تھیم: تاریک

## گفتگوؤں سے پہلے

first-run = سَنَد کا سیٹ اپ
intended-use = سَنَد طبی عملے کو سوچنے اور لکھنے میں مدد دیتا ہے؛ یہ ان کی طبی رائے کا متبادل نہیں۔ اس کی تیار کردہ تحریر غلط ہو سکتی ہے: اسے ہنگامی صورت میں، دوا کی ایسی خوراک کے لیے جس کی کسی نے جانچ نہ کی ہو، یا مریض سے بات کرنے کی جگہ استعمال نہ کریں۔
passphrase-explained = گفتگوئیں اسی کمپیوٹر پر رہتی ہیں اور ایک ایسے پاس فریز سے انکرپٹ ہوتی ہیں جو صرف آپ کو معلوم ہے۔ سَنَد جب بھی شروع ہو گا، آپ سے یہ پوچھا جائے گا۔
passphrase-new = ایک پاس فریز منتخب کریں
passphrase-repeat = دوبارہ لکھیں
passphrases-differ = دونوں پاس فریز ایک جیسے نہیں۔
strength-empty = چند ایسے الفاظ جن کا آپس میں تعلق نہ ہو، مضبوط بھی ہوتے ہیں اور یاد رکھنے میں آسان بھی۔
strength-very-weak = بہت کمزور: فوراً اندازہ لگایا جا سکتا ہے۔ مزید الفاظ شامل کریں۔
strength-weak = کمزور: تیز کمپیوٹر رکھنے والے کے سامنے نہیں ٹھہرے گا۔ ایک لفظ اور شامل کریں۔
strength-fair = درمیانہ: اگر کوئی سنجیدہ کوشش نہ کرے تو کافی ہے۔ ایک اور لفظ اسے مضبوط بنا دے گا۔
strength-strong = مضبوط۔
create-store = سیٹ اپ کریں
creating-store = سیٹ اپ ہو رہا ہے…

unlock-title = اپنی گفتگوؤں کا قفل کھولیں
passphrase = پاس فریز
show-passphrase = پاس فریز دکھائیں
hide-passphrase = پاس فریز چھپائیں
caps-lock = کی بورڈ کا Caps Lock آن ہے۔
unlock = قفل کھولیں
unlocking = قفل کھل رہا ہے…

start-failed = سَنَد شروع نہیں ہو سکا
try-again = دوبارہ کوشش کریں

## گفتگوئیں

conversations = گفتگوئیں
new-conversation = نئی گفتگو
    .shortcut = نئی گفتگو ({ $keys })
no-conversations = آپ کی گفتگوئیں یہاں درج ہوں گی۔
show-conversations = گفتگوئیں دکھائیں
hide-conversations = گفتگوئیں چھپائیں
group-today = آج
group-yesterday = گزشتہ کل
group-week = اس ہفتے
group-older = اس سے پہلے
conversation-title = { $title } · { $time }
rename = نام بدلیں

## ماڈل اور انجن

no-model = کوئی ماڈل نہیں
    .hint = ابھی تک کوئی ماڈل انسٹال نہیں ہے، اس لیے جواب دینے والا کوئی نہیں۔ اس کمپیوٹر کے منتظم سے کہیں کہ ایک ماڈل شامل کریں۔
notice-english-only = صرف انگریزی
    .description = اس ماڈل نے دوسری زبانیں نہیں سیکھیں۔ ان زبانوں میں سوال اس سے نہیں پوچھے جاتے۔
notice-not-clinical = طبی استعمال کے لیے نہیں
    .description = یہ ماڈل اتنا چھوٹا ہے کہ مریضوں کی دیکھ بھال میں اس پر بھروسا نہیں کیا جا سکتا۔
engine-off = انجن بند ہے
engine-loading = ماڈل لوڈ ہو رہا ہے { $percent }
engine-ready = تیار
engine-reading = سوال پڑھا جا رہا ہے { $percent }
engine-writing = لکھ رہا ہے
engine-failed = انجن رک گیا
tokens = { $count ->
    [one] { $count } ٹوکن
   *[other] { $count } ٹوکن
}

## گفتگو کا متن

transcript = گفتگو
welcome = آپ کیا پوچھنا چاہتے ہیں؟
welcome-private = آپ جو کچھ لکھتے ہیں وہ اس کمپیوٹر سے باہر نہیں جاتا۔
your-question = سوال
answer = جواب
answers = اس سوال کے جوابات
generated = خودکار تیار کردہ متن
table = جدول
jump-to-latest = تازہ ترین
copy-answer = جواب کاپی کریں
copied = کاپی ہو گیا
copy-address = پتہ کاپی کریں
copy-record = ریکارڈ کے لیے کاپی کریں
copied-record = ریکارڈ کے لیے کاپی ہو گیا
copy-failed = کچھ کاپی نہیں ہوا: دوبارہ کوشش کریں
# ایسی نقل کی آخری سطر۔
record-generated = یہ متن سَنَد میں ماڈل { $model } نے خودکار طور پر تیار کیا۔ طبی استعمال سے پہلے اس کی جانچ کریں۔
regenerate = دوسرا جواب لکھوائیں
previous-answer = پچھلا جواب
next-answer = اگلا جواب
answer-position = { $count } میں سے { $position }
model-hash = ماڈل فائل کا فنگر پرنٹ: { $hash }
tokens-per-second = { $rate ->
    [one] { $rate } ٹوکن فی سیکنڈ
   *[other] { $rate } ٹوکن فی سیکنڈ
}
first-token-after = { $seconds ->
    [one] پہلا لفظ { $seconds } سیکنڈ بعد
   *[other] پہلا لفظ { $seconds } سیکنڈ بعد
}

incomplete = نامکمل۔
incomplete-stopped = جواب مکمل ہونے سے پہلے روک دیا گیا۔
incomplete-engine-failed = لکھنے کے دوران انجن بند ہو گیا۔ آپ دوسرا جواب لکھوا سکتے ہیں۔
incomplete-length-limit = جواب اجازت کی آخری حد تک پہنچ گیا۔ باقی حصہ پوچھ لیں۔
incomplete-app-ended = جواب لکھے جانے کے دوران سَنَد بند ہو گیا۔ آپ دوسرا جواب لکھوا سکتے ہیں۔
incomplete-copy-mark = [نامکمل۔ { $reason }]

declined-language-unsupported = ماڈل { $model } کو { $language } زبان نہیں آتی، اس لیے سوال اس سے نہیں پوچھا گیا۔
    .hint = جو زبان ماڈل نے نہ سیکھی ہو اس میں اس کا جواب رواں لگتا ہے مگر بے معنی ہوتا ہے۔ انگریزی میں پوچھیں، یا ایسا ماڈل شامل کروائیں جسے { $language } زبان آتی ہو۔

announce-answer = جواب مکمل ہو گیا۔
announce-incomplete = جواب مکمل ہونے سے پہلے ختم ہو گیا۔
announce-declined = سوال ماڈل سے نہیں پوچھا گیا۔

## انتباہات
# متن والا حصہ انہیں پیسٹ کیے گئے یا درآمد شدہ سوالوں میں ڈھونڈتا ہے؛ `.hint` بتاتا ہے کہ کیا کیا جائے۔

question-warnings = ہو سکتا ہے یہ سوال وہ نہ کہتا ہو جو بظاہر نظر آتا ہے۔
warning-override = ایک پوشیدہ کیریکٹر یہاں دکھائی دینے والی ترتیب الٹ دیتا ہے۔
    .hint = دوا کی خوراک الٹی نظر آ سکتی ہے۔ اسے اصل سے ملائیں، پھر نئے سرے سے لکھیں۔
warning-unbalanced = سمت کے ایک پوشیدہ نشان کا آغاز یا اختتام نہیں ہے۔
    .hint = اس کے آس پاس کا متن کسی اور ترتیب میں نظر آ سکتا ہے۔ اسے اصل سے ملائیں۔
warning-invisible-tag = یہاں پوشیدہ کیریکٹر ”{ $spells }“ لکھتے ہیں۔
    .hint = اسکرین پر یہ کسی کو نظر نہیں آتے۔ پوچھیں کہ متن کہاں سے آیا، اور اگر یہ آپ کے نہیں تو حذف کر دیں۔
warning-control-touches-digit = ایک پوشیدہ کیریکٹر کسی ہندسے سے جڑا ہوا ہے۔
    .hint = ہو سکتا ہے عدد ویسا نظر نہ آئے جیسا محفوظ ہے۔ اسے اصل سے ملائیں، پھر نئے سرے سے لکھیں۔
warning-look-alike = یہاں ایک حرف صرف دیکھنے میں ”{ $looks_like }“ جیسا ہے۔
    .hint = یہ کسی اور رسم الخط کا ہے، اس لیے دوا کی خوراک یا نام وہ نہیں جو نظر آتا ہے۔ اسے اصل سے ملائیں، پھر نئے سرے سے لکھیں۔
show-raw = خام متن دکھائیں
hide-raw = خام متن چھپائیں
raw-text = خام متن
    .hint = ہر پوشیدہ کیریکٹر کی جگہ اس کا کوڈ لکھا جاتا ہے۔

## نشان زدہ مقداریں
# متن والا حصہ انہیں ڈھونڈتا ہے؛ `.reading` مقدار کے ساتھ الفاظ میں لکھا جاتا ہے۔

mark-unknown = اس مقدار کی جانچ کریں۔
mark-decimal-comma = یہاں کوما اعشاریے کی جگہ ہے۔
    .reading = ({ $value })
mark-naked-decimal = اعشاریے سے پہلے صفر نہ ہو تو عدد دس گنا پڑھا جا سکتا ہے۔
    .reading = ({ $value })
mark-trailing-zero = اعشاریے کے بعد کے صفر سے عدد دس گنا پڑھا جا سکتا ہے۔
    .reading = ({ $value })
mark-unit-u = ”{ $sign }“ کو صفر پڑھا جا سکتا ہے؛ ”یونٹ“ لکھیں۔
mark-micro-sign = ”{ $sign }“ کو ”{ $misread }“ پڑھا جا سکتا ہے؛ ”مائیکروگرام“ لکھیں۔
mark-ambiguous-range = بعض لوگ یہ ہندسے دائیں سے پڑھتے ہیں اور بعض بائیں سے۔
    .reading = ({ $from } سے { $to } تک)
mark-ambiguous-schedule = بعض لوگ یہ ہندسے دائیں سے پڑھتے ہیں اور بعض بائیں سے۔
    .reading = (صبح { $morning }، دوپہر { $noon }، شام { $evening })
mark-ambiguous-schedule-four = بعض لوگ یہ ہندسے دائیں سے پڑھتے ہیں اور بعض بائیں سے۔
    .reading = (صبح { $morning }، دوپہر { $noon }، شام { $evening }، سوتے وقت { $bedtime })
mark-ambiguous-date = بعض لوگ یہ ہندسے دائیں سے پڑھتے ہیں اور بعض بائیں سے۔
    .reading = (دن { $day }، مہینہ { $month }، سال { $year })
mark-ambiguous-negative = علامت عدد کے کسی بھی طرف نظر آ سکتی ہے۔
    .reading = (منفی { $value })
mark-ambiguous-ratio = بعض لوگ یہ ہندسے دائیں سے پڑھتے ہیں اور بعض بائیں سے۔
    .reading = ({ $first } نسبت { $second })
mark-ambiguous-product = بعض لوگ یہ ہندسے دائیں سے پڑھتے ہیں اور بعض بائیں سے۔
    .reading = ({ $list } کا حاصلِ ضرب)
mark-ambiguous-change = بعض لوگ یہ ہندسے دائیں سے پڑھتے ہیں اور بعض بائیں سے۔
    .reading = (پہلے { $from }، پھر { $to })
mark-ambiguous-spread = بعض لوگ یہ ہندسے دائیں سے پڑھتے ہیں اور بعض بائیں سے۔
    .reading = ({ $value }، { $by } کم یا زیادہ)
mark-ambiguous-grouped = اس عدد کے گروہ کسی بھی ترتیب میں نظر آ سکتے ہیں۔
    .reading = ({ $value })
mark-ambiguous-sequence = بعض لوگ یہ ہندسے دائیں سے پڑھتے ہیں اور بعض بائیں سے۔
    .reading = (بالترتیب: { $list })

## سوال کا خانہ

composer = آپ کا سوال
    .placeholder = سوال پوچھیں
send = بھیجیں
stop = روکیں
stopping = رک رہا ہے…
reminder = خودکار تیار کردہ متن غلط ہو سکتا ہے۔ استعمال سے پہلے جانچ لیں۔
draft-notes = آپ کے سوال کے بارے میں
draft-preview = یوں پڑھا جائے گا
question-language = سوال کی زبان
    .value = سوال کی زبان: { $language }
question-language-unknown = زبان پہچانی نہیں گئی
detect-language = خودکار شناخت
language-with-dialect = { $language } ({ $dialect })
dialect-egy = مصری
dialect-lev = شامی
dialect-glf = خلیجی
dialect-mag = مغربی

## پیسٹ کرنا
# فہرست `$list` ان پیغامات سے بنتی ہے جن کے نام `removed-…` سے شروع ہوتے ہیں۔

pasted-removed = پیسٹ کیے گئے متن سے نکال دیا گیا: { $list }۔
removed-direction-control = { $count ->
    [one] سمت کا { $count } پوشیدہ نشان
   *[other] سمت کے { $count } پوشیدہ نشان
}
removed-invisible-tag = { $count ->
    [one] { $count } پوشیدہ ٹیگ
   *[other] { $count } پوشیدہ ٹیگ
}
removed-invisible = { $count ->
    [one] { $count } نظر نہ آنے والا کیریکٹر
   *[other] { $count } نظر نہ آنے والے کیریکٹر
}
removed-control = { $count ->
    [one] { $count } کنٹرول کیریکٹر
   *[other] { $count } کنٹرول کیریکٹر
}
insert-as-it-was = جوں کا توں شامل کریں

## مقامی بولی کے الفاظ
# لفظ، معیاری اصطلاح اور انگریزی متبادل ساتھ ساتھ دکھائے جاتے ہیں۔

hints = کیا آپ کا مطلب یہ تھا…؟
hint-meaning = ”{ $phrase }“ کا مطلب ”{ $standard }“ ({ $english }) ہو سکتا ہے۔
hint-add = طبی اصطلاح شامل کریں
    .of = ”{ $phrase }“ کے بعد طبی اصطلاح ”{ $standard }“ شامل کریں

## خرابیاں

dismiss = بند کریں
failure-unknown = کوئی خرابی پیش آئی ({ $code })۔
    .hint = جو محفوظ ہو چکا تھا اس میں سے کچھ ضائع نہیں ہوا۔ دوبارہ کوشش کریں یا سَنَد نئے سرے سے شروع کریں۔

## حساب

calc = حساب اور خوراکیں
calc-toggle = حساب، اسکور اور خوراکیں ({ $key })
calc-search = حساب، اسکور یا خوراک تلاش کریں
calc-nothing = اس نام سے کچھ نہیں ملا۔
calc-recent = حال میں استعمال شدہ
calc-back = فہرست پر واپس
calc-close = حساب بند کریں
calc-unit = اکائی
calc-optional = اختیاری
calc-written = آپ کی تحریر سے:
calc-day = YYYY-MM-DD
calc-confirm = یہ درست ہے
calc-needed = ابھی درکار ہے:
calc-clear = صاف کریں
calc-insert = گفتگو میں شامل کریں
calc-copy = کارڈ نقل کریں
calc-copied = کارڈ نقل ہو گیا
calc-print = پرنٹ کریں
calc-printed = پرنٹ کی تاریخ: { $date }
calc-entered = درج شدہ
calc-working = حساب کا طریقہ
calc-sources = ماخذ
calc-ranges = حوالہ جاتی حدود
calc-ranges-locked = بالغوں کے لیے۔ آپ کی لیبارٹری کی حدود گفتگوئیں کھولنے کے بعد دکھائی دیں گی اور درج ہو سکیں گی۔
calc-range-low = نچلی حد
calc-range-high = اوپری حد
calc-range-keep = محفوظ کریں
calc-range-cancel = منسوخ کریں
calc-range-own = آپ کی لیبارٹری کی حد
calc-range-edit = اپنی حد درج کریں
calc-range-published = شائع شدہ حد استعمال کریں

## وہ اعداد جن کا کوئی ماخذ نہیں

unsupported-figures = { $count ->
    [one] اس جواب میں { $count } عدد نہ سوال میں ہے، نہ کسی حساب میں اور نہ کسی ماخذ میں۔ استعمال سے پہلے اس کی جانچ کریں۔
   *[other] اس جواب میں { $count } اعداد نہ سوال میں ہیں، نہ کسی حساب میں اور نہ کسی ماخذ میں۔ استعمال سے پہلے ان کی جانچ کریں۔
}
show-unsupported = انہیں دکھائیں
hide-unsupported = انہیں چھپائیں
# ایسے عدد کے بعد اسکرین ریڈر کیا کہتا ہے۔
mark-unsupported = سوال سے نہیں
mark-unsupported-value = کوئی ماخذ نہیں: یہ عدد نہ سوال میں ہے نہ کسی حساب میں۔
mark-unsupported-unit = کوئی ماخذ نہیں: سوال میں یہ عدد کسی اور اکائی کے ساتھ ہے۔
mark-unsupported-drug = کوئی ماخذ نہیں: سوال میں یہ مقدار کسی اور دوا کی ہے۔
