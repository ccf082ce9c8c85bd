//! The record office through the door: real images, real gallery.

mod blind;
mod destroyed;
mod enrolled;
mod images;
mod joined;
mod latent;
mod lineups;
mod looks;

use roznamcha_access::{Purpose, Role};
use roznamcha_acts::kinds::{Accused, Body, EnrolRef, FirRegister, PrintsEnrol};
use roznamcha_records::{
    Caller, Destroyed, DoorError, Enrolled, Gallery, Keys, LawBook, NewAct, Options, Records, StatuteBook,
};
use roznamcha_trial::{Node, STATION, arrest, enrolment, fir, officer_of, party, print_png, taken};

/// The first accused of a case, after its informant.
pub const FIRST: u32 = 1;

/// A node, and the officers who work on it.
pub struct Desk {
    pub node: Node,
    pub sho: Caller,
    pub io: Caller,
    pub cro: Caller,
    pub second: Caller,
}

pub async fn desk() -> Desk {
    let node = Node::new().await.unwrap();
    node.open_day().await.unwrap();
    let sho = node.as_role(Role::Sho).await.unwrap().for_purpose(Purpose::Duty, "");
    let io = node.as_role(Role::Io).await.unwrap().for_purpose(Purpose::Investigation, "");
    let cro = node.as_role(Role::Cro).await.unwrap().for_purpose(Purpose::Verification, "");
    let second = node.records.system().as_officer("TRL-cro-2").await.unwrap();
    let second = second.for_purpose(Purpose::Verification, "");
    Desk { node, sho, io, cro, second }
}

impl Desk {
    /// A case of theft with an accused who is arrested; `n` makes him somebody else.
    pub async fn case(&self, n: u32) -> String {
        self.case_of(n, Role::Io).await
    }

    /// The same investigated by another.
    pub async fn case_of(&self, n: u32, io: Role) -> String {
        let accused = Accused { person: party(900 + n), description: String::new() };
        let report = FirRegister {
            accused: vec![accused],
            io: Some(officer_of(io)),
            ..fir(n, self.node.records.now())
        };
        let case = self.node.act(&self.sho, Body::FirRegister(report)).await.unwrap().act;
        let by = if io == Role::Io { &self.io } else { &self.sho };
        self.node.act(by, arrest(&case, self.node.records.now())).await.unwrap();
        case
    }

    /// The image of a finger is sent by the record office; its hash.
    pub async fn send(&self, finger: u64, time: u64) -> String {
        let bytes = print_png(finger, time).unwrap();
        let kept = self.node.records.keep_print(&self.cro, self.node.id(), bytes, None).await.unwrap();
        assert!(kept.minutiae >= 10 && kept.quality > 30, "{kept:?}");
        kept.file.sha256
    }

    /// Prints of the right index and middle finger of a person of nobody.
    pub async fn prints(&self, person: u64, time: u64) -> Vec<roznamcha_acts::kinds::TakenPrint> {
        let mut all = Vec::new();
        for finger in [2_u8, 3] {
            all.push(taken(finger, &self.send(person * 10 + u64::from(finger), time).await));
        }
        all
    }

    pub async fn body(&self, case: &str, person: u64, time: u64) -> PrintsEnrol {
        enrolment(case, FIRST, self.node.records.now(), self.prints(person, time).await)
    }

    pub fn here(&self, body: Body) -> NewAct {
        NewAct { office: Some(STATION.to_owned()), ..NewAct::now(self.node.id(), body) }
    }

    pub async fn enrol_body(&self, body: PrintsEnrol) -> Result<Enrolled, DoorError> {
        self.node.records.enrol(&self.cro, self.here(Body::PrintsEnrol(body)), None).await
    }

    /// Enrols the accused of a case with the fingers of a person of nobody.
    pub async fn enrol(&self, case: &str, person: u64, time: u64) -> (EnrolRef, Enrolled) {
        let done = self.enrol_body(self.body(case, person, time).await).await.unwrap();
        (EnrolRef { office: STATION.to_owned(), act: done.receipt.act.clone() }, done)
    }

    /// Another node over the same journals, with an empty gallery of its own.
    pub async fn another(&self) -> Records {
        let other = self.node.dir.path().join("other");
        std::fs::create_dir_all(&other).unwrap();
        let gallery = Gallery::open(&other.join("gallery")).unwrap();
        let law = std::sync::Arc::new(LawBook::new(StatuteBook::built_in().unwrap()));
        let keys = Keys { name: "other".to_owned(), seed: [8; 32] };
        let options = Options { argon2_kib: 64, ..Options::default() };
        let (store, clock) = (self.node.store.clone(), self.node.clock.clone());
        let records = Records::open(store, law, clock, keys, options).await.unwrap();
        let area = roznamcha_files::Folder::open(&self.node.dir.path().join("files")).unwrap();
        let records = records.with_area(std::sync::Arc::new(area));
        records.with_gallery(gallery, Destroyed::open(&other).unwrap())
    }

    /// The journal and the gallery say the same, and fsck finds nothing.
    pub async fn sound(&self) {
        let system = self.node.records.system();
        assert_eq!(system.check_gallery(9).await.unwrap(), []);
        assert_eq!(system.check_files(9).await.unwrap(), []);
        assert_eq!(system.fsck(9, &|_, _| {}).await.unwrap(), []);
    }
}
