//! The store-room, road certificates, dockets.

use roznamcha_records::{Action, Shelf};

use crate::deed::plan::{
    Deed, Field, case, choice, day, line, number, officer, party, rows, rupees, text, thing, things, when,
    yes,
};

const ARTICLE: &[Field] = &[
    line("item").must(),
    line("quantity").must(),
    line("condition"),
    line("seals").hint("deed-hint-seals"),
    rupees("value_paisa").called("cell-value"),
    line("rack").must(),
    yes("narcotic"),
];
const WRONG: &[Field] = &[
    thing("item", Shelf::Articles, &["store"]).must(),
    choice("wrong", "deed-wrong-", &["missing", "seal_broken"]).must(),
    line("note").called("cell-discrepancy").must(),
];
const SEALS: &[&str] = &["intact", "broken", "none"];
const OUT: &[&str] = &["court", "laboratory", "doctor", "owner", "headquarters"];
const WAYS: &[&str] = &["return", "auction", "destroy", "confiscate"];

/// The forms.
pub(crate) const DEEDS: &[Deed] = &[
    Deed::of_station(
        "property.enter",
        Action::KeepProperty,
        &[
            choice("source", "code-kind-", &["case_property", "unclaimed", "personal_effects", "deposit"])
                .called("deed-source")
                .must(),
            case("fir").hint("diary-case-hint"),
            thing("diary", Shelf::Diary, &[]).maybe().called("deed-diary").hint("deed-hint-diary"),
            line("from_whom").must(),
            rows("articles", "cell-item", 1, ARTICLE),
        ],
    ),
    Deed::of_station(
        "property.move",
        Action::KeepProperty,
        &[
            thing("item", Shelf::Articles, &[]).must(),
            choice("direction", "deed-move-", &["out", "in"]).must(),
            choice("to", "code-place-", &["court", "doctor", "owner", "headquarters"])
                .called("deed-whither")
                .hint("deed-hint-by-road"),
            line("by_hand_of").must(),
            choice("seals", "code-seals-found-", SEALS).called("cell-seals-found").must(),
            line("authority").hint("deed-hint-bond"),
            text("defects").hint("deed-hint-broken"),
        ],
    ),
    Deed::of_station(
        "property.order",
        Action::OrderProperty,
        &[
            thing("item", Shelf::Articles, &[]).must(),
            line("court").must(),
            line("order_no").must(),
            day("order_date").called("order-date").must(),
            choice("direction", "code-final-order-", WAYS).called("cell-order").must(),
            line("to").called("deed-given-to"),
        ],
    ),
    Deed::of_station(
        "property.dispose",
        Action::OrderProperty,
        &[
            thing("item", Shelf::Articles, &["store", "owner"]).must(),
            choice("manner", "code-disposal-", WAYS).must(),
            line("to").called("deed-given-to"),
            rupees("price_paisa").called("cell-price"),
            text("witnesses").must(),
        ],
    ),
    Deed::of_station(
        "property.check",
        Action::OrderProperty,
        &[
            number("counted").called("cell-counted-items").must(),
            rows("discrepancies", "deed-discrepancy", 1, WRONG),
            text("remarks"),
        ],
    ),
    Deed::of_station(
        "road.issue",
        Action::KeepProperty,
        &[
            choice("to", "code-place-", &["laboratory", "court", "doctor", "headquarters"])
                .called("deed-whither")
                .must(),
            line("addressee").must(),
            officer("carrier").must(),
            things("items", Shelf::Articles, &["store"]).must(),
            choice("seals", "code-seals-found-", SEALS).called("cell-seals-found").must(),
            line("specimen"),
            when("left").must(),
        ],
    ),
    Deed::of_station(
        "road.receive",
        Action::KeepProperty,
        &[
            thing("road", Shelf::Roads, &["left"]).must(),
            when("received").called("deed-received-at").must(),
            line("receiver").must(),
            line("number").called("deed-their-no").must(),
            things("broken", Shelf::Articles, OUT),
            text("defects").hint("deed-hint-broken"),
        ],
    ),
    Deed::of_station(
        "road.return",
        Action::KeepProperty,
        &[thing("road", Shelf::Roads, &["received"]).must()],
    ),
    Deed::of_station(
        "docket.issue",
        Action::KeepProperty,
        &[
            choice("to", "deed-docket-", &["laboratory", "medical"]).called("deed-whither").must(),
            case("fir").hint("diary-case-hint"),
            line("addressee").must(),
            text("question").must(),
            things("items", Shelf::Articles, &[]).hint("deed-hint-laboratory"),
            party("person").maybe().hint("deed-hint-medical"),
        ],
    ),
    Deed::of_station(
        "docket.report",
        Action::KeepProperty,
        &[
            thing("docket", Shelf::Dockets, &[]).must(),
            line("report_no").must(),
            text("result").must(),
            choice("seals", "code-seals-found-", SEALS)
                .called("cell-seals-found")
                .hint("deed-hint-laboratory"),
        ],
    ),
];
