//! Which field of a form an act's field is, and what it is called.

use roznamcha_words::{Lang, digits};

use crate::ctx::Voice;

/// Where in the form the field of an act stands.
pub(crate) fn form_name(path: &str) -> String {
    let path = path.replace(".person.", ".");
    if path.starts_with("sections") {
        return "sections_typed".to_owned();
    }
    match path.as_str() {
        "place.distance_m" => "place.distance".to_owned(),
        "place.lat_e6" => "place.lat".to_owned(),
        "place.lon_e6" => "place.lon".to_owned(),
        "acts.0" => "confirm".to_owned(),
        _ => path,
    }
}

/// Key of the label of a field, by the last part of its name.
fn label_key(last: &str) -> &'static str {
    match last {
        "occurred_from" => "fir-occurred-from",
        "occurred_to" => "fir-occurred-to",
        "reported" => "fir-reported",
        "despatched" => "fir-despatched",
        "sections_typed" => "fir-sections",
        "name" => "person-name",
        "relation" => "person-father",
        "relation_kind" => "person-relation",
        "alias" => "person-alias",
        "cnic" => "person-cnic",
        "phone" => "person-phone",
        "address" => "person-address",
        "gender" => "person-gender",
        "age" => "person-age",
        "description" => "person-description",
        "quantity" => "property-quantity",
        "value" => "property-value",
        "identifier" => "property-identifying",
        "text" => "fir-place-text",
        "distance" => "fir-distance-typed",
        "bearing" => "fir-direction",
        "beat" => "fir-beat",
        "village" => "fir-place-village",
        "lat" => "fir-latitude",
        "lon" => "fir-longitude",
        "brief" => "fir-brief",
        "action" => "fir-steps-taken",
        "delay_reason" => "fir-delay",
        "narrative" => "fir-narrative",
        "narrative_en" => "fir-narrative-en",
        "read_over" => "fir-read-over",
        "mark" => "fir-signature",
        "io" => "fir-investigator",
        "e_tag" => "fir-e-tag",
        "seal" | "reason_code" => "seal-reason",
        "duplicate_reason" => "duplicate-why",
        "carrier" => "copy-carrier",
        "order_no" => "order-no",
        "order_date" => "order-date",
        "court" => "expunge-court",
        "field" => "correct-field",
        "wrong" => "correct-was",
        "right" => "correct-now",
        "sha256" | "file" => "file-choose",
        "kind" => "file-kind",
        "title" => "file-title",
        "taken_at" => "file-taken-at",
        "taken_by" => "file-taken-by",
        "reason" => "correct-reason",
        "confirm" => "expunge-confirm",
        _ => "",
    }
}

/// The label of a field: in a row, with what the row is and its number.
pub(crate) fn label_of(voice: &Voice, name: &str) -> String {
    let mut parts: Vec<&str> = name.split('.').collect();
    let last = parts.pop().unwrap_or(name);
    let key = label_key(last);
    let label = if key.is_empty() { name.to_owned() } else { voice.t(key) };
    let group = match parts.first().copied() {
        Some("informant") => "party-informant",
        Some("victims") => "party-victim",
        Some("accused") => "party-accused",
        Some("property") => "property-word",
        _ => return label,
    };
    let number = parts.get(1).and_then(|i| i.parse::<i64>().ok()).map(|i| digits::number(voice.lang, i + 1));
    let number = number.map(|n| format!(" {n}")).unwrap_or_default();
    format!("{}{number}: {label}", voice.t(group))
}

/// By whose hand. What the form offers to type for nobody's (`in person`) is read in the reader's language.
pub(crate) fn carrier(voice: &Voice, typed: &str) -> String {
    let nobody = "copy-carrier-self";
    let own = [Lang::En, Lang::Ur].map(|lang| voice.words().say(lang, nobody));
    if own.iter().any(|said| said == typed.trim()) { voice.t(nobody) } else { typed.to_owned() }
}
