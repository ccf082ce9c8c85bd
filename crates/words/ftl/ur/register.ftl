# The registers as books, and one entry of a register.

choose-station = تھانہ منتخب کریں
choose-station-none = آپ کے دفتر کے ماتحت کوئی تھانہ نہیں۔
registers-lead = پولیس رولز ۱۹۳۴، رول ۲۲٫۴۵ کے رجسٹر۔ ہر رجسٹر ایک ہی جرنل سے بنتا ہے۔
registers-rule = قاعدہ
registers-kept = مدتِ تحفظ
registers-writer = تحریر کنندہ
registers-obsolete = متروک: نمبر محفوظ
register-period = سال یا تاریخ
register-flagged = صرف نشان زدہ اندراجات
register-newest = تازہ ترین پہلے
register-show = دکھائیں
register-parts = حصے
register-entry = اندراج
pager-start = ابتدا سے
pager-more = مزید اندراجات
flag-clock-fault = گھڑی کی خرابی کے بعد کھولا گیا
flag-clock-back = گھڑی پیچھے ہو گئی تھی
entry-title = { $register }، اندراج { $serial }
entry-gone = متن بحکم عدالت حذف شدہ، { $when }
entry-gone-short = بحکم عدالت حذف شدہ
entry-open-case = مقدمہ دیکھیں
entry-open-lodging = داخلے کا اندراج دیکھیں
entry-act = فعل
entry-journal = جرنل
entry-journal-no = جرنل میں نمبر { $n }
entry-written = تحریر بمطابق گھڑی
entry-columns = خانے
entry-masked = جو آپ کے فرائض میں نہیں وہ ••• دکھایا گیا ہے۔
entry-who-looked = کس کس نے دیکھا
entry-print-copy = اطلاع دہندہ کی نقل چھاپیں
entry-written-now = درج ہو گیا۔
register-search = اس کتاب میں تلاش
register-order = ترتیب
register-words = اندراج کے الفاظ
register-words-hint = لفظ، نام یا نمبر کا کوئی حصہ کافی ہے۔
register-officer-hint = نام، بیلٹ نمبر یا کوڈ
register-unfinished = ابھی کتاب کا ایک حصہ دیکھا گیا ہے: نیچے سے آگے بڑھیں۔
register-found = { $n ->
        [one] { $n } اندراج ملا۔
       *[other] { $n } اندراجات ملے۔
    }
