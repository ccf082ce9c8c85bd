//! Acts by their forms: drawn from data, refused with what was typed kept, performed once.

use crate::help::{Answer, Site, site};
use axum::http::StatusCode;
use roznamcha_access::Role;
use roznamcha_acts::kinds::Body;
use roznamcha_trial::{fir, party};

const ID: &str = "5c1d2e3f-6f0f-4f1e-9d3a-000000000001";

/// A case under investigation with one accused named in the report.
async fn case(site: &Site) -> String {
    let moharrar = site.node.as_role(Role::Moharrar).await.unwrap();
    let mut report = fir(1, site.now());
    report.accused = vec![roznamcha_acts::kinds::Accused { person: party(7), description: String::new() }];
    site.node.act(&moharrar, Body::FirRegister(report)).await.unwrap().act
}

fn path(case: &str, kind: &str) -> String {
    format!("/cases/{case}/do/{kind}")
}

/// The first value offered by a select.
fn offered(page: &Answer, name: &str) -> String {
    let text = page.text();
    let select = text.split(&format!("name=\"{name}\"")).nth(1).unwrap_or_default();
    let select = select.split("</select>").next().unwrap_or_default();
    let values = select.split("<option value=\"").skip(1).filter_map(|o| o.split('"').next());
    values.filter(|v| !v.is_empty()).map(str::to_owned).next().unwrap_or_default()
}

/// The investigation given to the investigating officer, by its form.
async fn assigned(site: &Site) -> String {
    let case = case(site).await;
    let sho = site.token(Role::Sho, "en", "duty").await;
    let given = site.post(&path(&case, "case.assign"), &sho, &[("act_id", ""), ("officer", "TRL-io")]).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text());
    case
}

#[tokio::test]
async fn an_arrest_is_written_by_its_form() {
    let site = site().await;
    let case = assigned(&site).await;
    for lang in ["en", "ur"] {
        let io = site.token(Role::Io, lang, "investigation").await;
        let blank = site.get(&path(&case, "case.arrest"), &io).await;
        assert_eq!(blank.status, StatusCode::OK, "{}", blank.text());
        assert!(blank.text().contains("data-draft-url=\"/drafts/case-arrest?of="), "its draft is kept");
        assert_eq!(blank.hidden("act_id").len(), 36, "usable without script");
    }
    let io = site.token(Role::Io, "en", "investigation").await;
    let blank = site.get(&path(&case, "case.arrest"), &io).await;
    let accused = offered(&blank, "accused");
    assert!(blank.text().contains("فرضی شخص 7"), "the accused is offered by name");
    let form = |justification: &'static str| {
        vec![
            ("act_id", ID.to_owned()),
            ("accused", accused.clone()),
            ("arrested", "2026-01-05T10:00".to_owned()),
            ("place", "فرضی چوک".to_owned()),
            ("by", "TRL-io".to_owned()),
            ("justification", justification.to_owned()),
        ]
    };
    let send = async |fields: Vec<(&'static str, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        site.post(&path(&case, "case.arrest"), &io, &fields).await
    };
    let refused = send(form("")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = refused.text();
    assert!(
        text.contains("href=\"#justification\"") && text.contains("id=\"justification-error\""),
        "{text}"
    );
    assert!(text.contains("فرضی چوک"), "what was typed is kept");
    assert!(text.contains(&format!("value=\"{ID}\"")), "and the act's id");

    let done = send(form("فرضی وجہ")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let again = send(form("فرضی وجہ")).await;
    assert_eq!((again.status, again.location()), (done.status, done.location()), "sent twice it is one act");
    let shown = site.get(done.location(), &io).await;
    assert_eq!(shown.status, StatusCode::OK);
    assert!(shown.text().contains("The act is written."));
    assert!(
        shown.text().contains(&format!("href=\"{}\"", path(&case, "case.remand"))),
        "and what may follow"
    );

    let other = send([form("دوسری وجہ"), vec![("act_id", String::new())]].concat().split_off(1)).await;
    assert_eq!(other.status, StatusCode::CONFLICT, "he is arrested already: {}", other.text());
    assert!(other.text().contains("PPR-26.1"), "with the rule: {}", other.text());
}

#[tokio::test]
async fn an_act_that_may_not_follow_says_why_and_by_which_law() {
    let site = site().await;
    let case = assigned(&site).await;
    let io = site.token(Role::Io, "en", "investigation").await;
    let early = site.get(&path(&case, "challan.receive"), &io).await;
    assert_eq!(early.status, StatusCode::CONFLICT, "{}", early.text());
    assert!(early.text().contains("CrPC-190"), "{}", early.text());
    let moharrar = site.token(Role::Moharrar, "en", "duty").await;
    let not_his = site.get(&path(&case, "case.arrest"), &moharrar).await;
    assert_eq!(not_his.status, StatusCode::FORBIDDEN);
    let nothing = site.get(&path(&case, "case.dream"), &io).await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    let unasked = site.token(Role::Io, "en", "").await;
    let purpose = site.get(&path(&case, "case.arrest"), &unasked).await;
    assert_eq!(purpose.status, StatusCode::FORBIDDEN, "a purpose is asked first");
}

#[tokio::test]
async fn a_challan_has_a_row_for_each_accused() {
    let site = site().await;
    let case = assigned(&site).await;
    let io = site.token(Role::Io, "en", "investigation").await;
    let blank = site.get(&path(&case, "challan.submit"), &io).await;
    assert_eq!(blank.status, StatusCode::OK, "{}", blank.text());
    let accused = offered(&blank, "persons.0.accused");
    assert!(blank.text().contains(&format!("<option value=\"{accused}\" selected>")), "{}", blank.text());
    let mut form = vec![
        ("report", "complete"),
        ("persons.0.accused", accused.as_str()),
        ("persons.0.class", "be"),
        ("witnesses.0.person", "فرضی گواہ"),
        ("witnesses.0.of", "eye"),
        ("through", "TRL-sho"),
        ("prosecutor", "فرضی پراسیکیوٹر"),
    ];
    let refused = site.post(&path(&case, "challan.submit"), &io, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text());
    assert!(refused.text().contains("href=\"#persons-0-sections\""), "{}", refused.text());
    assert!(refused.text().contains("Accused 1: Sections"), "{}", refused.text());
    form.push(("persons.0.sections", "PPC-379"));
    let done = site.post(&path(&case, "challan.submit"), &io, &form).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
}

#[tokio::test]
async fn property_is_taken_in_by_its_form_and_moved_from_its_entry() {
    let site = site().await;
    let case = assigned(&site).await;
    let sight = site
        .get(&format!("/do/property.enter?fir={}", "1/2026"), &site.token(Role::Moharrar, "ur", "duty").await)
        .await;
    assert_eq!(sight.status, StatusCode::OK, "{}", sight.text());
    assert!(sight.text().contains("value=\"1/2026\""), "what the address names stands in the form");
    let moharrar = site.token(Role::Moharrar, "en", "duty").await;
    let fields = [
        ("source", "case_property"),
        ("fir", "1/2026"),
        ("from_whom", "فرضی ملزم، فرضی چوک"),
        ("articles.0.item", "فرضی پارسل"),
        ("articles.0.quantity", "1"),
        ("articles.0.seals", "3 × AK"),
        ("articles.0.value_paisa", "1,200"),
        ("articles.0.rack", "A1"),
        ("articles.2.item", ""),
    ];
    let done = site.post("/do/property.enter", &moharrar, &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    assert!(done.location().starts_with("/entry?office=TRL-CITY&key="), "{}", done.location());
    let form = site.get("/do/property.order?article=19/-/2026/1", &moharrar).await;
    assert_eq!(form.status, StatusCode::FORBIDDEN, "the moharrar writes no order on property");
    let sho = site.token(Role::Sho, "en", "duty").await;
    let form = site.get("/do/property.order?article=19/-/2026/1", &sho).await;
    assert!(form.text().contains("<option value=\"19/-/2026/1\" selected>"), "{}", form.text());
    let _ = case;
}

#[tokio::test]
async fn each_officer_is_offered_his_own_acts() {
    let site = site().await;
    let list = |role: Role| {
        let site = &site;
        async move {
            let page = site.get("/do", &site.token(role, "en", "").await).await;
            assert_eq!(page.status, StatusCode::OK);
            page.text()
        }
    };
    let moharrar = list(Role::Moharrar).await;
    assert!(moharrar.contains("href=\"/do/road.issue\"") && !moharrar.contains("/do/property.order"));
    let dpo = list(Role::Dpo).await;
    assert!(dpo.contains("href=\"/do/surveillance.order\"") && !dpo.contains("/do/road.issue"));
    let analyst = list(Role::Analyst).await;
    assert!(!analyst.contains("href=\"/do/"));
    // An officer above stations says first in whose books he writes.
    let dpo = site.token(Role::Dpo, "en", "supervision").await;
    let choose = site.get("/do/surveillance.order", &dpo).await;
    assert!(choose.text().contains("/do/surveillance.order?office=TRL-CITY"), "{}", choose.text());
    let form = site.get("/do/surveillance.order?office=TRL-CITY", &dpo).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.text());
}

#[tokio::test]
async fn a_draft_belongs_to_its_case() {
    let site = site().await;
    let case = assigned(&site).await;
    let io = site.token(Role::Io, "en", "investigation").await;
    let body = format!(r#"{{"act_id":"{ID}","fields":[["draft_of","{case}"],["place","فرضی چوک"]]}}"#);
    let kept = site.json("/drafts/case-arrest", &io, &body).await;
    assert_eq!(kept.status, StatusCode::NO_CONTENT);
    let there = site.get(&format!("/drafts/case-arrest?of={case}"), &io).await;
    assert_eq!(there.text(), body);
    let elsewhere = site.get("/drafts/case-arrest?of=another", &io).await;
    assert_eq!(elsewhere.status, StatusCode::NO_CONTENT);
    let list = site.get("/drafts", &io).await;
    assert!(list.text().contains(&format!("/cases/{case}/do/case.arrest?draft={ID}")), "{}", list.text());
}

#[tokio::test]
async fn the_prosecutor_and_the_court_have_their_forms_too() {
    let site = site().await;
    let case = assigned(&site).await;
    let prosecutor = site.token(Role::Prosecutor, "en", "investigation").await;
    let early = site.get(&path(&case, "challan.object"), &prosecutor).await;
    assert_eq!(early.status, StatusCode::CONFLICT, "no challan is with him: {}", early.text());
    let court = site.token(Role::Court, "en", "court_order").await;
    let stay = site.get(&path(&case, "case.stay"), &court).await;
    assert_eq!(stay.status, StatusCode::OK, "{}", stay.text());
    let fields = [("order.authority", "فرضی عدالت"), ("order.number", "7"), ("order.date", "2026-01-05")];
    let done = site.post(&path(&case, "case.stay"), &court, &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
}

#[tokio::test]
async fn an_absconder_caught_is_struck_off_without_an_order() {
    let site = site().await;
    let moharrar = site.token(Role::Moharrar, "en", "duty").await;
    let listed = [
        ("list", "other_stations"),
        ("person.name", "فرضی شخص"),
        ("person.relation_kind", "son_of"),
        ("person.relation", "فرضی والد"),
        ("description", "فرضی حلیہ"),
        ("reference", "7/2026 379 PPC"),
        ("wanted_by", "فرضی تھانہ"),
        ("since", "2026-01-04"),
    ];
    let done = site.post("/do/absconder.enter", &moharrar, &listed).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let sho = site.token(Role::Sho, "en", "duty").await;
    let blank = site.get("/do/absconder.remove", &sho).await;
    let absconder = offered(&blank, "absconder");
    let caught = |reason: &'static str| {
        let fields = [("absconder", absconder.clone()), ("reason", reason.to_owned())];
        let empty = ["authority", "no", "date"].map(|name| (format!("order.{name}"), String::new()));
        let told = [("particulars".to_owned(), "فرضی: گرفتار ہوا".to_owned())];
        let fields = fields.map(|(name, value)| (name.to_owned(), value));
        fields.into_iter().chain(empty).chain(told).collect::<Vec<_>>()
    };
    let send = async |reason| {
        let fields = caught(reason);
        let pairs: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        site.post("/do/absconder.remove", &sho, &pairs).await
    };
    let by_order = send("order").await;
    assert_eq!(by_order.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", by_order.text());
    assert!(by_order.text().contains("Order: Authority"), "{}", by_order.text());
    let done = send("arrest").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
}

#[tokio::test]
async fn a_memo_of_a_search_keeps_its_kind() {
    let site = site().await;
    let case = assigned(&site).await;
    let io = site.token(Role::Io, "en", "investigation").await;
    let blank = site.get(&path(&case, "case.memo"), &io).await;
    assert_eq!(blank.hidden("draft_of"), case);
    let fields = [
        ("draft_of", case.as_str()),
        ("of", "search"),
        ("at", "2026-01-05T10:00"),
        ("place", "فرضی مکان"),
        ("grounds", "فرضی وجہ"),
        ("witnesses", "فرضی گواہ ۱\r\nفرضی گواہ ۲"),
        ("items.0.description", ""),
    ];
    let done = site.post(&path(&case, "case.memo"), &io, &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
}

#[tokio::test]
async fn a_letter_is_entered_by_its_columns_and_its_reply_filled_in_once() {
    let site = site().await;
    let token = site.token(Role::Moharrar, "ur", "duty").await;
    let book = site.get("/register/5?part=I", &token).await;
    assert!(
        book.text().contains("/register/5/enter?office=TRL-CITY&#38;part=I")
            || book.text().contains("/register/5/enter?office=TRL-CITY&amp;part=I"),
        "{}",
        book.text()
    );
    let blank = site.get("/register/5/enter?part=I", &token).await;
    assert_eq!(blank.status, StatusCode::OK, "{}", blank.text());
    assert!(blank.text().contains("آمد یا روانگی") && blank.text().contains("name=\"cells.subject\""));
    let form = |subject: &'static str| {
        [
            ("act_id", ID),
            ("cells.date", "2026-01-05"),
            ("cells.direction", "in"),
            ("cells.from", "فرضی دفتر"),
            ("cells.subject", subject),
        ]
    };
    let refused = site.post("/register/5/enter?part=I", &token, &form("")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text());
    assert!(refused.text().contains("href=\"#cells-subject\""), "{}", refused.text());
    let done = site.post("/register/5/enter?part=I", &token, &form("فرضی عنوان")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let key = "5/I/2026/1";
    let entry = site.get(&format!("/entry?key={key}"), &token).await;
    assert!(entry.text().contains("field=disposed_at"), "its later column is open: {}", entry.text());

    let path = format!("/entry/fill?office=TRL-CITY&key={key}&field=disposed_at");
    let blank = site.get(&path, &token).await;
    assert_eq!(blank.status, StatusCode::OK, "{}", blank.text());
    let filled = site.post(&path, &token, &[("value", "2026-01-05")]).await;
    assert_eq!(filled.status, StatusCode::SEE_OTHER, "{}", filled.text());
    let entry = site.get(&format!("/entry?key={key}"), &token).await;
    assert!(!entry.text().contains("field=disposed_at"), "filled once");
    let twice = site.post(&path, &token, &[("value", "2026-01-04")]).await;
    assert_eq!(twice.status, StatusCode::CONFLICT, "{}", twice.text());
    assert!(twice.text().contains("PPR-22.46"));
}

#[tokio::test]
async fn a_book_that_is_never_typed_says_so() {
    let site = site().await;
    let token = site.token(Role::Sho, "en", "duty").await;
    for (path, code) in [
        ("/register/10/enter?part=II", StatusCode::CONFLICT),
        ("/register/8/enter", StatusCode::CONFLICT),
        ("/register/19/enter", StatusCode::CONFLICT),
        ("/register/5/enter?part=IX", StatusCode::NOT_FOUND),
    ] {
        let page = site.get(path, &token).await;
        assert_eq!(page.status, code, "{path}: {}", page.text());
    }
    let store = site.get("/register/19", &token).await;
    assert!(store.text().contains("/do/property.enter?office=TRL-CITY"), "{}", store.text());
}

/// Every part that may be typed has a form that can be drawn, in both languages, for an officer who may.
#[tokio::test]
async fn every_typed_part_has_its_form() {
    let site = site().await;
    let book = roznamcha_records::StatuteBook::built_in().unwrap();
    let sho = [site.token(Role::Sho, "en", "duty").await, site.token(Role::Sho, "ur", "duty").await];
    let moharrar = site.token(Role::Moharrar, "en", "duty").await;
    let mut parts = 0;
    for register in book.registers() {
        for part in book.parts(register.number) {
            if part.entering.as_str() != "typed" {
                continue;
            }
            parts += 1;
            let path = format!("/register/{}/enter?part={}", register.number.written(), part.written());
            let tokens = match register.number.written().as_str() {
                "13" | "14" => vec![&moharrar],
                _ => sho.iter().collect(),
            };
            for token in tokens {
                let page = site.get(&path, token).await;
                assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.text());
            }
        }
    }
    assert!(parts > 20, "{parts}");
}

/// Every form of the station is drawn for whoever may, and sent blank it is refused at its fields, never as a whole.
#[tokio::test]
async fn every_form_sent_blank_is_refused_at_its_fields() {
    let site = site().await;
    let case = assigned(&site).await;
    let roles = [Role::Sho, Role::Moharrar, Role::Io, Role::Dpo, Role::Prosecutor, Role::Court];
    let mut tokens = Vec::new();
    for role in roles {
        let purpose = match role {
            Role::Dpo => "supervision",
            Role::Io | Role::Prosecutor => "investigation",
            Role::Court => "court_order",
            _ => "duty",
        };
        tokens.push(site.token(role, "en", purpose).await);
    }
    let (mut drawn, mut refused) = (0, 0);
    for kind in roznamcha_acts::kinds::KINDS {
        for (path, token) in [format!("/do/{kind}?office=TRL-CITY"), format!("/cases/{case}/do/{kind}")]
            .iter()
            .flat_map(|path| tokens.iter().map(move |token| (path.clone(), token)))
        {
            let page = site.get(&path, token).await;
            if page.status != StatusCode::OK {
                assert!(!page.status.is_server_error(), "{path}: {}", page.text());
                continue;
            }
            drawn += 1;
            let sent = site.post(path.split('?').next().unwrap(), token, &[("office", "TRL-CITY")]).await;
            let text = sent.text();
            if sent.status == StatusCode::UNPROCESSABLE_ENTITY {
                refused += 1;
                assert!(
                    text.contains("class=\"error-summary\"") && text.contains("<a href=\"#"),
                    "{path}: {text}"
                );
            } else {
                assert!(
                    sent.status == StatusCode::CONFLICT || sent.status.is_redirection(),
                    "{path}: {text}"
                );
            }
        }
    }
    assert!(drawn > 60 && refused > 50, "{drawn} drawn, {refused} refused");
}
