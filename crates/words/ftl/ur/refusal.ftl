# Refusal to investigate, Police Rules 24.4 and section 157 of the Code.

refusal-title = انکارِ تفتیش
refusal-lead = صرف اس صورت میں کہ خود اطلاع سے شبہ ہو کہ کوئی قابلِ دست اندازی جرم نہیں ہوا۔ وجوہ روزنامچے میں درج ہوں گی اور اطلاع دہندہ کو بتایا جائے گا (پولیس رولز ۲۴٫۴)۔
refusal-warning = پولیس قابلِ دست اندازی رپورٹ سے انکار نہیں کر سکتی۔ ہر انکار افسر بالا کے سامنے آتا ہے۔
refusal-reasons = مفصل وجوہ
refusal-told = اطلاع دہندہ کو کیسے بتایا گیا
refusal-told-paper = تحریری نوٹس سے
refusal-told-person = بالمشافہ، دستخط کے ساتھ
refusal-told-phone = بذریعہ فون
refusal-remedy = اطلاع دہندہ ڈسٹرکٹ پولیس افسر یا جسٹس آف پیس (دفعہ ۲۲ الف) سے رجوع کر سکتا ہے۔
refusal-submit = انکار درج کریں
refusal-done = انکار رپٹ نمبر { $n } پر درج ہو گیا۔ اطلاع دہندہ کا نوٹس چھاپیں۔
refusal-notice = نوٹس برائے اطلاع دہندہ
refusal-reviewed = افسر بالا نے جائزہ لیا
refusal-not-reviewed = جائزہ باقی ہے
