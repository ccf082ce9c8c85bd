search-title = تلاش
search-label = نام، شناختی کارڈ، فون، مقدمہ نمبر، گاڑی یا الفاظ
search-button = تلاش کریں
search-where = کہاں
search-here = یہی دفتر
search-everywhere = ہر دفتر جس کی آپ کو اجازت ہے
search-period = مدت
search-results = { $n ->
        [one] { $n } ریکارڈ ملا
       *[other] { $n } ریکارڈ ملے
    }
search-nothing = کچھ نہیں ملا۔ کم الفاظ، دوسرا املا یا صرف نمبر آزمائیں۔
search-too-short = کم از کم دو حروف لکھیں۔
search-recorded = اشخاص کی تلاش ریکارڈ ہوتی ہے۔
search-match-name = ملتا جلتا نام
search-match-exact = وہی نمبر
search-not-same-person = نام ملنے سے شخص ایک نہیں ہو جاتا۔
