//! The First Information Report: registered, shown, followed up, printed.

use crate::help::{Site, closed_site, site};
use axum::http::{StatusCode, header};
use roznamcha_access::Role;
use roznamcha_acts::kinds::Body;
use roznamcha_trial::{fir, fir_sensitive};

const ID: &str = "0b6f7a52-6f0f-4f1e-9d3a-5a7c1d2e3f40";

/// A typed form as the browser sends it, with an accused, a gap in the rows, and property.
fn typed<'a>(id: &'a str, extra: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut form = vec![
        ("act_id", id),
        ("reported", "2026-01-05T09:30"),
        ("occurred_from", "2026-01-05T08:00"),
        ("occurred_to", ""),
        ("informant.name", "فرضی سائل"),
        ("informant.relation_kind", "son_of"),
        ("informant.relation", "فرضی والد"),
        ("informant.cnic", "35201-0000077-1"),
        ("informant.phone", "۰۳۰۰-۰۰۰۰۰۷۷"),
        ("informant.age", "34"),
        ("informant_is_victim", "yes"),
        ("sections_typed", "379 PPC"),
        ("brief", "سرقہ"),
        ("property.4.description", "موٹر سائیکل"),
        ("property.4.value", "85,000"),
        ("place.text", "فرضی بازار"),
        ("place.distance", "2.5"),
        ("place.bearing", "nw"),
        ("narrative", "پہلی سطر\r\nدوسری سطر"),
        ("accused.3.name", ""),
        ("accused.3.description", "لمبا قد"),
        ("read_over", "yes"),
        ("mark", "left_thumb"),
    ];
    for (name, value) in extra {
        form.retain(|(n, _)| n != name);
        form.push((name, value));
    }
    form
}

async fn registered(site: &Site, n: u32) -> String {
    let moharrar = site.node.as_role(Role::Moharrar).await.unwrap();
    let body = Body::FirRegister(fir(n, site.now()));
    site.node.act(&moharrar, body).await.unwrap().act
}

#[tokio::test]
async fn a_typed_form_becomes_a_report() {
    let site = site().await;
    let token = site.token(Role::Moharrar, "en", "duty").await;
    let blank = site.get("/fir/new", &token).await;
    assert_eq!(blank.status, StatusCode::OK);
    assert!(blank.text().contains("data-draft=\"fir-new\""));
    assert_eq!(blank.hidden("act_id").len(), 36, "usable without script");

    let done = site.post("/fir/new", &token, &typed(ID, &[])).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    assert_eq!(done.location(), format!("/fir/{ID}?new=1"));
    let again = site.post("/fir/new", &token, &typed(ID, &[])).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "sent again, it is the same act: {}", again.text());

    let page = site.get(done.location(), &token).await;
    let text = page.text();
    assert_eq!(page.status, StatusCode::OK, "{text}");
    assert!(text.contains("<span class=\"ltr\">1/2026</span>"), "the number");
    assert!(text.contains("data-draft-done=\"fir-new\""));
    assert!(text.contains("پہلی سطر<br>دوسری سطر"), "lines stay lines");
    assert!(
        text.contains("35201-0000077-1") && text.contains("0300-0000077"),
        "canonical and as on the card"
    );
    assert!(text.contains("2.5 km") || text.contains("2.5\u{2069} km"), "typed kilometres");
    assert!(text.contains("لمبا قد") && text.contains("Theft"), "{text}");
    assert!(text.contains("Village crime register"), "the serials made are shown");
    let [who, father] = ["فرضی سائل", "فرضی والد"].map(|name| format!("<bdi dir=\"auto\">{name}</bdi>"));
    assert!(text.contains(&format!("{who} son of {father}")), "names in the page's own direction: {text}");
}

#[tokio::test]
async fn what_is_missing_is_named_and_what_was_typed_stays() {
    let site = site().await;
    let token = site.token(Role::Moharrar, "ur", "duty").await;
    let gaps =
        [("narrative", ""), ("reported", "2026-13-05T09:30"), ("informant.cnic", "35201"), ("mark", "")];
    let answer = site.post("/fir/new", &token, &typed(ID, &gaps)).await;
    let text = answer.text();
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text.contains("data-draft-restore=\"no\""));
    for anchor in ["#narrative", "#reported", "#mark"] {
        assert!(text.contains(&format!("href=\"{anchor}\"")), "{anchor} is named");
    }
    assert!(text.contains("value=\"فرضی سائل\"") && text.contains("لمبا قد"), "typed values stay");
    assert!(text.contains("name=\"accused.0.description\""), "rows close up");

    let late = [("occurred_from", "2026-01-01T08:00"), ("informant.cnic", "35201")];
    let answer = site.post("/fir/new", &token, &typed(ID, &late)).await;
    let text = answer.text();
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text.contains("href=\"#delay_reason\"") && text.contains("href=\"#informant-cnic\""), "{text}");
    let none = [("sections_typed", "no such section")];
    let answer = site.post("/fir/new", &token, &typed(ID, &none)).await;
    assert!(answer.text().contains("href=\"#sections_typed\""));
}

#[tokio::test]
async fn a_row_more_is_given_without_script() {
    let site = site().await;
    let token = site.token(Role::Moharrar, "en", "duty").await;
    let more = site.post("/fir/new", &token, &typed(ID, &[("more", "property")])).await;
    assert_eq!(more.status, StatusCode::OK, "{}", more.text());
    let text = more.text();
    assert!(text.contains("name=\"property.1.description\"") && text.contains("85,000"), "{text}");
    assert!(!text.contains("error-summary"), "nothing was sent yet");
    assert_eq!(site.get(&format!("/fir/{ID}"), &token).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn without_an_open_day_nothing_typed_is_lost() {
    let site = closed_site().await;
    let token = site.token(Role::Moharrar, "en", "duty").await;
    let answer = site.post("/fir/new", &token, &typed(ID, &[])).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.text().contains("diary is not open") && answer.text().contains("value=\"فرضی سائل\""));
}

#[tokio::test]
async fn a_likely_double_is_asked_about_first() {
    let site = site().await;
    let token = site.token(Role::Moharrar, "en", "duty").await;
    let first = site.post("/fir/new", &token, &typed(ID, &[])).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    let other = "11111111-6f0f-4f1e-9d3a-5a7c1d2e3f40";
    let asked = site.post("/fir/new", &token, &typed(other, &[])).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(asked.text().contains(&format!("/fir/{ID}")) && asked.text().contains("same CNIC"));
    let ticked = [("confirmed_not_duplicate", "yes")];
    let why = site.post("/fir/new", &token, &typed(other, &ticked)).await;
    assert_eq!(why.status, StatusCode::UNPROCESSABLE_ENTITY, "a reason is asked for");
    let reason = [("confirmed_not_duplicate", "yes"), ("duplicate_reason", "دوسرا وقوعہ")];
    let done = site.post("/fir/new", &token, &typed(other, &reason)).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let page = site.get(done.location(), &token).await;
    assert!(page.text().contains("Registered although a similar report exists: دوسرا وقوعہ"));
}

#[tokio::test]
async fn sections_are_offered_in_the_readers_language() {
    let site = site().await;
    let token = site.token(Role::Moharrar, "ur", "duty").await;
    let found = site.get("/law/sections?q=392", &token).await.text();
    assert!(found.contains("\"value\":\"PPC-392\"") && found.contains("قابلِ دست اندازی"), "{found}");
    let found = site.get("/law/sections?q=%DA%88%DA%A9%DB%8C%D8%AA%DB%8C", &token).await.text();
    assert!(found.contains("PPC-395"), "by an Urdu word: {found}");
}

#[tokio::test]
async fn the_officer_in_charge_signs_and_copies_leave() {
    let site = site().await;
    let act = registered(&site, 1).await;
    let clerk = site.token(Role::Moharrar, "en", "duty").await;
    let sho = site.token(Role::Sho, "en", "duty").await;
    let path = format!("/fir/{act}");
    let office = ("office", roznamcha_trial::STATION);
    assert!(!site.get(&path, &clerk).await.text().contains("/sign\""), "the clerk is not offered to sign");
    let refused = site.post(&format!("{path}/sign"), &clerk, &[("act_id", ""), office]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let signed = site.post(&format!("{path}/sign"), &sho, &[("act_id", ""), office]).await;
    assert_eq!(signed.location(), format!("{path}?done=sign"), "{}", signed.text());
    let twice = site.post(&format!("{path}/sign"), &sho, &[("act_id", ""), office]).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    assert!(twice.text().contains("already signed"));

    let none =
        site.post(&format!("{path}/despatch"), &clerk, &[("to", "dpo"), ("carrier", ""), office]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.text().contains("#despatch-carrier"));
    let sent = [("to", "dpo"), ("carrier", "فرضی کانسٹیبل 12"), office];
    let sent = site.post(&format!("{path}/despatch"), &clerk, &sent).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let text = site.get(sent.location(), &clerk).await.text();
    assert!(text.contains("فرضی کانسٹیبل 12") && text.contains("Signed by the SHO"));
}

#[tokio::test]
async fn wrong_words_are_struck_and_attested() {
    let site = site().await;
    let act = registered(&site, 1).await;
    let clerk = site.token(Role::Moharrar, "en", "duty").await;
    let sho = site.token(Role::Sho, "en", "duty").await;
    let path = format!("/fir/{act}");
    let correct = |wrong: &'static str| {
        vec![
            ("entry", "1/-/2026/1"),
            ("field", "place"),
            ("wrong", wrong),
            ("right", "فرضی گلی"),
            ("reason", "سہو"),
            ("office", roznamcha_trial::STATION),
        ]
    };
    let absent = site.post(&format!("{path}/correct"), &clerk, &correct("یہ نہیں")).await;
    assert_eq!(absent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        absent.text().contains("#correct-wrong") && absent.text().contains("یہ نہیں"),
        "typed words stay"
    );
    let done = site.post(&format!("{path}/correct"), &clerk, &correct("فرضی بازار")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let page = site.get(&path, &sho).await;
    assert!(page.text().contains("<s>فرضی بازار</s>") && page.text().contains("<ins>فرضی گلی</ins>"));
    let correction = page.hidden("correction");
    let fields = [("correction", correction.as_str()), ("office", roznamcha_trial::STATION)];
    let attested = site.post(&format!("{path}/attest"), &sho, &fields).await;
    assert_eq!(attested.status, StatusCode::SEE_OTHER, "{}", attested.text());
    assert!(site.get(&path, &sho).await.text().contains("Attested by"));
}

#[tokio::test]
async fn a_sealed_report_hides_its_persons_from_those_who_need_not_know() {
    let site = site().await;
    let moharrar = site.node.as_role(Role::Moharrar).await.unwrap();
    let body = Body::FirRegister(fir_sensitive(8, site.now()));
    let act = site.node.act(&moharrar, body).await.unwrap().act;
    let clerk = site.token(Role::Moharrar, "en", "duty").await;
    let text = site.get(&format!("/fir/{act}"), &clerk).await.text();
    assert!(text.contains("Offence that the law protects") && text.contains("•••"), "{text}");
    assert!(!text.contains("فرضی شخص 8") && !text.contains("مضمون نمبر 8"));
    let sho = site.token(Role::Sho, "en", "duty").await;
    assert!(site.get(&format!("/fir/{act}"), &sho).await.text().contains("فرضی شخص 8"));
    let list = site.get("/firs", &clerk).await.text();
    assert!(list.contains("chip-seal") && !list.contains("فرضی شخص 8"));
}

#[tokio::test]
async fn a_court_order_leaves_a_stub() {
    let site = site().await;
    let act = registered(&site, 5).await;
    let path = format!("/fir/{act}");
    let dpo = site.token(Role::Dpo, "en", "court_order").await;
    assert!(site.get(&path, &dpo).await.text().contains("فرضی شخص 5"));
    let order = |confirm: &'static str| {
        vec![
            ("office", roznamcha_trial::STATION),
            ("entry", "1/-/2026/1"),
            ("court", "فرضی عدالت"),
            ("order_no", "12/2026"),
            ("order_date", "2026-01-05"),
            ("confirm", confirm),
        ]
    };
    let wrong = site.post(&format!("{path}/expunge"), &dpo, &order("2/2026")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let sho = site.token(Role::Sho, "en", "court_order").await;
    let not_his = site.post(&format!("{path}/expunge"), &sho, &order("1/2026")).await;
    assert_eq!(not_his.status, StatusCode::FORBIDDEN);
    let gone = site.post(&format!("{path}/expunge"), &dpo, &order("1/2026")).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.text());
    let text = site.get(&path, &dpo).await.text();
    assert!(text.contains("1/2026") && text.contains("removed by a court") && !text.contains("فرضی شخص 5"));
}

#[tokio::test]
async fn every_print_is_counted() {
    let site = site().await;
    let act = registered(&site, 1).await;
    let token = site.token(Role::Moharrar, "en", "duty").await;
    let path = format!("/fir/{act}");
    let page = site.get(&path, &token).await;
    if !page.text().contains("/print\"") {
        return; // The fonts are not installed here.
    }
    let one = [("act_id", ID), ("kind", "fir"), ("copy", "magistrate")];
    let pdf = site.post(&format!("{path}/print"), &token, &one).await;
    assert_eq!(pdf.status, StatusCode::OK, "{}", pdf.text());
    assert!(pdf.bytes.starts_with(b"%PDF"));
    let name = pdf.headers.get(header::CONTENT_DISPOSITION).unwrap().to_str().unwrap();
    assert_eq!(name, "inline; filename=\"FIR-1-2026-magistrate.pdf\"");
    let same = site.post(&format!("{path}/print"), &token, &one).await;
    assert!(same.bytes.starts_with(b"%PDF"), "the same act again");
    assert!(
        site.get(&path, &token).await.text().contains("Printed \u{2068}1\u{2069} time")
            || site.get(&path, &token).await.text().contains("Printed 1 time")
    );
    let receipt = [("act_id", ""), ("kind", "complainant_copy"), ("copy", "complainant")];
    let receipt = site.post(&format!("{path}/print"), &token, &receipt).await;
    assert!(receipt.bytes.starts_with(b"%PDF"), "{}", receipt.text());
    let draft = site.post("/fir/preview", &token, &typed(ID, &[("narrative", "")])).await;
    assert!(draft.bytes.starts_with(b"%PDF"), "an unfinished form prints as provisional: {}", draft.text());
}

#[tokio::test]
async fn the_list_answers_what_is_asked() {
    let site = site().await;
    let first = registered(&site, 1).await;
    let second = registered(&site, 2).await;
    let sho = site.token(Role::Sho, "ur", "duty").await;
    let all = site.get("/firs", &sho).await.text();
    assert!(all.contains(&first) && all.contains(&second));
    let one = site.get("/firs?no=2%2F2026", &sho).await.text();
    assert!(!one.contains(&first) && one.contains(&second));
    assert!(site.get("/firs?section=379&unsigned=yes&unsent=yes", &sho).await.text().contains(&first));
    assert!(!site.get("/firs?section=302", &sho).await.text().contains(&first));
    assert_eq!(site.get("/firs?year=x", &sho).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let dpo = site.token(Role::Dpo, "en", "supervision").await;
    assert!(site.get("/firs", &dpo).await.text().contains("City (synthetic)"), "the station's column");
}
