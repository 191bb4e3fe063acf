# برآمد شدہ دستاویزات گفتگو کے ارد گرد کیا کہتی ہیں۔

export-untitled = گفتگو
export-made = سَنَد { $version } سے { $date } کو برآمد کیا گیا
export-question = سوال، { $date }
# ہر شکل میں ہر جواب کے اوپر۔
export-answer = ماڈل { $model } کا خودکار طور پر تیار کردہ متن، { $date }
export-cut-stopped = نامکمل: جواب پورا ہونے سے پہلے روک دیا گیا۔
export-cut-engine-failed = نامکمل: جواب لکھتے ہوئے انجن بند ہو گیا۔
export-cut-length-limit = نامکمل: جواب زیادہ سے زیادہ اجازت شدہ لمبائی تک پہنچ گیا۔
export-cut-app-ended = نامکمل: جواب لکھتے ہوئے سَنَد بند کر دیا گیا۔
export-models = وہ ماڈل جنہوں نے اس دستاویز میں متن تیار کیا
export-model = { $model }؛ اس کی فائل کا فنگرپرنٹ: { $hash }
export-page = صفحہ { $page } از { $pages }
