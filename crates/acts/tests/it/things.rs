//! Sound bodies of the acts of things, money and papers. All persons are synthetic, visibly so.

use jiff::civil::date;
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{Seals, Whereabouts};
use roznamcha_journal::EntryRef;

use crate::bench::moment;
use crate::samples::{DAY, full_party, party};

pub fn item(n: u32) -> EntryRef {
    format!("19/-/2026/{n}").parse().unwrap()
}

pub fn article(what: &str) -> Article {
    Article {
        item: what.to_owned(),
        quantity: "1".to_owned(),
        condition: "New".to_owned(),
        seals: "2 of AB".to_owned(),
        value_paisa: Some(100_000),
        rack: "R-1".to_owned(),
        narcotic: false,
    }
}

pub fn seized(fir: &str, what: &str) -> PropertyEnter {
    PropertyEnter {
        source: PropertyKind::CaseProperty,
        fir: Some(fir.to_owned()),
        diary: None,
        from_whom: "Synthetic Accused, at his house".to_owned(),
        articles: vec![article(what)],
        sealed: false,
    }
}

pub fn handed_in(what: &str) -> PropertyEnter {
    PropertyEnter {
        source: PropertyKind::Deposit,
        fir: None,
        diary: Some("2/-/2026-01-05/1".parse().unwrap()),
        from_whom: "Synthetic Finder".to_owned(),
        articles: vec![Article { seals: String::new(), ..article(what) }],
        sealed: false,
    }
}

pub fn out(item: EntryRef, to: Whereabouts) -> PropertyMove {
    PropertyMove {
        item,
        direction: Direction::Out,
        to: Some(to),
        by_hand_of: "Synthetic Carrier".to_owned(),
        seals: Seals::Intact,
        authority: "Bond 5/2026".to_owned(),
        defects: String::new(),
    }
}

pub fn back(item: EntryRef, seals: Seals) -> PropertyMove {
    let defects = if seals == Seals::Broken { "One seal cracked".to_owned() } else { String::new() };
    PropertyMove { direction: Direction::In, to: None, seals, defects, ..out(item, Whereabouts::Court) }
}

pub fn ordered(item: EntryRef, direction: &str) -> PropertyOrder {
    PropertyOrder {
        item,
        court: "Synthetic Sessions Court".to_owned(),
        order_no: "41/2026".to_owned(),
        order_date: DAY,
        direction: direction.to_owned(),
        to: "Synthetic Owner".to_owned(),
    }
}

pub fn disposed(item: EntryRef, manner: &str) -> PropertyDispose {
    PropertyDispose {
        item,
        manner: manner.to_owned(),
        to: "Synthetic Owner".to_owned(),
        price_paisa: (manner == "auction").then_some(50_000),
        witnesses: "Synthetic Witness".to_owned(),
    }
}

pub fn counted(counted: u32) -> PropertyCheck {
    PropertyCheck { counted, discrepancies: vec![], book_count: 0, remarks: String::new() }
}

pub fn wrong(item: EntryRef, wrong: Wrong) -> Discrepancy {
    Discrepancy { item, wrong, note: "Seen by two officers".to_owned() }
}

pub fn road(items: Vec<EntryRef>, to: Whereabouts, left: Moment) -> RoadIssue {
    RoadIssue {
        to,
        addressee: "Synthetic Laboratory".to_owned(),
        carrier: "asi-9".to_owned(),
        items,
        seals: Seals::Intact,
        specimen: "AB".to_owned(),
        left,
    }
}

pub fn received(road: &str, at: Moment) -> RoadReceive {
    RoadReceive {
        road: road.to_owned(),
        received: at,
        receiver: "Synthetic Clerk".to_owned(),
        number: "LAB-9".to_owned(),
        broken: vec![],
        defects: String::new(),
    }
}

pub fn to_laboratory(fir: Option<&str>, items: Vec<EntryRef>) -> DocketIssue {
    DocketIssue {
        to: DocketKind::Laboratory,
        fir: fir.map(str::to_owned),
        items,
        person: None,
        addressee: "Synthetic Laboratory".to_owned(),
        question: "Is it heroin?".to_owned(),
        sealed: false,
    }
}

pub fn to_doctor(name: &str) -> DocketIssue {
    DocketIssue {
        to: DocketKind::Medical,
        fir: None,
        items: vec![],
        person: Some(full_party(name, 6)),
        addressee: "Synthetic Hospital".to_owned(),
        question: "Nature of the injuries".to_owned(),
        sealed: false,
    }
}

pub fn report(docket: &str, seals: Option<Seals>) -> DocketReport {
    DocketReport {
        docket: docket.to_owned(),
        report_no: "R-7/2026".to_owned(),
        result: "As stated.".to_owned(),
        seals,
    }
}

pub fn weapon(direction: Direction, officer: &str) -> WeaponMove {
    WeaponMove {
        weapon: "16/III/2026/1".parse().unwrap(),
        direction,
        officer: officer.to_owned(),
        rounds: 20,
        remarks: String::new(),
    }
}

pub fn deposit(depositor: &str) -> ArmsDeposit {
    ArmsDeposit {
        depositor: depositor.to_owned(),
        licence_no: "L-1".to_owned(),
        licence: None,
        weapon: "12 bore, no. 77".to_owned(),
        reason: "lapsed".to_owned(),
        kept_at: "Armoury".to_owned(),
    }
}

pub fn given_back(deposit: &str, to: &str) -> ArmsReturn {
    ArmsReturn { deposit: deposit.to_owned(), to: to.to_owned(), order: None }
}

pub fn hand_over(to: &str) -> ChargeHandOver {
    ChargeHandOver {
        charge: "sho".to_owned(),
        to: to.to_owned(),
        cash_paisa: 0,
        in_store: 0,
        arms: 0,
        deposits: 0,
        pending: Some(0),
        differences: vec![],
        registers_state: "Complete".to_owned(),
        book: Counts::default(),
    }
}

pub fn command() -> Command {
    Command { authority: "District Police Officer".to_owned(), no: "88".to_owned(), date: DAY }
}

pub fn absconder(name: &str) -> AbsconderEnter {
    AbsconderEnter {
        list: AbsconderList::OtherStations,
        person: full_party(name, 7),
        description: "Tall".to_owned(),
        reference: "12/2025, T-1".to_owned(),
        wanted_by: "Synthetic Station".to_owned(),
        since: date(2025, 6, 1),
        haunts: "Synthetic Bazaar".to_owned(),
    }
}

pub fn struck_off(absconder: &str) -> AbsconderRemove {
    AbsconderRemove {
        absconder: absconder.to_owned(),
        reason: Struck::Arrest,
        particulars: "Arrested at Synthetic Station".to_owned(),
        order: None,
    }
}

pub fn watch(name: &str) -> SurveillanceOrder {
    SurveillanceOrder {
        person: full_party(name, 8),
        part: Some(WatchPart::Two),
        sheet: true,
        description: "Scar on the left hand".to_owned(),
        offence_class: "Theft by night".to_owned(),
        ground: "convicted_twice".to_owned(),
        facts: "Convicted 2022 and 2024".to_owned(),
        order: command(),
        review_due: date(2027, 1, 5),
    }
}

pub fn visit(watch: &str, remarks: &str) -> SurveillanceVisit {
    SurveillanceVisit { watch: watch.to_owned(), found: true, remarks: remarks.to_owned() }
}

pub fn review(watch: &str) -> SurveillanceReview {
    SurveillanceReview {
        watch: watch.to_owned(),
        order: command(),
        reasons: "Convicted again".to_owned(),
        review_due: date(2027, 1, 4),
    }
}

pub fn unwatch(watch: &str) -> SurveillanceRemove {
    SurveillanceRemove {
        watch: watch.to_owned(),
        order: command(),
        reason: "reformed".to_owned(),
        destroy: false,
    }
}

pub fn inquest(name: &str, at: Moment) -> InquestOpen {
    InquestOpen {
        deceased: full_party(name, 1),
        place: "Synthetic Canal".to_owned(),
        found_by: party("Synthetic Finder"),
        informed_at: at,
        magistrate: "Magistrate, Section 30".to_owned(),
        magistrate_informed_at: at,
        respectables: "Synthetic Elder, Synthetic Teacher".to_owned(),
        injuries: "None seen".to_owned(),
        apparent_cause: "Drowning".to_owned(),
        weapon: String::new(),
        hospital: Some("Synthetic Hospital".to_owned()),
    }
}

pub fn inquest_closed(inquest: &str) -> InquestClose {
    InquestClose {
        inquest: inquest.to_owned(),
        outcome: "accident".to_owned(),
        post_mortem_no: "PM-3".to_owned(),
        handed_to: "Synthetic Heir".to_owned(),
        fir: None,
    }
}

pub fn missing(name: &str, age: u8, at: Moment) -> MissingReport {
    MissingReport {
        person: Party { age: Some(age), ..full_party(name, 2) },
        last_seen: at,
        place: "Synthetic School".to_owned(),
        description: "Blue shirt".to_owned(),
        reporter: party("Synthetic Parent"),
        alert_no: "Z-1".to_owned(),
    }
}

pub fn alert(missing: &str, sent: Moment) -> MissingAlert {
    MissingAlert { missing: missing.to_owned(), alert_no: "ZA-9".to_owned(), sent }
}

pub fn missing_closed(missing: &str, outcome: &str) -> MissingClose {
    MissingClose {
        missing: missing.to_owned(),
        outcome: outcome.to_owned(),
        particulars: "With an uncle".to_owned(),
        fir: None,
    }
}

/// One full body of each, for the written shape.
pub fn all() -> Vec<roznamcha_acts::Body> {
    let other = crate::samples::OTHER;
    let at = moment("2026-01-05T07:45:00+05:00");
    vec![
        PropertyEnter { diary: Some("2/-/2026-01-05/1".parse().unwrap()), ..seized(other, "Telephone") }
            .into(),
        back(item(1), Seals::Broken).into(),
        ordered(item(1), "return").into(),
        disposed(item(1), "auction").into(),
        PropertyCheck {
            discrepancies: vec![wrong(item(1), Wrong::Missing)],
            book_count: 1,
            remarks: "Evening".to_owned(),
            ..counted(0)
        }
        .into(),
        road(vec![item(1)], Whereabouts::Laboratory, at).into(),
        RoadReceive { broken: vec![item(1)], defects: "Cracked".to_owned(), ..received(other, at) }.into(),
        RoadReturn { road: other.to_owned() }.into(),
        DocketIssue { fir: Some(other.to_owned()), items: vec![item(1)], ..to_doctor("Synthetic Injured") }
            .into(),
        report(other, Some(Seals::Broken)).into(),
        WeaponMove { remarks: "Guard".to_owned(), ..weapon(Direction::Out, "asi-9") }.into(),
        ArmsDeposit { licence: Some("17/arms/2026/1".parse().unwrap()), ..deposit("Synthetic Licensee") }
            .into(),
        ArmsReturn { order: Some(command()), ..given_back(other, "Synthetic Licensee") }.into(),
        ChargeHandOver {
            differences: vec![Difference { of: Counted::Store, reason: "One is short".to_owned() }],
            book: Counts { in_store: 1, ..Counts::default() },
            ..hand_over("asi-9")
        }
        .into(),
        ChargeTakeOver { charge: other.to_owned() }.into(),
        ChargeCountersign { charge: other.to_owned() }.into(),
        absconder("Synthetic Absconder").into(),
        AbsconderRemove { reason: Struck::Order, order: Some(command()), ..struck_off(other) }.into(),
        watch("Synthetic Watched").into(),
        visit(other, "At home").into(),
        review(other).into(),
        SurveillanceRemove { destroy: true, ..unwatch(other) }.into(),
        InquestOpen { weapon: "Rope".to_owned(), ..inquest("Synthetic Deceased", at) }.into(),
        InquestClose { fir: Some(other.to_owned()), ..inquest_closed(other) }.into(),
        missing("Synthetic Child", 9, at).into(),
        alert(other, at).into(),
        MissingClose { fir: Some(other.to_owned()), ..missing_closed(other, "case") }.into(),
    ]
}
