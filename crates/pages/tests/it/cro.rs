//! The record office's pages: enrolment on a legal basis, a print from a scene examined by two, the answer, persons
//! joined, destruction.

use axum::http::{StatusCode, header};
use roznamcha_access::{Purpose, Role};
use roznamcha_acts::Act;
use roznamcha_acts::kinds::{Accused, Body, EnrolRef, FirRegister, ProbeKind, SearchOpen, TakenPrint};
use roznamcha_records::NewAct;
use roznamcha_trial::{STATION, arrest, discharge, enrolment, fir, officer_of, party, print_png};
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
    site.now().local().datetime().to_string().chars().take(16).collect()
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
    assert!(page.contains("Quality "), "how good the prints are is said at once: {page}");
    let done = office.site.images("/cro/enrol/prints", &office.cro, &again, &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    // Two images with their small pictures: the photograph was never kept.
    assert_eq!(kept_files(&office.site), 4);
}

/// Objects in the file area.
fn kept_files(site: &Site) -> usize {
    let mut waiting = vec![site.node.dir.path().join("files")];
    let mut all = 0;
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { waiting.push(path) } else { all += 1 }
        }
    }
    all
}

#[tokio::test]
async fn what_the_law_does_not_let_be_taken_is_not_asked_for_and_nothing_of_it_is_kept() {
    let office = office("en").await;
    let at = format!("/cro/enrol/prints?office={STATION}&fir={}&accused=1&basis=", office.case);
    let convict = office.get(&format!("{at}convict_s3")).await;
    assert_eq!(convict.status, StatusCode::CONFLICT);
    assert!(convict.text().contains("IPA-3"), "{}", convict.text());
    assert_eq!(office.get("/cro/enrol/prints?basis=arrestee_s4").await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.get("/cro/enrol/prints?basis=bond_s3").await.status, StatusCode::OK);
    let moharrar = office.site.token(Role::Moharrar, "en", "duty").await;
    let fields =
        [("basis", "magistrate_s5"), ("fir", office.case.as_str()), ("accused", "1"), ("office", STATION)];
    for (path, fields) in
        [("/cro/enrol/prints", &fields[..]), ("/cro/search/new", &[("probe", "single")][..])]
    {
        let refused = office.site.images(path, &moharrar, fields, &fingers(1, 1)).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}: {}", refused.text());
    }
    assert_eq!(kept_files(&office.site), 0, "images of one who may not send them are not kept");
    let before = fields;
    let sho = office.site.node.as_role(Role::Sho).await.unwrap();
    office.site.node.act(&sho, discharge(&office.case, 1, office.site.now())).await.unwrap();
    let freed = office.site.images("/cro/enrol/prints", &office.cro, &before, &fingers(1, 1)).await;
    assert_eq!(freed.status, StatusCode::CONFLICT, "{}", freed.text());
    assert_eq!(kept_files(&office.site), 0, "nor are those of one who was freed");
}

#[tokio::test]
async fn prints_are_judged_before_they_are_enrolled_and_photographs_have_their_place() {
    let office = office("en").await;
    let taken = hour(&office.site);
    let today = office.site.now().day().to_string();
    let fields = [
        ("basis", "magistrate_s5"),
        ("office", STATION),
        ("fir", office.case.as_str()),
        ("accused", "1"),
        ("taken", taken.as_str()),
        ("taken_by", "فرضی سب انسپکٹر"),
        ("taken_rank", "si"),
        ("order.authority", "فرضی مجسٹریٹ"),
        ("order.number", "12/2026"),
        ("order.date", today.as_str()),
    ];
    let with = |name: &'static str, value: &'static str| [&fields[..], &[(name, value)]].concat();
    let look = with("more", "prints");
    let page = office.site.images("/cro/enrol/prints", &office.cro, &look, &fingers(1, 1)).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    assert!(text(&page).contains("Quality ") && page.hidden("finger.2.quality").parse::<u8>().unwrap() > 30);
    assert!(!text(&office.get("/cro").await).contains("/cro/search/TRL"), "nothing is written yet");
    let far = with("dpi", "90000");
    let page = office.site.images("/cro/enrol/prints", &office.cro, &far, &fingers(1, 1)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("href=\"#dpi\""), "{}", page.text());
    let mut images = fingers(1, 1);
    images.push(("photo.front.image".to_owned(), b"no image".to_vec()));
    let page = office.site.images("/cro/enrol/prints", &office.cro, &fields, &images).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("href=\"#photo-front\">From the front: "), "{}", page.text());
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
    assert!(
        page.contains("Candidate, not a match")
            && page.contains("times more probable if both prints come from one finger"),
        "{page}"
    );
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
    let own = text(&office.get(&format!("{slip}/examine/1")).await);
    for words in ["فرضی: نقطے متفق ہیں", "120 140 90 ending", "1 1\n2 2", "readonly", "data-reading"]
    {
        assert!(own.contains(words), "what he wrote is read again: {words}: {own}");
    }
    assert!(
        !own.contains("data-do=\"mark\"") && !own.contains("data-key-save"),
        "and not written anew: {own}"
    );
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
    let both = text(&office.get(&format!("{slip}/examine/1")).await);
    assert_eq!(both.matches("/examine/1?by=").count(), 2, "once it is closed each reads the other's: {both}");
    if office.site.has_press() {
        for path in [format!("{slip}/print"), format!("{record}/print")] {
            let pdf = office.site.post(&path, &office.cro, &[("act_id", "")]).await;
            assert_eq!(pdf.status, StatusCode::OK, "{path}: {}", pdf.text());
            assert!(pdf.bytes.starts_with(b"%PDF"), "{path}");
        }
    }
    freed_since(&office, &slip, whom).await;
}

/// He is freed: the slip tells that somebody was traced, and of whom nothing; it is printed all the same.
async fn freed_since(office: &Office, slip: &str, whom: &str) {
    let sho = office.site.node.as_role(Role::Sho).await.unwrap();
    office.site.node.act(&sho, discharge(&office.case, 1, office.site.now())).await.unwrap();
    let left = text(&office.get(slip).await);
    assert!(left.contains("Traced") && !left.contains("فرضی شخص 901") && !left.contains(whom), "{left}");
    if office.site.has_press() {
        let pdf = office.site.post(&format!("{slip}/print"), &office.cro, &[("act_id", "")]).await;
        assert_eq!(pdf.status, StatusCode::OK, "{}", pdf.text());
    }
}

#[tokio::test]
async fn marks_stay_with_the_finger_they_were_set_on() {
    let office = office("en").await;
    let other = arrested(&office.site, 2).await;
    office.enrol(&office.case, 1, 1).await;
    let again = office.enrol(&other, 1, 2).await;
    let record = text(&office.get(&again).await);
    let slip =
        record.split("href=\"/cro/search/TRL-CRO/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let path = format!("/cro/search/TRL-CRO/{slip}/examine/1");
    let screen = office.get(&format!("{path}?finger=3")).await;
    assert!(screen.hidden("marked") == "3" && screen.text().contains("/finger/3\""), "{}", screen.text());
    let hidden =
        ["of_office", "of_act", "finger", "probe_finger", "marked"].map(|name| (name, screen.hidden(name)));
    let mut fields: Vec<(&str, &str)> = hidden.iter().map(|(n, v)| (*n, v.as_str())).collect();
    fields.extend([("conclusion", "identified"), ("probe_marks", "120 140 90 اختتام")]);
    let refused = office.site.post(&path, &office.cro, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "reasons are missing");
    assert!(refused.hidden("marked") == "3" && refused.text().contains("/finger/3\""), "{}", refused.text());
    fields.push(("reasons", "فرضی: متفق"));
    let done = office.site.post(&path, &office.cro, &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let read = text(&office.get(&path).await);
    assert!(read.contains("/finger/3\"") && read.contains("120 140 90 ending"), "{read}");
}

#[tokio::test]
async fn a_print_without_an_image_is_said_to_have_none_and_its_points_are_shown() {
    let office = office("en").await;
    let other = arrested(&office.site, 2).await;
    let record = office.enrol(&office.case, 1, 1).await;
    let node = &office.site.node;
    let (_, act) = record.rsplit_once('/').unwrap();
    let Some(Body::PrintsEnrol(body)) = node.store.act(STATION, act).await.unwrap().unwrap().body else {
        panic!("an enrolment")
    };
    // A record of another office may bring templates alone.
    let bare = body.prints.into_iter().filter(|print| print.missing.is_none());
    let bare = bare.map(|print| TakenPrint { file: None, ..print }).collect();
    let body = Body::PrintsEnrol(enrolment(&other, 1, office.site.now(), bare));
    let new = NewAct { office: Some(STATION.to_owned()), ..NewAct::now(node.id(), body) };
    let cro = node.as_role(Role::Cro).await.unwrap().for_purpose(Purpose::Verification, "");
    let search = node.records.enrol(&cro, new, None).await.unwrap().search.unwrap();
    let screen = text(&office.get(&format!("/cro/search/{}/{}/examine/1", search.office, search.act)).await);
    assert!(screen.contains("no image of this print") && !screen.contains("/probe/"), "{screen}");
    assert!(screen.contains("/finger/") && screen.matches("data-points=\"[[").count() == 2, "{screen}");
}

#[tokio::test]
async fn where_the_engine_has_not_looked_no_candidate_is_not_said() {
    let office = office("en").await;
    let record = office.enrol(&office.case, 1, 1).await;
    let (_, act) = record.rsplit_once('/').unwrap();
    let of = EnrolRef { office: STATION.to_owned(), act: act.to_owned() };
    // The process ends between the slip and its list.
    let body = Body::SearchOpen(SearchOpen {
        probe: ProbeKind::Tenprint,
        enrolment: Some(of),
        asked_by: STATION.to_owned(),
        case: String::new(),
        person: None,
        basis: None,
        order: None,
        scene: String::new(),
        prints: Vec::new(),
    });
    let now = office.site.now();
    let act = Act {
        id: office.site.node.id(),
        office: "TRL-CRO".to_owned(),
        officer: "TRL-cro".to_owned(),
        rank: "si".to_owned(),
        happened: now,
        informed: None,
        stated: now,
        basis: Vec::new(),
        body,
    };
    let slip = format!("/cro/search/TRL-CRO/{}", act.id);
    let proposal = roznamcha_store::Proposal { act, province: "PB".to_owned(), by: None };
    office.site.node.store.write(proposal).await.unwrap();
    let page = text(&office.get(&slip).await);
    assert!(page.contains("has not looked yet") && !page.contains("found no candidate"), "{page}");
    assert!(text(&office.get("/cro").await).contains("not searched"));
    let looked = office.site.post(&format!("{slip}/list"), &office.cro, &[]).await;
    assert_eq!(looked.location(), slip, "{}", looked.text());
    let page = text(&office.get(&slip).await);
    assert!(page.contains("The engine found no candidate") && !page.contains("has not looked yet"), "{page}");
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
    let joined = shown.split("<summary>Joined").nth(1).and_then(|rest| rest.split("</summary>").next());
    assert!(joined.is_some_and(|line| line.contains("Synthetic cro")), "who joined them is named: {shown}");
    let join = page.hidden("join");
    let bare = [("office", station), ("act", act), ("join", join.as_str())];
    let refused = office.site.post("/cro/part", &office.cro, &bare).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "reasons are missing");
    let wrong = refused.text();
    assert!(wrong.contains(&format!("href=\"#part-{join}\"")), "{wrong}");
    assert_eq!(
        wrong.matches("<details class=\"sheet\" open>").count(),
        1,
        "the form that joins is not opened: {wrong}"
    );
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
    let path = format!("/cro/destroy?fir={}&#38;accused=1", office.case);
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
    let finger = format!("{record}/finger/2");
    let alone = "/cro/enrol/prints?basis=magistrate_s5";
    let all = ["/cro", "/cro/enrol", alone, "/cro/search/new", &record, &finger, &slip];
    let desk = ["/cro", "/cro/search/new", &slip];
    for role in [Role::Moharrar, Role::Analyst, Role::Court, Role::Prison, Role::Administrator] {
        shut(&office, role, &all).await;
    }
    // Who takes prints at the station and reads its enrolments does not sit at the record office.
    shut(&office, Role::Sho, &desk).await;
    shut(&office, Role::Io, &[&desk[..], &["/cro/enrol", alone]].concat()).await;
    let home = office.get("/").await.text();
    assert!(home.contains("href=\"/cro\"") && home.contains("href=\"/cro/enrol\""), "{home}");
}

async fn shut(office: &Office, role: Role, paths: &[&str]) {
    let purpose = if matches!(role, Role::Sho | Role::Io) { "investigation" } else { "" };
    let token = office.site.token(role, "en", purpose).await;
    for path in paths {
        let answer = office.site.get(path, &token).await;
        let shut = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN].contains(&answer.status);
        assert!(shut, "{role} {path}: {} {}", answer.status, answer.text());
        assert!(!answer.text().contains("فرضی شخص 901"), "{role} {path}");
    }
    let home = office.site.get("/", &token).await.text();
    assert!(!home.contains("href=\"/cro\""), "{role} is led to pages that are shut to him");
}
