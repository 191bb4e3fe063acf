close = סגירה
cancel = ביטול
