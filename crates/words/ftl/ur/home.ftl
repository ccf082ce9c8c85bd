# What is due, per role.

home-title = واجب کام
home-greeting = { $name }، { $rank }
home-nothing-due = اس وقت کوئی کام واجب نہیں۔
home-due-by = آخری وقت { $when }
home-overdue = { $when } سے تاخیر میں
home-open-day = آج کا روزنامچہ ابھی نہیں کھولا گیا۔
home-close-day = گزشتہ روز کا روزنامچہ بند نہیں کیا گیا۔
home-day-open = { $n ->
        [one] { $date } کا روزنامچہ کھلا ہے: { $n } رپٹ۔
       *[other] { $date } کا روزنامچہ کھلا ہے: { $n } رپٹیں۔
    }
home-to-sign = دستخط کی منتظر ایف آئی آر
home-to-attest = تصدیق کی منتظر درستیاں
home-copies-to-send = نقول جو ابھی ارسال نہیں ہوئیں
home-late-firs = تاخیر سے درج ایف آئی آر
home-refusals = قاعدہ ۲۴٫۴ کے تحت انکار، برائے جائزہ
home-diary-copies = تھانوں سے روزنامچے کی واجب نقول
home-drafts = آپ کے نامکمل مسودے
home-in-custody = اس وقت زیرِ حراست
home-custody-near-24h = زیرِ حراست، چوبیس گھنٹے پورے ہونے کو ہیں
home-cash-balance = نقد بقایا
home-recent = تازہ اندراجات
home-stations = تھانے
home-flags = نشان زدہ اندراجات
home-expungements = عدالتی احکامات برائے تعمیل
home-unverified-law = غیر تصدیق شدہ قانونی معلومات
home-accounts-locked = بند اکاؤنٹ
home-journal-sound = روزنامچے کی جانچ { $when } پر ہوئی: درست ہے۔
home-journal-broken = روزنامچے کی جانچ میں فرق ملا ہے۔ دور ہونے تک کچھ نہ چھاپیں۔
home-second-missing = آپ کے اکاؤنٹ میں ابھی دوسرا مرحلہ نہیں۔
home-late = تاخیر
home-due = واجب
home-desk = دفتر اس وقت
home-registered = درج ایف آئی آر
home-today = آج
home-month = گزشتہ ۳۰ دن
home-year = اس سال
home-unsigned = دستخط باقی
home-unsent = نقول باقی
home-diary-open = کھلا ہے
home-diary-closed = نہیں کھلا
due-diary-open = آج کا روزنامچہ ابھی نہیں کھلا
due-diary-close = گزرے دن کا روزنامچہ ابھی کھلا ہے
due-fir-unsigned = دستخط کی منتظر ایف آئی آر
due-copies = ایف آئی آر جن کی نقول بھیجنی ہیں
due-copies-late = ایف آئی آر جن کی نقول ایک دن سے زیادہ مؤخر ہیں
due-attest = تصدیق طلب درستیاں
due-custody-24h = چوبیس گھنٹے سے زیادہ حوالات میں
home-rupees = { $sum } روپے
