# `roznamcha prints`: the fingerprint engine on plain files.

prints-unreadable = { $file } پڑھی نہیں جا سکتی ({ $why })۔ نام دیکھیں، اور یہ کہ آپ کو پڑھنے کی اجازت ہے۔
prints-unwritable = { $file } لکھی نہیں جا سکتی ({ $why })۔ ایسی جگہ بتائیں جہاں لکھنے کی اجازت اور گنجائش ہو۔
prints-format = { $file } نشانِ انگشت کی ایسی تصویر نہیں جو یہاں پڑھی جاتی ہو۔ PNG، JPEG، BMP، TIFF، WSQ اور ANSI/NIST-ITL پڑھی جاتی ہیں؛ خام نقطوں کے لیے --size بتائیں۔
prints-broken = { $file } خراب یا ادھوری ہے ({ $why })۔ جہاں سے آئی وہاں سے دوبارہ نقل کریں، یا نشان دوبارہ لیں۔
prints-shape = { $file } نشانِ انگشت نہیں ہو سکتی ({ $why })۔ --dpi سے درست باریکی بتائیں، اور خام نقطوں کی پیمائش --size سے۔
prints-no-print = { $file } میں کسی نشان کی تصویر نہیں۔
prints-which = { $file } میں کئی نشان ہیں۔ --record سے ایک چنیں: { $list }۔
prints-no-record = { $file } میں نشان نمبر { $n } نہیں۔ --record سے ایک چنیں: { $list }۔
prints-ending = { $file } کے آخری حروف سے معلوم نہیں ہوتا کہ کیا لکھنا ہے: .png، .jpg، .bmp، .tif، .raw، .wsq یا .an2۔
prints-unfit = { $file } اس شکل میں نہیں لکھی جا سکتی ({ $why })۔
prints-extractor = { $file } سے باریک نشانات نہیں پڑھے جا سکتے ({ $why })۔
prints-weights = نیورل طریقہ نہیں چل سکتا ({ $why })۔
prints-some-failed = { $n ->
    [one] ایک فائل سے کچھ نہ بن سکا؛ اس کا نام اوپر ہے۔
   *[other] { $n } فائلوں سے کچھ نہ بن سکا؛ ان کے نام اوپر ہیں۔
}
prints-template = { $file }: { $minutiae } باریک نشانات، معیار ۱۰۰ میں سے { $quality }، { $bytes } بائٹ
prints-quality = { $file }: معیار ۱۰۰ میں سے { $n }
prints-converted = { $file }: { $width } × { $height } نقطے، فی انچ { $dpi }
prints-pairs = { $probe } اور { $other } میں سے { $n } باریک نشانات کے جوڑ بنے
prints-centibans = { $n } سینٹی بین
prints-a-likeness = یہ مشابہت ہے، شناخت نہیں: شناخت صرف ماہر کرتا ہے۔
prints-reason-no-ridges = خطوط نظر نہیں آتے۔ کیا یہ نشانِ انگشت ہے، اور باریکی درست ہے؟
prints-reason-partial = انگلی کا صرف ایک حصہ ہے۔ پوری دبائیں یا گھما کر لیں۔
prints-reason-low-contrast = خطوط اور خالی جگہ کا رنگ تقریباً ایک ہے۔ شیشہ صاف کریں، یا سیاہی بڑھائیں۔
prints-reason-dry = خطوط باریک اور ٹوٹے ہوئے ہیں۔ انگلی نم کریں، یا زیادہ دبائیں۔
prints-reason-wet = خطوط آپس میں مل گئے ہیں۔ انگلی خشک کریں، سیاہی کم کریں، یا انگلی نہ پھسلنے دیں۔
prints-cut = { $finger }: { $file }، معیار ۱۰۰ میں سے { $quality }
prints-layout = { $file } کارڈ کا نقشہ نہیں ({ $why })۔
prints-layout-unverified = نقشہ «{ $name }» کسی کارڈ سے ملایا نہیں گیا۔ اس سے کٹا ہر نشان دیکھیں، یا --layout سے اپنے فارم کا نقشہ دیں۔
prints-uncut-count = { $file }: { $wanted } کی جگہ { $found } انگلیاں نظر آتی ہیں۔ جو نہیں ہیں وہ --missing سے بتائیں، یا نشان دوبارہ لیں۔
prints-uncut = { $file } کاٹی نہیں جا سکتی ({ $why })۔
prints-box-rolled = { $finger }، گھما کر
prints-box-plain = { $finger }، سیدھا
prints-slap-right = دائیں ہاتھ کی اکٹھی انگلیاں
prints-slap-left = بائیں ہاتھ کی اکٹھی انگلیاں
prints-slap-thumbs = دونوں انگوٹھے اکٹھے
prints-box-refused = { $box }: نشان نہیں ملا ({ $why })۔ انگلی نہ ہو تو --missing سے بتائیں، ورنہ دوبارہ لیں۔
prints-doubt-elsewhere = { $one } کے خانے میں نشان { $other } جیسا ہے۔ دونوں دیکھیں۔
prints-doubt-twice = { $one } اور { $other }: دونوں خانوں میں ایک ہی انگلی کے نشان ہیں۔
prints-doubt-unlike = { $one }: گھما کر لیا اور سیدھا نشان ایک جیسے نہیں۔ دونوں دیکھیں۔
prints-card-doubts = { $n ->
    [one] اس کارڈ کی ایک بات دیکھنی ہے۔
   *[other] اس کارڈ کی { $n } باتیں دیکھنی ہیں۔
}
