//! Acts of an investigation, from nomination to arrest and release.

use roznamcha_records::Action::{AssignInvestigation as Assign, InvestigateCase as Investigate};

use crate::deed::plan::{
    Deed, Field, accused, brought_one, charged, choice, investigator, line, lines, named, number, officer,
    order, party, person, rows, sections, text, when, yes, zimni,
};

const FOUND: &[Field] =
    &[line("description").must(), line("quantity"), brought_one("property").called("deed-brought").maybe()];

/// The forms.
pub(crate) const DEEDS: &[Deed] = &[
    Deed::upon("case.assign", Assign, &[officer("officer").called("fir-investigator").must()]),
    Deed::upon("case.apply", Assign, &[named("applicant"), text("grounds").must()]),
    Deed::upon(
        "case.reassign",
        Assign,
        &[
            order(),
            choice("authority", "rank-", &["sp", "ssp", "dig", "addl_igp", "igp"]).must(),
            line("board").must(),
            investigator("to").maybe().called("fir-investigator").hint("deed-hint-reassign"),
        ],
    ),
    Deed::upon(
        "case.nominate",
        Investigate,
        &[
            party("person"),
            text("description").called("person-description"),
            choice("named_by", "deed-named-by-", &["informant", "witness", "investigation"]).must(),
            text("ground").must(),
            line("village").maybe().hint("deed-hint-village"),
            line("search_slip").maybe(),
        ],
    ),
    Deed::upon(
        "case.version",
        Investigate,
        &[
            named("person"),
            yes("cross").hint("deed-hint-cross"),
            sections("sections"),
            text("text").called("deed-words").must(),
        ],
    ),
    Deed::upon(
        "case.statement",
        Investigate,
        &[
            named("person"),
            choice("under", "deed-under-", &["161", "164"]).must(),
            when("taken").must(),
            text("text").called("deed-words").must(),
            line("magistrate").maybe().hint("deed-hint-164"),
            yes("signed").hint("deed-hint-164"),
        ],
    ),
    Deed::upon(
        "case.zimni",
        Investigate,
        &[
            when("received").called("deed-zimni-received").must(),
            when("began").must(),
            when("closed").must(),
            lines("places"),
            text("text").called("deed-zimni-text").must(),
        ],
    ),
    Deed::upon(
        "case.sections",
        Investigate,
        &[sections("add"), charged("strike"), zimni("zimni").must(), line("reason").must()],
    ),
    Deed::upon(
        "case.memo",
        Investigate,
        &[
            choice("of", "deed-memo-", &["search", "recovery"]).must(),
            when("at").called("deed-at").must(),
            line("place").must(),
            accused("accused").maybe().called("deed-from-accused"),
            line("warrant").maybe().hint("deed-hint-warrant"),
            text("grounds").called("deed-no-warrant"),
            lines("witnesses").must().hint("deed-hint-two-witnesses"),
            rows("items", "deed-found", 2, FOUND),
        ],
    ),
    Deed::upon(
        "case.arrest",
        Investigate,
        &[
            accused("accused").must(),
            when("arrested").must(),
            line("place").must(),
            officer("by").must(),
            text("justification").must(),
            line("relative_told").maybe(),
            officer("woman_officer").maybe().hint("deed-hint-woman-officer"),
            line("guardian_told").maybe().hint("deed-hint-juvenile"),
            line("probation_told").maybe().hint("deed-hint-juvenile"),
        ],
    ),
    Deed::upon(
        "case.inform",
        Investigate,
        &[
            accused("accused").must(),
            choice("told", "deed-told-", &["relative", "guardian", "legal_aid"]).must(),
            line("whom").must(),
        ],
    ),
    Deed::upon(
        "case.remand",
        Investigate,
        &[
            accused("accused").must(),
            choice("keeping", "code-remand-", &["police", "judicial"]).must(),
            number("days").must(),
            order(),
            line("challan").called("cell-challan-no").must(),
        ],
    ),
    Deed::upon(
        "case.bail",
        Investigate,
        &[accused("accused").must(), order(), number("bond_rupees").must(), text("sureties")],
    ),
    Deed::upon(
        "case.release",
        Investigate,
        &[accused("accused").must(), text("reasons").must(), line("bond").must()],
    ),
    Deed::upon(
        "case.warrant",
        Investigate,
        &[
            accused("accused").must(),
            choice("warrant", "code-process-warrant-", &["bailable", "non_bailable"]).must(),
            order(),
        ],
    ),
    Deed::upon(
        "case.proclaim",
        Investigate,
        &[
            accused("accused").must(),
            order(),
            when("published").called("cell-proclamation").must(),
            number("days").must().hint("deed-hint-thirty-days"),
        ],
    ),
    Deed::upon(
        "case.medical",
        Investigate,
        &[
            person("party").called("cell-person").must(),
            when("examined").must(),
            line("hospital").must(),
            line("certificate").must(),
            text("findings"),
        ],
    ),
];
