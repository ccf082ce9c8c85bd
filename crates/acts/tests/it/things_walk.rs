//! The next act in the life of an article, a certificate, a weapon, a charge, a person listed; and what must hold of
//! them after any sequence.

use proptest::sample::Index;
use roznamcha_acts::Body;
use roznamcha_acts::kinds::*;
use roznamcha_acts::rows::View;
use roznamcha_acts::views::*;
use std::collections::HashMap;

use crate::justice;
use crate::things;
use crate::walk::Walk;

impl Walk {
    fn rows_of<T: View>(&self, office: &str) -> Vec<T> {
        self.ledger.all(office).unwrap()
    }

    fn live_case(&self, office: &str) -> Option<String> {
        let rows: Vec<FirRow> = self.rows_of(office);
        rows.into_iter().rev().find(|r| r.gone.is_none()).map(|r| r.act)
    }

    /// `book` says which book, `turn` what is done where there is a choice, `odd` works something wrong into it.
    pub fn thing(&self, (book, turn, odd): (u8, u8, bool), which: &Index, office: &str, mark: &str) -> Body {
        match book {
            0 | 1 => self.of_article(turn, odd, which, office, mark),
            2 => self.of_road(odd, which, office, mark),
            3 => self.of_docket(turn, odd, which, office, mark),
            4 => self.of_arm(turn, which, office, mark),
            5 => self.of_charge(odd, which, office, mark),
            6 => self.of_absconder(odd, which, office, mark),
            7 => self.of_watch(turn, odd, which, office, mark),
            8 => self.of_inquiry(turn, odd, which, office, mark),
            _ => self.of_justice(turn, odd, which, office, mark),
        }
    }

    fn new_article(&self, office: &str, mark: &str, turn: u8) -> Body {
        let what = format!("Bag of {mark}");
        match self.live_case(office) {
            Some(fir) if turn.is_multiple_of(2) => {
                let mut seized = things::seized(&fir, &what);
                seized.articles[0].narcotic = turn.is_multiple_of(4);
                seized.into()
            }
            _ => {
                let here = self.entries.iter().rev().find(|(o, e)| o == office && e.register == "2");
                let diary = here.map(|(_, e)| e.clone());
                PropertyEnter { diary, ..things::handed_in(&what) }.into()
            }
        }
    }

    fn of_article(&self, turn: u8, odd: bool, which: &Index, office: &str, mark: &str) -> Body {
        let rows: Vec<PropertyRow> = self.rows_of(office);
        if rows.is_empty() || turn == 0 {
            return self.new_article(office, mark, turn + u8::from(odd));
        }
        let row = which.get(&rows);
        let item = row.entry.clone();
        let whole = if row.article.seals.is_empty() { Seals::None } else { Seals::Intact };
        let seals = if odd && whole == Seals::Intact { Seals::Broken } else { whole };
        match (row.place, turn) {
            (Whereabouts::Store, 1) => {
                let defects = if odd { format!("Cracked, says {mark}") } else { String::new() };
                PropertyMove { seals, defects, ..things::out(item, Whereabouts::Owner) }.into()
            }
            (Whereabouts::Store, 2) => {
                things::road(vec![item], Whereabouts::Court, self.clock).into_seals(whole).into()
            }
            (Whereabouts::Store, 3) => {
                let count = self.desk(office).tally.in_store;
                let (short, found) = match odd {
                    true => (1, vec![things::wrong(item, Wrong::Missing)]),
                    false => (0, vec![things::wrong(item, Wrong::SealBroken)]),
                };
                PropertyCheck { discrepancies: found, ..things::counted(count.saturating_sub(short)) }.into()
            }
            (Whereabouts::Store, _) => match &row.order {
                Some(order) if !odd => things::disposed(item, &order.direction).into(),
                _ if odd => things::disposed(item, "destroy").into(),
                _ => things::ordered(item, ["return", "auction", "destroy"][usize::from(turn % 3)]).into(),
            },
            _ => things::back(item, seals).into(),
        }
    }

    fn of_road(&self, odd: bool, which: &Index, office: &str, mark: &str) -> Body {
        let mut rows: Vec<RoadRow> = self.rows_of(office);
        rows.retain(|r| r.returned.is_none() || odd);
        if rows.is_empty() || which.index(4) == 0 {
            let mut items: Vec<PropertyRow> = self.rows_of(office);
            items.retain(|r| r.place == Whereabouts::Store || odd);
            if items.is_empty() {
                return self.new_article(office, mark, 0);
            }
            let first = which.get(&items).clone();
            let of_one = |r: &&PropertyRow| r.fir == first.fir && r.article.seals == first.article.seals;
            let chosen = items.iter().filter(of_one).take(3).map(|r| r.entry.clone()).collect();
            let whole = if first.article.seals.is_empty() { Seals::None } else { Seals::Intact };
            let to = if whole == Seals::Intact { Whereabouts::Laboratory } else { Whereabouts::Court };
            return things::road(chosen, to, self.clock).into_seals(whole).into();
        }
        let row = which.get(&rows);
        if row.received.is_some() || odd {
            return RoadReturn { road: row.act.clone() }.into();
        }
        let broken =
            if which.index(3) == 0 && row.seals == Seals::Intact { row.items.clone() } else { vec![] };
        let defects = if broken.is_empty() { String::new() } else { format!("Cracked, says {mark}") };
        let at = if self.clock > row.left { self.clock } else { row.left };
        RoadReceive { broken, defects, ..things::received(&row.act, at) }.into()
    }

    fn of_docket(&self, turn: u8, odd: bool, which: &Index, office: &str, mark: &str) -> Body {
        let mut rows: Vec<DocketRow> = self.rows_of(office);
        rows.retain(|r| r.report.is_none() || odd);
        if rows.is_empty() || turn == 0 {
            let items: Vec<PropertyRow> = self.rows_of(office);
            if items.is_empty() || turn % 2 == 1 {
                return things::to_doctor(&format!("Synthetic {mark}")).into();
            }
            let row = which.get(&items);
            let fir = row.fir.as_deref().filter(|_| !odd);
            return things::to_laboratory(fir, vec![row.entry.clone()]).into();
        }
        let row = which.get(&rows);
        let seals = (row.kind == DocketKind::Laboratory).then_some(if turn.is_multiple_of(3) {
            Seals::Broken
        } else {
            Seals::Intact
        });
        DocketReport { result: format!("{mark} says so"), ..things::report(&row.act, seals) }.into()
    }

    fn of_arm(&self, turn: u8, which: &Index, office: &str, mark: &str) -> Body {
        if turn < 3 {
            let mut rows: Vec<DepositRow> = self.rows_of(office);
            rows.retain(|r| r.ended.is_none());
            if rows.is_empty() || turn == 0 {
                return things::deposit(&format!("Synthetic {mark}")).into();
            }
            let given = things::given_back(&which.get(&rows).act, &format!("Synthetic {mark}"));
            let order = Some(Command { date: self.clock.day(), ..things::command() });
            return if turn == 1 { given } else { ArmsReturn { to: String::new(), order, ..given } }.into();
        }
        let rows: Vec<ArmRow> = self.rows_of(office);
        if rows.is_empty() {
            return crate::samples::weapon_on_charge(mark).into();
        }
        let row = which.get(&rows);
        let weapon = row.entry.clone();
        match &row.issued {
            None => WeaponMove { weapon, ..things::weapon(Direction::Out, "asi-1") },
            Some(i) if turn == 3 => {
                WeaponMove { weapon, rounds: i.rounds - 1, ..things::weapon(Direction::In, &i.to) }
            }
            Some(i) => WeaponMove { weapon, ..things::weapon(Direction::In, &i.to) },
        }
        .into()
    }

    fn of_charge(&self, odd: bool, which: &Index, office: &str, mark: &str) -> Body {
        let mut rows: Vec<ChargeRow> = self.rows_of(office);
        rows.retain(|r| r.countersigned.is_none());
        if rows.is_empty() || odd {
            let desk = self.desk(office);
            let short = u32::from(odd);
            let told = Difference { of: Counted::Store, reason: format!("One bag, says {mark}") };
            return ChargeHandOver {
                cash_paisa: desk.cash_paisa,
                in_store: desk.tally.in_store + short,
                arms: desk.tally.arms - desk.tally.arms_issued,
                deposits: desk.tally.deposits,
                pending: Some(desk.tally.pending),
                differences: if odd { vec![told] } else { vec![] },
                ..things::hand_over(&format!("officer-{}", which.index(3)))
            }
            .into();
        }
        let row = rows.last().unwrap();
        let charge = row.act.clone();
        if row.taken.is_some() {
            ChargeCountersign { charge }.into()
        } else {
            ChargeTakeOver { charge }.into()
        }
    }

    fn of_absconder(&self, odd: bool, which: &Index, office: &str, mark: &str) -> Body {
        let mut rows: Vec<AbsconderRow> = self.rows_of(office);
        rows.retain(|r| r.removed.is_none() || odd);
        if rows.is_empty() || which.index(2) == 0 {
            let since = self.clock.day();
            return AbsconderEnter { since, ..things::absconder(&format!("Synthetic {mark}")) }.into();
        }
        let particulars = format!("Arrested, says {mark}");
        AbsconderRemove { particulars, ..things::struck_off(&which.get(&rows).act) }.into()
    }

    fn of_watch(&self, turn: u8, odd: bool, which: &Index, office: &str, mark: &str) -> Body {
        let order = Command { date: self.clock.day(), ..things::command() };
        let review_due = self.clock.day().saturating_add(jiff::Span::new().days(300));
        let mut rows: Vec<WatchRow> = self.rows_of(office);
        rows.retain(|r| r.removed.is_none() || odd);
        if rows.is_empty() || turn == 0 {
            let fresh = things::watch(&format!("Synthetic {mark}"));
            let mut person = fresh.person.clone();
            person.age = if odd { Some(17) } else { person.age };
            let part = [Some(WatchPart::Two), Some(WatchPart::I), None][which.index(3)];
            let ground = if part == Some(WatchPart::I) { "proclaimed".to_owned() } else { fresh.ground };
            return SurveillanceOrder { person, part, ground, order, review_due, ..things::watch("") }.into();
        }
        let act = &which.get(&rows).act;
        match turn {
            1 | 2 => things::visit(act, &format!("Seen by {mark}")).into(),
            3 => {
                let reasons = format!("Again, says {mark}");
                SurveillanceReview { order, review_due, reasons, ..things::review(act) }.into()
            }
            _ => SurveillanceRemove { order, destroy: odd, ..things::unwatch(act) }.into(),
        }
    }

    fn of_inquiry(&self, turn: u8, odd: bool, which: &Index, office: &str, mark: &str) -> Body {
        let at = self.clock;
        let mut rows: Vec<InquiryRow> = self.rows_of(office);
        rows.retain(|r| r.closed.is_none() || odd);
        if rows.is_empty() || turn < 2 {
            return match turn {
                0 => things::inquest(&format!("Synthetic {mark}"), at).into(),
                _ => MissingReport {
                    alert_no: if which.index(2) == 0 { String::new() } else { "Z-1".to_owned() },
                    ..things::missing(&format!("Synthetic {mark}"), if odd { 30 } else { 9 }, at)
                }
                .into(),
            };
        }
        let row = which.get(&rows);
        if turn == 3 && row.entry.part == "C" {
            return MissingAlert { alert_no: format!("ZA {mark}"), ..things::alert(&row.act, at) }.into();
        }
        let fir = self.live_case(office).filter(|_| turn == 2);
        if row.entry.part == "A" {
            let outcome = if fir.is_some() { "case" } else { "suicide" }.to_owned();
            let handed_to = format!("Synthetic {mark}");
            return InquestClose { fir, outcome, handed_to, ..things::inquest_closed(&row.act) }.into();
        }
        let outcome = if fir.is_some() { "case" } else { ["found", "withdrawn"][which.index(2)] };
        let particulars = format!("Told by {mark}");
        MissingClose { fir, particulars, ..things::missing_closed(&row.act, outcome) }.into()
    }
}

impl Walk {
    /// An order of the justice of peace, its compliance, or a call to an informant.
    fn of_justice(&self, turn: u8, odd: bool, which: &Index, office: &str, mark: &str) -> Body {
        let rows: Vec<EntryRow> = self.rows_of(office);
        let waits = |r: &&EntryRow| r.kind == "justice.order" && r.entry.register == "5" && r.gone.is_none();
        let waiting: Vec<&EntryRow> = rows.iter().filter(waits).collect();
        let told = |r: &&EntryRow| ["fir.register", "report.refuse"].contains(&r.kind.as_str());
        if turn > 3
            && let Some(report) = rows.iter().filter(told).nth(which.index(3))
        {
            let says = [Says::Agrees, Says::Disagrees, Says::Unreached][which.index(3)];
            return InformantCall { words: format!("Said {mark}"), ..justice::call(&report.act, says) }
                .into();
        }
        if waiting.is_empty() || turn < 2 {
            let directs =
                [Directs::Register, Directs::Change, Directs::Neglect, Directs::Nothing][which.index(4)];
            let fir = self.live_case(office).filter(|_| directs == Directs::Change || odd);
            let (order_date, direction) = (self.clock.day(), format!("Directed, says {mark}"));
            let body = justice::directed(directs, self.clock);
            return JusticeOrder { fir, filed: order_date, order_date, direction, ..body }.into();
        }
        let order = which.get(&waiting);
        let registers = order.cells.iter().any(|c| c.key == "directs" && c.value == "register");
        let fir = self.live_case(office).filter(|_| registers != odd);
        let report = format!("Complied, says {mark}");
        JusticeComply { report, ..justice::complied(&order.act, fir.as_deref()) }.into()
    }
}

trait Sealed {
    fn into_seals(self, seals: Seals) -> Self;
}

impl Sealed for RoadIssue {
    fn into_seals(self, seals: Seals) -> Self {
        Self { seals, ..self }
    }
}

/// What must hold of things and lists after any sequence.
pub fn hold(walk: &Walk, office: &str, rows: &HashMap<String, EntryRow>) {
    let Some(desk) = walk.ledger.get::<DeskRow>(office, DeskRow::KEY).unwrap() else { return };
    let tally = desk.tally;
    articles(walk, office, rows, tally);
    let count = |n: usize| u32::try_from(n).unwrap();
    let roads: Vec<RoadRow> = walk.ledger.all(office).unwrap();
    assert_eq!(count(roads.iter().filter(|r| r.returned.is_none()).count()), tally.roads);
    assert!(
        roads.iter().all(|r| r.returned.is_none() || r.received.is_some()),
        "back before it was received"
    );
    let arms: Vec<ArmRow> = walk.ledger.all(office).unwrap();
    assert_eq!(count(arms.len()), tally.arms);
    assert_eq!(count(arms.iter().filter(|a| a.issued.is_some()).count()), tally.arms_issued);
    let deposits: Vec<DepositRow> = walk.ledger.all(office).unwrap();
    assert_eq!(count(deposits.iter().filter(|d| d.ended.is_none()).count()), tally.deposits);
    let lists: Vec<AbsconderRow> = walk.ledger.all(office).unwrap();
    assert_eq!(count(lists.iter().filter(|a| a.removed.is_none()).count()), tally.absconders);
    let watched: Vec<WatchRow> = walk.ledger.all(office).unwrap();
    let listed = watched.iter().filter(|w| w.listed.is_some() && w.removed.is_none());
    assert_eq!(count(listed.count()), tally.watched);
    for row in rows.values().filter(|r| ["8", "10", "11"].contains(&r.entry.register.as_str())) {
        assert_ne!(row.entry.register, "8", "nothing revives it");
        assert_eq!(row.kind, "surveillance.order", "only by an order");
        let order = if row.entry.register == "10" { "order" } else { "opened" };
        let has = |key: &str| row.cells.iter().any(|c| c.key == key && !c.value.is_empty());
        assert!(
            row.gone.is_some() || row.cells.is_empty() || (has(order) && has("ground") && has("review_due"))
        );
    }
    let cases: Vec<CaseRow> = walk.ledger.all(office).unwrap();
    let living = || cases.iter().filter(|c| !c.is_stub());
    assert_eq!(count(living().filter(|c| c.stage.is_pending()).count()), tally.pending);
    assert_eq!(count(living().filter(|c| c.stage == Stage::Untraced).count()), tally.untraced);
    for order in rows.values().filter(|r| r.kind == "justice.order" && r.entry.register == "5") {
        let has =
            |key: &str, value: &str| order.cells.iter().any(|c| c.key == key && c.value.contains(value));
        let clock: Option<ClockRow> = walk.ledger.get(office, &ClockRow::key_of(&order.act, "D31")).unwrap();
        assert_eq!(clock.is_some(), has("directs", "register"), "a direction to register runs");
        assert_eq!(clock.is_some_and(|c| !c.is_open()), has("directs", "register") && has("complied_at", ""));
    }
    for inquiry in walk.ledger.all::<InquiryRow>(office).unwrap() {
        let how = inquiry.closed.as_ref().map(|c| c.outcome.as_str());
        assert!(!(inquiry.child && how == Some("withdrawn")), "a child's report closed on nothing");
    }
    for (_, rec) in walk.kept.iter().filter(|(_, rec)| rec.header.office == office) {
        if let Some(Body::SurveillanceOrder(b)) = &rec.body {
            assert!(b.person.age.is_some_and(|a| a >= 18));
        }
        if let Some(Body::ChargeHandOver(b)) = &rec.body {
            let same = (b.cash_paisa, b.in_store, b.arms, b.deposits, b.pending)
                == (b.book.cash_paisa, b.book.in_store, b.book.arms, b.book.deposits, Some(b.book.pending));
            assert_eq!(same, b.differences.is_empty(), "a silent difference");
        }
    }
}

/// Whether the certificate a link of the chain names was received.
fn arrived(walk: &Walk, office: &str, link: &ChainLink) -> bool {
    let road = link.road.as_ref().and_then(|road| walk.ledger.get::<RoadRow>(office, road).unwrap());
    road.is_some_and(|road| road.received.is_some())
}

fn articles(walk: &Walk, office: &str, rows: &HashMap<String, EntryRow>, tally: Tally) {
    let (mut store, mut out, mut missing) = (0, 0, 0);
    for row in walk.ledger.all::<PropertyRow>(office).unwrap() {
        match row.place {
            Whereabouts::Store => store += 1,
            Whereabouts::Missing => missing += 1,
            Whereabouts::Disposed => {}
            place => {
                assert!(place.is_out());
                out += 1;
            }
        }
        assert!(row.fir.is_some() || row.diary.is_some(), "an article that belongs to nothing");
        let clock = ClockRow::key_of(&row.act, "D13");
        let clock: Option<ClockRow> = walk.ledger.get(office, &clock).unwrap();
        assert_eq!(clock.is_some(), row.article.narcotic, "a narcotic runs against its clock");
        let there = row.chain.iter().any(|l| l.place == Whereabouts::Laboratory && arrived(walk, office, l));
        assert!(!there || clock.is_none_or(|clock| !clock.is_open()), "it came to the laboratory");
        assert!(rows.contains_key(&row.key()), "an article that is not in register XIX");
        assert_eq!(row.chain.first().unwrap().place, Whereabouts::Store);
        assert_eq!(row.chain.last().unwrap().place, row.place, "in two places");
        let broken = row.chain.iter().any(|l| l.seals == Some(Seals::Broken));
        assert!(!broken || row.seal_broken, "a broken seal forgotten");
        let lost = row.chain.iter().any(|l| l.place == Whereabouts::Missing);
        assert_eq!(lost, row.was_missing);
        if row.place == Whereabouts::Disposed {
            let kept_for = matches!(row.kind, PropertyKind::Deposit | PropertyKind::PersonalEffects);
            assert!(row.order.is_some() || kept_for, "gone without an order");
        }
        for road in row.chain.iter().filter_map(|l| l.road.as_ref()) {
            let road: RoadRow = walk.ledger.get(office, road).unwrap().unwrap();
            assert!(road.items.contains(&row.entry), "the certificate does not name it");
        }
    }
    assert_eq!((store, out, missing), (tally.in_store, tally.out, tally.missing));
}
