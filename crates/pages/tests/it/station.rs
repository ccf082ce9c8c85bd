//! The station's books: diary, reports that are no case, lock-up, cash, registers, corrections, search.

use crate::help::{Answer, Site, closed_site, site};
use axum::http::{StatusCode, header};
use roznamcha_access::Role;
use roznamcha_acts::kinds::Body;
use roznamcha_trial::{diary_write, fir, fir_sensitive};
use roznamcha_words::{Words, bidi};
use std::path::Path;

const ID: &str = "0b6f7a52-6f0f-4f1e-9d3a-5a7c1d2e3f40";
const ID_2: &str = "0b6f7a52-6f0f-4f1e-9d3a-5a7c1d2e3f41";
const ID_3: &str = "0b6f7a52-6f0f-4f1e-9d3a-5a7c1d2e3f42";
const DAY: &str = "2026-01-05";

async fn moharrar(site: &Site) -> String {
    site.token(Role::Moharrar, "en", "duty").await
}

/// A page's text without the marks that keep numbers from turning round.
trait Said {
    fn said(&self) -> String;
}

impl Said for Answer {
    fn said(&self) -> String {
        bidi::plain(&self.text())
    }
}

fn is_pdf(answer: &Answer) -> bool {
    let kind = answer.headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok());
    kind == Some("application/pdf") && answer.bytes.starts_with(b"%PDF")
}

#[tokio::test]
async fn a_day_opens_runs_and_closes() {
    let site = closed_site().await;
    let token = moharrar(&site).await;
    let page = site.get("/diary", &token).await;
    assert!(page.said().contains("action=\"/diary/open\""), "{}", page.said());
    assert!(!page.said().contains("/diary/new"), "no entry before the day is open");

    let opened = site.post("/diary/open", &token, &[("act_id", ID), ("day", DAY)]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.said());
    let entry =
        [("act_id", ID_2), ("subject", "arrival"), ("text", "واپس آمد\r\nاز گشت"), ("officers_typed", "3T")];
    let written = site.post("/diary/new", &token, &entry).await;
    assert_eq!(written.location(), format!("/diary/new?written=2&day={DAY}"), "{}", written.said());
    let ready = site.get(written.location(), &token).await;
    let text = ready.said();
    assert!(text.contains("Report no. 2 is written") && text.contains("data-draft-done=\"diary-new\""));

    let close = [("act_id", ID_3), ("counted", "5")];
    let differs = site.post("/diary/close", &token, &close).await;
    assert_eq!(differs.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = differs.said();
    assert!(text.contains("href=\"#difference_reason\"") && text.contains("value=\"5\""), "{text}");
    let closed = site.post("/diary/close", &token, &[("act_id", ID_3), ("counted", "0")]).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.said());

    let page = site.get(&format!("/diary?day={DAY}"), &token).await.said();
    assert!(page.contains("واپس آمد<br>از گشت"), "{page}");
    assert!(page.contains("Arrival of an officer") && page.contains("Synthetic io"), "the officer by name");
    assert!(page.contains("Closing entry") && !page.contains("/diary/new"));
    let days = site.get("/diary/days", &token).await.said();
    assert!(days.contains("Monday, 5 January 2026") && days.contains("3 entries"), "{days}");
}

#[tokio::test]
async fn an_hour_before_its_information_is_marked_for_ever() {
    let site = site().await;
    let token = moharrar(&site).await;
    let entry = [
        ("act_id", ID),
        ("subject", "misc"),
        ("text", "اطلاع"),
        ("informed", "2026-01-05T09:40"),
        ("stated", "2026-01-05T09:10"),
    ];
    let written = site.post("/diary/new", &token, &entry).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.said());
    let page = site.get("/diary", &token).await.said();
    assert!(page.contains("class=\"flagged\"") && page.contains("Dated before its information"), "{page}");
    assert!(page.contains("09:40"), "both hours are shown");
}

#[tokio::test]
async fn what_is_wrong_in_an_entry_is_named_and_typed_words_stay() {
    let site = site().await;
    let token = moharrar(&site).await;
    let entry = [("act_id", ID), ("subject", "departure"), ("text", "روانگی"), ("officers_typed", "999T")];
    let answer = site.post("/diary/new", &token, &entry).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.said();
    assert!(text.contains("href=\"#officers_typed\"") && text.contains("روانگی"), "{text}");
    assert!(text.contains("data-draft-restore=\"no\"") && text.contains(ID), "the same act is sent again");
    let entry = [("act_id", ID), ("subject", "misc"), ("text", "بابت مقدمہ"), ("fir", "77/2026")];
    let answer = site.post("/diary/new", &token, &entry).await;
    assert!(answer.said().contains("href=\"#fir\""), "no such case");
    let found = site.get("/diary/officers?q=synthetic%20io", &token).await;
    assert!(found.said().contains("\"value\":\"TRL-io\""), "{}", found.said());
}

const REPORT: [(&str, &str); 6] = [
    ("informant.name", "فرضی سائل"),
    ("informant.cnic", "35201-0000077-1"),
    ("substance", "گالم گلوچ"),
    ("sections_typed", "504 PPC"),
    ("place", "فرضی بازار"),
    ("magistrate", "مجسٹریٹ درجہ اول"),
];

#[tokio::test]
async fn a_non_cognizable_report_and_its_slip() {
    let site = site().await;
    let token = moharrar(&site).await;
    let form = site.get("/report/noncognizable", &token).await;
    assert!(form.said().contains("data-url=\"/law/sections\""));
    let mut fields = REPORT.to_vec();
    fields.push(("act_id", ID));
    let written = site.post("/report/noncognizable", &token, &fields).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.said());
    let page = site.get(written.location(), &token).await;
    let text = page.said();
    assert!(
        text.contains("فرضی سائل") && text.contains("504 PPC") && text.contains("/entry/print"),
        "{text}"
    );
    let slip = site.post("/entry/print", &token, &[("act_id", ID_2), ("act", ID)]).await;
    let no_fonts = slip.status == StatusCode::UNPROCESSABLE_ENTITY;
    assert!(no_fonts || is_pdf(&slip), "{}", slip.said());
    let letters = site.get("/register/5?part=I", &token).await.said();
    assert!(letters.contains("مجسٹریٹ درجہ اول"), "the letter to the magistrate: {letters}");

    let hidden = [("sections_typed", "379 PPC"), ("act_id", ID_3)];
    let fields = REPORT.iter().copied().filter(|(n, _)| *n != "sections_typed").chain(hidden);
    let refused = site.post("/report/noncognizable", &token, &fields.collect::<Vec<_>>()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.said().contains("register an FIR instead"), "{}", refused.said());
}

#[tokio::test]
async fn only_the_officer_in_charge_refuses() {
    let site = site().await;
    let clerk = moharrar(&site).await;
    assert_eq!(site.get("/report/refusal", &clerk).await.status, StatusCode::FORBIDDEN);
    let sho = site.token(Role::Sho, "ur", "duty").await;
    assert_eq!(site.get("/report/refusal", &sho).await.status, StatusCode::OK);
    let fields = [
        ("act_id", ID),
        ("informant.name", "فرضی سائل"),
        ("substance", "دیوانی تنازعہ"),
        ("reasons", "جرم کا شبہ نہیں"),
        ("notice", "handed"),
    ];
    assert_eq!(site.post("/report/refusal", &clerk, &fields).await.status, StatusCode::FORBIDDEN);
    let written = site.post("/report/refusal", &sho, &fields).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.said());
    let text = site.get(written.location(), &sho).await.said();
    assert!(text.contains("جرم کا شبہ نہیں") && text.contains("دستی دیا گیا"), "{text}");
}

#[tokio::test]
async fn the_lock_up_and_its_day() {
    let site = site().await;
    let token = moharrar(&site).await;
    let lodge = [
        ("act_id", ID),
        ("person.name", "فرضی ملزم"),
        ("sections_typed", "379 PPC"),
        ("arrested", "2026-01-04T08:30"),
        ("justification", "فرار کا اندیشہ"),
    ];
    let done = site.post("/custody/lodge", &token, &lodge).await;
    assert_eq!(done.location(), "/custody?done=lodge", "{}", done.said());
    let text = site.get("/custody", &token).await.said();
    assert!(text.contains("فرضی ملزم") && text.contains("25 hours") && text.contains("chip-alert"), "{text}");
    let bare = site.post("/custody/release", &token, &[("act_id", ID_2), ("custody", ID)]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.said().contains("href=\"#out-release\""), "{}", bare.said());
    let release = [("act_id", ID_2), ("custody", ID), ("release", "bail")];
    assert_eq!(site.post("/custody/release", &token, &release).await.location(), "/custody?done=release");
    assert!(site.get("/custody", &token).await.said().contains("The lock-up is empty"));
    let page = site.get("/diary", &token).await.said();
    assert!(
        page.contains(&format!("/entry?office=TRL-CITY&#38;act={ID}")),
        "he is named by reference: {page}"
    );
    assert!(page.contains("Released on bail"));
}

#[tokio::test]
async fn cash_is_typed_in_rupees() {
    let site = site().await;
    let token = moharrar(&site).await;
    let cash = [
        ("act_id", ID),
        ("direction", "in"),
        ("amount", "۱,۲۵۰٫۵۰"),
        ("head", "diet"),
        ("party", "خزانہ (فرضی)"),
        ("purpose", "خوراک"),
    ];
    let done = site.post("/cash", &token, &cash).await;
    assert_eq!(done.location(), "/cash?done=1", "{}", done.said());
    let text = site.get("/cash", &token).await.said();
    assert!(
        text.contains("1,250.50") && text.contains("Diet money") && text.contains("خزانہ (فرضی)"),
        "{text}"
    );
    let out = [
        ("act_id", ID_2),
        ("direction", "out"),
        ("amount", "9000"),
        ("head", "diet"),
        ("party", "x"),
        ("purpose", "y"),
    ];
    let short = site.post("/cash", &token, &out).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(short.said().contains("There is not that much cash") && short.said().contains("value=\"9000\""));
    let receipts = site.get("/register/22", &token).await.said();
    assert!(receipts.contains("1,250.50"), "a receipt for what the public paid: {receipts}");
}

#[tokio::test]
async fn a_mistake_is_struck_and_attested() {
    let site = site().await;
    let officer = site.node.as_role(Role::Moharrar).await.unwrap();
    site.node.act(&officer, diary_write("گاڑی کا رنگ سرخ تھا")).await.unwrap();
    let token = moharrar(&site).await;
    let key = format!("2/-/{DAY}/2");
    let page = site.get(&format!("/entry?office=TRL-CITY&key={key}"), &token).await.said();
    assert!(
        page.contains("action=\"/entry/correct\"") && page.contains("No. 2 in the journal")
            || page.contains("in the journal")
    );
    let mut fields = vec![
        ("act_id", ID),
        ("key", key.as_str()),
        ("field", "text"),
        ("wrong", "نیلا"),
        ("right", "سیاہ"),
        ("reason", "سہو"),
    ];
    let wrong = site.post("/entry/correct", &token, &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.said().contains("href=\"#wrong\""), "{}", wrong.said());
    fields[3] = ("wrong", "سرخ");
    let done = site.post("/entry/correct", &token, &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.said());
    let page = site.get("/diary", &token).await.said();
    assert!(
        page.contains("<s>سرخ</s>") && page.contains("<ins>سیاہ</ins>") && page.contains("Not yet attested"),
        "{page}"
    );

    let sho = site.token(Role::Sho, "en", "duty").await;
    let waiting = site.get("/corrections", &sho).await.said();
    assert!(waiting.contains("<s>سرخ</s>") && waiting.contains("/entry/attest"), "{waiting}");
    let attest = [("act_id", ID_2), ("correction", ID), ("back", "/corrections?office=TRL-CITY")];
    assert_eq!(site.post("/entry/attest", &token, &attest).await.status, StatusCode::FORBIDDEN);
    let done = site.post("/entry/attest", &sho, &attest).await;
    assert_eq!(done.location(), "/corrections?office=TRL-CITY", "{}", done.said());
    assert!(site.get("/corrections", &sho).await.said().contains("No correction waits"));
    let away = [("act_id", ID_3), ("correction", ID), ("back", "//elsewhere.example")];
    assert_ne!(site.post("/entry/attest", &sho, &away).await.location(), "//elsewhere.example");
}

#[tokio::test]
async fn the_registers_as_books() {
    let site = site().await;
    let officer = site.node.as_role(Role::Moharrar).await.unwrap();
    let now = site.now();
    site.node.act(&officer, Body::FirRegister(fir(1, now))).await.unwrap();
    let token = moharrar(&site).await;
    let list = site.get("/registers", &token).await.said();
    assert!(
        list.contains("PPR 22.70") && list.contains("Obsolete") && list.contains("/register/w-parvi?"),
        "{list}"
    );
    assert!(list.contains("Entries this year") && list.contains("Working registers"), "{list}");
    let reserved = site.get("/register/8", &token).await.said();
    assert!(reserved.contains("nothing is entered in it"), "{reserved}");
    assert_eq!(site.get("/register/26", &token).await.status, StatusCode::NOT_FOUND);
    let book = site.get("/register/1", &token).await.said();
    assert!(book.contains(">1/2026</a>") && book.contains("Date and hour of report"), "{book}");
    assert!(book.contains("379 PPC") && book.contains("First information"));
    let village = site.get("/register/9?part=II", &token).await.said();
    assert!(village.contains("نمونہ") && village.contains("aria-current=\"page\""), "{village}");
    let staff = site.get("/register/16", &token).await.said();
    assert!(staff.contains("Inspector") && staff.contains("Synthetic sho"), "{staff}");
    let marked = site.get("/register/1?flagged=1", &token).await.said();
    assert!(marked.contains("Nothing is written here yet"));
    let numbers = (1..=25u8).map(|n| n.to_string());
    for number in numbers.chain(["w-zimni", "w-custody", "w-vehicle"].map(str::to_owned)) {
        let sheet = site.get(&format!("/register/{number}"), &token).await;
        assert_eq!(sheet.status, StatusCode::OK, "register {number}: {}", sheet.said());
    }
    assert_eq!(site.get("/register/w-nothing", &token).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_register_shows_exactly_the_columns_of_the_statute_in_order() {
    let site = site().await;
    let token = moharrar(&site).await;
    let book = roznamcha_statute::StatuteBook::built_in().unwrap();
    for register in book.registers() {
        for part in book.parts(register.number) {
            let path = format!("/register/{}?part={}", register.number.written(), part.written());
            let text = site.get(&path, &token).await.text();
            let head = text.split("<thead>").nth(1).unwrap().split("</thead>").next().unwrap().to_owned();
            let mut rest = head.as_str();
            for column in book.columns(register.number, &part.part) {
                let heading = column.en.replace('&', "&#38;");
                let found = rest.split_once(&format!("{heading}</th>"));
                (_, rest) = found.unwrap_or_else(|| panic!("{path}: {heading} is not in its place: {head}"));
            }
        }
    }
}

#[tokio::test]
async fn a_register_is_printed_as_a_book_and_counted() {
    let site = site().await;
    let officer = site.node.as_role(Role::Moharrar).await.unwrap();
    site.node.act(&officer, Body::FirRegister(fir(1, site.now()))).await.unwrap();
    let token = moharrar(&site).await;
    for (number, part) in [("1", "-"), ("5", "I"), ("8", "-"), ("19", "-"), ("w-zimni", "-")] {
        let form = [("act_id", uuid(number)), ("part", part.to_owned()), ("period", "2026".to_owned())];
        let form: Vec<(&str, &str)> = form.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let printed = site.post(&format!("/register/{number}/print"), &token, &form).await;
        assert!(is_pdf(&printed), "register {number}: {}", printed.said());
    }
}

fn uuid(number: &str) -> String {
    let tail: u32 = number.bytes().map(u32::from).sum();
    format!("0b6f7a52-6f0f-4f1e-9d3a-5a7c1d2{tail:05}")
}

#[tokio::test]
async fn a_register_is_taken_away_only_for_a_named_recipient_and_that_stays_on_record() {
    let site = site().await;
    let officer = site.node.as_role(Role::Moharrar).await.unwrap();
    site.node.act(&officer, Body::FirRegister(fir(1, site.now()))).await.unwrap();
    let token = moharrar(&site).await;
    let nobody = site.post("/register/1/export", &token, &[("part", "-"), ("format", "csv")]).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nobody.said().contains("Who receives it"), "{}", nobody.said());
    let form = [("part", "-"), ("period", "2026"), ("format", "csv"), ("recipient", "DPO, by hand")];
    let taken = site.post("/register/1/export", &token, &form).await;
    assert_eq!(taken.status, StatusCode::OK, "{}", taken.said());
    assert!(taken.text().starts_with("Police station,District,FIR number and year"), "{}", taken.text());
    assert!(taken.text().contains("1/2026") && taken.text().contains("فرضی شخص 1"));
    let form = [("part", "-"), ("format", "xlsx"), ("recipient", "Court")];
    let sheet = site.post("/register/1/export", &token, &form).await;
    assert!(sheet.bytes.starts_with(b"PK"));
    let rows = site.node.store.audit(&roznamcha_store::AuditQuery { limit: 20, ..Default::default() }).await;
    let exports: Vec<_> = rows.unwrap().into_iter().filter(|r| r.open.action == "export_register").collect();
    assert_eq!(exports.len(), 2);
    assert!(exports.iter().any(|r| r.open.of_key == "1/-/2026 csv: DPO, by hand"), "{exports:?}");
    assert!(exports.iter().all(|r| r.open.purpose == "duty"));
    let io = site.token(Role::Io, "en", "duty").await;
    let refused = site.post("/register/1/export", &io, &form).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND, "{}", refused.said());
    assert!(!site.get("/register/1", &io).await.said().contains("/register/1/export"));
}

#[tokio::test]
async fn a_register_taken_away_is_masked_as_on_the_page() {
    let site = site().await;
    let officer = site.node.as_role(Role::Moharrar).await.unwrap();
    site.node.act(&officer, Body::FirRegister(fir_sensitive(7, site.now()))).await.unwrap();
    let token = moharrar(&site).await;
    let form = [("part", "-"), ("format", "csv"), ("recipient", "DPO")];
    let masked = site.post("/register/1/export", &token, &form).await.text();
    assert!(masked.contains("1/2026") && masked.contains("•••") && !masked.contains("فرضی"), "{masked}");
    let sho = site.token(Role::Sho, "en", "duty").await;
    let open = site.post("/register/1/export", &sho, &form).await.text();
    assert!(open.contains("فرضی"), "{open}");
}

#[tokio::test]
async fn a_register_is_searched_by_words_number_officer_and_period() {
    let site = site().await;
    let officer = site.node.as_role(Role::Moharrar).await.unwrap();
    let sho = site.node.as_role(Role::Sho).await.unwrap();
    for n in 0..120 {
        let by = if n == 7 { &sho } else { &officer };
        site.node.act(by, diary_write(&format!("گشت نمبر {n} علی کوٹ"))).await.unwrap();
    }
    let token = moharrar(&site).await;
    let seek = async |fields: &[(&str, &str)]| site.post("/register/2", &token, fields).await;
    let hits = |page: &Answer| page.said().matches("href=\"/entry?").count();

    // Typed with the other keyboard's letters, the same word is found; the question stands in the form.
    let one = seek(&[("words", "نمبر 77 علي كوٹ")]).await;
    assert_eq!((one.status, hits(&one)), (StatusCode::OK, 1), "{}", one.said());
    assert!(one.said().contains("1 entry found") && one.said().contains("value=\"نمبر 77 علي كوٹ\""));
    let first = seek(&[("words", "علی کوٹ")]).await;
    assert_eq!(hits(&first), 50, "a page");
    let rest = seek(&[("words", "علی کوٹ"), ("after", &first.hidden("after"))]).await;
    assert_eq!(hits(&rest), 50);
    let last = seek(&[("words", "علی کوٹ"), ("after", &rest.hidden("after"))]).await;
    assert_eq!((hits(&last), last.hidden("after")), (20, String::new()));

    assert_eq!(hits(&seek(&[("serial", "۵")]).await), 1, "in any digits");
    assert_eq!(seek(&[("serial", "five")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(hits(&seek(&[("officer", "TRL-sho")]).await), 1, "by code");
    assert_eq!(hits(&seek(&[("officer", "Synthetic sho")]).await), 1, "by name");
    assert_eq!(hits(&seek(&[("officer", "nobody")]).await), 0);
    assert_eq!(hits(&seek(&[("words", "نمبر 7 علی"), ("period", DAY)]).await), 1);
    assert_eq!(hits(&seek(&[("words", "نمبر 7 علی"), ("period", "2025-01-01")]).await), 0);
    assert_eq!(hits(&seek(&[("words", "گشت"), ("flagged", "1")]).await), 0);

    // The question is on record, its words are not.
    let asked = site
        .node
        .store
        .audit(&roznamcha_records::AuditQuery { limit: 50, ..Default::default() })
        .await
        .unwrap();
    let keys: Vec<&str> = asked.iter().map(|r| r.open.of_key.as_str()).collect();
    assert!(keys.iter().any(|k| k.starts_with("2/-/*") && k.contains(" sha256:")), "{keys:?}");
    assert!(keys.iter().all(|k| !k.contains("علی")));
}

#[tokio::test]
async fn masked_words_are_not_found() {
    let site = site().await;
    let officer = site.node.as_role(Role::Moharrar).await.unwrap();
    site.node.act(&officer, Body::FirRegister(fir_sensitive(3, site.now()))).await.unwrap();
    let token = moharrar(&site).await;
    let page = site.get("/register/1", &token).await.said();
    assert!(page.contains("•••"), "the moharrar does not see a sealed case's persons");
    for words in ["فرضی شخص", "•••"] {
        let sought = site.post("/register/1", &token, &[("words", words)]).await.said();
        assert!(sought.contains("0 entries found"), "{words}: {sought}");
    }
}

#[tokio::test]
async fn the_true_day_opens_after_a_wrong_clock() {
    let site = site().await;
    let right = site.now();
    site.node.clock.set(right.plus_seconds(86_400 * 900));
    let token = moharrar(&site).await;
    for day in [DAY, ""] {
        if day.is_empty() {
            site.post("/diary/open", &token, &[]).await;
        }
        let close = [("counted", "0"), ("remarks", "")];
        assert_eq!(site.post("/diary/close", &token, &close).await.status, StatusCode::SEE_OTHER);
    }
    site.node.clock.set(right.plus_seconds(86_400));
    let token = moharrar(&site).await;
    let page = site.get("/diary", &token).await.said();
    assert!(page.contains("the clock stood wrong") && page.contains("officer in charge can open"), "{page}");
    assert!(!page.contains("action=\"/diary/open\""), "the moharrar is not offered it");
    let fault = [("day", "2026-01-06"), ("clock_fault", "گھڑی کی بیٹری ختم تھی")];
    assert_eq!(site.post("/diary/open", &token, &fault).await.status, StatusCode::FORBIDDEN);

    let sho = site.token(Role::Sho, "en", "duty").await;
    assert!(site.get("/diary", &sho).await.said().contains("name=\"clock_fault\""));
    let unsaid = site.post("/diary/open", &sho, &[("day", "2026-01-06")]).await;
    assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unsaid.said().contains("by saying what was wrong with the clock"), "{}", unsaid.said());
    let done = site.post("/diary/open", &sho, &fault).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.said());
    let page = site.get("/diary", &sho).await.said();
    assert!(page.contains("گھڑی کی بیٹری ختم تھی") && page.contains("Opened after a fault of the clock"));
    assert!(
        site.post("/register/2", &sho, &[("flagged", "1"), ("words", "بیٹری")])
            .await
            .said()
            .contains("1 entry")
    );
}

#[tokio::test]
async fn an_officer_above_chooses_a_station() {
    let site = site().await;
    let dpo = site.token(Role::Dpo, "en", "supervision").await;
    let text = site.get("/diary", &dpo).await.said();
    assert!(text.contains("/diary?office=TRL-CITY") && text.contains("Sadar (synthetic)"), "{text}");
    let text = site.get("/diary?office=TRL-CITY", &dpo).await.said();
    assert!(text.contains("Opening entry") && !text.contains("action=\"/diary/close\""), "{text}");
}

#[tokio::test]
async fn a_purpose_is_asked_before_a_name_is_typed() {
    let site = site().await;
    let bare = site.token(Role::Moharrar, "en", "").await;
    let asked = site.get("/search", &bare).await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    assert!(asked.said().contains("name=\"stated-purpose\"") && asked.said().contains("value=\"/search\""));
}

#[tokio::test]
async fn search_by_number_card_and_name() {
    let site = site().await;
    let officer = site.node.as_role(Role::Moharrar).await.unwrap();
    let now = site.now();
    let report = site.node.act(&officer, Body::FirRegister(fir(1, now))).await.unwrap();
    site.node.act(&officer, Body::FirRegister(fir_sensitive(2, now.plus_seconds(-90_000)))).await.ok();
    let token = moharrar(&site).await;
    for (q, why) in [
        ("1/2026", "FIR number"),
        ("35201-0000001-1", "CNIC"),
        ("0300-0000001", "Telephone"),
        ("شخص 1", "Like name"),
    ] {
        let text = site.post("/search", &token, &[("q", q)]).await.said();
        assert!(text.contains(&format!("/fir/{}", report.act)) && text.contains(why), "{q}: {text}");
    }
    let text = site.post("/search", &token, &[("q", "x")]).await.said();
    assert!(text.contains("at least two characters"));
    let text = site.post("/search", &token, &[("q", "nobody of that name")]).await.said();
    assert!(text.contains("Nothing found"));
}

#[tokio::test]
async fn the_sheet_of_a_day_is_counted_and_printed() {
    let site = site().await;
    let officer = site.node.as_role(Role::Moharrar).await.unwrap();
    site.node.act(&officer, diary_write("فرضی اندراج")).await.unwrap();
    let token = moharrar(&site).await;
    let sheet = site.post("/diary/print", &token, &[("act_id", ID), ("day", DAY)]).await;
    if sheet.status == StatusCode::UNPROCESSABLE_ENTITY {
        assert!(sheet.said().contains("fonts for printing are not installed"));
        return;
    }
    assert!(is_pdf(&sheet), "{}", sheet.said());
    let other = site.post("/diary/print", &token, &[("act_id", ID_2), ("day", "2026-01-04")]).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND, "a day without entries has no sheet");
}

#[tokio::test]
async fn every_page_in_urdu() {
    let site = site().await;
    let officer = site.node.as_role(Role::Moharrar).await.unwrap();
    site.node.act(&officer, diary_write("فرضی اندراج")).await.unwrap();
    let token = site.token(Role::Sho, "ur", "duty").await;
    for path in [
        "/diary",
        "/diary/days",
        "/diary/new",
        "/report/noncognizable",
        "/report/refusal",
        "/custody",
        "/cash",
        "/registers",
        "/register/2",
        "/corrections",
        "/search",
        "/entry?key=2/-/2026-01-05/2",
    ] {
        let page = site.get(path, &token).await;
        let text = page.said();
        assert_eq!(page.status, StatusCode::OK, "{path}: {text}");
        assert!(text.contains("lang=\"ur\" dir=\"rtl\""), "{path}");
        assert_eq!(text.matches("<h1").count(), 1, "{path} has one heading");
    }
}

/// The Rust files of a folder and the folders in it.
fn sources(dir: &Path) -> Vec<String> {
    let mut texts = Vec::new();
    for path in std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            texts.extend(sources(&path));
        } else {
            texts.push(std::fs::read_to_string(&path).unwrap());
        }
    }
    texts
}

/// Every column and every kind of entry that acts make has its words.
#[test]
fn what_acts_make_has_words() {
    let kinds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../acts/src/kinds");
    let words = Words::load().unwrap();
    // What has no words of our own is headed as the statutory column is.
    let book = roznamcha_statute::StatuteBook::built_in().unwrap();
    let mut statutory = std::collections::BTreeSet::new();
    for register in book.registers() {
        for part in book.parts(register.number) {
            let columns = book.columns(register.number, &part.part);
            statutory.extend(columns.iter().map(|c| format!("cell-{}", c.key.replace('_', "-"))));
        }
    }
    let mut missing = Vec::new();
    let mut seen = 0;
    let mut look = |text: &str, before: &str, prefix: &str| {
        for after in text.split(before).skip(1) {
            let Some(code) = after.split('"').next().filter(|c| !c.is_empty()) else { continue };
            let key = format!("{prefix}{}", code.replace('_', "-"));
            seen += 1;
            if !words.has(&key) && !statutory.contains(&key) {
                missing.push(key);
            }
        }
    };
    for text in sources(&kinds) {
        for before in ["Cell::plain(\"", "Cell::personal(\"", "        add(\"", "    add(\""] {
            look(&text, before, "cell-");
        }
        for n in 0..5 {
            look(&text, &format!("EntryRow::of(rec, {n}, \""), "kind-");
            look(&text, &format!("enter({n}, \""), "kind-");
        }
    }
    for kind in roznamcha_acts::kinds::DiaryKind::ALL {
        look(&format!("#{}\"", kind.as_str()), "#", "kind-");
    }
    assert!(seen > 60, "only {seen}");
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_code_has_words() {
    let words = Words::load().unwrap();
    for (prefix, codes) in [
        (
            "code-release-",
            vec!["magistrate", "bail", "released-169", "discharged", "hospital", "transferred"],
        ),
        ("code-head-", vec!["diet", "fine", "deposit", "advance", "other"]),
        ("code-notice-", vec!["handed", "posted", "sms"]),
        ("code-to-", vec!["dpo", "magistrate", "complainant", "prosecutor"]),
        (
            "code-subject-",
            vec![
                "fir-copy",
                "noncognizable-reference",
                "transfer-application",
                "transfer-order",
                "sections-changed",
            ],
        ),
        ("code-process-", vec!["warrant-bailable", "warrant-non-bailable", "proclamation"]),
        ("code-remand-", vec!["police", "judicial"]),
        ("code-ground-", vec!["proclaimed"]),
        ("search-why-", vec!["number", "cnic", "phone", "name"]),
        ("party-", vec!["informant", "victim", "accused", "witness"]),
        ("kind-", vec!["cash-in", "cash-out", "fir-copy", "letter-out"]),
        ("cell-", vec!["in", "out", "village", "beat"]),
    ] {
        for code in codes {
            assert!(words.has(&format!("{prefix}{code}")), "{prefix}{code}");
        }
    }
}
