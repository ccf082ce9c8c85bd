# Titles of API problems (RFC 9457); their texts are the errors above.

problem-bad-request = ناقص درخواست
problem-invalid-json = متن درست JSON نہیں
problem-validation = بعض خانے درست نہیں
problem-unauthenticated = پہلے سائن ان کریں
problem-purpose-required = مقصد بیان کریں
problem-forbidden = اجازت نہیں
problem-not-found = نہیں ملا
problem-method = یہ طریقہ جائز نہیں
problem-conflict = موجودہ اندراج سے متصادم
problem-idempotency = یہی شناخت کسی اور کارروائی کے لیے استعمال ہو چکی
problem-too-large = حد سے بڑا
problem-media-type = یہ قسم قابلِ قبول نہیں
problem-law = قانون اس وقت اس کارروائی کی اجازت نہیں دیتا
problem-rate-limit = بہت زیادہ درخواستیں
problem-internal = اندرونی خرابی
problem-unavailable = اس وقت دستیاب نہیں
