## ڈائیلاگ

close = بند کریں
cancel = منسوخ کریں
undo = واپس لیں
keep-changes = محفوظ کریں

## گفتگوؤں کی فہرست

group-pinned = پن کردہ
all-conversations = تمام گفتگوئیں
more-conversations = مزید دکھائیں
shelf-archive = آرکائیو
shelf-bin = ردی کی ٹوکری
    .hint = اس ٹوکری کی گفتگوئیں چند منٹ بعد، یا سند کے مقفل یا بند ہونے پر، ہمیشہ کے لیے مٹا دی جاتی ہیں۔
archive-empty = آرکائیو خالی ہے۔
bin-empty = ردی کی ٹوکری خالی ہے۔
folder-empty = یہ فولڈر خالی ہے۔
actions-of = ”{ $title }“ کے لیے کام

## فولڈر

folders = فولڈر
new-folder = نیا فولڈر
rename-folder = فولڈر کا نام بدلیں
remove-folder = فولڈر ہٹائیں
remove-folder-explained = اس کی گفتگوئیں باقی رہیں گی اور کسی فولڈر میں نہیں ہوں گی۔
move = فولڈر میں منتقل کریں
move-out = فولڈر سے باہر
move-to-new = بنائیں اور وہاں منتقل کریں

## گفتگو کے کام

pin = پن کریں
unpin = پن ہٹائیں
archive = آرکائیو کریں
unarchive = آرکائیو سے نکالیں
archived = آرکائیو میں منتقل ہو گئی۔
unarchived = آرکائیو سے نکال لی گئی۔
delete = حذف کریں
deleted = ردی کی ٹوکری میں منتقل ہو گئی؛ چند منٹ میں مٹا دی جائے گی۔
undelete = واپس رکھیں
erase = ابھی مٹائیں
erase-title = یہ گفتگو مٹا دی جائے؟
erase-explained = سوالات، جوابات اور مسودے اس کمپیوٹر سے مٹا دیے جائیں گے۔ اسے واپس نہیں لیا جا سکتا۔
erase-backups = پہلے کے بیک اپ میں یہ اس وقت تک رہے گی جب تک نئے بیک اپ ان کی جگہ نہ لے لیں۔
erased = مٹا دی گئی۔
about = اس گفتگو کے بارے میں
persona = ماڈل کو دیا گیا کردار
    .hint = مثلاً: ”تم ایک دیہی کلینک کے مشیر ہو جہاں لیبارٹری نہیں۔“ خالی چھوڑنے پر سند کی اپنی ہدایات لاگو رہتی ہیں۔
conversation-language = زبان
conversation-language-each = ہر سوال کی زبان کے مطابق
conversation-model = ماڈل
conversation-model-usual = معمول کا ماڈل
conversation-model-gone = ایک ماڈل جو اب نصب نہیں

## عارضی گفتگو

new-temporary = نئی عارضی گفتگو
temporary = عارضی گفتگو۔
    .hint = اس کا کوئی حصہ کبھی ڈسک پر نہیں لکھا جاتا؛ اسے چھوڑتے ہی یہ ختم ہو جاتی ہے۔
temporary-gone = عارضی گفتگو ختم ہو گئی۔

## شاخیں

edit-question = سوال میں ترمیم کریں
editing = آپ ایک سوال میں ترمیم کر رہے ہیں۔
    .hint = پہلے والا سوال اور اس کے بعد کا سب کچھ محفوظ رہتا ہے۔
wordings = اس سوال کی عبارتیں
previous-wording = پچھلی عبارت
next-wording = اگلی عبارت
fork = یہاں سے نئی گفتگو
forked = یہ اب ایک الگ گفتگو ہے؛ اصل گفتگو جوں کی توں ہے۔
continue-answer = جاری رکھیں

## تلاش

search = تلاش
    .shortcut = تلاش ({ $keys })
    .placeholder = تمام گفتگوؤں میں تلاش کریں
    .hint = عنوانات، سوالات اور جوابات میں تلاش ہوتی ہے۔
search-hits = نتائج
found-nothing = کچھ نہیں ملا۔
found = { $count ->
    [one] { $count } جگہ ملی۔
   *[other] { $count } جگہیں ملیں۔
}
found-so-far = { $count ->
    [one] اب تک { $count } جگہ؛ مزید بھی ہیں۔
   *[other] اب تک { $count } جگہیں؛ مزید بھی ہیں۔
}
index-incomplete = کچھ متن کی فہرست بندی ابھی جاری ہے اور ممکن ہے یہاں نہ ہو۔
found-in-title = عنوان
found-in-question = سوال
found-in-answer = جواب
filters = تلاش محدود کریں
filter-period = وقت
period-any = کسی بھی وقت
period-week = پچھلا ہفتہ
period-month = پچھلا مہینہ
period-year = پچھلا سال
period-between = دو دنوں کے درمیان
filter-first = سے
filter-last = تک
filter-folder = فولڈر
folder-any = کوئی بھی فولڈر
filter-archive = آرکائیو
archive-both = آرکائیو سمیت
archive-outside = آرکائیو کے بغیر
archive-inside = صرف آرکائیو
filter-model = ماڈل
model-any = کوئی بھی ماڈل

left-out = اس لکیر سے اوپر کا متن ماڈل کے ایک ساتھ پڑھنے کی حد سے زیادہ ہے، اس لیے آخری جواب میں شامل نہیں کیا گیا۔
