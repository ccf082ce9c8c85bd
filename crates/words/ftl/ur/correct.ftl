# Corrections by strike-through (Police Rules 1934: wrong words stay legible and the corrector attests).

correct-title = اندراج کی درستی
correct-lead = کچھ مٹایا نہیں جاتا۔ غلط الفاظ پر خط کھینچا جاتا ہے اور وہ پڑھے جا سکتے ہیں؛ درست الفاظ ساتھ لکھے جاتے ہیں۔
correct-field = غلط اندراج
correct-was = خط کشیدہ الفاظ
correct-now = درست الفاظ
correct-reason = درستی کی وجہ
correct-submit = خط کھینچیں اور درست لکھیں
correct-by = بقلم { $who } بوقت { $when } خط کشیدہ
correct-attest = تصدیق کریں
correct-attest-lead = تصدیق کر کے آپ اس درستی پر دستخط کرتے ہیں۔
correct-attested = تصدیق کنندہ { $who }، بوقت { $when }
correct-unattested = تصدیق باقی ہے
correct-history = اس اندراج کی تاریخ
correct-was-hint = بعینہٖ جیسے اندراج میں ہیں
correct-now-hint = صرف خط کھینچنا ہو تو خالی
correct-none = کوئی درستی تصدیق کی منتظر نہیں۔
correct-more = مزید باقی ہیں؛ ان کی تصدیق کے بعد دکھائی جائیں گی۔
