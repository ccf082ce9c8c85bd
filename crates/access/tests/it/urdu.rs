//! The words of the matrix in English and Urdu, as an officer says them.

use roznamcha_access::{Action, Field, Purpose, Role};

pub fn role(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::FrontDesk => ("Front desk", "فرنٹ ڈیسک"),
        Role::Moharrar => ("Moharrar", "محرر"),
        Role::DutyOfficer => ("Duty officer", "ڈیوٹی افسر"),
        Role::Io => ("IO of the case", "تفتیشی افسر مقدمہ"),
        Role::Sho => ("SHO", "ایس ایچ او"),
        Role::Sdpo => ("SDPO", "ایس ڈی پی او"),
        Role::Dpo => ("DPO", "ڈی پی او"),
        Role::Rpo => ("RPO", "آر پی او"),
        Role::Igp => ("IGP", "آئی جی پی"),
        Role::Cro => ("CRO", "سی آر او"),
        Role::Analyst => ("Analyst", "تجزیہ کار"),
        Role::Prosecutor => ("Prosecutor", "پراسیکیوٹر"),
        Role::Court => ("Court", "عدالت"),
        Role::Prison => ("Prison", "جیل"),
        Role::Fsl => ("Laboratory", "فرانزک لیب"),
        Role::Auditor => ("Auditor", "آڈیٹر"),
        Role::Administrator => ("Administrator", "منتظم"),
    }
}

pub const OTHER_IO: (&str, &str) = ("IO, other case", "تفتیشی افسر دیگر");

#[expect(clippy::panic, reason = "an action without words fails the test that asks for them")]
pub fn action(action: Action) -> (&'static str, &'static str) {
    if let Some(words) = of_things(action).or_else(|| of_prints(action)) {
        return words;
    }
    match action {
        Action::WriteDiary => ("Write in the diary", "روزنامچہ میں رپٹ لکھنا"),
        Action::OpenDayAfterFault => ("Open the day after a wrong clock", "غلط گھڑی کے بعد صحیح دن کھولنا"),
        Action::OpenDiary => ("Open the day's diary", "روزنامچہ کھولنا"),
        Action::CloseDiary => ("Close the day's diary", "روزنامچہ بند کرنا"),
        Action::WriteNonCognizable => ("Record a non-cognizable report", "ناقابل دست اندازی رپورٹ لکھنا"),
        Action::WriteRefusal => ("Refuse, with reasons", "وجوہات کے ساتھ انکار لکھنا"),
        Action::RegisterFir => ("Register an FIR", "ایف آئی آر درج کرنا"),
        Action::SignFir => ("Sign an FIR", "ایف آئی آر پر دستخط"),
        Action::DespatchCopy => ("Send a copy", "نقل روانہ کرنا"),
        Action::SealFir => ("Seal an FIR", "ایف آئی آر سربمہر کرنا"),
        Action::UnsealFir => ("Lift a seal", "سربمہری ختم کرنا"),
        Action::CorrectEntry => ("Strike through and correct", "قلم زد کر کے درستی"),
        Action::AttestCorrection => ("Attest a correction", "درستی کی تصدیق"),
        Action::MoveCash => ("Receive or pay cash", "نقدی وصول یا ادا کرنا"),
        Action::InvestigateCase => ("Investigate a case", "مقدمہ کی تفتیش"),
        Action::AssignInvestigation => ("Give and change an investigation", "تفتیش سپرد یا تبدیل کرنا"),
        Action::LodgeCustody => ("Lodge in the lock-up", "حوالات میں بند کرنا"),
        Action::ReleaseCustody => ("Release from the lock-up", "حوالات سے رہائی"),
        Action::PrintDocument => ("Print a document", "دستاویز چھاپنا"),
        Action::Expunge => ("Expunge a record", "ریکارڈ حذف کرنا"),
        Action::AppointStaff => ("Post an officer", "افسر تعینات کرنا"),
        Action::RelieveStaff => ("Relieve an officer", "افسر سبکدوش کرنا"),
        Action::OpenOffice => ("Open an office", "نیا دفتر کھولنا"),
        Action::ImportLegacy => ("Load an old list", "پرانا ریکارڈ داخل کرنا"),
        Action::SubmitChallan => ("Submit a challan", "چالان پیش کرنا"),
        Action::RecommendFinal => ("Recommend cancellation or untraced", "اخراج یا عدم پتہ کی سفارش"),
        Action::AnswerObjections => ("Answer the prosecutor's objections", "اعتراضات پراسیکیوٹر کا جواب"),
        Action::WriteScrutiny => ("Write the prosecutor's scrutiny", "جانچ پراسیکیوٹر درج کرنا"),
        Action::WriteCourt => ("Write what the court did", "عدالتی کارروائی درج کرنا"),
        Action::ReopenCase => ("Reopen a case", "مقدمہ دوبارہ کھولنا"),
        Action::ProceedFalse => ("Proceed against a false report", "جھوٹی اطلاع پر کارروائی"),
        Action::ReviewConvict => ("Consider a convict for surveillance", "سزا یافتہ کی نگرانی پر غور"),
        Action::CertifyPrints => {
            ("File the certificate of destroyed prints", "تلفی نشانات کا تصدیق نامہ درج کرنا")
        }
        Action::ReadDiary => ("Read the diary", "روزنامچہ پڑھنا"),
        Action::ReadFir => ("Read an FIR's heading", "ایف آئی آر کا عنوان پڑھنا"),
        Action::ReadFirPersons => ("Read an FIR with its people", "ایف آئی آر مع افراد پڑھنا"),
        Action::ReadCase => ("Read how a case stands", "مقدمے کی صورتحال دیکھنا"),
        Action::ReadCasePersons => ("Read a case file with its people", "مثل مقدمہ مع افراد پڑھنا"),
        Action::ReadZimni => ("Read the case diaries", "ضمنیات پڑھنا"),
        Action::ReadRegister => ("Read a register", "رجسٹر پڑھنا"),
        Action::SearchRecords => ("Search records", "ریکارڈ تلاش کرنا"),
        Action::AddFile => ("Send and attach a file", "فائل بھیجنا اور منسلک کرنا"),
        Action::ReadFile => ("Look at a file", "فائل دیکھنا"),
        Action::CopyFile => ("Take a copy of a file", "فائل کی نقل لینا"),
        Action::ReadStatute => ("Read the law", "قانون پڑھنا"),
        Action::ReadUnverified => ("Read what is unverified", "غیر تصدیق شدہ دیکھنا"),
        Action::ReadStaff => ("Read who is posted", "تعیناتیاں دیکھنا"),
        Action::ReadAudit => ("Read the audit log", "آڈٹ لاگ پڑھنا"),
        Action::ReadWhoLooked => ("Read who looked", "کس نے دیکھا، پڑھنا"),
        Action::ReadJournal => ("Read the journal", "جریدہ پڑھنا"),
        Action::ExportJournal => ("Take the journal away", "جریدہ برآمد کرنا"),
        Action::ExportRegister => ("Take a register away", "رجسٹر کی نقل برآمد کرنا"),
        Action::ReadCheckpoint => ("Keep a checkpoint", "دستخط شدہ چیک پوائنٹ"),
        Action::ReadHome => ("Own home page", "اپنا صفحہ اول"),
        Action::ReadLegacy => ("Read an old list", "پرانا ریکارڈ پڑھنا"),
        Action::ManageAccounts => ("Manage accounts", "اکاؤنٹ کا انتظام"),
        Action::ReadHealth => ("Read what the nightly check found", "شبانہ پڑتال کا نتیجہ دیکھنا"),
        Action::ReadMetrics => ("Read measurements", "پیمائشیں دیکھنا"),
        Action::UseDraft => ("Use own draft", "اپنا مسودہ"),
        other => panic!("`{}` has no words", other.as_str()),
    }
}

/// Enrolment and the record office.
fn of_prints(action: Action) -> Option<(&'static str, &'static str)> {
    Some(match action {
        Action::EnrolPrints => ("Take prints and enrol", "نشانات انگشت لینا اور اندراج کرنا"),
        Action::SearchPrints => ("Open and answer a search slip", "سرچ سلپ کھولنا اور جواب دینا"),
        Action::ExaminePrints => ("Examine prints", "نشانات انگشت کا معائنہ"),
        Action::JoinPersons => ("Join and part persons", "افراد کو ملانا یا الگ کرنا"),
        Action::MakeLineup => ("Make and show a line-up", "شناخت کے لیے تصاویر کی قطار"),
        Action::ReadEnrolment => ("Read an enrolment", "اندراج شدہ شخص کا ریکارڈ پڑھنا"),
        Action::SearchLooks => ("Search by looks and method", "حلیے اور طریقہ واردات سے تلاش"),
        _ => return None,
    })
}

/// Books, things, arms, charge and lists.
fn of_things(action: Action) -> Option<(&'static str, &'static str)> {
    Some(match action {
        Action::KeepBook => ("Enter in a register", "رجسٹر میں اندراج"),
        Action::WriteMinute => ("Write a minute or inspection", "یادداشت یا معائنہ لکھنا"),
        Action::WriteVillageNote => ("Write a note on a locality", "علاقے پر نوٹ لکھنا"),
        Action::KeepProperty => {
            ("Keep the store-room, road certificates, dockets", "مال خانہ، راہداری اور ڈاکٹ")
        }
        Action::OrderProperty => ("Order, disposal and check of property", "مال پر حکم، تلفی اور پڑتال"),
        Action::KeepArms => ("Issue, return and deposit of arms", "اسلحہ کا اجرا، واپسی اور جمع"),
        Action::HandOverCharge => ("Hand over and take over charge", "چارج دینا اور لینا"),
        Action::CountersignCharge => ("Countersign a charge note", "چارج نوٹ کی تصدیق"),
        Action::ListAbsconder => ("List an absconder", "مفرور کا اندراج"),
        Action::StrikeAbsconder => ("Strike off an absconder", "مفرور کا اخراج"),
        Action::OrderSurveillance => {
            ("Order, review or end surveillance", "نگرانی کا حکم، نظر ثانی یا اختتام")
        }
        Action::ExcuseClock => ("Give the reason of a breach", "میعاد شکنی کی وجہ کا اندراج"),
        Action::VisitWatched => ("Record a surveillance visit", "نگرانی کے دورے کا اندراج"),
        Action::HoldInquest => ("Open and close an inquest", "مرگ کی کارروائی"),
        Action::RecordJustice => ("Write an order of the justice of peace", "حکم جسٹس آف پیس کا اندراج"),
        Action::CallInformant => ("Call back an informant", "اطلاع دہندہ سے فون پر تصدیق"),
        Action::ReportMissing => ("Record a missing person", "گمشدہ شخص کا اندراج"),
        _ => return None,
    })
}

pub fn field(field: Field) -> (&'static str, &'static str) {
    match field {
        Field::FirHeader => ("FIR: number, dates", "نمبر و تاریخ"),
        Field::FirOffence => ("FIR: offence, stage", "جرم و مرحلہ"),
        Field::FirOfficers => ("FIR: officers", "افسران"),
        Field::FirComplainantName => ("FIR: complainant's name", "مدعی کا نام"),
        Field::FirComplainantIdentifiers => ("FIR: complainant's CNIC, phone", "مدعی کا شناختی کارڈ، فون"),
        Field::FirAddress => ("FIR: addresses", "پتے"),
        Field::FirVictimName => ("FIR: victim's name", "متاثرہ کا نام"),
        Field::FirWitnessName => ("FIR: witnesses' names", "گواہوں کے نام"),
        Field::FirAccused => ("FIR: accused", "ملزمان"),
        Field::FirAccusedIdentifiers => ("FIR: accused's CNIC, phone", "ملزم کا شناختی کارڈ، فون"),
        Field::FirNarrative => ("FIR: narrative", "مضمون رپورٹ"),
        Field::FirPlaceExact => ("FIR: exact place", "جائے وقوعہ"),
        Field::FirProperty => ("FIR: property", "مال مسروقہ"),
        Field::DiaryHeader => ("Diary: number, hours", "رپٹ نمبر و وقت"),
        Field::DiaryText => ("Diary: text", "رپٹ کا مضمون"),
        Field::DiaryPersons => ("Diary: persons", "رپٹ میں افراد"),
        Field::RegisterHeader => ("Register: serial", "رجسٹر نمبر شمار"),
        Field::RegisterPersons => ("Register: persons", "رجسٹر میں افراد"),
        Field::RegisterText => ("Register: other columns", "رجسٹر کے دیگر خانے"),
        Field::JournalHeader => ("Journal: sequence, hashes", "جریدہ کا سلسلہ"),
        Field::JournalContent => ("Journal: content", "جریدہ کا متن"),
        Field::LegacyHeader => ("Old list: reference, head", "پرانا حوالہ"),
        Field::LegacyText => ("Old list: the rest", "پرانا متن"),
        Field::AuditHeader => ("Audit: who, when, why", "کون، کب، کیوں"),
        Field::AuditQuery => ("Audit: what was typed", "کیا تلاش کیا"),
        Field::DraftText => ("Draft", "مسودہ"),
        Field::StaffName => ("Staff: name, posting", "نام و تعیناتی"),
        Field::StaffPhone => ("Staff: phone", "فون"),
        Field::StaffAccount => ("Staff: account", "اکاؤنٹ"),
    }
}

pub fn purpose(purpose: Purpose) -> (&'static str, &'static str) {
    match purpose {
        Purpose::Duty => ("Duty", "فرائض تھانہ"),
        Purpose::Investigation => ("Investigation", "تفتیش"),
        Purpose::Supervision => ("Supervision", "نگرانی"),
        Purpose::CourtOrder => ("Court's order", "عدالتی حکم"),
        Purpose::Audit => ("Audit", "آڈٹ"),
        Purpose::PublicRequest => ("Citizen's request", "شہری کی درخواست"),
        Purpose::Administration => ("Administration", "انتظامیہ"),
        Purpose::Verification => ("Verification", "تصدیق"),
    }
}
