//! Articles of a case: into the store-room, under seal to the laboratory and back, to the owner on bond, disposed of by
//! order; and the injured to the doctor.

use roznamcha_acts::kinds::{
    Article, Direction, DocketIssue, DocketKind, DocketReport, PropertyDispose, PropertyEnter, PropertyKind,
    PropertyMove, PropertyOrder, RoadIssue, RoadReceive, RoadReturn,
};
use roznamcha_acts::views::{Seals, Whereabouts};
use roznamcha_journal::EntryRef;

use super::{Beat, COURT, Case, Held};
use crate::calendar::DAY;
use crate::crimes::{Crime, Loot, Victim};
use crate::life::Life;
use crate::people::MARK_UR;
use crate::step::Step;

const LABORATORY: &str = "فرانزک لیبارٹری نمونہ (فرضی)";
const HOSPITAL: &str = "ضلعی ہسپتال نمونہ (فرضی)";

impl Life<'_> {
    /// What is found in such a case: what it is, how much, and whether a sample under seal goes to the laboratory.
    pub(super) fn found(&self, crime: &Crime) -> (&'static str, &'static str, bool) {
        match (crime.key, crime.loot) {
            ("narcotics", _) => ("چرس گرداوڑ", "1250 گرام", true),
            ("liquor", _) => ("شراب دیسی", "20 بوتل", true),
            ("arms", _) => ("پستول 30 بور مع گولیاں", "1 مع 5 روند", true),
            ("gambling", _) => ("رقم داؤ و تاش", "1 پیکٹ", false),
            ("kites", _) => ("پتنگیں و ڈور", "35 عدد", false),
            (_, Loot::Phone | Loot::Cash) => ("موبائل فون مسروقہ", "1 عدد", false),
            (_, Loot::Bike) => ("موٹر سائیکل 70 سی سی", "1 عدد", false),
            (_, Loot::Jewels) => ("طلائی زیورات", "3 عدد", false),
            (_, Loot::Cattle) => ("مویشی", "1 راس", false),
            (_, Loot::Goods) => ("سامان مسروقہ", "1 عدد", false),
            ("murder" | "attempt", _) => ("پستول 30 بور", "1 عدد", true),
            _ => ("دستاویزات", "1 لفافہ", false),
        }
    }

    /// Who keeps the store-room for a case: of a protected one the officer in charge himself.
    fn keeper(&self, case: &Case, now: i64) -> String {
        if case.sealed { self.sho.clone() } else { self.clerk(now) }
    }

    /// What happens to an article, or to somebody injured.
    pub(super) fn thing(&mut self, at: usize, case: &Case, beat: Beat, now: i64) -> Option<Step> {
        let keeper = self.keeper(case, now);
        match beat {
            Beat::Doctor => Some(self.doctor(at, case, &keeper, now)),
            Beat::Report { docket, laboratory, broken } => {
                let seals = if broken { Seals::Broken } else { Seals::Intact };
                let body = DocketReport {
                    docket,
                    report_no: format!("R-{}", self.chance.between(100, 9999)),
                    result: self.say(if laboratory { "lab" } else { "findings" }),
                    seals: laboratory.then_some(seals),
                };
                Some(self.step(&keeper, body))
            }
            Beat::Store => Some(self.store(at, case, &keeper, now)),
            Beat::Docket(article) => self.docket(at, case, article, &keeper, now),
            Beat::Road(article) => self.road(at, case, article, &keeper, now),
            Beat::Arrived { road, left, article, broken } => {
                let items = case.articles.get(article).map(|a| a.entry.clone());
                let filed = self.real_later_by(now, DAY, 2 * DAY);
                self.beat_at(filed, at, Beat::Filed { road: road.clone() });
                let body = RoadReceive {
                    road,
                    received: self.calendar.at((now - 60).max(left + 15)),
                    receiver: format!("کلرک لیبارٹری {MARK_UR}"),
                    number: format!("LAB-{}", self.chance.between(1000, 9999)),
                    broken: items.filter(|_| broken).into_iter().collect(),
                    defects: if broken {
                        "ایک مہر ٹوٹی ہوئی پائی گئی".to_owned()
                    } else {
                        String::new()
                    },
                };
                Some(self.step(&keeper, body))
            }
            Beat::Filed { road } => Some(self.step(&keeper, RoadReturn { road })),
            Beat::Back { article, broken } => {
                let item = case.articles.get(article)?.entry.clone();
                self.with_article(at, article, |a| a.here = true);
                self.in_store += 1;
                let defects =
                    if broken { "مہر شکستہ واپس آیا".to_owned() } else { String::new() };
                let seals = if broken { Seals::Broken } else { Seals::Intact };
                let (direction, to) = (Direction::In, None);
                Some(self.moved(&keeper, item, (direction, to), seals, ("", &defects)))
            }
            Beat::Bond(article) => {
                let held = case.articles.get(article).filter(|a| a.here && !a.sealed)?;
                self.with_article(at, article, |a| {
                    a.here = false;
                    a.lent = true;
                });
                self.in_store -= 1;
                let bond = format!("سپرداری حکم NMN-{}", self.chance.between(100, 9999));
                let way = (Direction::Out, Some(Whereabouts::Owner));
                Some(self.moved(&keeper, held.entry.clone(), way, Seals::None, (&bond, "")))
            }
            Beat::Ordered(article) => self.ordered(at, case, article, now),
            Beat::Disposed(article) => self.disposed(at, case, article),
            _ => None,
        }
    }

    fn with_article(&mut self, at: usize, article: usize, change: impl FnOnce(&mut Held)) {
        self.with_case(at, |case| {
            if let Some(held) = case.articles.get_mut(article) {
                change(held);
            }
        });
    }

    fn moved(
        &mut self,
        keeper: &str,
        item: EntryRef,
        (direction, to): (Direction, Option<Whereabouts>),
        seals: Seals,
        (authority, defects): (&str, &str),
    ) -> Step {
        let by_hand_of = format!("کانسٹیبل نمبر {}", self.chance.between(1001, 1980));
        let (authority, defects) = (authority.to_owned(), defects.to_owned());
        let body = PropertyMove { item, direction, to, by_hand_of, seals, authority, defects };
        self.step(keeper, body)
    }

    fn doctor(&mut self, at: usize, case: &Case, keeper: &str, now: i64) -> Step {
        let body = DocketIssue {
            to: DocketKind::Medical,
            fir: Some(case.id.clone()),
            items: Vec::new(),
            person: Some(self.somebody(false, (18, 60))),
            addressee: HOSPITAL.to_owned(),
            question: "ضربات کی نوعیت و مدت بتائی جائے".to_owned(),
            sealed: false,
        };
        let step = self.step(keeper, body);
        let report = self.later_by(now, 1, 4);
        let docket = step.act.id.to_string();
        self.beat_at(report, at, Beat::Report { docket, laboratory: false, broken: false });
        step
    }

    fn store(&mut self, at: usize, case: &Case, keeper: &str, now: i64) -> Step {
        let (item, quantity, tested) = self.found(case.crime);
        let article = |item: &str, quantity: &str, narcotic| Article {
            item: item.to_owned(),
            quantity: quantity.to_owned(),
            condition: "درست".to_owned(),
            seals: if tested { "3 عدد مہر NM".to_owned() } else { String::new() },
            value_paisa: None,
            rack: "R-1".to_owned(),
            narcotic,
        };
        let narcotic = case.crime.key == "narcotics";
        let mut articles = vec![article(item, quantity, narcotic)];
        if narcotic {
            articles.push(article("نمونہ پارسل", "10 گرام", true));
        }
        for _ in &articles {
            let entry = self.next_entry("19", "-", now);
            let held = Held { entry, sealed: tested, here: true, lent: false };
            self.with_case(at, |c| c.articles.push(held));
            self.in_store += 1;
        }
        let first = case.articles.len();
        if tested {
            // The sample of a narcotic must be at the laboratory within 72 hours.
            let road = self.real_later_by(now, DAY / 2, DAY * 3 / 2);
            let sent = first + articles.len() - 1;
            self.beat_at(road - 10, at, Beat::Docket(sent));
        } else if case.crime.victim != Victim::Nobody && self.chance.odds(0.5) {
            let bond = self.later_by(now, 2, 8);
            self.beat_at(bond, at, Beat::Bond(first));
        }
        let body = PropertyEnter {
            source: PropertyKind::CaseProperty,
            fir: Some(case.id.clone()),
            diary: None,
            from_whom: format!("از قبضہ ملزم، {} {MARK_UR}", case.place),
            articles,
            sealed: false,
        };
        self.step(keeper, body)
    }

    fn docket(&mut self, at: usize, case: &Case, article: usize, keeper: &str, now: i64) -> Option<Step> {
        let held = case.articles.get(article).filter(|a| a.here)?;
        let broken = self.chance.odds(0.02);
        let body = DocketIssue {
            to: DocketKind::Laboratory,
            fir: Some(case.id.clone()),
            items: vec![held.entry.clone()],
            person: None,
            addressee: LABORATORY.to_owned(),
            question: "شے کا تجزیہ کر کے رپورٹ دی جائے".to_owned(),
            sealed: false,
        };
        let step = self.step(keeper, body);
        self.beat_at(now + 5, at, Beat::Road(article));
        let docket = step.act.id.to_string();
        let slow = self.chance.odds(0.08);
        let (low, high) = if slow { (16 * DAY, 22 * DAY) } else { (5 * DAY, 13 * DAY) };
        let ready = self.real_later_by(now, low, high);
        self.beat_at(ready, at, Beat::Report { docket, laboratory: true, broken });
        self.beat_at(ready + 15, at, Beat::Back { article, broken });
        Some(step)
    }

    fn road(&mut self, at: usize, case: &Case, article: usize, keeper: &str, now: i64) -> Option<Step> {
        let held = case.articles.get(article).filter(|a| a.here)?;
        self.with_article(at, article, |a| a.here = false);
        self.in_store -= 1;
        let broken = self.later.values().any(|todo| {
            matches!(todo, crate::life::Todo::Beat(other, Beat::Back { article: same, broken: true })
                if *other == at && *same == article)
        });
        let body = RoadIssue {
            to: Whereabouts::Laboratory,
            addressee: LABORATORY.to_owned(),
            carrier: case.io.clone(),
            items: vec![held.entry.clone()],
            seals: Seals::Intact,
            specimen: "NM".to_owned(),
            left: self.calendar.at(now),
        };
        let step = self.step(keeper, body);
        let arrived = self.real_later_by(now, 180, 480);
        let road = step.act.id.to_string();
        self.beat_at(arrived, at, Beat::Arrived { road, left: now, article, broken });
        Some(step)
    }

    /// After the case has ended, the court orders what becomes of its articles.
    pub(super) fn order_articles(&mut self, at: usize, now: i64) {
        let count = self.cases.get(at).map_or(0, |c| c.articles.len());
        for article in 0..count {
            if self.chance.odds(0.8) {
                let minute =
                    if self.plan.small { self.later_by(now, 1, 4) } else { self.later_by(now, 4, 20) };
                self.beat_at(minute, at, Beat::Ordered(article));
            }
        }
    }

    fn direction(case: &Case) -> &'static str {
        match case.crime.key {
            "narcotics" | "liquor" | "kites" => "destroy",
            "arms" | "gambling" => "confiscate",
            _ => "return",
        }
    }

    fn ordered(&mut self, at: usize, case: &Case, article: usize, now: i64) -> Option<Step> {
        let held = case.articles.get(article)?;
        let minute = self.later_by(now, 2, 9);
        self.beat_at(minute, at, Beat::Disposed(article));
        let body = PropertyOrder {
            item: held.entry.clone(),
            court: COURT.to_owned(),
            order_no: format!("NMN-{}", self.chance.between(100, 9999)),
            order_date: self.calendar.at(now).day(),
            direction: Self::direction(case).to_owned(),
            to: self.somebody(false, (25, 65)).line(),
        };
        let sho = self.sho.clone();
        Some(self.step(&sho, body))
    }

    fn disposed(&mut self, at: usize, case: &Case, article: usize) -> Option<Step> {
        let held = case.articles.get(article).filter(|a| a.here || a.lent)?;
        if held.here {
            self.in_store -= 1;
        }
        self.with_article(at, article, |a| {
            a.here = false;
            a.lent = false;
        });
        let manner = Self::direction(case).to_owned();
        let returned = manner == "return";
        let body = PropertyDispose {
            item: held.entry.clone(),
            manner,
            to: if returned { self.somebody(false, (25, 65)).line() } else { String::new() },
            price_paisa: None,
            witnesses: self.somebody(false, (30, 65)).line(),
        };
        let sho = self.sho.clone();
        Some(self.step(&sho, body))
    }
}
