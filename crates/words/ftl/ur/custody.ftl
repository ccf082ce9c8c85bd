# The lock-up and the cash book.

custody-title = حوالات
custody-person = زیرِ حراست شخص
custody-offence = جرم
custody-arrested-at = گرفتاری کی تاریخ و وقت
custody-in = حوالات میں داخل کریں
custody-out = حوالات سے نکالیں
custody-out-reason = نکالنے کی وجہ
custody-magistrate-by = مجسٹریٹ کے سامنے { $when } تک (چوبیس گھنٹے)
custody-justification = گرفتاری کی وجہ
custody-empty = حوالات خالی ہے۔
cash-title = کیش بک
cash-register = رجسٹر نمبر ۲۰، حساب نقدی
cash-in = آمد
cash-out = خرچ
cash-head = مد
cash-voucher = واؤچر
cash-party = از یا بنام
cash-amount = رقم روپے میں
cash-balance = بقایا
cash-write = کیش بک میں درج کریں
custody-since = گرفتاری سے اب تک
cash-direction = آمد یا خرچ
custody-hours = { $n } گھنٹے
custody-over = چوبیس گھنٹے پورے ہو چکے
custody-within = چوبیس گھنٹے کے اندر
