# خود جانچ: یہاں ہر زبان میں کسی ماڈل پر کہاں تک بھروسا کیا جا سکتا ہے۔ نتیجہ اپنی حد سے زیادہ دعویٰ نہیں کرتا۔

self-check = خود جانچ
    .shortcut = خود جانچ ({ $keys })
    .running = خود جانچ: { $share } مکمل ({ $keys })
check-explained = خود جانچ اسی کمپیوٹر پر ماڈل سے انگریزی اور عربی میں امتحانی سوال پوچھتی ہے اور بتاتی ہے کہ ہر زبان میں کتنے جواب درست ہیں۔
check-complete = خود جانچ مکمل ہو گئی۔
check-paused = خود جانچ رکی ہوئی ہے۔ جب چاہیں جاری رکھیں۔

## آغاز

check-new = نئی جانچ
check-model = ماڈل
    .hint = نتیجہ صرف اسی کمپیوٹر پر اسی ماڈل کے لیے درست ہے۔
check-measure = رفتار ناپیں
check-measuring = رفتار ناپی جا رہی ہے…
    .hint = ماڈل لوڈ ہو رہا ہے اور اس کی رفتار ناپی جا رہی ہے۔
check-measured = { $model } کی رفتار ناپ لی گئی۔ ایک جانچ چنیں:
check-quick = فوری جانچ
check-full = مکمل جانچ
check-offer-asks-quick = { $count ->
    [one] ہر زبان میں { $count } سوال۔
   *[other] ہر زبان میں { $count } سوال۔
}
check-offer-asks-full = { $count ->
    [one] ہر زبان میں { $count } سوال، انتخابات کی ہر ترتیب کے ساتھ۔
   *[other] ہر زبان میں { $count } سوال، ہر ایک انتخابات کی ہر ترتیب کے ساتھ۔
}
check-offer-time = یہاں تقریباً { $time } لگیں گے۔
check-offer-shows = { $points ->
    [one] زبانوں کے درمیان { $points } فیصدی پوائنٹ یا زیادہ کا فرق دکھا سکتی ہے۔
   *[other] زبانوں کے درمیان { $points } فیصدی پوائنٹ یا زیادہ کا فرق دکھا سکتی ہے۔
}
check-offer-shows-none = سوال اتنے کم ہیں کہ زبانوں کے درمیان کوئی فرق نہیں دکھا سکتے۔
check-begin-quick = فوری جانچ شروع کریں
check-begin-full = مکمل جانچ شروع کریں
check-pauses = گفتگو میں کوئی سوال پوچھنے سے جانچ رک جاتی ہے۔ اب تک کا ہر نتیجہ محفوظ رہتا ہے، چاہے سند بند ہو جائے۔

## جاری

check-running = { $model } کی جانچ جاری ہے
check-progress = { $total } میں سے { $done } سوال
check-left = تقریباً { $time } باقی
check-pause = روکیں
check-pausing = روکا جا رہا ہے…

## پچھلی جانچیں

check-history = اب تک کی جانچیں
check-none = ابھی تک کوئی جانچ نہیں ہوئی۔
check-state-running = جاری
check-state-paused = رکی ہوئی
check-state-complete = مکمل
check-continue = جاری رکھیں
check-show = کھولیں
check-back = تمام جانچیں
check-delete-title = یہ خود جانچ حذف کریں؟
check-delete-explained = اس کے نتیجے واپس نہیں لائے جا سکتے۔ اگر ان کی ضرورت ہو سکتی ہے تو پہلے برآمد کریں۔

## نتیجہ

check-of = { $model } کی خود جانچ
check-set = سوال: { $set }، سند کے لیے لکھے گئے۔ ڈاکٹر کا جائزہ: { $reviewers }۔
check-reviewed-none = کوئی نہیں
check-so-far = نامکمل: اب تک { $total } میں سے { $done } سوال۔
check-nothing-asked = ابھی تک کوئی سوال نہیں پوچھا گیا۔
check-language = زبان
check-right-en = { $of ->
    [one] اس کمپیوٹر پر انگریزی کے { $of } امتحانی سوال میں سے { $count } درست: { $share } (غالباً { $low } سے { $high } تک)۔
   *[other] اس کمپیوٹر پر انگریزی کے { $of } امتحانی سوالوں میں سے { $count } درست: { $share } (غالباً { $low } سے { $high } تک)۔
}
check-right-ar = { $of ->
    [one] اس کمپیوٹر پر عربی کے { $of } امتحانی سوال میں سے { $count } درست: { $share } (غالباً { $low } سے { $high } تک)۔
   *[other] اس کمپیوٹر پر عربی کے { $of } امتحانی سوالوں میں سے { $count } درست: { $share } (غالباً { $low } سے { $high } تک)۔
}
check-guessing = اندازے سے { $chance } ملتا ہے۔
check-limits = امتحان کا نمبر خوراک یا حفاظت کو نہیں ناپتا۔
check-standing-no-better-than-guessing = اندازے سے بہتر نہیں۔
check-standing-not-shown-above-half = اندازے سے بہتر، مگر یہ ثابت نہیں ہوا کہ آدھے سے زیادہ سوالوں میں درست ہے۔
check-standing-above-half = آدھے سے زیادہ سوالوں میں درست۔
check-first-letter = { $share } سوالوں میں پہلا حرف چنتا ہے: وہ جگہ دیکھ کر اندازہ لگاتا ہے۔
check-first-letter-seldom = صرف { $share } سوالوں میں پہلا حرف چنتا ہے: اس کے جواب جگہ پر منحصر ہیں۔
check-too-long = { $count ->
    [one] { $count } سوال ماڈل کے لیے بہت لمبا تھا اور نہیں پوچھا گیا۔
   *[other] { $count } سوال ماڈل کے لیے بہت لمبے تھے اور نہیں پوچھے گئے۔
}
check-gap = انگریزی اور عربی کا موازنہ
check-gap-same = { $count ->
    [one] اسی { $count } سوال پر: انگریزی { $english }، عربی { $arabic }؛ فیصدی پوائنٹ میں فرق { $difference } (غالباً { $low } سے { $high } تک)۔
   *[other] انھی { $count } سوالوں پر: انگریزی { $english }، عربی { $arabic }؛ فیصدی پوائنٹ میں فرق { $difference } (غالباً { $low } سے { $high } تک)۔
}
check-gap-none = کوئی فرق ثابت نہیں ہوا۔
check-gap-visible = { $points ->
    [one] اتنے سوال { $points } فیصدی پوائنٹ یا زیادہ کا فرق دکھا سکتے ہیں۔
   *[other] اتنے سوال { $points } فیصدی پوائنٹ یا زیادہ کا فرق دکھا سکتے ہیں۔
}
check-gap-visible-none = اتنے کم سوال کوئی فرق نہیں دکھا سکتے۔

## خاکہ

check-chart-languages = زبان کے لحاظ سے درست جواب
check-chart-subjects = مضمون کے لحاظ سے درست جواب
check-chart-unranked = ہر مضمون کے سوال اتنے کم ہیں کہ مضامین کی درجہ بندی نہیں ہو سکتی۔
check-chart-legend = نقطہ: درست جوابوں کا حصہ۔ پٹی: جہاں وہ غالباً ہے۔ ٹوٹی لکیر: اندازہ ({ $chance })۔
check-chart-ends = { $low } سے { $high } تک
check-chart-right = درست
check-chart-count = { $of } میں سے { $count }
check-chart-share = { $share } (غالباً { $low } سے { $high } تک)

## سوال

check-items = تمام سوال
check-all = سب
check-subject = مضمون
check-subject-anatomy = تشریح الاعضا
check-subject-biology = حیاتیات
check-subject-clinical_knowledge = طبی علم
check-subject-college_medicine = کالج کی طب
check-subject-genetics = جینیات
check-subject-professional_medicine = پیشہ ورانہ طب
check-outcome = جواب
check-outcome-right = درست
check-outcome-wrong = غلط
check-outcome-not-asked = نہیں پوچھا گیا
check-count = { $count ->
    [one] { $count } سوال
   *[other] { $count } سوال
}
check-more = مزید دکھائیں
check-item-right = درست جواب
check-item-taken = ماڈل کا انتخاب
check-item-not-asked = یہ سوال ماڈل کے لیے بہت لمبا تھا اور نہیں پوچھا گیا۔
check-item-explanation = وضاحت
check-item-source = ماخذ
check-item-checked = جانچنے والا
check-item-reviewed = ڈاکٹر کا جائزہ

## فائلیں

check-export-title = خود جانچ برآمد کریں
check-export-holds = فائل میں امتحانی سوال اور ماڈل کے جواب ہیں، آپ کی گفتگو میں سے کچھ نہیں۔
check-format-json = ڈیٹا (JSON)
    .hint = سب کچھ: ماڈل، منصوبہ، ہر نتیجہ اور رپورٹ۔
check-format-csv = جدول (CSV)
    .hint = ہر سوال کے لیے ایک سطر، اسپریڈ شیٹ کے لیے۔
check-exported = لکھا گیا: { $path }

## Beside an answer of the model

notice-check-guessing = خود جانچ: اس زبان میں اندازے سے بہتر نہیں
notice-check-half = خود جانچ: اس زبان کے آدھے سے زیادہ سوالات میں درست ہونا ثابت نہیں ہوا
