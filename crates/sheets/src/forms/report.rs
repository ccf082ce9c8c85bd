//! The report as a paper of its case file, in the columns of Form 24.5(1). The form itself is printed by itself.

use roznamcha_acts::kinds::FirRegister;
use roznamcha_print::{Block, Form};

use super::Dossier;
use super::pen::{self, Pen};

pub(crate) fn form(pen: &Pen<'_>, dossier: &Dossier, fir: &FirRegister) -> Form {
    let informant = &fir.informant;
    let phone = informant.phone.as_deref().map(pen::phone).unwrap_or_default();
    let mut fields = vec![
        pen.field("fir-1", 4, pen::when(fir.reported)),
        pen.field("fir-occurred", 8, pen::when(fir.occurred_from)),
        pen.field("fir-2", 8, pen.resident(informant)),
        pen.field("phone", 4, phone),
        pen.field("fir-3", 12, fir.brief.as_str()),
        pen.field("fir-4", 12, fir.place.text.as_str()),
        pen.field("fir-5", 12, fir.action.as_str()),
    ];
    if let Some(delay) = &fir.delay_reason {
        fields.push(pen.field("fir-delay", 12, delay.as_str()));
    }
    let sent = fir.despatched.map(pen::when).unwrap_or_default();
    fields.push(pen.field("fir-6", 12, sent));
    let property = fir.property.iter().map(|p| {
        let value = p.value_rupees.map(|v| v.to_string()).unwrap_or_default();
        vec![p.description.clone(), p.quantity.clone(), p.identifier.clone().unwrap_or_default(), value]
    });
    let property: Vec<Vec<String>> = property.collect();
    let mut blocks = vec![Block::Fields { fields }];
    if !property.is_empty() {
        let columns = [("article", 5), ("quantity", 2), ("identifier", 3), ("rupees", 2)];
        blocks.push(pen.table("fir-property", &columns, property, 0));
    }
    blocks.push(pen.words("fir-narrative", fir.narrative.as_str(), 0));
    if let Some(english) = &fir.narrative_en {
        blocks.push(pen.words("fir-narrative-en", english.as_str(), 0));
    }
    Form {
        title: pen.both("fir-title"),
        under: pen.both("fir-under"),
        sideways: false,
        head: dossier.head(pen),
        blocks,
        notice: None,
    }
}
