close = بستن
cancel = لغو
