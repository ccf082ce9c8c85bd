//! The Urdu texts. Whatever is not Urdu stands between isolates, so that it cannot reorder the sentence.

use super::shown;
use crate::json::ReadError;
use crate::key::KeyError;
use crate::note::{NoteError, SignatureError};
use crate::report::{Checked, Difference, KeyFrom, ProofChecked, Report, Scope};
use crate::verify::VerifyError;
use crate::what::{CheckpointFault, ProofFault, Source, What};

/// A piece of another script, isolated.
fn apart(text: &str) -> String {
    format!("\u{2068}{}\u{2069}", shown(text))
}

pub(super) fn difference(difference: &Difference) -> String {
    let line = difference.line.map(|line| format!("سطر {line}"));
    let act = difference.seq.map(|seq| format!("کارروائی {seq}"));
    let place: Vec<String> = line.into_iter().chain(act).collect();
    match place.is_empty() {
        true => what(&difference.what),
        false => format!("{}: {}", place.join("، "), what(&difference.what)),
    }
}

fn what(what: &What) -> String {
    match what {
        What::Unreadable(error) => format!("سطر مقررہ شکل میں نہیں: {}", read(error)),
        What::NoNewline => "آخری سطر ادھوری ہے: ہو سکتا ہے فائل کاٹی گئی ہو".to_owned(),
        What::AfterCheckpoint => {
            "مہر (چیک پوائنٹ) کے بعد بھی سطر موجود ہے، حالانکہ اسے آخری ہونا چاہیے".to_owned()
        }
        What::Header(error) => format!("سرنامہ مقررہ شکل میں نہیں: {}", read(error)),
        What::OtherOffice { found } => format!("کارروائی کسی اور دفتر کی ہے: {}", apart(found)),
        What::Seq { wanted, found } => format!("یہاں کارروائی {wanted} ہونی چاہیے تھی، مگر {found} ہے"),
        What::Prev { wanted, found } => format!(
            "زنجیر ٹوٹی ہوئی ہے: پچھلی کارروائی کا ہیش {} لکھا ہے، اصل میں {} ہے",
            apart(&found.to_string()),
            apart(&wanted.to_string())
        ),
        What::Content => "متن وہ نہیں جس کا سرنامہ پابند ہے".to_owned(),
        What::ActRepeated { act } => format!("اسی شناخت کی کارروائی پہلے بھی ہے: {}", apart(act)),
        What::Serial { series, wanted, found } => {
            format!("رجسٹر {} میں نمبر {found} درج ہے، اگلا نمبر {wanted} تھا", apart(series))
        }
        What::Flags { wanted, found } => format!(
            "نشانات {} درج ہیں، اوقات کے مطابق {} ہونے چاہئیں",
            apart(&format!("[{}]", found.join(", "))),
            apart(&format!("[{}]", wanted.join(", ")))
        ),
        What::Key(error) => format!("فائل کی کلید پڑھی نہیں جا سکتی: {}", key(*error)),
        What::OtherKey { found } => format!("فائل میں آپ کی کلید کے سوا کوئی اور کلید ہے: {}", apart(found)),
        What::Note(error) => format!("فائل کی اپنی مہر پڑھی نہیں جا سکتی: {}", note(*error)),
        What::Checkpoint { source, fault } => format!("{}: {}", source_name(source), checkpoint(fault)),
        What::Proof { name, fault } => format!("ثبوت {}: {}", apart(name), proof(fault)),
    }
}

fn read(error: &ReadError) -> String {
    match error {
        ReadError::Utf8 { at } => format!("بائٹ {at} پر متن {} نہیں", apart("UTF-8")),
        ReadError::Syntax { at, wanted } => format!("بائٹ {at} پر {} ہونا چاہیے", apart(wanted)),
        ReadError::Value { field, wanted } => format!("{} کو {} ہونا چاہیے", apart(field), apart(wanted)),
    }
}

fn key(error: KeyError) -> &'static str {
    match error {
        KeyError::Shape => "کلید تین حصوں میں لکھی جاتی ہے: نام، شناخت اور بیس ۶۴",
        KeyError::Bytes => "کلید کا آخری حصہ درست نہیں",
        KeyError::Id => "کلید کی شناخت اس نام اور کلید کی نہیں: کلید دوبارہ نقل کریں",
        KeyError::Unusable => "یہ کلید قابلِ استعمال نہیں",
    }
}

fn note(error: NoteError) -> String {
    match error {
        NoteError::Lines => "مہر میں پانچ سطریں، ایک خالی سطر اور دستخط کی ایک سطر ہوتی ہے".to_owned(),
        NoteError::Line { line } => format!("مہر کی سطر {} درست نہیں", apart(line)),
    }
}

fn source_name(source: &Source) -> String {
    match source {
        Source::Export => "فائل کی اپنی مہر".to_owned(),
        Source::Kept(name) => format!("محفوظ کی ہوئی مہر {}", apart(name)),
    }
}

fn checkpoint(fault: &CheckpointFault) -> String {
    match fault {
        CheckpointFault::OtherOffice { found } => format!("یہ کسی اور دفتر کی ہے: {}", apart(found)),
        CheckpointFault::Signature(SignatureError::OtherKey) => "اس پر کسی اور کلید کے دستخط ہیں".to_owned(),
        CheckpointFault::Signature(SignatureError::Forged) => {
            "اس کے دستخط جعلی ہیں یا اس کا متن بدلا گیا ہے".to_owned()
        }
        CheckpointFault::Cut { size, acts } => {
            format!("اس پر {size} کارروائیوں کے دستخط ہیں اور فائل میں {acts} ہیں: روزنامچہ کاٹا گیا ہے")
        }
        CheckpointFault::Root { size } => {
            format!("پہلی {size} کارروائیاں وہ نہیں جن پر دستخط ہوئے تھے: روزنامچہ دوبارہ لکھا گیا ہے")
        }
        CheckpointFault::Head { size } => {
            format!("کارروائی {size} وہ نہیں جس پر آخری کارروائی کے طور پر دستخط ہوئے تھے")
        }
        CheckpointFault::Uncheckable { size } => {
            format!("پہلی {size} کارروائیوں میں ایک سطر پڑھی نہیں جا سکتی، اس لیے موازنہ ممکن نہیں")
        }
    }
}

fn proof(fault: &ProofFault) -> String {
    match fault {
        ProofFault::Header(error) => format!("اس کا سرنامہ مقررہ شکل میں نہیں: {}", read(error)),
        ProofFault::OtherOffice { found } => format!("اس کا سرنامہ کسی اور دفتر کا ہے: {}", apart(found)),
        ProofFault::NoRoot { office, size } => {
            format!("جانچ کے لیے دفتر {} کی {size} کارروائیوں کی مہر درکار ہے: وہ مہر دیں", apart(office))
        }
        ProofFault::Path => "یہ جڑ تک نہیں پہنچتا: اس سے کچھ ثابت نہیں ہوتا".to_owned(),
    }
}

pub(super) fn report(report: &Report) -> String {
    let mut lines = vec![format!("دفتر: {}", apart(&report.office))];
    if report.scope == Scope::Journal {
        let Report { acts, expunged, withheld, .. } = report;
        lines.push(format!("کارروائیاں: {acts} (متن حذف شدہ: {expunged}، روکا گیا: {withheld})"));
    }
    lines.extend(report.root.map(|root| format!("جڑ: {}", apart(&root.to_string()))));
    lines.extend(report.head.map(|head| format!("آخری ہیش: {}", apart(&head.to_string()))));
    lines.extend(report.checkpoints.iter().map(checked));
    lines.extend(report.proofs.iter().map(proof_checked));
    if report.key_from == KeyFrom::Export {
        lines.push(format!(
            "کلید: خود فائل سے لی گئی، جس سے ثابت نہیں ہوتا کہ دستخط کس نے کیے؛ اپنی کلید {} سے دیں",
            apart("--key")
        ));
    }
    let unsigned = report.acts.saturating_sub(report.signed_acts());
    if unsigned > 0 {
        lines
            .push(format!("کسی درست مہر کے بغیر: آخری {unsigned} کارروائیاں، جو خاموشی سے بدلی جا سکتی ہیں"));
    }
    lines.extend(report.differences.iter().map(|found| format!("فرق: {}", difference(found))));
    if report.beyond > 0 {
        lines.push(format!("سطروں میں مزید {} فرق، جو یہاں درج نہیں", report.beyond));
    }
    lines.push(match report.is_sound() {
        true => "درست: کوئی فرق نہیں ملا".to_owned(),
        false => format!("درست نہیں: {} فرق ملے", report.difference_count()),
    });
    lines.join("\n") + "\n"
}

fn checked(checked: &Checked) -> String {
    let outcome = if checked.good { "درست" } else { "درست نہیں" };
    let (source, size) = (source_name(&checked.source), checked.size);
    format!("{source}: {size} کارروائیاں، دستخط {}: {outcome}", apart(&checked.at))
}

fn proof_checked(checked: &ProofChecked) -> String {
    let name = apart(&checked.name);
    let size = checked.size;
    let claim = match checked.seq {
        Some(seq) => format!("کارروائی {seq}، {size} کارروائیوں کے روزنامچے میں ہے"),
        None => format!("پہلا روزنامچہ {size} کارروائیوں کے روزنامچے کا آغاز ہے"),
    };
    match (checked.good, checked.signed) {
        (false, _) => format!("ثبوت {name}: ثابت نہیں ہوا"),
        (true, true) => format!("ثبوت {name}: ثابت، {claim}"),
        (true, false) => format!("ثبوت {name}: اس فائل سے میل کھاتا ہے مگر دستخط شدہ مہر نہیں: {claim}"),
    }
}

pub(super) fn error(error: &VerifyError) -> String {
    match error {
        VerifyError::Io { line, source } => {
            format!("سطر {line} پڑھی نہیں جا سکی: {}", apart(&source.to_string()))
        }
        VerifyError::Empty => "فائل خالی ہے".to_owned(),
        VerifyError::LineTooLong { line, longest } => format!("سطر {line} حد ({longest} بائٹ) سے لمبی ہے"),
        VerifyError::NotAJournal(error) => format!("یہ روزنامچے کی فائل نہیں، پہلی سطر میں: {}", read(error)),
        VerifyError::Format(format) => {
            format!("شکل {format} سے یہ پڑتال کار واقف نہیں، صرف شکل 1 سے واقف ہے")
        }
        VerifyError::KeyNeeded => format!("روزنامچے کے بغیر ثبوت جانچنے کے لیے کلید دیں: {}", apart("--key")),
        VerifyError::Nothing => "جانچنے کو کچھ نہیں: روزنامچہ دیں، یا ثبوت، مہر اور کلید".to_owned(),
    }
}
