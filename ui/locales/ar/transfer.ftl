# إخراج المحادثات من سَنَد وإدخالها إليه.

export-title = تصدير المحادثة
export-open = تصدير…
export-one = المحادثة المفتوحة
    .hint = مستندًا أو ملفًّا لبرنامج آخر. أما المحادثات الأخرى فمن قائمة كل واحدة منها.
export-readable = هذا الملف غير مشفَّر.
    .hint = يستطيع قراءته كل من يصل إليه. احذفه متى لم تعد تحتاج إليه.
export-labelled = يُوسم في الملف كل ما كتبه نموذج بأنه نص مولَّد.
export-what = ما يُصدَّر
export-whole = المحادثة كلها
export-some = بعض الأسئلة مع إجاباتها
export-format = الصيغة
format-docx = مستند وورد
    .hint = لمتابعة تحريره.
format-pdf = PDF
    .hint = للطباعة أو الإرسال.
format-html = صفحة ويب
    .hint = للعرض في المتصفّح.
format-markdown = نص عادي
    .hint = بعلامات Markdown.
format-json = بيانات (JSON)
    .hint = لبرامج أخرى، وللاستيراد في سَنَد.
export-path = مكان الحفظ
    .hint = لا يُكتب فوق ملف موجود.
export-act = تصدير
exporting = جارٍ التصدير…
exported = حُفظ الملف: { $path } ({ $size })

export-all = تصدير كل شيء
    .hint = كل المحادثات في ملف واحد مشفَّر، للحفظ أو للنقل إلى حاسوب آخر.
archive-explained = يُشفَّر الملف بعبارة مرور خاصة به، ولا يستطيع أحد فتحه من دونها.
archive-passphrase = عبارة مرور هذا الملف
archive-forgotten = رمز الاسترداد لا يفتح هذا الملف. احفظ عبارة مروره.

import-title = استيراد
    .hint = إدخال ملف صدّره سَنَد.
import-open = استيراد…
import-explained = اختر ملفًّا مشفَّرًا أو ملف JSON صدّره سَنَد. تبقى محادثاتك كما هي، ولا يُكرَّر ما هو موجود منها.
import-path = الملف
import-passphrase = عبارة مرور الملف
    .hint = اتركها فارغة إن كان الملف JSON.
import-act = استيراد
importing = جارٍ الاستيراد…
imported = أُدخل ما يلي: { $conversations }، { $turns }.
imported-nothing = لم يُدخَل شيء جديد.
imported-already = كان موجودًا من قبل: { $conversations }.
