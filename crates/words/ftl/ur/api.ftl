# جو درخواست پڑھی نہ جا سکے: کیا غلط ہے، کہاں، اور اب کیا کریں۔

unreadable-title = درخواست پڑھی نہیں جا سکی
unreadable-not-json = کچھ درج نہیں ہوا۔ متن سطر { $line }، خانہ { $column } سے آگے JSON نہیں جسے یہ سرور پڑھ سکے۔ وہاں درست کر کے دوبارہ بھیجیں۔
unreadable-cut-short = کچھ درج نہیں ہوا۔ متن سطر { $line }، خانہ { $column } پر بیچ میں ختم ہو جاتا ہے۔ پورا بھیجیں۔
unreadable-shape = کچھ درج نہیں ہوا۔ متن اس شکل میں نہیں جو openapi.json میں اس پتے کے لیے دی گئی ہے، سطر { $line }، خانہ { $column } پر۔ بتایا گیا خانہ درست کر کے دوبارہ بھیجیں۔
unreadable-media = کچھ درج نہیں ہوا۔ متن JSON میں بھیجیں، ہیڈر Content-Type: application/json کے ساتھ۔
unreadable-large = کچھ درج نہیں ہوا۔ متن بہت بڑا ہے۔ مختصر کریں یا حصوں میں بھیجیں۔
unreadable-broken = کچھ درج نہیں ہوا۔ متن پورا نہیں پہنچا۔ دوبارہ بھیجیں۔
unreadable-parameters = پتے کا ایک حصہ اس شکل میں نہیں جو openapi.json میں دی گئی ہے۔ درست کر کے دوبارہ پوچھیں۔
unreadable-missing = یہ خانہ موجود نہیں؛ شامل کریں۔
unreadable-unknown = یہاں ایسا کوئی خانہ نہیں؛ نکال دیں یا نام درست کریں۔
unreadable-type = اس خانے کی قسم وہ نہیں جو openapi.json میں ہے؛ قدر درست کریں۔
unreadable-parameter = پتے کا یہ حصہ درست شکل میں نہیں؛ درست کریں۔
fault-unreadable = یہ درست شکل میں نہیں؛ ویسے لکھیں جیسے openapi.json میں ہے۔
fault-act-shape = یہ اپنی قسم کا عمل نہیں: کوئی خانہ موجود نہیں، نامعلوم ہے، یا غلط قسم کا ہے۔ اس قسم کے خانوں سے ملائیں۔
fault-key-differs = ہیڈر Idempotency-Key عمل کے id سے مختلف ہے؛ دونوں میں ایک ہی id بھیجیں یا ہیڈر نکال دیں۔
