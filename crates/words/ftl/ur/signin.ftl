# Sign-in, second step, recovery, lock-out, sessions.

signin-title = سائن ان
signin-lead = دفتر کا دیا ہوا نام استعمال کریں۔ ہر سائن ان ریکارڈ ہوتا ہے۔
signin-name = سائن ان نام
signin-name-hint = مثلاً آپ کا ضلع اور بیلٹ نمبر
signin-password = پاس ورڈ
signin-password-show = پاس ورڈ دکھائیں
signin-password-hide = پاس ورڈ چھپائیں
signin-button = سائن ان کریں
signin-wrong = نام یا پاس ورڈ غلط ہے۔ پندرہ منٹ میں پانچ ناکام کوششوں پر اکاؤنٹ بند ہو جاتا ہے۔
signin-locked = یہ اکاؤنٹ { $until } تک بند ہے۔ اگر یہ کوششیں آپ نے نہیں کیں تو فوراً منتظم کو بتائیں۔
signin-locked-title = اکاؤنٹ بند ہے
signin-disabled = یہ اکاؤنٹ بند کر دیا گیا ہے۔ منتظم سے رابطہ کریں۔
signin-no-posting = آپ کی کوئی موجودہ تعیناتی درج نہیں، اس لیے کوئی دفتر دستیاب نہیں۔ منتظم سے رابطہ کریں۔
signin-expired = تیس منٹ استعمال نہ ہونے پر آپ سائن آؤٹ ہو گئے۔ آپ کے مسودے محفوظ ہیں۔
signin-revoked = منتظم نے آپ کا سیشن ختم کر دیا ہے۔
signin-signed-out = آپ سائن آؤٹ ہو گئے ہیں۔
signin-last = پچھلا سائن ان: { $when }
signin-failures-since = { $n ->
        [one] اس کے بعد { $n } ناکام کوشش
       *[other] اس کے بعد { $n } ناکام کوششیں
    }
totp-title = دوسرا مرحلہ
totp-lead = کوڈ والی ایپ میں اس وقت نظر آنے والے چھ ہندسے لکھیں۔
totp-code = چھ ہندسوں کا کوڈ
totp-button = جاری رکھیں
totp-wrong = یہ کوڈ درست نہیں یا پرانا ہے۔ اگلے کوڈ کا انتظار کریں اور وہ لکھیں۔
totp-use-recovery = اس کے بجائے بحالی کوڈ استعمال کریں
totp-setup-title = دوسرا مرحلہ ترتیب دیں
totp-setup-lead = اس تصویر کو کوڈ والی ایپ سے اسکین کریں یا کلید اس میں لکھیں۔ پھر پہلا کوڈ یہاں لکھیں۔
totp-setup-key = کلید
totp-setup-done = دوسرا مرحلہ ترتیب پا گیا ہے۔
recovery-title = بحالی کوڈ
recovery-lead = کاغذ پر دیے گئے کوڈوں میں سے ایک لکھیں۔ ہر کوڈ صرف ایک بار کام کرتا ہے۔
recovery-code = بحالی کوڈ
recovery-wrong = یہ بحالی کوڈ درست نہیں یا پہلے استعمال ہو چکا ہے۔
recovery-codes-title = آپ کے بحالی کوڈ
recovery-codes-lead = انہیں ابھی لکھ لیں اور تالے میں رکھیں۔ یہ دوبارہ نہیں دکھائے جائیں گے۔
recovery-codes-left = { $n ->
        [one] { $n } بحالی کوڈ باقی
       *[other] { $n } بحالی کوڈ باقی
    }
recovery-codes-kept = میں نے لکھ لیے ہیں
password-change-title = پاس ورڈ تبدیل کریں
password-current = موجودہ پاس ورڈ
password-new = نیا پاس ورڈ
password-repeat = نیا پاس ورڈ دوبارہ
password-rule = کم از کم بارہ حروف۔ کوئی یاد رہنے والا جملہ بہترین ہے۔
password-too-short = پاس ورڈ بہت چھوٹا ہے۔ کم از کم بارہ حروف رکھیں۔
password-not-same = دونوں نئے پاس ورڈ ایک جیسے نہیں۔ دوبارہ لکھیں۔
password-changed = پاس ورڈ تبدیل ہو گیا۔ دوسرے تمام سیشن ختم کر دیے گئے۔
sessions-title = آپ کہاں کہاں سائن ان ہیں
sessions-this = یہ سیشن
sessions-started = آغاز
sessions-last-used = آخری استعمال
sessions-end = یہ سیشن ختم کریں
sessions-end-all = باقی تمام سیشن ختم کریں
