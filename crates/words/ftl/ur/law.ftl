# The statute book and what in it is not verified.

law-title = کتاب قوانین
law-unverified-title = غیر تصدیق شدہ قانون
law-unverified-lead = یہ معلومات عمومی علم یا ثانوی ذرائع سے لی گئی ہیں۔ ان پر انحصار سے پہلے سرکاری متن سے پڑتال کرائیں۔
law-unverified-count = { $n ->
        [one] { $n } اندراج غیر تصدیق شدہ
       *[other] { $n } اندراجات غیر تصدیق شدہ
    }
law-act = قانون
law-section = دفعہ
law-section-n = دفعہ { $n }
law-heading = عنوان
law-citation = حوالہ
law-province = صوبہ
law-whole-country = پورا ملک
law-effective = نافذ از
law-until = تا
law-max = انتہائی سزا
law-head = شماریاتی مد
law-verified = تصدیق شدہ
law-unverified = غیر تصدیق شدہ
law-mark-verified = تصدیق درج کریں
law-verified-source = جس متن سے موازنہ ہوا
law-search = دفعہ نمبر، یا اردو یا انگریزی الفاظ
law-all-acts = تمام قوانین
law-sections = دفعات
law-class = دفعہ کی قسم
law-class-offence = مستقل جرم
law-class-modifier = دوسری دفعہ کے ساتھ لگتی ہے
law-class-repealed = منسوخ؛ پرانے ریکارڈ کے لیے رکھی گئی
law-cognizable = پولیس کی دست اندازی
law-cognizable-yes = قابلِ دست اندازی
law-cognizable-no = ناقابلِ دست اندازی
law-as-principal = اصل جرم کے مطابق
law-bail = ضمانت
law-bail-yes = قابلِ ضمانت
law-bail-no = ناقابلِ ضمانت
law-compound = راضی نامہ
law-compound-yes = قابلِ راضی نامہ
law-compound-no = ناقابلِ راضی نامہ
law-compound-leave = عدالت کی اجازت سے قابلِ راضی نامہ
law-max-death = موت
law-max-life = عمر قید
law-max-years = { $n ->
        [one] { $n } سال
       *[other] { $n } سال
    }
law-max-months = { $n ->
        [one] { $n } ماہ
       *[other] { $n } ماہ
    }
law-min-years = { $n ->
        [one] کم از کم { $n } سال
       *[other] کم از کم { $n } سال
    }
law-min-months = { $n ->
        [one] کم از کم { $n } ماہ
       *[other] کم از کم { $n } ماہ
    }
law-max-diyat = دیت
law-max-fine = جرمانہ
law-sealed = شروع ہی سے سربمہر
law-sensitive-sexual = جنسی جرم
law-sensitive-child = متاثرہ بچہ
law-sensitive-blasphemy = توہینِ مذہب
law-sensitive-terrorism = دہشت گردی
law-province-PK = پورا ملک
law-province-PB = پنجاب
law-province-SD = سندھ
law-province-KP = خیبر پختونخوا
law-province-BA = بلوچستان
law-province-ICT = اسلام آباد
law-province-GB = گلگت بلتستان
law-province-AJK = آزاد جموں و کشمیر
law-tag = ماخذ
law-tag-found = نامزد ماخذ میں ملا
law-tag-second = ثانوی ماخذ سے
law-tag-general = عمومی علم
law-tag-unsure = غیر یقینی
law-note = احتیاط
law-unverified-short = سرکاری متن سے ابھی کسی نے موازنہ نہیں کیا۔
law-file-acts = قوانین
law-file-allowed = اجازت یافتہ کارروائیاں
law-file-bases = قانونی بنیادیں
law-file-columns = رجسٹروں کے خانے
law-file-crosschecks = شبانہ پڑتال کے نکات
law-file-deadlines = مقررہ مدتیں
law-file-holidays = تعطیلات
law-file-looks = حلیہ کے الفاظ
law-file-methods = طریقۂ واردات کے الفاظ
law-file-heads = شماریاتی مدیں
law-file-offences = دفعات
law-file-offices = دفاتر
law-file-parts = رجسٹروں کے حصے
law-file-ranks = عہدے
law-file-regimes = خصوصی ضابطے
law-file-registers = رجسٹر
law-file-roles = ذمہ داریاں
comma = ،
