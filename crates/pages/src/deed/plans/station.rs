//! Arms, change of charge, absconders, surveillance, inquests, missing persons.

use roznamcha_records::{Action, Shelf};

use crate::deed::plan::{
    Deed, Field, case, choice, command, day, line, named, number, officer, party, rows, rupees, text, thing,
    when, yes,
};

const DIFFERENCE: &[Field] = &[
    choice("of", "code-differs-", &["cash", "store", "arms", "deposits", "pending"])
        .called("cell-differs")
        .must(),
    line("reason").must(),
];
const GROUNDS: &[&str] = &[
    "proclaimed",
    "released_565",
    "suspended_401",
    "restricted",
    "convicted_twice",
    "habitual",
    "security_109_110",
    "conditional_release",
];

/// The forms.
pub(crate) const DEEDS: &[Deed] = &[
    Deed::of_station(
        "custody.return",
        Action::LodgeCustody,
        &[
            thing("custody", Shelf::Lockup, &["hospital"]).called("custody-person").must(),
            officer("by").called("deed-brought-by").must(),
            text("remarks"),
        ],
    ),
    Deed::of_station(
        "custody.escape",
        Action::ReleaseCustody,
        &[
            thing("custody", Shelf::Lockup, &[]).called("custody-person").must(),
            when("escaped").must(),
            officer("guard").must(),
            text("circumstances").must(),
            case("report").called("deed-escape-report").hint("deed-hint-escape"),
            line("report_elsewhere"),
        ],
    ),
    Deed::of_station(
        "weapon.move",
        Action::KeepArms,
        &[
            thing("weapon", Shelf::Weapons, &[]).must(),
            choice("direction", "deed-weapon-", &["out", "in"]).must(),
            officer("officer").must(),
            number("rounds").must(),
            line("remarks").hint("deed-hint-rounds"),
        ],
    ),
    Deed::of_station(
        "arms.deposit",
        Action::KeepArms,
        &[
            line("depositor").must(),
            line("licence_no").must(),
            thing("licence", Shelf::Licences, &[]).maybe(),
            line("weapon").must(),
            choice("reason", "code-reason-", &["section_16", "lapsed", "death", "election", "order"]).must(),
            line("kept_at").must(),
        ],
    ),
    Deed::of_station(
        "arms.return",
        Action::KeepArms,
        &[
            thing("deposit", Shelf::Deposits, &[]).must(),
            line("to").called("deed-given-to"),
            command().maybe().hint("deed-hint-confiscated"),
        ],
    ),
    Deed::of_station(
        "charge.hand_over",
        Action::HandOverCharge,
        &[
            choice("charge", "role-", &["sho", "moharrar"]).called("deed-charge-of").must(),
            officer("to").called("deed-charge-to").must(),
            rupees("cash_paisa").called("cell-counted").must().hint("deed-hint-count"),
            number("in_store").must().hint("deed-hint-count"),
            number("arms").must().hint("deed-hint-count"),
            number("deposits").must().hint("deed-hint-count"),
            number("pending").called("code-differs-pending").must().hint("deed-hint-count"),
            rows("differences", "deed-difference", 1, DIFFERENCE),
            text("registers_state").must(),
        ],
    ),
    Deed::of_station(
        "charge.take_over",
        Action::HandOverCharge,
        &[thing("charge", Shelf::Charges, &["given"]).must()],
    ),
    Deed::of_station(
        "charge.countersign",
        Action::CountersignCharge,
        &[thing("charge", Shelf::Charges, &["taken"]).must()],
    ),
    Deed::of_station(
        "absconder.enter",
        Action::ListAbsconder,
        &[
            choice("list", "deed-list-", &["other_stations", "deserters"]).must(),
            named("person").hint("deed-hint-not-by-name"),
            text("description").called("person-description").must(),
            line("reference").must(),
            line("wanted_by").must(),
            day("since").must(),
            text("haunts"),
        ],
    ),
    Deed::of_station(
        "absconder.remove",
        Action::StrikeAbsconder,
        &[
            thing("absconder", Shelf::Absconders, &[]).must(),
            choice("reason", "code-removal-", &["arrest", "death", "order"]).must(),
            text("particulars").must(),
            command().maybe().hint("deed-hint-if-order"),
        ],
    ),
    Deed::of_station(
        "surveillance.order",
        Action::OrderSurveillance,
        &[
            named("person").hint("deed-hint-never-a-child"),
            choice("part", "deed-watch-", &["I", "II"]),
            yes("sheet"),
            text("description").called("person-description").must(),
            line("offence_class").must(),
            choice("ground", "code-ground-", GROUNDS).must(),
            text("facts").must(),
            command(),
            day("review_due").must(),
        ],
    ),
    Deed::of_station(
        "surveillance.visit",
        Action::VisitWatched,
        &[thing("watch", Shelf::Watched, &["listed"]).must(), yes("found"), text("remarks")],
    ),
    Deed::of_station(
        "surveillance.review",
        Action::OrderSurveillance,
        &[
            thing("watch", Shelf::Watched, &[]).must(),
            command(),
            text("reasons").must(),
            day("review_due").must(),
        ],
    ),
    Deed::of_station(
        "surveillance.remove",
        Action::OrderSurveillance,
        &[
            thing("watch", Shelf::Watched, &[]).must(),
            command(),
            choice("reason", "code-removal-", &["reformed", "acquitted", "died", "moved", "no_ground"])
                .must(),
            yes("destroy"),
        ],
    ),
    Deed::of_station(
        "inquest.open",
        Action::HoldInquest,
        &[
            party("deceased"),
            line("place").must(),
            named("found_by"),
            when("informed_at").must(),
            line("magistrate").must(),
            when("magistrate_informed_at").must(),
            text("respectables").must(),
            text("injuries").must(),
            line("apparent_cause").must(),
            line("weapon"),
            line("hospital").maybe().hint("deed-hint-hospital"),
        ],
    ),
    Deed::of_station(
        "inquest.close",
        Action::HoldInquest,
        &[
            thing("inquest", Shelf::Inquests, &[]).must(),
            choice("outcome", "code-outcome-", &["natural", "accident", "suicide", "case"]).must(),
            line("post_mortem_no"),
            line("handed_to").must(),
            case("fir").hint("deed-hint-became-case"),
        ],
    ),
    Deed::of_station(
        "missing.report",
        Action::ReportMissing,
        &[
            named("person").hint("deed-hint-age"),
            when("last_seen").must(),
            line("place").must(),
            text("description").called("person-description").must(),
            named("reporter"),
            line("alert_no"),
        ],
    ),
    Deed::of_station(
        "missing.alert",
        Action::ReportMissing,
        &[
            thing("missing", Shelf::Missing, &[]).called("deed-missing-report").must(),
            line("alert_no").must(),
            when("sent").must(),
        ],
    ),
    Deed::of_station(
        "missing.close",
        Action::ReportMissing,
        &[
            thing("missing", Shelf::Missing, &[]).called("deed-missing-report").must(),
            choice("outcome", "code-outcome-", &["found", "case", "withdrawn"]).must(),
            text("particulars").must(),
            case("fir").hint("deed-hint-became-case"),
        ],
    ),
    Deed::of_station(
        "justice.order",
        Action::RecordJustice,
        &[
            line("petition_no").must(),
            day("filed").must(),
            line("court").called("deed-justice-court").must(),
            day("order_date").must(),
            when("received").called("deed-justice-received").must(),
            choice("directs", "code-directs-", &["register", "change", "neglect", "nothing"]).must(),
            text("direction").called("deed-justice-direction").must().hint("deed-hint-justice-words"),
            thing("report", Shelf::Declined, &[]).called("deed-justice-report").maybe(),
            case("fir").hint("deed-hint-justice-case"),
        ],
    ),
    Deed::of_station(
        "justice.comply",
        Action::RecordJustice,
        &[
            thing("order", Shelf::Directions, &[]).called("deed-justice-order").must(),
            case("fir").called("deed-justice-fir").hint("deed-hint-justice-fir"),
            text("report").called("deed-compliance").must(),
        ],
    ),
    Deed::of_station(
        "informant.call",
        Action::CallInformant,
        &[
            thing("report", Shelf::Told, &[]).called("deed-call-report").must(),
            choice("says", "code-says-", &["agrees", "disagrees", "unreached"]).must(),
            text("words").called("deed-call-words").hint("deed-hint-call-words"),
        ],
    ),
];
