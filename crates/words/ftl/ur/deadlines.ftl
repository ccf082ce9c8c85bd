# قانونی مدتیں

nav-deadlines = قانونی مدتیں
deadlines-title = قانونی مدتیں
deadlines-which = کون سی مدتیں
deadlines-open = جاری
deadlines-overdue = مدت گزر گئی
deadlines-warned = مدت قریب
deadlines-running = چل رہی ہے
deadlines-paused = حکم امتناعی
deadlines-too-soon = قبل از وقت
deadlines-met = بروقت
deadlines-breached = تاخیر سے
deadlines-none = قانون کے تحت یہاں کوئی کام باقی نہیں۔
deadlines-what = کیا کرنا ہے
deadlines-who = کس نے
deadlines-until = کب تک
deadlines-state = کیفیت
deadlines-unverified = غیر تصدیق شدہ
deadlines-stayed = عدالت نے روک رکھا ہے
deadlines-reasoned = وجہ درج ہے
deadlines-late-hours = { $n ->
        [one] { $n } گھنٹہ تاخیر
       *[other] { $n } گھنٹے تاخیر
    }
deadlines-late-days = { $n ->
        [one] { $n } دن تاخیر
       *[other] { $n } دن تاخیر
    }
deadlines-more = اور بھی ہیں۔ باقی دیکھنے کے لیے ایک تھانہ یا ایک کیفیت چنیں۔
deadlines-calendar = آپ کے کیلنڈر میں
deadlines-calendar-lead = فون یا کمپیوٹر کا کیلنڈر پروگرام یہ مدتیں دکھا سکتا ہے۔ اس کا پتہ ایک کنجی ہے، کسی کو نہ دیں۔ نیا پتہ پرانے کو ختم کر دیتا ہے۔
deadlines-calendar-make = نیا کیلنڈر پتہ
deadlines-calendar-end = کیلنڈر پتہ ختم کریں
deadlines-calendar-new = آپ کا کیلنڈر پتہ۔ یہ صرف ابھی دکھایا جا رہا ہے:
