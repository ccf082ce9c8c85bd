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
