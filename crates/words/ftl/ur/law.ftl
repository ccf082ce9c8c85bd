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
