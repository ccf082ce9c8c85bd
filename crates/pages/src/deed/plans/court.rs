//! Challan, the prosecutor's scrutiny, the court, and every way in which a case ends.

use roznamcha_records::Action;

use crate::deed::plan::{
    Deed, Field, accused, answers, brought, charged, choice, day, each_accused, line, lines, many_accused,
    number, officer, order, rows, sections_of_case, text, yes,
};

const CHALLANED: &[Field] = &[
    accused("accused").must(),
    choice("class", "deed-class-", &["alif", "be", "jim"]).must(),
    charged("sections"),
];
const PROVES: &[&str] = &["complainant", "eye", "recovery", "medical", "formal", "investigating_officer"];
const WITNESS: &[Field] =
    &[line("person").called("person-name").must(), choice("of", "deed-proves-", PROVES).must()];
const PURPOSES: &[&str] =
    &["appearance", "charge", "evidence", "statement", "defence", "arguments", "judgment", "application"];

/// The forms.
pub(crate) const DEEDS: &[Deed] = &[
    Deed::upon(
        "challan.submit",
        Action::SubmitChallan,
        &[
            choice("report", "deed-report-", &["interim", "complete", "absentia"]).must(),
            each_accused("persons", CHALLANED).hint("deed-hint-class"),
            rows("witnesses", "deed-witness", 2, WITNESS),
            brought("property").called("deed-property-sent"),
            text("samples"),
            officer("through").must(),
            line("prosecutor").must(),
        ],
    ),
    Deed::upon(
        "challan.object",
        Action::WriteScrutiny,
        &[line("prosecutor").must(), lines("objections").must()],
    ),
    Deed::upon("challan.answer", Action::AnswerObjections, &[answers("answers").must()]),
    Deed::upon("challan.forward", Action::WriteScrutiny, &[line("prosecutor").must(), line("court").must()]),
    Deed::upon(
        "challan.receive",
        Action::WriteCourt,
        &[line("court").must(), line("number").called("deed-court-no").must(), day("on").must()],
    ),
    Deed::upon(
        "case.hearing",
        Action::WriteCourt,
        &[
            day("on").must(),
            line("court").must(),
            choice("purpose", "deed-hearing-", PURPOSES).called("deed-hearing-for").must(),
            text("order").must(),
            lines("witnesses").called("deed-witnesses-heard"),
            line("prosecutor"),
            day("next").called("cell-next-date"),
            choice("next_purpose", "deed-hearing-", PURPOSES),
        ],
    ),
    Deed::upon(
        "case.charge",
        Action::WriteCourt,
        &[
            line("court").must(),
            day("on").must(),
            many_accused("accused").must(),
            sections_of_case("sections").must(),
        ],
    ),
    Deed::upon("case.stay", Action::WriteCourt, &[order()]),
    Deed::upon("case.unstay", Action::WriteCourt, &[order()]),
    Deed::upon(
        "accused.convict",
        Action::WriteCourt,
        &[
            accused("accused").must(),
            order(),
            sections_of_case("sections").must(),
            text("sentence").must(),
            number("fine_rupees"),
            line("village").maybe().hint("deed-hint-village"),
            line("slip_no").maybe(),
            day("release_date"),
            yes("notify_residence"),
        ],
    ),
    Deed::upon(
        "accused.acquit",
        Action::WriteCourt,
        &[
            accused("accused").must(),
            choice("under", "deed-acquit-", &["249_a", "265_k", "merits"]).must(),
            order(),
        ],
    ),
    Deed::upon(
        "accused.discharge",
        Action::WriteCourt,
        &[accused("accused").must(), choice("under", "deed-discharge-", &["63", "169"]).must(), order()],
    ),
    Deed::upon("accused.abate", Action::WriteCourt, &[accused("accused").must(), order()]),
    Deed::upon(
        "accused.review",
        Action::ReviewConvict,
        &[accused("accused").must(), order(), yes("watched").called("deed-watched"), text("grounds").must()],
    ),
    Deed::upon(
        "appeal.decide",
        Action::WriteCourt,
        &[
            accused("accused").must(),
            choice("result", "deed-appeal-", &["upheld", "altered", "set_aside", "retrial"]).must(),
            order(),
            text("sentence").hint("deed-hint-altered"),
        ],
    ),
    Deed::upon(
        "prints.destroy",
        Action::CertifyPrints,
        &[
            accused("accused").must(),
            choice("fate", "deed-prints-", &["destroyed", "none_taken", "kept"]).called("deed-prints").must(),
            order().called("deed-certificate"),
            text("particulars").hint("deed-hint-prints"),
        ],
    ),
    Deed::upon(
        "case.compound",
        Action::WriteCourt,
        &[choice("under", "deed-compound-", &["ordinary", "qisas"]).must(), order()],
    ),
    Deed::upon("case.withdraw", Action::WriteCourt, &[order()]),
    Deed::upon("case.quash", Action::WriteCourt, &[order()]),
    Deed::upon(
        "case.transfer",
        Action::WriteCourt,
        &[
            choice("to", "deed-transfer-", &["court", "station"]).must(),
            line("name").called("deed-transfer-name").must(),
            order(),
        ],
    ),
    Deed::upon("case.shelve", Action::WriteCourt, &[order()]),
    Deed::upon(
        "case.reopen",
        Action::ReopenCase,
        &[text("ground").must(), accused("accused").maybe().hint("deed-hint-reopen"), order().maybe()],
    ),
    Deed::upon(
        "final.recommend",
        Action::RecommendFinal,
        &[
            choice("report", "deed-report-", &["false", "mistake", "non_cognizable", "untraced"]).must(),
            text("grounds").must(),
            officer("through").must(),
            line("prosecutor").must(),
        ],
    ),
    Deed::upon(
        "final.agree",
        Action::WriteScrutiny,
        &[line("prosecutor").must(), yes("agreed"), text("remarks").hint("deed-hint-disagree")],
    ),
    Deed::upon("final.order", Action::WriteCourt, &[yes("agreed"), order()]),
    Deed::upon(
        "case.falsehood",
        Action::ProceedFalse,
        &[
            choice("under", "deed-falsehood-", &["182", "211"]).must(),
            line("person").must(),
            line("court").must(),
            text("grounds").must(),
        ],
    ),
];
