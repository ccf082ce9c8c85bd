//! Search by looks and witness line-ups on their pages: found, proposed, exchanged, made, shown by who is blind, recorded.

use axum::http::StatusCode;
use roznamcha_access::{Purpose, Role};
use roznamcha_trial::{STATION, print_png};
use roznamcha_words::bidi;

use crate::help::{Answer, Site, site};

/// A site with people enrolled by a magistrate's order who are described alike, and the tokens of both officers.
struct Room {
    site: Site,
    cro: String,
    second: String,
    records: Vec<String>,
}

const TOLD: &str = "gender=male&height_band=tall&build=slim&hair=curly&marks.3.kind=tattoo\
                    &marks.3.place=upper_arm_right&marks.3.unsure=1";
const ALIKE: u32 = 7;

async fn room(lang: &str) -> Room {
    let site = site().await;
    let cro = site.token(Role::Cro, lang, "verification").await;
    let second = site.node.token("TRL-cro-2").await.unwrap();
    let caller = site.node.records.caller(&second, "test").await.unwrap();
    site.node.records.set_lang(&caller, lang).await.unwrap();
    site.node.records.state_purpose(&caller, Purpose::Verification, "").await.unwrap();
    let mut room = Room { site, cro, second, records: Vec::new() };
    for n in 1..=ALIKE {
        let record = room.enrol(n).await;
        room.records.push(record);
    }
    room
}

fn text(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    bidi::plain(&answer.text())
}

/// Values of every hidden field or button of that name.
fn all(answer: &Answer, name: &str) -> Vec<String> {
    let (text, before) = (answer.text(), format!("name=\"{name}\" value=\""));
    let parts = text.split(before.as_str()).skip(1);
    parts.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

impl Room {
    /// One who is thin, tall, curly, with a tattoo on his left upper arm; the address of his record.
    async fn enrol(&self, n: u32) -> String {
        let taken: String =
            self.site.now().plus_seconds(-60).local().datetime().to_string().chars().take(16).collect();
        let (name, day) = (format!("فرضی شخص {n}"), self.site.now().day().to_string());
        let fields = [
            ("basis", "magistrate_s5"),
            ("office", STATION),
            ("person.name", name.as_str()),
            ("person.gender", "male"),
            ("person.age", "30"),
            ("taken", taken.as_str()),
            ("taken_by", "فرضی سب انسپکٹر"),
            ("taken_rank", "si"),
            ("order.authority", "فرضی مجسٹریٹ"),
            ("order.number", "3/2026"),
            ("order.date", day.as_str()),
            ("looks.height_cm", "178"),
            ("looks.build", "thin"),
            ("looks.hair", "curly"),
            ("looks.beard", "none"),
            ("marks.0.kind", "tattoo"),
            ("marks.0.place", "upper_arm_left"),
        ];
        let images = vec![
            ("finger.2.image".to_owned(), print_png(u64::from(n) * 10, 1).unwrap()),
            ("photo.front.image".to_owned(), print_png(7_000 + u64::from(n), 1).unwrap()),
        ];
        let answer = self.site.images("/cro/enrol/prints", &self.cro, &fields, &images).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        answer.location().split('?').next().unwrap().to_owned()
    }

    async fn get(&self, path: &str) -> Answer {
        self.site.get(path, &self.cro).await
    }

    fn suspect(&self) -> String {
        self.records[0].strip_prefix("/cro/record/").unwrap().to_owned()
    }

    /// The fields of a proposal, as the form sends them.
    fn fields(&self) -> Vec<(String, String)> {
        let told = TOLD.split('&').map(|pair| pair.split_once('=').unwrap());
        let own = [
            ("suspect", self.suspect()),
            ("fillers", "5".to_owned()),
            ("seed", "7".to_owned()),
            ("asked_by", STATION.to_owned()),
            ("case", "1/2026".to_owned()),
            ("said", "فرضی گواہ کے الفاظ".to_owned()),
        ];
        let own = own.into_iter().map(|(name, value)| (name.to_owned(), value));
        own.chain(told.map(|(name, value)| (name.to_owned(), value.to_owned()))).collect()
    }

    async fn post(&self, path: &str, token: &str, fields: &[(String, String)]) -> Answer {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        self.site.post(path, token, &fields).await
    }

    /// A line-up proposed and made; its address.
    async fn made(&self) -> String {
        let proposed = self.post("/cro/lineup", &self.cro, &self.fields()).await;
        let mut fields = self.fields();
        fields.extend(all(&proposed, "keep").into_iter().map(|key| ("keep".to_owned(), key)));
        fields.push(("do".to_owned(), "make".to_owned()));
        let made = self.post("/cro/lineup", &self.cro, &fields).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
        made.location().to_owned()
    }
}

#[tokio::test]
async fn a_search_by_looks_says_what_agrees_what_is_near_and_what_differs() {
    for (lang, near, agree) in
        [("en", "Easily taken for it", "Agrees"), ("ur", "آسانی سے وہی سمجھا جاتا ہے", "ملتا ہے")]
    {
        let room = room(lang).await;
        let page = text(&room.get(&format!("/cro/looks?{TOLD}&beard=full")).await);
        assert!(page.contains("فرضی شخص 1") && page.contains(near) && page.contains(agree), "{page}");
        assert!(page.contains("tie-disagree") && page.contains("photograph/"), "{page}");
        assert!(page.contains(&format!("/cro/lineup?suspect={}", room.suspect())), "{page}");
        assert!(!page.contains("centiban") && !page.contains(" %"), "no score: {page}");
        let bare = text(&room.get("/cro/looks").await);
        assert!(!bare.contains("looks-list"), "nothing is searched before something is asked");
        let wrong = room.get("/cro/looks?height=9&marks.0.unsure=1").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            wrong.text().contains("href=\"#height\"") && wrong.text().contains("#marks-0-kind"),
            "{}",
            wrong.text()
        );
    }
}

#[tokio::test]
async fn a_lineup_is_proposed_exchanged_made_and_its_words_and_measures_stand() {
    let room = room("en").await;
    let proposed = room.post("/cro/lineup", &room.cro, &room.fields()).await;
    let page = text(&proposed);
    assert!(page.contains("is-suspect") && page.contains("Exchange"), "{page}");
    let keep = all(&proposed, "keep");
    assert_eq!((keep.len(), keep.contains(&room.suspect())), (5, false));
    let mut fields = room.fields();
    fields.extend(keep.iter().map(|key| ("keep".to_owned(), key.clone())));
    fields.push(("leave".to_owned(), keep[1].clone()));
    // The button of the making is not the one that was pressed.
    let after = room.post("/cro/lineup", &room.cro, &fields).await;
    let now = all(&after, "keep");
    assert!(!now.contains(&keep[1]) && now.len() == 5, "{now:?}");
    assert_eq!(now.iter().filter(|key| keep.contains(key)).count(), 4);
    let path = room.made().await;
    let one = text(&room.get(&path).await);
    assert!(
        one.contains("فرضی گواہ کے الفاظ") && one.contains("5 others fit") || one.contains("6 others fit"),
        "{one}"
    );
    assert!(one.contains("one in 6.0") && !one.contains("[functional"), "measures in words: {one}");
    let list = text(&room.get("/cro/lineup").await);
    assert!(list.contains(&path) && list.contains("not yet"), "{list}");
    if room.site.has_press() {
        let paper = room.post(&format!("{path}/print"), &room.cro, &[]).await;
        assert_eq!(paper.status, StatusCode::OK, "{}", paper.text());
        assert_eq!(&paper.bytes[..4], b"%PDF");
    }
}

#[tokio::test]
async fn who_shows_a_lineup_is_told_neither_suspect_nor_name_and_writes_what_was_said() {
    let room = room("en").await;
    let path = room.made().await;
    let get = async |end: &str| room.site.get(&format!("{path}{end}"), &room.second).await;
    for end in ["", "/show", "/answer"] {
        let page = text(&get(end).await);
        assert!(!page.contains("is-suspect") && !page.contains("فرضی شخص"), "{end}: {page}");
        assert!(!page.contains("/cro/record/") && !page.contains("فرضی گواہ کے الفاظ"), "{end}: {page}");
    }
    assert_eq!(text(&get("/show").await).matches("<img").count(), 6);
    let picture = get("/face/6").await;
    assert_eq!((picture.status, get("/face/7").await.status), (StatusCode::OK, StatusCode::NOT_FOUND));
    assert_eq!(get("/face/1?small=1").await.headers["content-type"], "image/jpeg");
    let blind = room.post(&format!("{path}/print"), &room.second, &[]).await;
    assert_eq!(blind.status, StatusCode::FORBIDDEN, "the paper tells who it is");
    let pairs = |list: &[(&str, &str)]| -> Vec<(String, String)> {
        list.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect()
    };
    let shown: String = room.site.now().local().datetime().to_string().chars().take(16).collect();
    let fields = [("witness.name", "فرضی گواہ"), ("said", "فرضی: یہی ہے"), ("shown", shown.as_str())];
    let unsaid = room.post(&format!("{path}/answer"), &room.second, &pairs(&fields)).await;
    assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unsaid.text().contains("href=\"#picked\""), "{}", unsaid.text());
    let mut fields = pairs(&fields);
    fields.push(("picked".to_owned(), "nobody".to_owned()));
    let done = room.post(&format!("{path}/answer"), &room.second, &fields).await;
    assert_eq!(done.location(), format!("{path}?done=1"), "{}", done.text());
    let page = text(&get("").await);
    assert!(
        page.contains("فرضی: یہی ہے") && page.contains("nobody") && page.contains("is-suspect"),
        "{page}"
    );
}

#[tokio::test]
async fn no_lineup_is_said_with_its_reason_in_both_languages() {
    for (lang, reason) in [("en", "8 others are needed, and 6 fit"), ("ur", "8 اور افراد درکار ہیں، جبکہ 6")]
    {
        let room = room(lang).await;
        let mut fields = room.fields();
        fields[1].1 = "8".to_owned();
        let page = text(&room.post("/cro/lineup", &room.cro, &fields).await);
        let plain = roznamcha_words::digits::ascii(&page);
        assert!(plain.contains(reason) && !plain.contains("face-grid"), "{plain}");
    }
}

#[tokio::test]
async fn the_pages_of_looks_and_lineups_are_shut_to_others() {
    let room = room("en").await;
    let path = room.made().await;
    for role in Role::ALL.iter().copied().filter(|role| *role != Role::Cro) {
        if room.site.node.as_role(role).await.is_err() {
            continue;
        }
        let token = room.site.token(role, "en", "").await;
        let face = format!("{path}/face/1");
        let show = format!("{path}/show");
        let asked = format!("/cro/looks?{TOLD}");
        for page in ["/cro/looks", &asked, "/cro/lineup", &path, &show, &face] {
            let answer = room.site.get(page, &token).await;
            let shut = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN].contains(&answer.status);
            assert!(shut, "{role} {page}: {} {}", answer.status, answer.text());
            assert!(!answer.text().contains("فرضی شخص 1"), "{role} {page}");
        }
        let sent = room.post("/cro/lineup", &token, &room.fields()).await;
        assert!(
            [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN].contains(&sent.status),
            "{role}: {}",
            sent.status
        );
        let home = room.site.get("/", &token).await.text();
        assert!(!home.contains("/cro/looks"), "{role} is led to pages that are shut to him");
    }
    let home = room.get("/").await.text();
    assert!(home.contains("href=\"/cro/looks\"") && home.contains("href=\"/cro/lineup\""), "{home}");
}
