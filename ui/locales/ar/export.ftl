# ما تقوله المستندات المصدَّرة حول المحادثة.

export-untitled = محادثة
export-made = صُدِّر من سَنَد { $version } بتاريخ { $date }
export-question = سؤال، { $date }
# يقف فوق كل إجابة في كل صيغة.
export-answer = نص ولّده النموذج { $model }، { $date }
export-cut-stopped = ناقصة: أُوقفت الإجابة قبل نهايتها.
export-cut-engine-failed = ناقصة: توقّف المحرّك أثناء كتابة الإجابة.
export-cut-length-limit = ناقصة: بلغت الإجابة أقصى طول مسموح به.
export-cut-app-ended = ناقصة: أُغلق سَنَد أثناء كتابة الإجابة.
export-models = النماذج التي ولّدت نصوصًا في هذا المستند
export-model = { $model }؛ بصمة ملفه: { $hash }
export-page = الصفحة { $page } من { $pages }
