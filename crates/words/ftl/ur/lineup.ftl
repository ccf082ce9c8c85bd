# Search by looks and ways of working, and witness line-ups.

nav-cro-looks = حلیے سے تلاش
nav-cro-lineup = شناختی قطاریں
looks-title = حلیے اور طریقۂ واردات سے تلاش
looks-lead = وہ حلیے جو گواہ کے بیان سے ملتے ہیں۔ حلیہ شخص نہیں ہوتا: فہرست کا پہلا شخص بالکل اجنبی بھی ہو سکتا ہے۔ اس سے کسی کی شناخت نہیں ہوتی۔
looks-part-measures = قد کاٹھ اور عمر
looks-part-codes = جو دیکھا گیا
looks-part-marks = جسم پر علامات
looks-part-method = طریقۂ واردات
looks-part-gang = گروہ
looks-height-band = قد ایک لفظ میں
looks-weight-band = وزن ایک لفظ میں
looks-height = قد (سینٹی میٹر)
looks-weight = وزن (کلوگرام)
looks-age = اس وقت عمر (سال)
looks-tolerance = کمی بیشی
looks-mark-unsure = کس طرف تھی، یہ یقینی نہیں
looks-not-said = بیان نہیں ہوا
looks-gang-hint = صرف وہ جن کا اس گروہ سے ہونا بیان کیا گیا ہے
looks-submit = تلاش کریں
looks-found-none = کسی کا حلیہ نہیں ملتا۔
looks-found = { $n ->
        [one] { $n } حلیہ ملتا ہے۔
       *[other] { $n } حلیے ملتے ہیں، بہترین پہلے۔
    }
looks-among = { $n ->
        [one] { $n } حلیے میں تلاش کی گئی۔
       *[other] { $n } حلیوں میں تلاش کی گئی۔
    }
looks-no-face = تصویر نہیں
looks-no-face-law = جو صرف گرفتار ہو، قانون اس کی تصویر کی اجازت نہیں دیتا۔
looks-agree = ملتا ہے
looks-near = آسانی سے وہی سمجھا جاتا ہے
looks-disagree = مختلف ہے
looks-unknown = لکھا نہیں گیا
looks-of-gender = مرد یا عورت
looks-of-height = قد
looks-of-weight = وزن
looks-of-age = عمر
looks-of-mark = علامت { $n }
looks-has = { $what }: { $has }
looks-lineup = اس شخص کو مشتبہ رکھ کر شناختی قطار

# A line-up is proposed and made.
lineup-title = گواہ کے لیے شناختی قطاریں
lineup-new = نئی شناختی قطار
lineup-lead = شناختی قطار اکیلی کبھی شناخت کا ثبوت نہیں ہوتی۔ یہ تبھی منصفانہ ہے جب اس میں ہر شخص اس بیان پر پورا اترے جو گواہ نے کوئی تصویر دیکھنے سے پہلے دیا۔
lineup-list = اس دفتر کی شناختی قطاریں
lineup-list-none = یہاں ابھی کوئی شناختی قطار نہیں بنی۔
lineup-how = حلیے سے تلاش سے آغاز کریں اور مشتبہ شخص وہیں چنیں۔
lineup-how-link = حلیے سے تلاش
lineup-suspect = مشتبہ شخص
lineup-suspect-key = مشتبہ شخص کا اندراج
lineup-suspect-hint = اس کے پتے کے آخر میں تھانہ اور نمبر ہیں: تھانہ/نمبر
lineup-part-suspect = مشتبہ شخص، اور کس نے پوچھا
lineup-part-said = گواہ نے کوئی تصویر دیکھنے سے پہلے کیا بتایا
lineup-said = اس کے اپنے الفاظ میں
lineup-said-hint = یہ الفاظ قطار کے ریکارڈ میں رہتے ہیں۔ نیچے وہی بات چنے ہوئے خانوں میں ہے۔
lineup-others = مشتبہ کے علاوہ افراد
lineup-others-hint = ۵ سے ۱۹ تک
lineup-propose = تجویز کریں
lineup-proposed = تجویز
lineup-proposed-lead = چہرے اسی ترتیب میں ہوں گے۔ انہیں دیکھیں: جو الگ نظر آئے اسے بدل دیں۔ یہ صفحہ صرف آپ دیکھتے ہیں۔
lineup-place = جگہ { $n }
lineup-is-suspect = مشتبہ شخص
lineup-exchange = بدلیں
lineup-exchange-of = جگہ { $n } کا چہرہ بدلیں
lineup-alone = یہاں کوئی اور ان باتوں میں اس جیسا نہیں: { $what }۔ اسے چھپائیں، یا اسے بدلیں۔
lineup-make = یہ قطار بنائیں
lineup-make-lead = چہرے اور ترتیب آپ کے نام سے روزنامچے میں لکھے جاتے ہیں۔ دکھانے والا کوئی اور ہو جو مشتبہ شخص کو نہ جانتا ہو۔
lineup-fairness = یہ کس حد تک منصفانہ ہے
lineup-functional = جنہوں نے صرف الفاظ پڑھے ہوں ان میں { $n } میں سے ایک مشتبہ کی طرف اشارہ کرے گا۔
lineup-functional-none = جس نے صرف الفاظ پڑھے ہوں وہ مشتبہ کی طرف اشارہ نہیں کرے گا۔
lineup-effective = { $of } میں سے { $n } چہرے الفاظ پر یکساں پورے اترتے ہیں۔
lineup-fair-of = { $n ->
        [one] { $n } اور شخص مشتبہ کی طرح الفاظ پر پورا اترتا ہے۔
       *[other] { $n } اور افراد مشتبہ کی طرح الفاظ پر پورے اترتے ہیں۔
    }
lineup-seed = ترتیب کی قرعہ اندازی نمبر { $n } سے

# There is none.
lineup-none = شناختی قطار نہیں بن سکتی
lineup-none-size = کم از کم { $fewest } اور زیادہ سے زیادہ { $most } اور افراد مانگیں۔
lineup-none-child = مشتبہ شخص بچہ ہے۔ کسی بچے کو شناختی قطار میں نہیں دکھایا جاتا۔
lineup-none-no-photograph = مشتبہ شخص کے چہرے کی تصویر نہیں ہے۔ جو صرف گرفتار ہو قانون اس کی تصویر کی اجازت نہیں دیتا؛ مجسٹریٹ کے سامنے شناخت پریڈ دوسرا راستہ ہے۔
lineup-none-not-described = گواہ نے جو بتایا اس میں سے مشتبہ شخص کی بابت کچھ نہیں لکھا، اس لیے کسی کا اس سے موازنہ نہیں ہو سکتا۔
lineup-none-too-few = { $asked } اور افراد درکار ہیں، جبکہ { $fair } گواہ کے الفاظ پر مشتبہ کی طرح پورے اترتے ہیں۔ کم افراد مانگیں، یا جہاں حلیہ نہیں لکھا وہاں لکھیں۔
lineup-none-unfair = یہ کسی ایک کی طرف اشارہ کرے گی: { $of } میں سے صرف { $n } چہرے الفاظ پر یکساں پورے اترتے ہیں۔ جو بات مشتبہ کو الگ کرتی ہے اسے چھپائیں، یا قطار نہ کریں۔
lineup-unfit = جو نہیں لیے گئے
lineup-unfit-child = بچہ
lineup-unfit-no-photograph = چہرے کی تصویر نہیں
lineup-unfit-age = عمر بہت زیادہ یا بہت کم
lineup-unfit-too-bad = مشتبہ کی نسبت الفاظ پر کم پورا اترتا ہے
lineup-unfit-too-good = مشتبہ کی نسبت الفاظ پر زیادہ پورا اترتا ہے
lineup-unfit-not-free = مشتبہ کے مقدمے یا گروہ کا، خود وہی شخص، کسی اور چنے ہوئے شخص کا، یا آپ کو دکھایا نہیں جا سکتا
lineup-unfit-differs = اس بات میں مختلف: { $what }
fault-lineup-unfair = ان افراد کے ساتھ کوئی منصفانہ قطار نہیں بنتی۔ تجویز اس کی وجہ بتاتی ہے۔
fault-lineup-withdrawn = اس قطار میں کوئی بری الذمہ ہو چکا یا اب دکھایا نہیں جا سکتا: یہ دوبارہ نہیں دکھائی جاتی۔ دوسری بنائیں۔
fault-lineup-picked = وہ جگہ چنیں جس کی طرف گواہ نے اشارہ کیا، یا یہ کہ کسی کی طرف نہیں کیا۔
reason-lineup-through-its-page = شناختی قطار اپنے ہی صفحوں یا پتوں سے بنتی اور دکھائی جاتی ہے، جو دیکھتے ہیں کہ وہ منصفانہ ہو، اور لکھتے ہیں کہ مشتبہ کو کون جانتا تھا۔

# As it stands.
lineup-one = شناختی قطار
lineup-made = بنائی گئی
lineup-made-by = بنانے والا
lineup-faces = چہرے
lineup-showings = دکھائی گئی
lineup-blind = آپ کو نہیں بتایا جاتا کہ مشتبہ کون ہے، نہ یہ کہ دوسرے گواہوں نے کیا کہا، تاکہ آپ کسی گواہ کی رہنمائی نہ کر سکیں۔ دکھا چکنے کے بعد بتایا جائے گا۔
lineup-knows = آپ جانتے ہیں کہ مشتبہ کون ہے۔ اسے کوئی ایسا شخص دکھائے جو نہ جانتا ہو۔
lineup-gone = اب نہیں دکھایا جاتا
lineup-withdrawn = { $n ->
        [one] { $n } چہرہ اب دکھایا نہیں جا سکتا: یہ قطار دوبارہ نہیں دکھائی جاتی۔
       *[other] { $n } چہرے اب دکھائے نہیں جا سکتے: یہ قطار دوبارہ نہیں دکھائی جاتی۔
    }
lineup-show = گواہ کو دکھائیں
lineup-record = گواہ نے جو کہا وہ لکھیں
lineup-print = ریکارڈ چھاپیں
lineup-shown-none = ابھی کسی کو نہیں دکھائی گئی۔
lineup-shown-not = ابھی نہیں
lineup-shown-times = { $n ->
        [one] { $n } بار
       *[other] { $n } بار
    }
lineup-witness = گواہ
lineup-shown-at = کب دکھائی
lineup-shown-by = کس نے دکھائی
lineup-knew = دکھانے والا مشتبہ کو جانتا تھا
lineup-knew-yes = ہاں
lineup-knew-no = نہیں
lineup-picked = اشارہ کیا
lineup-picked-none = کسی کی طرف نہیں
lineup-picked-place = جگہ { $n }
lineup-picked-suspect = جگہ { $n }، مشتبہ شخص
lineup-answer = کیا کہا

# Before the witness.
lineup-before = کچھ کہنے سے پہلے سب کو دیکھ لیں۔ جسے آپ نے دیکھا تھا وہ ان میں ہو بھی سکتا ہے اور نہیں بھی۔ کسی کی طرف اشارہ کرنا ضروری نہیں۔ چہرے بدل جاتے ہیں: بال اور داڑھی اب مختلف ہو سکتے ہیں۔ اپنے الفاظ میں بتائیں کہ آپ کیا سمجھتے ہیں اور کتنا یقین ہے۔
lineup-face = چہرہ { $n }
lineup-back = ریکارڈ پر واپس

# What he said.
lineup-answer-title = گواہ نے کیا کہا
lineup-answer-lead = اس کی موجودگی میں لکھیں، جیسے اس نے کہا۔ اسے نہ بتائیں کہ درست ہے یا نہیں۔
lineup-answer-words = اس کے اپنے الفاظ، اور کتنا یقین ہے
lineup-answer-knew = میں جانتا تھا کہ ان میں مشتبہ کون ہے
lineup-answer-submit = روزنامچے میں لکھیں
lineup-answer-done = لکھ دیا گیا۔ شناختی قطار اکیلی کبھی شناخت کا ثبوت نہیں ہوتی۔

# The paper.
sheet-lineup-title = ریکارڈ شناختی قطار بذریعہ تصاویر
sheet-lineup-under = قانون شہادت آرڈر ۱۹۸۴، آرٹیکل ۲۲ (تصدیق باقی)
sheet-lineup-notice = اکیلی کبھی شناخت کا ثبوت نہیں۔ اس میں دوسرے افراد کا مقدمے سے کوئی تعلق نہیں اور ان کے نام نہیں لکھے جاتے؛ ہر ایک اپنے اندراج نمبر سے مل سکتا ہے۔
sheet-lineup-asked-by = کس نے پوچھا
sheet-lineup-case-no = مقدمہ نمبر
sheet-lineup-made = بنائی گئی
sheet-lineup-made-by = بنانے والا
sheet-lineup-suspect = مشتبہ کی جگہ
sheet-lineup-said = گواہ نے کوئی تصویر دیکھنے سے پہلے کیا بتایا
sheet-lineup-measured = کس حد تک منصفانہ
sheet-lineup-measures = عملی تعداد { $functional }، مؤثر تعداد { $effective }، کل چہرے { $of }؛ چننے کو { $fair } موزوں افراد؛ ترتیب نمبر { $seed } سے
sheet-lineup-unmeasured = پیمائش نہیں ہوئی
sheet-lineup-faces = چہرے اپنی ترتیب میں
sheet-lineup-place = جگہ
sheet-lineup-enrolment = اندراج
sheet-lineup-who = کون
sheet-lineup-is-suspect = مشتبہ شخص
sheet-lineup-is-other = دوسرا
sheet-lineup-gone = اب نہیں دکھایا جاتا
sheet-lineup-showings = کس کو دکھائی گئی
sheet-lineup-witness = گواہ
sheet-lineup-shown-at = بتاریخ
sheet-lineup-shown-by = دکھانے والا
sheet-lineup-knew = مشتبہ کو جانتا تھا
sheet-lineup-knew-yes = ہاں
sheet-lineup-knew-no = نہیں
sheet-lineup-picked = اشارہ کیا
sheet-lineup-picked-none = کسی کی طرف نہیں
sheet-lineup-words = اپنے الفاظ میں
sheet-sign-lineup = بنانے والا
sheet-sign-shower = دکھانے والا
