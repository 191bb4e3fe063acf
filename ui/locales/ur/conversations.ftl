close = بند کریں
cancel = منسوخ کریں
