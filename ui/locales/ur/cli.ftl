# وہ جو صرف کمانڈ لائن کہتی ہے۔
# ابھی تک کسی اہلِ زبان نے اس ترجمے کی جانچ نہیں کی۔

passphrase-ask = پاس فریز:
passphrase-choose = اپنی گفتگوؤں کے لیے ایک پاس فریز منتخب کریں:
answer-generated-by = { $model } کا تیار کردہ
answer-incomplete = [نامکمل]
archive-passphrase-ask = آرکائیو کا پاس فریز:
import-done = درآمد شدہ گفتگوئیں: { $conversations }۔ پہلے سے موجود: { $already }۔

doctor-version = ورژن
doctor-cpu = پروسیسر کی خصوصیات
doctor-memory = دستیاب میموری
doctor-engine = انجن
doctor-engines-skipped = انجن جو یہاں کام نہیں کرتے
doctor-data = ڈیٹا کا فولڈر
doctor-models = ابتدائی ماڈل کا فولڈر
doctor-window-containment = ونڈو پر پابندیاں
doctor-engine-containment = انجن پر پابندیاں

memory-fits = گنجائش ہے: { $available } خالی میموری میں سے { $needed }
memory-tight = میموری مشکل سے کافی ہے: { $available } خالی میموری میں سے { $needed }
memory-tight-context = میموری مشکل سے کافی ہے: { $available } خالی میموری میں سے { $needed }، چھوٹے سیاق کے ساتھ (ٹوکن: { $tokens })

model-measured = اس کمپیوٹر پر سب سے تیز: { $layout }، تھریڈ: { $threads }، فی سیکنڈ پڑھے گئے ٹوکن: { $read }، لکھے گئے: { $written }۔ اگلی بار چلنے پر یہی استعمال ہوگا۔
model-measured-busy = پیمائش کے دوران دوسرے پروگرام پروسیسر استعمال کر رہے تھے، اس لیے نتیجہ قابلِ اعتبار نہیں۔ انہیں بند کر کے دوبارہ پیمائش کریں۔
model-prepared = تیار کیا گیا ماڈل { $path } میں ہے اور ڈسک پر { $size } لیتا ہے؛ اصل فائل { $original } کے ساتھ باقی ہے۔ اگلا لفظ { $same } جگہوں پر ایک ہی ہے اور اوسط فرق { $divergence } نیٹ ہے۔

language-name-en = انگریزی
language-name-ar = عربی
language-name-fa = فارسی
language-name-ur = اردو
language-name-he = عبرانی
language-name-fr = فرانسیسی

history-backed-up = بیک اپ بن گیا اور درست پایا گیا: { $path } ({ $size })
history-restored = بیک اپ { $path } بحال ہو گیا۔ پہلے کی فائلیں { $aside } میں ہیں۔
history-verified = گفتگوئیں اور واقعات کا ریکارڈ درست ہیں۔ ریکارڈ کی مہر: { $head }
history-passphrase-changed = اب سے نیا پاس فریز گفتگوئیں کھولے گا۔

## خود جانچ

cli-check-sanad = { $model }، سند کے سوالات، نسخہ { $version }
cli-check-own = { $model }، { $set } سے سوالات: ممکن ہے شائع شدہ مجموعہ اس کی تربیت میں شامل رہا ہو
cli-check-right = { $language }: اس کمپیوٹر پر { $of } امتحانی سوالات میں سے { $right } درست: { $share } (غالباً { $low } سے { $high })۔ اندازے سے { $chance } ملتا ہے۔
cli-check-guessing = اس زبان میں اندازے سے بہتر ہونا ثابت نہیں ہوا۔
cli-check-below-half = اس زبان کے آدھے سے زیادہ سوالات میں درست ہونا ثابت نہیں ہوا۔
cli-check-first-letter = { $share } سوالات میں پہلا حرف چنتا ہے: جگہ دیکھ کر، سوال دیکھ کر نہیں۔
cli-check-too-long = نہیں پوچھے گئے، کیونکہ ماڈل میں نہیں سماتے: { $count }
cli-check-gap = انہی { $items } سوالات پر عربی منفی انگریزی: { $difference } پوائنٹ (غالباً { $low } سے { $high })
cli-check-limits = امتحان کا نمبر خوراک یا حفاظت کو نہیں ناپتا۔ کسی معالج نے سوالات کا جائزہ نہیں لیا۔
