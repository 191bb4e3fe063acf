# کرداروں اور سانچوں کے بارے میں کھڑکی کے الفاظ؛ ان کے اپنے الفاظ ان کی فائلوں میں ہیں۔

templates = کردار اور سانچے
    .hint = کوئی ایک چنیں اور اس کا فارم بھریں۔ متن سوال کے خانے میں آئے گا، اور بھیجنے سے پہلے آپ اسے بدل سکتے ہیں۔
    .shortcut = کردار اور سانچے ({ $keys })
template-search = کسی بھی لفظ سے تلاش کریں
personas = کردار، پوری گفتگو کے لیے
templates-group = سانچے، ایک سوال کے لیے
template-nothing = اس نام کا کچھ نہیں۔
template-origin-changed = آپ نے بدلا، نسخہ { $version }
template-origin-own = آپ کا، نسخہ { $version }
template-change = ”{ $name }“ میں ترمیم
template-export-one = ”{ $name }“ برآمد کریں
template-remove-changed = ”{ $name }“ کو اصل صورت میں واپس لائیں
template-remove-own = ”{ $name }“ حذف کریں
template-new = نیا سانچہ
persona-new = نیا کردار

## فارم

template-form = فارم بھریں
template-language = متن کی زبان
template-preview-language = پیش منظر کی زبان
template-preview = یہ سوال میں آئے گا
template-preview-persona = ماڈل کو یہ بتایا جاتا ہے
persona-follows = ہر بار ماڈل کو یہ آپ کے سوال کی زبان میں بتایا جاتا ہے، اگر وہ عربی یا انگریزی ہو۔
template-back = فہرست پر واپس
template-insert = سوال میں شامل کریں
persona-use = اس گفتگو میں استعمال کریں
template-optional = اختیاری
template-none = کوئی اندراج نہیں
template-entry-missing = یہ ضروری ہے۔
template-entry-too-long = یہاں زیادہ سے زیادہ { $limit } حروف آ سکتے ہیں۔
template-entry-not-a-number = سادہ عدد لکھیں، اعشاریہ سے پہلے نقطہ اور کوئی کاما نہیں۔
template-entry-below = یہاں سب سے چھوٹی قدر { $limit } ہے۔
template-entry-above = یہاں سب سے بڑی قدر { $limit } ہے۔
template-entry-no-unit = اکائی چنیں۔
template-entry-no-choice = جوابات میں سے ایک چنیں۔
template-entry-not-a-day = کیلنڈر کا درست دن سال، مہینہ، دن کی صورت میں ہائفن کے ساتھ لکھیں۔

## گفتگو کا کردار

persona-of-conversation = اس گفتگو کا کردار
persona-chosen = { $name }: اس گفتگو کا کردار
persona-change = کوئی اور چنیں…
persona-remove = بغیر کردار

## ترمیم

template-edit = ترمیم
template-name = نام
template-about = کس کام آتا ہے
template-fields = فارم کے خانے
    .hint = ہر خانے کا ایک نام گھنگھریالے قوسین میں ہے جس سے نیچے کا متن اندراج کو بلاتا ہے۔
template-add-field = خانہ شامل کریں
template-key = متن میں نام
template-kind = اندراج کی قسم
template-kind-text = متن کی ایک سطر
template-kind-long_text = کئی سطریں
template-kind-number = عدد
template-kind-choice = کئی جوابات میں سے ایک
template-kind-date = دن
template-kind-age = عمر
template-required = بھرنا لازمی ہے
template-label = عنوان
template-least = سب سے چھوٹی قدر
template-most = سب سے بڑی قدر
template-choices = جوابات
template-units = اکائیاں
template-add-option = شامل کریں
template-option-remove = ”{ $option }“ ہٹائیں
template-field-up = ”{ $field }“ اوپر لے جائیں
template-field-remove = خانہ ”{ $field }“ ہٹائیں
template-body = سوال کا متن
template-system = ماڈل کو دیا گیا کردار
template-text-hint = جہاں اندراج آنا ہے وہاں { $field } لکھیں۔ جو خانہ خالی رہ سکتا ہے اس کے ساتھ کے الفاظ { $opens } اور { $closes } کے درمیان رکھیں۔
template-rules = جس کا خیال سَنَد خود رکھتا ہے
template-follows = ہر جواب سوال کی زبان میں مانگیں
template-interviews = ہر جواب میں ایک سوال، پھر خلاصہ
template-questions = خلاصے سے پہلے سوالات: ایک عدد یا کسی خانے کا نام
template-heading = خلاصے کا عنوان
template-conclusion = خلاصے کے وقت ماڈل کو کیا بتایا جائے
template-save = محفوظ کریں
template-fault-missing = یہاں کچھ کمی ہے۔
template-fault-value = یہ قدر یہاں ممکن نہیں۔
template-fault-twice = دو کا یہی نام ہے۔
template-fault-placeholder = متن ایسے خانے کو بلاتا ہے جو فارم میں نہیں، یا کوئی قوس فالتو ہے۔ متن میں قوس کے لیے اسے دو بار لکھیں۔
template-fault-alone = متن میں ایسا خانہ ہے جو خالی رہ سکتا ہے۔ اسے عنوان سمیت اختیاری حصے میں رکھیں یا بھرنا لازمی کریں۔
template-fault-part = کوئی اختیاری حصہ بند نہیں ہوا یا اس میں کوئی خانہ نہیں۔
template-fault-too-long = سانچہ اس سے لمبا ہے جتنا سَنَد رکھتا ہے۔

## فائلیں

template-import = سانچہ درآمد کریں
    .hint = کسی ساتھی یا دوسرے کمپیوٹر کی سانچہ فائل چنیں۔ درست ثابت ہونے سے پہلے کچھ نہیں بدلتا۔
template-clash = ”{ $name }“ کی شناخت یہاں موجود ایک سانچے کی ہے، اور متن مختلف ہے۔
template-clash-question = ان دونوں کا کیا کیا جائے؟
template-clash-keep_both = دونوں رکھیں
    .hint = فائل والے کو دوسرا نام ملتا ہے۔
template-clash-replace = بدل دیں
    .hint = جو یہاں ہے اس کی جگہ فائل والا آ جاتا ہے۔
template-imported-added = ”{ $name }“ درآمد ہو گیا۔
template-imported-already_there = ”{ $name }“ لفظ بہ لفظ پہلے سے یہاں ہے۔
template-export = سانچہ برآمد کریں
    .hint = فائل میں فارم اور اس کے الفاظ ہیں، درج کی گئی کوئی بات نہیں۔
template-exported = { $path } میں لکھ دیا گیا۔
