# تھانے میں کیا آیا اور کیا درج ہوا

nav-burking = رپورٹیں و انکار
burking-title = رپورٹیں و انکار
burking-lead = تھانوں میں کیا آیا، درج شدہ مقدمات کے ساتھ۔ اعداد تھانوں اور دنوں کے ہیں، افراد کے نہیں؛ ہر عدد اپنے اندراجات تک لے جاتا ہے۔ کوئی ایک عدد خود یہ ثابت نہیں کرتا کہ اندراج سے غلط انکار ہوا۔
burking-from = از تاریخ
burking-to = تا تاریخ
burking-together = مجموعہ
burking-numbers = اعداد
burking-what = شمار
burking-counts = کیا گنا گیا
burking-blind = کیا نہیں بتا سکتا
burking-not-read = اتنے تھانوں کے صرف وہ اعداد دکھائے جاتے ہیں جو فہرست سے گنے جا سکیں؛ اندراجات کے لیے دفتر چنیں۔
burking-all = تمام اعداد
burking-none = ان دنوں میں ایسا کوئی اندراج نہیں۔
burking-next = مزید اندراجات
burking-written = وقت تحریر
burking-waited = مدت
burking-outcome = نتیجہ
burking-its-case = مقدمہ
burking-minutes = { $n } منٹ
burking-hours = { $n ->
        [one] { $n } گھنٹہ
       *[other] { $n } گھنٹے
    }
burking-days = { $n ->
        [one] { $n } دن
       *[other] { $n } دن
    }
burking-firs = درج مقدمات
burking-firs-counts = ان دنوں میں لکھی گئی ابتدائی اطلاعی رپورٹیں۔
burking-firs-blind = کیا ہر اطلاع درج ہوئی؛ نیچے کے اعداد سے موازنہ کریں۔
burking-refused = انکار شدہ رپورٹیں
burking-refused-counts = تفتیش سے انکار جو وجوہات کے ساتھ روزنامچے میں لکھے گئے (پولیس رولز ۲۴٫۴)۔
burking-refused-blind = وہ انکار جو کسی نے نہیں لکھے۔
burking-noncognizable = ناقابل دست اندازی رپورٹیں
burking-noncognizable-counts = روزنامچے میں ناقابل دست اندازی درج رپورٹیں (دفعہ ۱۵۵)۔
burking-noncognizable-blind = کیا قابل دست اندازی جرم بتایا گیا اور کم تر لکھا گیا۔
burking-calls = ہنگامی کالیں
burking-calls-counts = ۱۵ کی کالیں جو شکایات و کالوں کے رجسٹر میں لکھی گئیں۔
burking-calls-blind = وہ کالیں جو تھانے تک نہ پہنچیں یا لکھی نہ گئیں؛ ایک معاملے کی کئی کالیں ہو سکتی ہیں۔
burking-complaints = شکایات
burking-complaints-counts = اسی رجسٹر میں لکھی گئی شکایات، جس ذریعے سے بھی آئیں۔
burking-complaints-blind = کون دروازے سے لوٹا دیا گیا؛ کہیں اور دی گئی شکایات جو آگے نہ بھیجی گئیں۔
burking-unanswered = بے نتیجہ کالیں و شکایات
burking-unanswered-counts = ان دنوں کی وہ جن میں ابھی کوئی نتیجہ نہیں لکھا گیا۔
burking-unanswered-blind = شاید کارروائی ہوئی اور صرف لکھی نہ گئی۔
burking-delayed = تاخیر کی وجہ والے مقدمات
burking-delayed-counts = ان دنوں کی رپورٹیں جن میں تاخیر کی وجہ درج ہے۔
burking-delayed-blind = تاخیر اطلاع دہندہ کی تھی یا تھانے کی؛ وجہ رپورٹ میں پڑھی جائے۔
burking-slow = دیر سے درج مقدمات
burking-slow-counts = وہ رپورٹیں جو ان میں لکھے اوقات کے مطابق اطلاع کے ایک دن سے زیادہ بعد درج ہوئیں (میعادوں کے جدول کی پہلی میعاد)۔
burking-slow-blind = وہ اطلاع جو لکھے گئے وقت سے پہلے آئی۔
burking-petitions = درخواستیں زیر دفعہ ۲۲ الف
burking-petitions-counts = جسٹس آف پیس کے احکام جو ان دنوں میں لکھے گئے، ہدایت جو بھی ہو۔
burking-petitions-blind = زیر سماعت درخواستیں اور وہ احکام جو یہاں نہیں لکھے گئے۔
burking-directed = اندراج کے احکام
burking-directed-counts = وہ احکام جن میں مقدمہ درج کرنے کی ہدایت ہے۔
burking-directed-blind = کیا عدالت نے انکار کو غلط پایا؛ عدالت صرف یہ دیکھتی ہے کہ قابل دست اندازی جرم بنتا ہے یا نہیں۔
burking-waiting = غیر تعمیل شدہ ہدایات
burking-waiting-counts = ان دنوں کے ہدایت والے احکام جن کی تعمیل درج نہیں۔
burking-waiting-blind = کیا حکم عدالت بالا نے منسوخ کر دیا۔
burking-callbacks = تصدیقی فون
burking-callbacks-counts = افسران بالا کے اطلاع دہندگان کو فون جو ان دنوں میں رجسٹر یادداشت میں لکھے گئے۔
burking-callbacks-blind = جنہیں کسی نے فون نہیں کیا؛ انتخاب نگران افسر کا ہے۔
burking-disagreed = متفق نہ ہونے والے
burking-disagreed-counts = جو کہتے ہیں کہ تھانے کا لکھا ان کا بتایا ہوا نہیں۔
burking-disagreed-blind = درست کون ہے؛ الفاظ رجسٹر یادداشت میں ہیں اور تھانے کا جواب ان کے ساتھ۔
burking-unreached = جن سے رابطہ نہ ہوا
burking-unreached-counts = وہ فون جن پر کوئی نہ ملا۔
burking-unreached-blind = وجہ؛ رپورٹ میں غلط نمبر بھی رپورٹ کا نقص ہے۔
burking-to-report = وقوعہ سے اطلاع
burking-to-report-counts = ان دنوں کے نصف مقدمات کی اطلاع وقوعہ کے اختتام سے اس مدت کے اندر آئی۔
burking-to-report-blind = کیا اطلاع دہندہ پہلے آیا اور لوٹا دیا گیا۔
burking-to-register = اطلاع سے اندراج
burking-to-register-counts = نصف مقدمات اطلاع سے اس مدت کے اندر درج ہوئے، ان میں لکھے اوقات کے مطابق۔
burking-to-register-blind = وہ اطلاع جو لکھے گئے وقت سے پہلے آئی۔
burking-to-comply = ہدایت سے تعمیل
burking-to-comply-counts = تعمیل شدہ احکام میں سے نصف کی تعمیل تھانے پہنچنے سے اس مدت کے اندر ہوئی۔
burking-to-comply-blind = زیر تعمیل احکام اس میں شامل نہیں۔
fault-span = پہلا اور آخری دن چنیں؛ آخری پہلے سے قبل نہ ہو اور ایک سال سے زیادہ بعد نہ ہو۔
fault-span-day = یہ تاریخ نہیں؛ کوئی دن چنیں۔
