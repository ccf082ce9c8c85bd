# The reconciliation report of an import.

import-title = درآمد شدہ ریکارڈ
import-report = تطبیقی رپورٹ
import-source = ماخذ
import-mapping = نقشہ فائل
import-started = آغاز
import-finished = تکمیل
import-resumed = دوبارہ جاری
import-read = پڑھی گئی سطریں
import-accepted = قبول
import-rejected = مسترد
import-already = پہلے سے موجود
import-difference = فرق
import-balanced = رپورٹ برابر ہے: ہر سطر کا حساب موجود ہے۔
import-unbalanced = رپورٹ برابر نہیں۔ یہ درآمد استعمال نہ کریں۔
import-reasons = مسترد ہونے کی وجوہ
import-row = سطر
import-legacy-mark = درآمد شدہ، اس دفتر کی کارروائی نہیں
