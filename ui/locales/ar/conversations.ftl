## مربعات الحوار

close = إغلاق
cancel = إلغاء
undo = تراجع
keep-changes = حفظ

## قائمة المحادثات

group-pinned = مثبّتة
all-conversations = كل المحادثات
more-conversations = عرض المزيد
shelf-archive = الأرشيف
shelf-bin = سلة المحذوفات
    .hint = تُمحى محادثات هذه السلة نهائيًّا بعد بضع دقائق، وعند قفل سَنَد أو إغلاقه.
archive-empty = الأرشيف فارغ.
bin-empty = سلة المحذوفات فارغة.
folder-empty = هذا المجلد فارغ.
actions-of = إجراءات «{ $title }»

## المجلدات

folders = المجلدات
new-folder = مجلد جديد
rename-folder = إعادة تسمية المجلد
remove-folder = إزالة المجلد
remove-folder-explained = تبقى محادثاته كما هي، خارج أي مجلد.
move = نقل إلى مجلد
move-out = إخراج من المجلد
move-to-new = إنشاء المجلد والنقل إليه

## إجراءات المحادثة

pin = تثبيت
unpin = إلغاء التثبيت
archive = نقل إلى الأرشيف
unarchive = إخراج من الأرشيف
archived = نُقلت المحادثة إلى الأرشيف.
unarchived = أُخرجت المحادثة من الأرشيف.
delete = حذف
deleted = نُقلت المحادثة إلى سلة المحذوفات، وستُمحى بعد بضع دقائق.
undelete = استعادة
erase = محو الآن
erase-title = أتريد محو هذه المحادثة؟
erase-explained = تُمحى أسئلتها وإجاباتها ومسوداتها من هذا الحاسوب، ولا يمكن التراجع عن ذلك.
erase-backups = تبقى المحادثة في النسخ الاحتياطية السابقة إلى أن تحلّ محلها نسخ أحدث.
erased = مُحيت المحادثة.
about = عن هذه المحادثة
persona = الدور الموكل إلى النموذج
    .hint = مثال: «أنت مستشار عيادة ريفية بلا مختبر». إن تُرك فارغًا فتعليمات سَنَد هي السارية.
conversation-language = اللغة
conversation-language-each = بحسب لغة كل سؤال
conversation-model = النموذج
conversation-model-usual = النموذج المعتاد
conversation-model-gone = نموذج لم يعد مثبَّتًا

## المحادثة المؤقتة

new-temporary = محادثة مؤقتة جديدة
temporary = محادثة مؤقتة.
    .hint = لا يُكتب منها شيء على القرص أبدًا، وتزول حين تغادرها.
temporary-gone = زالت المحادثة المؤقتة.

## التفرعات

edit-question = تعديل السؤال
editing = أنت تعدّل سؤالًا.
    .hint = تبقى الصياغة السابقة وكل ما تلاها.
wordings = صياغات هذا السؤال
previous-wording = الصياغة السابقة
next-wording = الصياغة التالية
fork = محادثة جديدة من هنا
forked = هذه الآن محادثة مستقلة، والأصلية كما هي.
continue-answer = متابعة

## البحث

search = بحث
    .shortcut = بحث ({ $keys })
    .placeholder = ابحث في كل المحادثات
    .hint = يشمل البحث العناوين والأسئلة والإجابات.
search-hits = نتائج البحث
found-nothing = لم يُعثر على شيء.
found = { $count ->
    [zero] لم يُعثر على أي موضع.
    [one] عُثر على موضع واحد.
    [two] عُثر على موضعين.
    [few] عُثر على { $count } مواضع.
    [many] عُثر على { $count } موضعًا.
   *[other] عُثر على { $count } موضع.
}
found-so-far = { $count ->
    [zero] لم يُعرض أي موضع بعد، وهناك المزيد.
    [one] موضع واحد حتى الآن، وهناك المزيد.
    [two] موضعان حتى الآن، وهناك المزيد.
    [few] { $count } مواضع حتى الآن، وهناك المزيد.
    [many] { $count } موضعًا حتى الآن، وهناك المزيد.
   *[other] { $count } موضع حتى الآن، وهناك المزيد.
}
index-incomplete = ما زالت فهرسة بعض النصوص جارية، فقد تغيب عن النتائج.
found-in-title = العنوان
found-in-question = سؤال
found-in-answer = إجابة
filters = تضييق البحث
filter-period = الفترة
period-any = أي وقت
period-week = آخر أسبوع
period-month = آخر شهر
period-year = آخر سنة
period-between = بين يومين
filter-first = من
filter-last = إلى
filter-folder = المجلد
folder-any = كل المجلدات
filter-archive = الأرشيف
archive-both = مع الأرشيف
archive-outside = من دون الأرشيف
archive-inside = الأرشيف فقط
filter-model = النموذج
model-any = كل النماذج

left-out = ما فوق هذا الخط أطول مما يقرؤه النموذج دفعة واحدة، فلم يُؤخذ به في الإجابة الأخيرة.
