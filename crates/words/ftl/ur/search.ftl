search-title = تلاش
search-button = تلاش کریں
search-results = { $n ->
        [one] { $n } ریکارڈ ملا
       *[other] { $n } ریکارڈ ملے
    }
search-nothing = کچھ نہیں ملا۔ کم الفاظ، دوسرا املا یا صرف نمبر آزمائیں۔
search-too-short = کم از کم دو حروف لکھیں۔
search-recorded = اشخاص کی تلاش ریکارڈ ہوتی ہے۔
search-not-same-person = نام ملنے سے شخص ایک نہیں ہو جاتا۔
search-box = مقدمہ نمبر مع سال، شناختی کارڈ، فون، یا نام اردو یا انگریزی میں
search-why = کس بنا پر ملا
search-why-number = مقدمہ نمبر
search-why-cnic = شناختی کارڈ
search-why-phone = فون
search-why-name = ملتا جلتا نام
search-more = مزید ریکارڈ بھی ہیں؛ کچھ اور لکھیں۔
