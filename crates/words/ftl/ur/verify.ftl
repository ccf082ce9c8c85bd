# The public page behind the QR code, and the journal's checks.

verify-title = دستاویز کی تصدیق
verify-lead = ہاتھ میں موجود کاغذ کا رجسٹر سے موازنہ کریں۔ یہاں کوئی ذاتی معلومات نہیں دکھائی جاتیں۔
verify-code = دستاویز پر چھپا کوڈ
verify-button = تصدیق کریں
verify-genuine = یہ دستاویز رجسٹر کے مطابق ہے۔
verify-superseded = رجسٹر میں بعد کی درستی موجود ہے۔ نئی نقل طلب کریں۔
verify-provisional = یہ عارضی طباعت تھی۔ حتمی نقل طلب کریں۔
verify-unknown = اس کوڈ کی کوئی دستاویز یہاں سے جاری نہیں ہوئی۔ جعلی ہو سکتی ہے؛ تھانے میں دکھائیں۔
verify-expunged = مواد عدالتی حکم پر حذف ہو چکا ہے۔
verify-issued = جاری شدہ
verify-document = دستاویز
checks-title = روزنامچے کی جانچ
checks-entries = اندراجات
checks-head = روزنامچے کا آخری ہیش
checks-checkpoint = دستخط شدہ نشانِ پڑتال
checks-sound = درست
checks-broken = اندراج { $n } پر ٹوٹا ہوا
checks-download = نشانِ پڑتال محفوظ رکھنے کے لیے ڈاؤن لوڈ کریں
