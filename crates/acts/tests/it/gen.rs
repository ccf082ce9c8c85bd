//! Random steps at several stations. A step names what it acts upon by an index into what is there by then, so a
//! sequence stays meaningful while it is shrunk.

use proptest::prelude::*;
use proptest::sample::Index;

/// How many stations keep journals.
pub const OFFICES: usize = 3;

/// What is tried.
#[derive(Clone, Debug)]
pub enum What {
    OpenOffice(u8),
    Appoint(u8),
    Relieve(u8),
    DiaryOpen {
        days_off: i8,
    },
    DiaryWrite {
        subject: Index,
        of_case: bool,
    },
    DiaryClose {
        off_by: i64,
        told: bool,
    },
    Noncognizable {
        section: u8,
        letter: bool,
    },
    Refuse,
    Fir(Case),
    Sign(Index),
    Despatch {
        fir: Index,
        to: Index,
    },
    Seal(Index),
    Unseal(Index),
    Correct {
        entry: Index,
        column: Index,
        word: Index,
        struck_only: bool,
        there: bool,
    },
    Attest(Index),
    Lodge {
        of_case: bool,
    },
    Release(Index),
    Cash {
        received: bool,
        amount: i64,
    },
    Print(Index),
    Attach {
        to: Index,
        file: u8,
        of_case: bool,
    },
    Expunge(Vec<Index>),
    Incident,
    Reconcile {
        totals: bool,
    },
    /// An act upon a case, one of `case_bodies`.
    Upon(CaseStep),
    Enter {
        book: u8,
        number: u8,
    },
    Fill {
        entry: Index,
        column: u8,
    },
    /// The next act in the life of a thing: which book, which of what is there, and two free choices.
    Thing {
        book: u8,
        which: Index,
        turn: u8,
        odd: bool,
    },
    /// An enrolment, or an act of the record office: what is done, upon which of what is there, and free choices.
    Cro {
        turn: u8,
        which: Index,
        other: Index,
        n: u8,
    },
    /// An act kept before, sent again as it was.
    Again(Index),
    /// The id of an act kept before, on another act.
    Clash(Index),
}

/// A report: which sections, how many persons, which columns filled.
#[derive(Clone, Debug)]
pub struct Case {
    pub sections: u8,
    pub victims: u8,
    pub accused: u8,
    pub age: Option<u8>,
    pub filled: bool,
    pub sealed: bool,
}

/// An act upon a case: which act, which case, which of what it has, and a number for the rest.
#[derive(Clone, Debug)]
pub struct CaseStep {
    pub act: Index,
    pub fir: Index,
    pub which: Index,
    pub age: Option<u8>,
    pub n: u8,
    /// An act of the prosecutor or the court, or one of the investigation.
    pub court: bool,
}

/// One officer's step.
#[derive(Clone, Debug)]
pub struct Step {
    pub office: usize,
    pub officer: u8,
    /// How the office's clock moves before it, seconds.
    pub clock: i64,
    /// How the hours stated differ from the clock, seconds.
    pub happened: i64,
    pub informed: Option<i64>,
    pub stated: i64,
    /// Opens the diary first where that is due, as a clerk would.
    pub ready: bool,
    /// Which flaw is worked into it.
    pub flaw: Option<u8>,
    pub what: What,
}

fn index() -> impl Strategy<Value = Index> {
    any::<Index>()
}

fn case() -> impl Strategy<Value = Case> {
    let age = prop_oneof![4 => Just(None), 1 => (0u8..=140).prop_map(Some)];
    (0u8..8, 0u8..4, 0u8..4, age, any::<bool>(), prop::bool::weighted(0.1)).prop_map(
        |(sections, victims, accused, age, filled, sealed)| Case {
            sections,
            victims,
            accused,
            age,
            filled,
            sealed,
        },
    )
}

fn case_step() -> impl Strategy<Value = What> {
    let age = prop_oneof![6 => Just(None), 1 => (0u8..=60).prop_map(Some)];
    (index(), index(), index(), age, any::<u8>(), any::<bool>())
        .prop_map(|(act, fir, which, age, n, court)| What::Upon(CaseStep { act, fir, which, age, n, court }))
}

fn station() -> impl Strategy<Value = What> {
    prop_oneof![
        1 => (0u8..4).prop_map(What::OpenOffice),
        1 => (0u8..2).prop_map(What::Appoint),
        1 => (0u8..2).prop_map(What::Relieve),
        1 => (-2i8..=2).prop_map(|days_off| What::DiaryOpen { days_off }),
        3 => (index(), any::<bool>()).prop_map(|(subject, of_case)| What::DiaryWrite { subject, of_case }),
        3 => (prop_oneof![3 => Just(0i64), 1 => -5i64..5], any::<bool>())
            .prop_map(|(off_by, told)| What::DiaryClose { off_by, told }),
        1 => (0u8..4, any::<bool>()).prop_map(|(section, letter)| What::Noncognizable { section, letter }),
        1 => Just(What::Refuse),
        2 => any::<bool>().prop_map(|of_case| What::Lodge { of_case }),
        2 => index().prop_map(What::Release),
        3 => (any::<bool>(), -1i64..2_000).prop_map(|(received, amount)| What::Cash { received, amount }),
        1 => Just(What::Incident),
        1 => any::<bool>().prop_map(|totals| What::Reconcile { totals }),
        1 => (0u8..7, 0u8..6).prop_map(|(book, number)| What::Enter { book, number }),
        1 => (index(), 0u8..5).prop_map(|(entry, column)| What::Fill { entry, column }),
        3 => cro(),
    ]
}

fn upon() -> impl Strategy<Value = What> {
    prop_oneof![
        6 => case().prop_map(What::Fir),
        8 => case_step(),
        1 => index().prop_map(What::Sign),
        2 => (index(), index()).prop_map(|(fir, to)| What::Despatch { fir, to }),
        1 => index().prop_map(What::Seal),
        1 => index().prop_map(What::Unseal),
        6 => correct(),
        2 => index().prop_map(What::Attest),
        1 => index().prop_map(What::Print),
        2 => (index(), 0u8..6, any::<bool>()).prop_map(|(to, file, of_case)| What::Attach { to, file, of_case }),
        3 => prop::collection::vec(index(), 1..3).prop_map(What::Expunge),
        1 => index().prop_map(What::Again),
        1 => index().prop_map(What::Clash),
    ]
}

fn clock() -> impl Strategy<Value = i64> {
    const DAY: i64 = 86_400;
    prop_oneof![
        8 => 0i64..7_200,
        3 => Just(DAY),
        2 => -3 * DAY..0,
        1 => prop_oneof![Just(365 * DAY), Just(-365 * DAY)],
    ]
}

/// Around the two minutes of grace, and far off.
fn skew() -> impl Strategy<Value = i64> {
    prop_oneof![6 => Just(0i64), 2 => -300i64..0, 2 => 118i64..123, 1 => -100_000i64..100_000]
}

fn step(what: impl Strategy<Value = What>) -> impl Strategy<Value = Step> {
    let who = (0..OFFICES, 0u8..4);
    let hours = (clock(), skew(), prop::option::weighted(0.3, skew()), skew());
    let flaw = prop::option::weighted(0.08, 0u8..12);
    (who, hours, prop::bool::weighted(0.9), flaw, what).prop_map(
        |((office, officer), (clock, happened, informed, stated), ready, flaw, what)| Step {
            office,
            officer,
            clock,
            happened,
            informed,
            stated,
            ready,
            flaw,
            what,
        },
    )
}

fn correct() -> impl Strategy<Value = What> {
    (index(), index(), index(), any::<bool>(), prop::bool::weighted(0.85)).prop_map(
        |(entry, column, word, struck_only, there)| What::Correct { entry, column, word, struck_only, there },
    )
}

fn cro() -> impl Strategy<Value = What> {
    (0u8..16, index(), index(), any::<u8>()).prop_map(|(turn, which, other, n)| What::Cro {
        turn,
        which,
        other,
        n,
    })
}

/// A sequence of up to `most` steps.
pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(prop_oneof![station(), upon()]), 1..=most)
}

/// A sequence at one station upon a few cases.
pub fn casework(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let what = prop_oneof![
        2 => case().prop_map(|case| What::Fir(Case { filled: true, ..case })),
        2 => (0u8..4).prop_map(What::Appoint),
        40 => case_step().prop_map(|what| match what {
            What::Upon(step) => What::Upon(CaseStep { court: step.court && step.n.is_multiple_of(8), ..step }),
            other => other,
        }),
        1 => index().prop_map(What::Seal),
        1 => index().prop_map(What::Unseal),
        2 => index().prop_map(What::Release),
        1 => correct(),
        1 => prop::collection::vec(index(), 1..2).prop_map(What::Expunge),
        1 => index().prop_map(What::Again),
    ];
    let at_one = |step: Step| Step { office: 0, clock: step.clock.clamp(0, 7_200), ready: true, ..step };
    let report = case()
        .prop_map(|case| What::Fir(Case { filled: true, sections: 3, accused: case.accused.max(1), ..case }));
    let first = (step((0u8..4).prop_map(What::Appoint)), step(report)).prop_map(|(one, two)| vec![one, two]);
    (first, prop::collection::vec(step(what), 1..=most))
        .prop_map(move |(first, rest)| first.into_iter().chain(rest).map(at_one).collect())
}

/// A sequence at one station whose officer investigates a few cases and follows them to the end.
pub fn courtwork(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let case =
        (1u8..4, any::<bool>(), prop::option::weighted(0.2, 10u8..30)).prop_map(|(accused, filled, age)| {
            What::Fir(Case { sections: 0, victims: 1, accused, age, filled, sealed: false })
        });
    let far = case_step().prop_map(|what| match what {
        What::Upon(step) => What::Upon(CaseStep { n: step.n | 1, court: true, ..step }),
        other => other,
    });
    let what =
        prop_oneof![1 => case, 30 => far, 1 => prop::collection::vec(index(), 1..2).prop_map(What::Expunge)];
    let plain = step(what).prop_map(|step| Step {
        office: 0,
        officer: 1,
        clock: step.clock.clamp(0, 90_000),
        ready: true,
        flaw: None,
        ..step
    });
    prop::collection::vec(plain, 30..=most)
}

/// A sequence at one station that enrols its accused, and whose record office searches; half of them are freed.
pub fn enrolments(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let case = || {
        (2u8..4, prop::option::weighted(0.1, 10u8..30)).prop_map(|(accused, age)| {
            What::Fir(Case { sections: 0, victims: 1, accused, age, filled: true, sealed: false })
        })
    };
    let of_case = |court: bool| {
        case_step().prop_map(move |what| match what {
            What::Upon(step) => What::Upon(CaseStep { n: step.n | 1, court, ..step }),
            other => other,
        })
    };
    let what = prop_oneof![
        1 => case(),
        12 => of_case(true),
        4 => of_case(false),
        30 => cro(),
        1 => prop::collection::vec(index(), 1..2).prop_map(What::Expunge),
        1 => (index(), 0u8..6, any::<bool>()).prop_map(|(to, file, of_case)| What::Attach { to, file, of_case }),
        1 => correct(),
        1 => index().prop_map(What::Again),
    ];
    let plain = |step: Step| {
        let officer = if matches!(step.what, What::Cro { .. }) { step.officer } else { 1 };
        let (clock, happened) = (step.clock.clamp(0, 3_600), 0);
        Step { office: 0, officer, clock, happened, ready: true, flaw: None, ..step }
    };
    (step(case()), prop::collection::vec(step(what), 20..=most))
        .prop_map(move |(first, rest)| std::iter::once(first).chain(rest).map(plain).collect())
}

/// A sequence at one station that corrects, attests and expunges the same few entries again and again.
pub fn penwork(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let entry = (index(), any::<bool>()).prop_map(|(subject, of_case)| What::DiaryWrite { subject, of_case });
    let what = prop_oneof![
        1 => entry,
        1 => case().prop_map(What::Fir),
        8 => correct(),
        1 => index().prop_map(What::Attest),
        2 => prop::collection::vec(index(), 1..3).prop_map(What::Expunge),
    ];
    let at_one = step(what).prop_map(|step| Step { office: 0, clock: step.clock.clamp(0, 600), ..step });
    prop::collection::vec(at_one, 1..=most)
}

fn thing() -> impl Strategy<Value = What> {
    (0u8..10, index(), 0u8..6, prop::bool::weighted(0.1)).prop_map(|(book, which, turn, odd)| What::Thing {
        book,
        which,
        turn,
        odd,
    })
}

/// A sequence at one station about its store-room, its lists and its papers.
pub fn things(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let what = prop_oneof![
        1 => case().prop_map(What::Fir),
        1 => (any::<bool>(), 0i64..2_000).prop_map(|(received, amount)| What::Cash { received, amount }),
        1 => prop::collection::vec(index(), 1..3).prop_map(What::Expunge),
        2 => (0u8..7, 0u8..6).prop_map(|(book, number)| What::Enter { book, number }),
        2 => (index(), 0u8..5).prop_map(|(entry, column)| What::Fill { entry, column }),
        30 => thing(),
    ];
    let at_one = step(what).prop_map(|step| {
        let (clock, happened) = (step.clock.clamp(0, 600), 0);
        Step { office: 0, officer: step.officer % 3, clock, happened, flaw: None, ..step }
    });
    prop::collection::vec(at_one, 1..=most)
}

/// A sequence at one station whose lock-up fills and empties.
pub fn lockup(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let what = prop_oneof![
        4 => any::<bool>().prop_map(|of_case| What::Lodge { of_case }),
        12 => index().prop_map(What::Release),
        1 => case().prop_map(What::Fir),
        1 => (Just(0i64), any::<bool>()).prop_map(|(off_by, told)| What::DiaryClose { off_by, told }),
        1 => prop::collection::vec(index(), 1..2).prop_map(What::Expunge),
        1 => index().prop_map(What::Again),
    ];
    let at_one = step(what).prop_map(|step| {
        let (clock, happened) = (step.clock.clamp(0, 90_000), 0);
        Step { office: 0, clock, happened, ready: true, ..step }
    });
    prop::collection::vec(at_one, 1..=most)
}
