//! The record office's pages: enrolment on a legal basis, a print from a scene examined by two, the answer, persons
//! joined, destruction.

use axum::http::{StatusCode, header};
use roznamcha_access::{Purpose, Role};
use roznamcha_acts::kinds::{Accused, Body, FirRegister};
use roznamcha_trial::{STATION, arrest, discharge, fir, officer_of, party, print_png};
use roznamcha_words::bidi;

use crate::help::{Answer, Site, site};

/// A site with a case whose accused is arrested, and the tokens of both officers of the record office.
struct Office {
    site: Site,
    case: String,
    cro: String,
    second: String,
}

async fn office(lang: &str) -> Office {
    let site = site().await;
    let case = arrested(&site, 1).await;
    let cro = site.token(Role::Cro, lang, "verification").await;
    let second = site.node.token("TRL-cro-2").await.unwrap();
    let caller = site.node.records.caller(&second, "test").await.unwrap();
    site.node.records.set_lang(&caller, lang).await.unwrap();
    site.node.records.state_purpose(&caller, Purpose::Verification, "").await.unwrap();
    Office { site, case, cro, second }
}

async fn arrested(site: &Site, n: u32) -> String {
    let sho = site.node.as_role(Role::Sho).await.unwrap();
    let accused = vec![Accused { person: party(900 + n), description: String::new() }];
    let report = FirRegister { accused, io: Some(officer_of(Role::Io)), ..fir(n, site.now()) };
    let case = site.node.act(&sho, Body::FirRegister(report)).await.unwrap().act;
    let io = site.node.as_role(Role::Io).await.unwrap();
    site.node.act(&io, arrest(&case, site.now())).await.unwrap();
    case
}

fn hour(site: &Site) -> String {
    site.now().plus_seconds(-60).local().datetime().to_string().chars().take(16).collect()
}

/// Images of two fingers of a person of nobody.
fn fingers(person: u64, time: u64) -> Vec<(String, Vec<u8>)> {
    let image = |no: u64| (format!("finger.{no}.image"), print_png(person * 10 + no, time).unwrap());
    vec![image(2), image(3)]
}

impl Office {
    async fn get(&self, path: &str) -> Answer {
        self.site.get(path, &self.cro).await
    }

    /// Enrols the accused of a case; the address of the record.
    async fn enrol(&self, case: &str, person: u64, time: u64) -> String {
        let taken = hour(&self.site);
        let fields = [
            ("basis", "arrestee_s4"),
            ("office", STATION),
            ("fir", case),
            ("accused", "1"),
            ("taken", taken.as_str()),
            ("taken_by", "فرضی سب انسپکٹر"),
            ("taken_rank", "si"),
            ("finger.10.missing", "amputated"),
            ("looks.height_cm", "۱۷۲"),
            ("marks.0.kind", "scar"),
            ("marks.0.place", "forehead"),
            ("marks.0.words", "فرضی نشان"),
        ];
        let answer = self.site.images("/cro/enrol/prints", &self.cro, &fields, &fingers(person, time)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        answer.location().split('?').next().unwrap().to_owned()
    }

    /// A print from a scene is searched; the address of the slip.
    async fn latent(&self, person: u64, time: u64) -> String {
        let fields =
            [("probe", "latent"), ("asked_by", STATION), ("case", "1/2026"), ("scene", "فرضی کھڑکی کا شیشہ")];
        let image = vec![("finger.one.image".to_owned(), print_png(person * 10 + 2, time).unwrap())];
        let answer = self.site.images("/cro/search/new", &self.cro, &fields, &image).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        answer.location().to_owned()
    }

    /// An examiner concludes on the first candidate, as one without script does.
    async fn conclude(&self, slip: &str, token: &str, marks: bool) -> Answer {
        let path = format!("{slip}/examine/1");
        let page = self.site.get(&path, token).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        let hidden = ["of_office", "of_act", "finger", "probe_finger"].map(|name| (name, page.hidden(name)));
        let mut fields: Vec<(&str, &str)> = hidden.iter().map(|(n, v)| (*n, v.as_str())).collect();
        fields.extend([("conclusion", "identified"), ("reasons", "فرضی: نقطے متفق ہیں")]);
        if marks {
            fields.extend([
                ("probe_marks", "120 140 90 ending\n150 160 30 bifurcation"),
                ("candidate_marks", "122 141 88 ending\n151 162 33 bifurcation"),
                ("pairs", "1 1\n2 2"),
            ]);
        }
        self.site.post(&path, token, &fields).await
    }
}

fn text(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    bidi::plain(&answer.text())
}

#[tokio::test]
async fn prints_are_taken_on_the_basis_that_the_law_gives_and_shown_with_the_status_of_the_case() {
    for lang in ["en", "ur"] {
        let office = office(lang).await;
        let case = office.case.clone();
        let choose = text(&office.get(&format!("/cro/enrol?fir={case}")).await);
        assert!(choose.contains("basis=arrestee_s4") && choose.contains("basis=magistrate_s5"), "{choose}");
        assert!(!choose.contains("basis=convict_s3"), "he is not convicted: {choose}");
        let by_number = text(&office.get(&format!("/cro/enrol?office={STATION}&no=1/2026")).await);
        assert!(by_number.contains("basis=arrestee_s4"), "{by_number}");
        let path = format!("/cro/enrol/prints?office={STATION}&fir={case}&accused=1&basis=arrestee_s4");
        let form = text(&office.get(&path).await);
        assert!(form.contains("فرضی شخص 901") && !form.contains("name=\"photo."), "{form}");
        let record = office.enrol(&case, 1, 1).await;
        let shown = text(&office.get(&record).await);
        let arrestee = if lang == "en" { "Section 4: arrested" } else { "دفعہ ۴: گرفتار" };
        for words in ["فرضی شخص 901", arrestee, "1/2026", "فرضی نشان", "/finger/2"] {
            assert!(shown.contains(words), "{words}: {shown}");
        }
        let image = office.get(&format!("{record}/finger/2")).await;
        assert!(image.bytes.starts_with(b"\x89PNG"), "{}", image.text());
        assert_eq!(image.headers.get(header::CACHE_CONTROL).unwrap(), "no-store");
        assert_eq!(office.get(&format!("{record}/finger/7")).await.status, StatusCode::NOT_FOUND);
        let desk = text(&office.get("/cro").await);
        assert!(desk.contains("/cro/search/TRL-CRO/"), "the search made at it: {desk}");
    }
}

#[tokio::test]
async fn a_photograph_of_one_who_is_only_arrested_is_refused_with_the_section_and_nothing_is_lost() {
    let office = office("en").await;
    let taken = hour(&office.site);
    let fields = [
        ("basis", "arrestee_s4"),
        ("office", STATION),
        ("fir", office.case.as_str()),
        ("accused", "1"),
        ("taken", taken.as_str()),
        ("taken_by", "فرضی سب انسپکٹر"),
        ("taken_rank", "si"),
    ];
    let mut images = fingers(1, 1);
    images.push(("photo.front.image".to_owned(), print_png(99, 1).unwrap()));
    let answer = office.site.images("/cro/enrol/prints", &office.cro, &fields, &images).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = bidi::plain(&answer.text());
    assert!(page.contains("IPA-4"), "{page}");
    assert!(page.contains("name=\"finger.2.file\"") && page.contains("name=\"finger.3.file\""), "{page}");
    assert!(!page.contains("name=\"photo."), "no field for what the section does not allow: {page}");
    let kept = |name: &str| answer.hidden(name);
    let (two, three) = (kept("finger.2.file"), kept("finger.3.file"));
    let mut again = fields.to_vec();
    again.extend([("finger.2.file", two.as_str()), ("finger.3.file", three.as_str())]);
    let done = office.site.images("/cro/enrol/prints", &office.cro, &again, &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
}

#[tokio::test]
async fn what_is_no_print_is_named_at_its_finger() {
    let office = office("en").await;
    let taken = hour(&office.site);
    let fields = [
        ("basis", "arrestee_s4"),
        ("office", STATION),
        ("fir", office.case.as_str()),
        ("accused", "1"),
        ("taken", taken.as_str()),
        ("taken_by", "فرضی سب انسپکٹر"),
        ("taken_rank", "constable"),
    ];
    let images = vec![("finger.4.image".to_owned(), b"no image".to_vec())];
    let answer = office.site.images("/cro/enrol/prints", &office.cro, &fields, &images).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("href=\"#finger-4\">Right ring: "), "{}", answer.text());
    let answer = office.site.images("/cro/enrol/prints", &office.cro, &fields, &fingers(1, 1)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("IPA-4"), "the rank is too low: {}", answer.text());
}

#[tokio::test]
async fn a_print_from_a_scene_needs_two_examiners_the_second_blind() {
    let office = office("en").await;
    let other = arrested(&office.site, 2).await;
    let record = office.enrol(&office.case, 1, 1).await;
    office.enrol(&other, 5, 1).await;
    let slip = office.latent(1, 4).await;
    let page = text(&office.get(&slip).await);
    assert!(page.contains("Candidate, not a match") && page.contains("times likelier"), "{page}");
    assert!(!page.contains("فرضی شخص 90"), "nobody is named before he was examined: {page}");
    assert_eq!(page.matches("/examine/").count(), 1, "one candidate: {page}");
    let screen = text(&office.get(&format!("{slip}/examine/1")).await);
    for words in ["data-veiled", "data-points=\"[[", "/probe/0", "/finger/2", "data-do=\"uncover\""] {
        assert!(screen.contains(words), "{words}: {screen}");
    }
    assert!(!screen.contains("فرضی شخص 90"), "{screen}");
    let probe = office.get(&format!("{slip}/probe/0")).await;
    assert!(probe.bytes.starts_with(b"\x89PNG"));
    let bare = office.conclude(&slip, &office.cro, false).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "an identification shows its points");
    assert!(bare.text().contains("href=\"#pairs\""), "{}", bare.text());
    let first = office.conclude(&slip, &office.cro, true).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text());
    let named = text(&office.get(&slip).await);
    assert!(named.contains("فرضی شخص 901") && named.contains("by you: identified"), "{named}");
    let whom = record.strip_prefix("/cro/record/").unwrap();
    let answer = [("verdict", "traced"), ("of", whom)];
    let early = office.site.post(&format!("{slip}/answer"), &office.cro, &answer).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "a second must examine it");
    let blind = text(&office.site.get(&slip, &office.second).await);
    assert!(blind.contains("his conclusion is shown when you have written yours"), "{blind}");
    assert!(!blind.contains(": identified") && !blind.contains("فرضی شخص 90"), "{blind}");
    let second = office.conclude(&slip, &office.second, true).await;
    assert_eq!(second.status, StatusCode::SEE_OTHER, "{}", second.text());
    let seen = text(&office.site.get(&slip, &office.second).await);
    assert_eq!(seen.matches(": identified").count(), 2, "{seen}");
    let done = office.site.post(&format!("{slip}/answer"), &office.cro, &answer).await;
    assert_eq!(done.location(), slip, "{}", done.text());
    let traced = text(&office.get(&slip).await);
    assert!(traced.contains("Traced") && traced.contains("فرضی شخص 901"), "{traced}");
    if office.site.has_press() {
        for path in [format!("{slip}/print"), format!("{record}/print")] {
            let pdf = office.site.post(&path, &office.cro, &[("act_id", "")]).await;
            assert_eq!(pdf.status, StatusCode::OK, "{path}: {}", pdf.text());
            assert!(pdf.bytes.starts_with(b"%PDF"), "{path}");
        }
    }
}

#[tokio::test]
async fn two_records_are_joined_with_reasons_and_parted_again() {
    let office = office("en").await;
    let other = arrested(&office.site, 2).await;
    let one = office.enrol(&office.case, 1, 1).await;
    let two = office.enrol(&other, 1, 2).await;
    let (station, act) = one.strip_prefix("/cro/record/").unwrap().split_once('/').unwrap();
    let bare = [("office", station), ("act", act), ("other", two.as_str())];
    let refused = office.site.post("/cro/join", &office.cro, &bare).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "reasons are missing");
    let mut fields = bare.to_vec();
    fields.push(("reasons", "فرضی: دس انگلیاں ایک ہی شخص کی"));
    let joined = office.site.post("/cro/join", &office.cro, &fields).await;
    assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.text());
    let page = office.get(&one).await;
    let shown = text(&page);
    assert!(shown.contains("فرضی شخص 902") && shown.contains("2/2026"), "{shown}");
    let part = [
        ("office", station),
        ("act", act),
        ("join", &page.hidden("join")),
        ("part_reasons", "فرضی: دو افراد"),
    ];
    let parted = office.site.post("/cro/part", &office.cro, &part).await;
    assert_eq!(parted.status, StatusCode::SEE_OTHER, "{}", parted.text());
    assert!(!text(&office.get(&one).await).contains("فرضی شخص 902"));
}

#[tokio::test]
async fn who_is_freed_is_on_no_page_and_the_desk_asks_for_his_destruction() {
    let office = office("en").await;
    let record = office.enrol(&office.case, 1, 1).await;
    let sho = office.site.node.as_role(Role::Sho).await.unwrap();
    let freed = discharge(&office.case, 1, office.site.now());
    office.site.node.act(&sho, freed).await.unwrap();
    assert_eq!(office.get(&record).await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.get(&format!("{record}/finger/2")).await.status, StatusCode::NOT_FOUND);
    let slip = office.latent(1, 4).await;
    assert!(!text(&office.get(&slip).await).contains("/examine/"), "no search finds him");
    let desk = text(&office.get("/cro").await);
    let path = format!("/cro/destroy?office={STATION}&#38;fir={}&#38;accused=1", office.case);
    assert!(desk.contains(&path) || desk.contains(&path.replace("&#38;", "&amp;")), "{desk}");
    assert!(!desk.contains("فرضی شخص"), "nobody is named on the desk: {desk}");
    let path = path.replace("&#38;", "&");
    assert_eq!(office.get(&path).await.status, StatusCode::OK);
    let today = office.site.now().day().to_string();
    let fields = [
        ("office", STATION),
        ("fir", office.case.as_str()),
        ("accused", "1"),
        ("fate", "destroyed"),
        ("order.authority", "فرضی دفتر ریکارڈ"),
        ("order.number", "CRO/1"),
        ("order.date", today.as_str()),
        ("particulars", "فرضی گواہ کے سامنے"),
    ];
    let bare = office.site.post("/cro/destroy", &office.cro, &fields[..4]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", bare.text());
    let done = office.site.post("/cro/destroy", &office.cro, &fields).await;
    assert_eq!(done.location(), "/cro?done=destroyed", "{}", done.text());
    assert!(!text(&office.get("/cro").await).contains("/cro/destroy?"));
    let sho = office.site.token(Role::Sho, "en", "duty").await;
    let papers = office.site.get(&format!("/cases/{}/print", office.case), &sho).await.text();
    assert!(papers.contains("Certificate of destruction"), "{papers}");
}

#[tokio::test]
async fn the_record_offices_pages_are_shut_to_others() {
    let office = office("en").await;
    let record = office.enrol(&office.case, 1, 1).await;
    let slip = office.latent(1, 4).await;
    for role in [Role::Moharrar, Role::Analyst, Role::Court, Role::Prison, Role::Administrator] {
        let token = office.site.token(role, "en", "").await;
        let finger = format!("{record}/finger/2");
        for path in ["/cro", "/cro/enrol", "/cro/search/new", &record, &finger, &slip] {
            let answer = office.site.get(path, &token).await;
            let shut = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN].contains(&answer.status);
            assert!(shut, "{role} {path}: {} {}", answer.status, answer.text());
            assert!(!answer.text().contains("فرضی شخص 901"), "{role} {path}");
        }
        let home = office.site.get("/", &token).await.text();
        assert!(!home.contains("href=\"/cro"), "{role} is led to pages that are shut to him");
    }
    let home = office.get("/").await.text();
    assert!(home.contains("href=\"/cro\"") && home.contains("href=\"/cro/enrol\""), "{home}");
}
