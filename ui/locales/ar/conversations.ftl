close = إغلاق
cancel = إلغاء
