# מה שמסמכים מיוצאים אומרים סביב השיחה.

export-untitled = שיחה
export-made = יוצא מסנד { $version } בתאריך { $date }
export-question = שאלה, { $date }
# מעל כל תשובה, בכל תבנית.
export-answer = טקסט שנוצר אוטומטית על ידי { $model }, { $date }
export-cut-stopped = לא שלם: התשובה נעצרה לפני סופה.
export-cut-engine-failed = לא שלם: המנוע נעצר בזמן כתיבת התשובה.
export-cut-length-limit = לא שלם: התשובה הגיעה לאורך המרבי המותר.
export-cut-app-ended = לא שלם: סנד נסגר בזמן כתיבת התשובה.
export-models = המודלים שיצרו טקסט במסמך זה
export-model = { $model }; טביעת האצבע של הקובץ: { $hash }
export-page = עמוד { $page } מתוך { $pages }
