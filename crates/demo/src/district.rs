//! The district Namuna (نمونہ, "specimen"): its offices and who is posted there.

use roznamcha_records::Role;

use crate::chance::Chance;
use crate::people::{self, MARK_EN, MARK_UR, Name};
use crate::places::{self, Locality};
use crate::words::Words;

/// Code of the district's own office.
pub(crate) const DISTRICT: &str = "PK-PB-NMN";

/// The record office's other officer: a print from a scene is examined by two.
pub(crate) const SECOND_EXAMINER: &str = "NMN-CRO2";

/// An office to be opened.
pub(crate) struct OfficePlan {
    pub code: String,
    pub parent: &'static str,
    pub kind: &'static str,
    pub en: &'static str,
    pub ur: &'static str,
}

/// An officer to be posted.
#[derive(Clone, Debug)]
pub(crate) struct Post {
    pub officer: String,
    pub office: String,
    pub role: Role,
    pub rank: &'static str,
    pub name: Name,
    pub belt: String,
    pub phone: String,
    pub woman: bool,
}

/// A police station as it begins.
#[derive(Clone, Debug)]
pub(crate) struct Station {
    pub code: String,
    pub short: &'static str,
    pub at: (i64, i64),
    pub localities: Vec<Locality>,
    pub posts: Vec<Post>,
}

impl Station {
    /// Codes of the officers in a role, in order of posting.
    pub fn of(&self, role: Role) -> Vec<String> {
        self.posts.iter().filter(|p| p.role == role).map(|p| p.officer.clone()).collect()
    }
}

const ABOVE: [(&str, &str, &str, &str, &str); 9] = [
    ("PK-PB-NMN-R", "PK-PB", "region", "Namuna Region (synthetic)", "ریجن نمونہ (فرضی)"),
    (DISTRICT, "PK-PB-NMN-R", "district", "Namuna (synthetic)", "نمونہ (فرضی)"),
    ("PK-PB-NMN-C1", DISTRICT, "subdivision", "City Circle, Namuna", "سٹی سرکل نمونہ"),
    ("PK-PB-NMN-C2", DISTRICT, "subdivision", "Sadar Circle, Namuna", "صدر سرکل نمونہ"),
    ("PK-PB-NMN-CRO", DISTRICT, "record_office", "Criminal Record Office, Namuna", "کریمنل ریکارڈ آفس نمونہ"),
    ("PK-PB-NMN-COURT", DISTRICT, "court", "District Courts, Namuna", "ضلعی عدالتیں نمونہ"),
    ("PK-PB-NMN-PROS", DISTRICT, "prosecution", "District Prosecution, Namuna", "دفتر استغاثہ نمونہ"),
    ("PK-PB-NMN-JAIL", DISTRICT, "prison", "District Jail, Namuna", "ضلعی جیل نمونہ"),
    ("PK-PB-NMN-FSL", DISTRICT, "laboratory", "Forensic Laboratory, Namuna", "فرانزک لیبارٹری نمونہ"),
];

type Site = (&'static str, &'static str, &'static str, &'static str, (i64, i64));

/// Short code, circle, names, and where it stands (a stretch of open desert).
const STATIONS: [Site; 6] = [
    ("CITY", "PK-PB-NMN-C1", "City, Namuna", "سٹی نمونہ", (31_150_000, 71_650_000)),
    ("SADAR", "PK-PB-NMN-C2", "Sadar, Namuna", "صدر نمونہ", (31_100_000, 71_700_000)),
    ("BAZAR", "PK-PB-NMN-C1", "Bazar, Namuna", "بازار نمونہ", (31_156_000, 71_662_000)),
    ("NEHR", "PK-PB-NMN-C2", "Nehr Kot, Namuna", "نہر کوٹ نمونہ", (31_220_000, 71_590_000)),
    ("GULSHAN", "PK-PB-NMN-C1", "Gulshan, Namuna", "گلشن نمونہ", (31_172_000, 71_640_000)),
    ("TIBBA", "PK-PB-NMN-C2", "Tibba, Namuna", "ٹبہ نمونہ", (31_060_000, 71_520_000)),
];

/// The offices, each after the one above it.
pub(crate) fn offices(stations: usize) -> Vec<OfficePlan> {
    let plan = |code: &str, parent, kind, en, ur| OfficePlan { code: code.to_owned(), parent, kind, en, ur };
    let above = ABOVE.iter().map(|(code, parent, kind, en, ur)| plan(code, parent, kind, en, ur));
    let below = STATIONS.iter().take(stations).map(|(short, circle, en, ur, _)| {
        plan(&format!("{DISTRICT}-{short}"), circle, "police_station", en, ur)
    });
    above.chain(below).collect()
}

struct Poster<'a> {
    words: &'a Words,
    chance: Chance,
    posts: Vec<Post>,
}

impl Poster<'_> {
    fn post(&mut self, officer: &str, office: &str, role: Role, rank: &'static str, woman: bool) {
        let mut name = people::name(self.words, woman, &mut self.chance);
        name.ur = format!("{} {MARK_UR}", name.ur);
        name.en = format!("{} {MARK_EN}", name.en);
        self.posts.push(Post {
            officer: officer.to_owned(),
            office: office.to_owned(),
            role,
            rank,
            name,
            belt: format!("{}/NMN", self.chance.between(100, 999)),
            phone: people::phone(&mut self.chance),
            woman,
        });
    }
}

/// Officers above and beside the stations.
pub(crate) fn command(words: &Words, seed: u64) -> Vec<Post> {
    let mut poster = Poster { words, chance: Chance::new(seed, "command"), posts: Vec::new() };
    let posts = [
        ("NMN-IGP", "PK-PB", Role::Igp, "igp", false),
        ("NMN-RPO", "PK-PB-NMN-R", Role::Rpo, "dig", false),
        ("NMN-DPO", DISTRICT, Role::Dpo, "sp", true),
        ("NMN-ADMIN", DISTRICT, Role::Administrator, "civilian", false),
        ("NMN-AUDITOR", DISTRICT, Role::Auditor, "civilian", true),
        ("NMN-ANALYST", DISTRICT, Role::Analyst, "civilian", true),
        ("NMN-C1-SDPO", "PK-PB-NMN-C1", Role::Sdpo, "dsp", false),
        ("NMN-C2-SDPO", "PK-PB-NMN-C2", Role::Sdpo, "asp", true),
        ("NMN-CRO", "PK-PB-NMN-CRO", Role::Cro, "si", false),
        ("NMN-COURT", "PK-PB-NMN-COURT", Role::Court, "civilian", false),
        ("NMN-PROS", "PK-PB-NMN-PROS", Role::Prosecutor, "civilian", true),
        ("NMN-JAIL", "PK-PB-NMN-JAIL", Role::Prison, "civilian", false),
        ("NMN-FSL", "PK-PB-NMN-FSL", Role::Fsl, "civilian", true),
        (SECOND_EXAMINER, "PK-PB-NMN-CRO", Role::Cro, "si", true),
    ];
    for (officer, office, role, rank, woman) in posts {
        poster.post(officer, office, role, rank, woman);
    }
    poster.posts
}

/// The stations with their officers. The first begins under another SHO, whom the year sees leave.
pub(crate) fn stations(words: &Words, seed: u64, count: usize) -> Vec<Station> {
    let mut all = Vec::new();
    for (i, (short, _, _, _, at)) in STATIONS.iter().take(count).enumerate() {
        let code = format!("{DISTRICT}-{short}");
        let mut poster = Poster { words, chance: Chance::new(seed, &code), posts: Vec::new() };
        let posts = [
            ("FD", Role::FrontDesk, "civilian", true),
            ("MOH", Role::Moharrar, "head_constable", false),
            ("MOH2", Role::Moharrar, "head_constable", false),
            ("DO", Role::DutyOfficer, "asi", false),
            ("IO1", Role::Io, "si", true),
            ("IO2", Role::Io, "asi", false),
            ("IO3", Role::Io, "asi", false),
            (if i == 0 { "SHO1" } else { "SHO" }, Role::Sho, "inspector", false),
        ];
        for (post, role, rank, woman) in posts {
            poster.post(&format!("NMN-{short}-{post}"), &code, role, rank, woman);
        }
        let localities = places::localities(words, short);
        all.push(Station { code, short, at: *at, localities, posts: poster.posts });
    }
    all
}

/// The SHO who comes to the first station.
pub(crate) fn incoming_sho(words: &Words, seed: u64, station: &Station) -> Option<Post> {
    let mut poster = Poster { words, chance: Chance::new(seed, "incoming"), posts: Vec::new() };
    poster.post(&format!("NMN-{}-SHO", station.short), &station.code, Role::Sho, "si", true);
    poster.posts.pop()
}
