# Documents on paper.

print-title = مطبوعہ دستاویزات
print-fir = ایف آئی آر چھاپیں
print-four-copies = چاروں نقول چھاپیں
print-complainant = مستغیث کی نقل چھاپیں
print-diary-sheet = روزنامچے کا ورق چھاپیں
print-reprint = دوبارہ چھاپیں
print-reprint-n = دوبارہ طباعت نمبر { $n }
print-original = پہلی طباعت
print-why = دوبارہ کیوں چھاپا جا رہا ہے؟
print-count = { $n } بار چھپا
print-provisional = عارضی
print-provisional-lead = ابھی مستقل طور پر محفوظ نہیں ہوا۔ جب تک یہ لفظ ہٹا کر دوبارہ نہ چھپے، یہ ورق ثبوت نہیں۔
print-hash = مواد کا ہیش
print-qr = تصدیق کے لیے اسکین کریں
print-printed-at = بوقت { $when } بدست { $who } چھپا
print-sheet-of = ورق { $n } از { $total }
print-ready = دستاویز تیار ہے۔
print-failed = دستاویز نہ بن سکی۔ اصل ریکارڈ محفوظ ہے؛ دوبارہ کوشش کریں۔
print-receipt = مستغیث کی رسید، ایک صفحہ
print-unavailable = چھپائی کے خط نصب نہیں، اس لیے کچھ نہیں چھپا۔ اصل ریکارڈ محفوظ ہے؛ منتظم کو بتائیں۔
