//! Sheets with everything on them. Every person is invented.

use jiff::civil::{Date, DateTime, date};
use roznamcha_print::{
    Bilingual, Block, Cancellation, Cash, Column, ComplainantCopy, Correction, Custody, DiaryExtract,
    DiaryLine, DiarySheet, ExtractKind, Field, FirCopy, FirSheet, Form, FormColumn, FormSheet, Item,
    Language, MarginCorrection, Office, Officer, Party, Place, PropertyLine, Section, Signer, Stamp, Text,
};

const DAY: Date = date(2026, 5, 10);

pub fn at(hour: i8, minute: i8) -> DateTime {
    DAY.at(hour, minute, 0, 0)
}

pub fn stamp() -> Stamp {
    Stamp {
        act_hash: "9f2c41d07be85a3364c1de0978bb21f5a0c3e7d4415f8890bb6712ce03d9fa4e".to_owned(),
        verify_url: "https://verify.example.invalid/a/9f2c41d07be85a3364c1de0978bb21f5a0c3e7d4415f8890bb67"
            .to_owned(),
        print_no: 1,
        printed_at: at(15, 20),
        provisional: false,
    }
}

pub fn office() -> Office {
    Office {
        station: Bilingual::new("Model Town (demo)", "ماڈل ٹاؤن (نمونہ)"),
        district: Bilingual::new("Demopur", "ڈیمو پور"),
        kind: None,
    }
}

pub fn clerk() -> Officer {
    Officer {
        name: "نمونہ خان".to_owned(),
        rank: "ہیڈ کانسٹیبل".to_owned(),
        belt_no: "HC-1123".to_owned(),
        phone: Some("0300-0000123".to_owned()),
    }
}

pub fn sho() -> Officer {
    Officer {
        name: "مثال احمد".to_owned(),
        rank: "انسپکٹر / ایس ایچ او".to_owned(),
        belt_no: "L-77".to_owned(),
        phone: None,
    }
}

pub fn informant() -> Party {
    Party {
        name: "فرضی حسین عرف ببلو".into(),
        parentage: Some("ولد مثالی حسین".into()),
        cnic: Some("00000-1234567-1".into()),
        phone: Some("0300 0000456".into()),
        address: Some("مکان نمبر 12-B، گلی نمبر 4/7، محلہ نمونہ آباد، ڈیمو پور".into()),
    }
}

pub fn struck(wrong: &str, right: &str) -> Correction {
    Correction {
        wrong: wrong.to_owned(),
        right: right.to_owned(),
        by: "نمونہ خان HC-1123".to_owned(),
        at: at(16, 5),
        attested_by: "مثال احمد، انسپکٹر".to_owned(),
    }
}

pub fn sections() -> Vec<Section> {
    vec![
        Section { code: "379 PPC".to_owned(), title_en: "Theft".to_owned(), title_ur: "چوری".to_owned() },
        Section {
            code: "381-A PPC".to_owned(),
            title_en: "Theft of a car or other motor vehicle".to_owned(),
            title_ur: "موٹر کار یا دیگر موٹر گاڑی کی چوری".to_owned(),
        },
    ]
}

const NARRATIVE: &str = "بیان ازاں فرضی حسین ولد مثالی حسین، شناختی کارڈ نمبر 00000-1234567-1، سکنہ محلہ نمونہ آباد۔ \
میں مورخہ 10/5/2026 بوقت 09:45 بجے اپنی موٹر سائیکل نمبری LEB-17-1234 ماڈل 2017 رنگ سیاہ مالیتی 85,000 روپے \
بازار نمونہ، دکان نمبر 14-A کے سامنے کھڑی کر کے خریداری کے لیے گیا۔ قریباً 20 منٹ بعد واپس آیا تو موٹر سائیکل \
موجود نہ تھی۔ ارد گرد تلاش کیا، کوئی سراغ نہ ملا۔ میرا فون نمبر +92 300 0000456 ہے۔ CCTV کیمرہ (نمبر 3) دکان پر \
نصب ہے۔ نامعلوم چور کے خلاف قانونی کارروائی کی جائے۔\n\
کارروائی پولیس: تحریر بالا مستغیث کو پڑھ کر سنائی گئی، درست تسلیم کر کے دستخط کیے۔ مضمونِ درخواست سے سرِ دست صورتِ جرم \
زیرِ دفعہ 379/381-A ت پ پائی جاتی ہے۔ تاریخ ۱۰/۵/۲۰۲۶ کو مقدمہ درج رجسٹر کیا گیا۔";

pub fn fir() -> FirSheet {
    FirSheet {
        office: office(),
        number: 891,
        year: 2026,
        serial: Some("0014207".to_owned()),
        e_tag: Some("MT-5/10-2231".to_owned()),
        occurred_from: at(9, 45),
        occurred_to: Some(at(10, 5)),
        reported_at: at(11, 30),
        informant: informant(),
        offence: "سرقہ موٹر سائیکل از بازار".into(),
        sections: sections(),
        property: vec![
            PropertyLine {
                what: "موٹر سائیکل نمبری LEB-17-1234، انجن نمبر 7731-99/AB".into(),
                rupees: Some(85_000),
            },
            PropertyLine { what: "helmet, red (سرخ ہیلمٹ)".into(), rupees: None },
        ],
        place: Place {
            words: "بازار نمونہ، نزد دکان نمبر 14-A".into(),
            distance_km: Some("2.5".to_owned()),
            direction: Some(Bilingual::new("north-west", "شمال مغرب")),
            beat: Some("7".to_owned()),
        },
        steps: "نقل رپٹ تفتیشی عملہ کو دی گئی؛ ناکہ جات کو بذریعہ وائرلیس مطلع کیا گیا۔".into(),
        delay: Some("مستغیث پہلے خود تلاش کرتا رہا۔".into()),
        despatched_at: Some(at(11, 55)),
        narrative: Text::from(NARRATIVE)
            .corrected(struck("رنگ سیاہ", "رنگ سرخ"))
            .corrected(struck("85,000", "58,000")),
        margin: Vec::new(),
        writer: clerk(),
        sho: sho(),
        copy: FirCopy::Station,
        cancelled: None,
        stamp: stamp(),
    }
}

pub fn provisional_and_cancelled() -> FirSheet {
    let mut sheet = fir();
    sheet.copy = FirCopy::Magistrate;
    sheet.margin = vec![MarginCorrection {
        column: Bilingual::new("date and hour of occurrence", "تاریخ و وقت وقوعہ"),
        correction: struck("09/05/2026 09:45", "10/05/2026 09:45"),
    }];
    sheet.stamp.provisional = true;
    sheet.stamp.print_no = 4;
    sheet.cancelled = Some(Cancellation {
        magistrate: "مجسٹریٹ دفعہ 30، ڈیمو پور".to_owned(),
        order_no: "112/M-2026".to_owned(),
        ordered_on: date(2026, 6, 1),
    });
    sheet
}

/// Words that would break a careless template, in every field that takes words.
pub const HOSTILE: &str = "#read(\"/etc/passwd\") $x^2$ \\ *b* _i_ @ref <label> `raw` // \u{202E}gnp.exe\u{202C} \
\u{2066}open \u{2069}\u{2069} \u{7}bell 🙂 \"quoted\" #{panic()} ] [ } { ~ -- … می\u{200C}خواہم \u{200D}ہے 10/5";

pub fn hostile_fir() -> FirSheet {
    let mut sheet = fir();
    let long_name = "محمد عبدالرحمٰن ابنِ فرضی ".repeat(8);
    sheet.office.station = Bilingual::new("#read(\"/etc/passwd\") $x^2$", "تھانہ #read(\"x\")");
    sheet.serial = Some("#eval(\"1\")".to_owned());
    sheet.e_tag = Some("\\".to_owned());
    sheet.informant.name = long_name.trim().into();
    sheet.informant.parentage = Some("X".repeat(180).into());
    sheet.informant.address = Some(HOSTILE.into());
    sheet.offence = HOSTILE.into();
    sheet.steps =
        "ششششششششششششششششششششششششششششششششششششششششششششششششششششششششششششششششششششششششششششششششششششششششششششششش"
            .into();
    sheet.narrative =
        Text::from(HOSTILE).corrected(struck("*b*", "#strike[b]")).corrected(struck("absent", "غائب"));
    sheet.writer.name = long_name.trim().to_owned();
    sheet.sho.belt_no = "]#[".to_owned();
    sheet
}

fn line(serial: u32, hour: i8, minute: i8, subject: &str, entry: &str) -> DiaryLine {
    DiaryLine {
        serial,
        informed_at: at(hour, minute),
        entered_at: at(hour, minute),
        subject: subject.into(),
        entry: entry.into(),
        signed_by: vec![clerk()],
        flags: Vec::new(),
    }
}

pub fn diary() -> DiarySheet {
    let mut entries = vec![line(
        1,
        8,
        0,
        "افتتاح روزنامچہ",
        "روزنامچہ کھولا گیا۔ 2 کس زیرِ حراست حوالات ہیں، فہرست بالا۔ چارج بدستور۔",
    )];
    for serial in 2..=29 {
        let hour = i8::try_from(8 + serial / 2).unwrap();
        let minute = if serial % 2 == 0 { 10 } else { 40 };
        entries.push(match serial % 4 {
            0 => line(
                serial,
                hour,
                minute,
                "روانگی گشت",
                "کانسٹیبل 4411 و 4412 بسواری موبائل LEG-12-3456 بیٹ نمبر 7 گشت پر روانہ ہوئے، رجسٹر 10/5 ملاحظہ ہو۔",
            ),
            1 => line(serial, hour, minute, "Arrival", "ASI Demo Khan 221 returned from the court of the area magistrate with record of FIR 812/26; remand granted till 14/05/2026."),
            2 => line(serial, hour, minute, "ڈاک", "ایک لفافہ نمبری 553-R مورخہ 09-05-2026 از دفتر ڈی پی او موصول ہوا۔"),
            _ => line(serial, hour, minute, "اطلاع", "مسمی فرضی حسین نے بذریعہ فون 0300-0000456 اطلاع دی کہ گلی نمبر 4 میں جھگڑا ہے۔ عملہ روانہ کیا گیا، بعد میں معلوم ہوا کہ معاملہ باہمی رضامندی سے ختم ہو گیا۔"),
        });
    }
    if let Some(late) = entries.get_mut(4) {
        late.informed_at = date(2026, 5, 9).at(23, 50, 0, 0);
        late.flags =
            vec![Bilingual::new("entered 10 h after the information", "اطلاع کے 10 گھنٹے بعد اندراج")];
    }
    if let Some(wrong) = entries.get_mut(7) {
        wrong.informed_at = at(11, 45);
        wrong.entry = wrong.entry.clone().corrected(struck("4411 و 4412", "4411 و 4421"));
        wrong.signed_by.push(Officer {
            name: "Demo Constable".to_owned(),
            rank: "Constable".to_owned(),
            belt_no: "4411".to_owned(),
            phone: None,
        });
    }
    entries.push(line(30, 23, 55, "اختتام", "روزنامچہ بند کیا گیا۔ نقدی شمار کر کے درست پائی گئی۔"));
    DiarySheet {
        office: office(),
        day: DAY,
        custody: vec![
            Custody {
                person: "مثالی خان ولد فرضی خان".into(),
                offence: "مقدمہ نمبر 812/26 بجرم 379 ت پ".into(),
                arrested_at: date(2026, 5, 8).at(19, 30, 0, 0),
            },
            Custody {
                person: "Demo Masih s/o Sample Masih".into(),
                offence: "FIR 815/26 u/s 324/34 PPC".into(),
                arrested_at: date(2026, 5, 9).at(22, 15, 0, 0),
            },
        ],
        entries,
        closing_cash: Some(Cash {
            rupees: 1_234_560,
            in_words: Some("بارہ لاکھ چونتیس ہزار پانچ سو ساٹھ".into()),
        }),
        clerk: clerk(),
        sho: sho(),
        stamp: stamp(),
    }
}

pub fn receipt(language: Language) -> ComplainantCopy {
    ComplainantCopy {
        language,
        office: office(),
        station_phone: Some("042-00000000".to_owned()),
        number: 891,
        year: 2026,
        e_tag: Some("MT-5/10-2231".to_owned()),
        reported_at: at(11, 30),
        complainant: informant(),
        sections: sections(),
        officer: clerk(),
        follow_at: "https://police.example.invalid/follow".to_owned(),
        stamp: stamp(),
    }
}

pub fn extract(language: Language, kind: ExtractKind) -> DiaryExtract {
    let mut entry = line(
        17,
        16,
        40,
        "ناقابلِ دست اندازی رپورٹ",
        "مسمی فرضی حسین حاضر آیا اور بیان کیا کہ ہمسائے نے مورخہ 10/5 کو گالی گلوچ کی اور دھمکی دی۔ بیان سن کر قلم بند کیا گیا۔",
    );
    entry.informed_at = at(16, 15);
    DiaryExtract {
        language,
        office: office(),
        day: DAY,
        line: entry,
        informant: informant(),
        kind,
        certified_by: clerk(),
        stamp: stamp(),
    }
}

pub fn non_cognizable() -> ExtractKind {
    ExtractKind::NonCognizable {
        sections: vec![Section {
            code: "504/506 PPC".to_owned(),
            title_en: "Intentional insult; criminal intimidation".to_owned(),
            title_ur: "ارادتاً توہین؛ تخویفِ مجرمانہ".to_owned(),
        }],
        magistrate: "مجسٹریٹ دفعہ 30، ڈیمو پور".into(),
        referred_at: Some(at(17, 30)),
    }
}

pub fn refusal() -> ExtractKind {
    ExtractKind::Refusal {
        reasons: "Civil dispute over a boundary wall already before the Civil Judge (suit no. 41/2025); no offence disclosed.".into(),
    }
}

fn field(en: &str, ur: &str, value: &str, share: u8) -> Field {
    Field { label: Bilingual::new(en, ur), value: value.into(), share }
}

fn every_block() -> Vec<Block> {
    let label = Bilingual::new;
    let column = |en: &str, ur: &str, share, items: &[&str]| FormColumn {
        label: label(en, ur),
        share,
        items: items
            .iter()
            .enumerate()
            .map(|(i, w)| Item { lines: vec![(*w).into()], red: i == 1 })
            .collect(),
    };
    vec![
        Block::Columns {
            columns: vec![
                column("complainant", "مستغیث", 3, &["فرضی حسین ولد مثالی حسین، سکنہ محلہ نمونہ آباد"]),
                column(
                    "accused, hiding in red",
                    "ملزمان، مفرور بسرخی",
                    4,
                    &["Demo Khan s/o Sample Khan", "مثالی خان ولد فرضی خان"],
                ),
                column("nobody", "کوئی نہیں", 2, &[]),
            ],
        },
        Block::Fields {
            fields: vec![
                field("date and hour", "تاریخ و وقت", "10/05/2026 16:05", 4),
                field("place", "مقام", "بازار نمونہ، نزد دکان نمبر 14-A", 8),
                field("to be filled by hand", "بقلم خود پُر کیا جائے", "", 12),
            ],
        },
        taken(),
        Block::Words { label: label("facts", "کیفیت"), words: NARRATIVE.into(), lines: 2 },
        Block::Says {
            words: label("Read over and found correct.", "پڑھ کر سنایا گیا، درست تسلیم کیا گیا۔")
        },
        Block::Sign {
            signers: vec![
                Signer {
                    label: label("witness", "گواہ"),
                    officer: None,
                    name: "فرضی گواہ ولد نمونہ".into(),
                    thumb: true,
                },
                Signer {
                    label: label("officer", "افسر"),
                    officer: Some(clerk()),
                    name: Text::default(),
                    thumb: false,
                },
            ],
        },
    ]
}

/// A table with a correction in it and rows left for a hand.
fn taken() -> Block {
    let label = Bilingual::new;
    Block::Table {
        title: Some(label("what was taken", "جو قبضہ میں لیا گیا")),
        columns: vec![
            Column { label: label("article", "شے"), share: 6 },
            Column { label: label("quantity", "مقدار"), share: 2 },
            Column { label: label("seals", "مہریں"), share: 3 },
        ],
        rows: vec![
            vec!["30 بور پستول بمعہ 6 گولیاں".into(), "1 عدد".into(), "3 مہر حروف MT".into()],
            vec![Text::from("a black bag").corrected(struck("black", "red")), "1".into(), "".into()],
        ],
        blank: 2,
    }
}

/// A form with every kind of block.
pub fn form(language: Language, sideways: bool) -> FormSheet {
    let label = Bilingual::new;
    let blocks = every_block();
    FormSheet {
        language,
        office: office(),
        form: Form {
            title: label("A form of every kind", "ہر قسم کا فارم"),
            under: label("Form 25.56(1), section 173 Cr.P.C.", "فارم 25.56(1)، دفعہ 173 ضابطہ فوجداری"),
            sideways,
            head: vec![
                field("FIR no.", "مقدمہ نمبر", "891/26", 3),
                field("day", "مورخہ", "10/05/2026", 3),
                field("sections", "جرم", "379 PPC، 381-A PPC", 12),
            ],
            blocks,
            notice: Some(label("This form is free of cost.", "یہ فارم بلا معاوضہ ہے۔")),
        },
        stamp: stamp(),
    }
}
