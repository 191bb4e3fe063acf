# الفحص الذاتي: إلى أي حدّ يُعتمد على النموذج هنا، في كل لغة. لا تدّعي النتيجة أكثر مما يسمح به مجالها.

self-check = فحص ذاتي
    .shortcut = فحص ذاتي ({ $keys })
    .running = فحص ذاتي: أُنجز { $share } ({ $keys })
check-explained = يطرح الفحص الذاتي على النموذج أسئلة امتحان بالإنجليزية والعربية على هذا الحاسوب، ويبيّن كم سؤالًا أجاب عنه صوابًا في كل لغة.
check-complete = اكتمل الفحص الذاتي.
check-paused = الفحص الذاتي متوقف مؤقتًا، ويمكنك متابعته متى شئت.

## البدء

check-new = فحص جديد
check-model = النموذج
    .hint = لا تصحّ النتيجة إلا لهذا النموذج على هذا الحاسوب.
check-measure = قياس السرعة
check-measuring = جارٍ القياس…
    .hint = يُحمَّل النموذج الآن وتُقاس سرعته.
check-measured = قيست سرعة { $model }. اختر فحصًا:
check-quick = فحص سريع
check-full = فحص كامل
check-offer-asks-quick = { $count ->
    [zero] لا أسئلة.
    [one] سؤال واحد في كل لغة.
    [two] سؤالان في كل لغة.
    [few] { $count } أسئلة في كل لغة.
    [many] { $count } سؤالًا في كل لغة.
   *[other] { $count } سؤال في كل لغة.
}
check-offer-asks-full = { $count ->
    [zero] لا أسئلة.
    [one] سؤال واحد في كل لغة، يُطرح بكل ترتيب لخياراته.
    [two] سؤالان في كل لغة، يُطرح كل منهما بكل ترتيب لخياراته.
    [few] { $count } أسئلة في كل لغة، يُطرح كل منها بكل ترتيب لخياراته.
    [many] { $count } سؤالًا في كل لغة، يُطرح كل منها بكل ترتيب لخياراته.
   *[other] { $count } سؤال في كل لغة، يُطرح كل منها بكل ترتيب لخياراته.
}
check-offer-time = يستغرق هنا نحو { $time }.
check-offer-shows = { $points ->
    [zero] يُظهر أي فرق بين اللغتين.
    [one] يُظهر الفرق بين اللغتين إذا بلغ نقطة مئوية واحدة فأكثر.
    [two] يُظهر الفرق بين اللغتين إذا بلغ نقطتين مئويتين فأكثر.
    [few] يُظهر الفرق بين اللغتين إذا بلغ { $points } نقاط مئوية فأكثر.
    [many] يُظهر الفرق بين اللغتين إذا بلغ { $points } نقطة مئوية فأكثر.
   *[other] يُظهر الفرق بين اللغتين إذا بلغ { $points } نقطة مئوية فأكثر.
}
check-offer-shows-none = عدد الأسئلة أقل من أن يُظهر فرقًا بين اللغتين.
check-begin-quick = بدء الفحص السريع
check-begin-full = بدء الفحص الكامل
check-pauses = إذا طرحت سؤالًا في المحادثة توقف الفحص مؤقتًا. وتُحفظ كل نتيجة فور ظهورها، حتى لو أُغلق سَنَد.

## أثناء الفحص

check-running = جارٍ فحص { $model }
check-progress = الأسئلة المنجزة: { $done } من { $total }
check-left = بقي نحو { $time }
check-pause = إيقاف مؤقت
check-pausing = جارٍ الإيقاف…

## الفحوص السابقة

check-history = الفحوص السابقة
check-none = لم يُجرَ أي فحص بعد.
check-state-running = قيد التنفيذ
check-state-paused = متوقف مؤقتًا
check-state-complete = مكتمل
check-continue = متابعة
check-show = عرض
check-back = كل الفحوص
check-delete-title = حذف هذا الفحص الذاتي؟
check-delete-explained = لا يمكن استرجاع نتائجه بعد الحذف. صدّره أولًا إن كنت قد تحتاج إليها.

## النتيجة

check-of = الفحص الذاتي للنموذج { $model }
check-set = الأسئلة: { $set }، كُتبت خصيصًا لسَنَد. راجعها من الأطباء: { $reviewers }.
check-reviewed-none = لا أحد
check-so-far = لم يكتمل الفحص: عدد الأسئلة المنجزة حتى الآن { $done } من { $total }.
check-nothing-asked = لم يُطرح أي سؤال بعد.
check-language = اللغة
check-right-en = { $of ->
    [zero] لم يُطرح أي سؤال امتحان بالإنجليزية.
    [one] الإجابات الصحيحة على هذا الحاسوب: { $count } من سؤال امتحان واحد بالإنجليزية، أي { $share } (المرجَّح بين { $low } و{ $high }).
    [two] الإجابات الصحيحة على هذا الحاسوب: { $count } من سؤالَي امتحان بالإنجليزية، أي { $share } (المرجَّح بين { $low } و{ $high }).
    [few] الإجابات الصحيحة على هذا الحاسوب: { $count } من { $of } أسئلة امتحان بالإنجليزية، أي { $share } (المرجَّح بين { $low } و{ $high }).
    [many] الإجابات الصحيحة على هذا الحاسوب: { $count } من { $of } سؤال امتحان بالإنجليزية، أي { $share } (المرجَّح بين { $low } و{ $high }).
   *[other] الإجابات الصحيحة على هذا الحاسوب: { $count } من { $of } سؤال امتحان بالإنجليزية، أي { $share } (المرجَّح بين { $low } و{ $high }).
}
check-right-ar = { $of ->
    [zero] لم يُطرح أي سؤال امتحان بالعربية.
    [one] الإجابات الصحيحة على هذا الحاسوب: { $count } من سؤال امتحان واحد بالعربية، أي { $share } (المرجَّح بين { $low } و{ $high }).
    [two] الإجابات الصحيحة على هذا الحاسوب: { $count } من سؤالَي امتحان بالعربية، أي { $share } (المرجَّح بين { $low } و{ $high }).
    [few] الإجابات الصحيحة على هذا الحاسوب: { $count } من { $of } أسئلة امتحان بالعربية، أي { $share } (المرجَّح بين { $low } و{ $high }).
    [many] الإجابات الصحيحة على هذا الحاسوب: { $count } من { $of } سؤال امتحان بالعربية، أي { $share } (المرجَّح بين { $low } و{ $high }).
   *[other] الإجابات الصحيحة على هذا الحاسوب: { $count } من { $of } سؤال امتحان بالعربية، أي { $share } (المرجَّح بين { $low } و{ $high }).
}
check-guessing = التخمين وحده يعطي { $chance }.
check-limits = درجة الامتحان لا تقيس صحة الجرعات ولا السلامة.
check-standing-no-better-than-guessing = ليس أفضل من التخمين.
check-standing-not-shown-above-half = أفضل من التخمين، لكن لم يثبت أنه يصيب في أكثر من نصف الأسئلة.
check-standing-above-half = يصيب في أكثر من نصف الأسئلة.
check-first-letter = يختار الحرف الأول في { $share } من الأسئلة: إنه يخمّن بحسب موضع الخيار.
check-first-letter-seldom = لا يختار الحرف الأول إلا في { $share } من الأسئلة: إجاباته تتأثر بموضع الخيار.
check-too-long = { $count ->
    [zero] لم يكن أي سؤال أطول مما يتسع له النموذج.
    [one] كان سؤال واحد أطول مما يتسع له النموذج فلم يُطرح.
    [two] كان سؤالان أطول مما يتسع له النموذج فلم يُطرحا.
    [few] كانت { $count } أسئلة أطول مما يتسع له النموذج فلم تُطرح.
    [many] كان { $count } سؤالًا أطول مما يتسع له النموذج فلم تُطرح.
   *[other] كان { $count } سؤال أطول مما يتسع له النموذج فلم تُطرح.
}
check-gap = مقارنة الإنجليزية بالعربية
check-gap-same = { $count ->
    [zero] لا أسئلة مشتركة.
    [one] في السؤال نفسه باللغتين: الإنجليزية { $english }، العربية { $arabic }؛ الفرق بالنقاط المئوية { $difference } (المرجَّح بين { $low } و{ $high }).
    [two] في السؤالين نفسيهما باللغتين: الإنجليزية { $english }، العربية { $arabic }؛ الفرق بالنقاط المئوية { $difference } (المرجَّح بين { $low } و{ $high }).
    [few] في الأسئلة نفسها باللغتين، وعددها { $count }: الإنجليزية { $english }، العربية { $arabic }؛ الفرق بالنقاط المئوية { $difference } (المرجَّح بين { $low } و{ $high }).
    [many] في الأسئلة نفسها باللغتين، وعددها { $count }: الإنجليزية { $english }، العربية { $arabic }؛ الفرق بالنقاط المئوية { $difference } (المرجَّح بين { $low } و{ $high }).
   *[other] في الأسئلة نفسها باللغتين، وعددها { $count }: الإنجليزية { $english }، العربية { $arabic }؛ الفرق بالنقاط المئوية { $difference } (المرجَّح بين { $low } و{ $high }).
}
check-gap-none = لم يثبت وجود فرق.
check-gap-visible = { $points ->
    [zero] هذا العدد من الأسئلة يُظهر أي فرق.
    [one] هذا العدد من الأسئلة يُظهر الفرق إذا بلغ نقطة مئوية واحدة فأكثر.
    [two] هذا العدد من الأسئلة يُظهر الفرق إذا بلغ نقطتين مئويتين فأكثر.
    [few] هذا العدد من الأسئلة يُظهر الفرق إذا بلغ { $points } نقاط مئوية فأكثر.
    [many] هذا العدد من الأسئلة يُظهر الفرق إذا بلغ { $points } نقطة مئوية فأكثر.
   *[other] هذا العدد من الأسئلة يُظهر الفرق إذا بلغ { $points } نقطة مئوية فأكثر.
}
check-gap-visible-none = هذا العدد القليل من الأسئلة لا يمكن أن يُظهر فرقًا.

## الرسم

check-chart-languages = الإجابات الصحيحة بحسب اللغة
check-chart-subjects = الإجابات الصحيحة بحسب المادة
check-chart-unranked = أسئلة كل مادة قليلة، فلا يصح ترتيب المواد بحسبها.
check-chart-legend = النقطة: نسبة الإجابات الصحيحة. الشريط: المجال المرجَّح لها. الخط المتقطع: التخمين ({ $chance }).
check-chart-ends = من { $low } إلى { $high }
check-chart-right = الصحيح
check-chart-count = { $count } من { $of }
check-chart-share = { $share } (المرجَّح بين { $low } و{ $high })

## الأسئلة

check-items = كل الأسئلة
check-all = الكل
check-subject = المادة
check-subject-anatomy = التشريح
check-subject-biology = علم الأحياء
check-subject-clinical_knowledge = المعرفة السريرية
check-subject-college_medicine = طب المرحلة الجامعية
check-subject-genetics = علم الوراثة
check-subject-professional_medicine = الممارسة الطبية
check-outcome = الإجابة
check-outcome-right = صحيحة
check-outcome-wrong = خاطئة
check-outcome-not-asked = لم يُطرح السؤال
check-count = { $count ->
    [zero] لا أسئلة
    [one] سؤال واحد
    [two] سؤالان
    [few] { $count } أسئلة
    [many] { $count } سؤالًا
   *[other] { $count } سؤال
}
check-more = عرض المزيد
check-item-right = الإجابة الصحيحة
check-item-taken = اختيار النموذج
check-item-not-asked = هذا السؤال أطول مما يتسع له النموذج فلم يُطرح.
check-item-explanation = الشرح
check-item-source = المصدر
check-item-checked = تحقّق منه
check-item-reviewed = راجعه من الأطباء

## الملفات

check-export-title = تصدير الفحص الذاتي
check-export-holds = يضم الملف أسئلة الامتحان وإجابات النموذج عنها، ولا شيء من محادثاتك.
check-format-json = بيانات (JSON)
    .hint = كل شيء: النموذج وخطة الفحص وكل نتيجة والتقرير.
check-format-csv = جدول (CSV)
    .hint = سطر لكل سؤال، لبرامج الجداول.
check-exported = حُفظ الملف: { $path }

## Beside an answer of the model

notice-check-guessing = الفحص الذاتي: ليس أفضل من التخمين في هذه اللغة
notice-check-half = الفحص الذاتي: لم يثبت أنه يصيب في أكثر من نصف أسئلة هذه اللغة
