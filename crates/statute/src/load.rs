//! Reading all the files into rows that remember their lines.

use crate::allowed::Allowed;
use crate::basis::Basis;
use crate::crosscheck::Crosscheck;
use crate::datum::Dated;
use crate::deadline::Deadline;
use crate::enactment::Enactment;
use crate::error::RowError;
use crate::holiday::Holiday;
use crate::look::{Look, Method};
use crate::offence::{Head, Offence};
use crate::office::Office;
use crate::rank::{Rank, Role};
use crate::regime::Regime;
use crate::register::{Column, Part, Register};
use crate::sources::Sources;
use crate::table::{Row, Table};

/// Columns that every file has.
const COMMON: &str = "citation province effective_from effective_to verified tag note";

/// A row with its line.
pub(crate) type Rows<T> = Vec<(u64, T)>;

/// Everything read, before it is checked against each other.
pub(crate) struct Loaded {
    pub(crate) acts: Rows<Enactment>,
    pub(crate) heads: Rows<Head>,
    pub(crate) offences: Rows<Offence>,
    pub(crate) ranks: Rows<Rank>,
    pub(crate) roles: Rows<Role>,
    pub(crate) registers: Rows<Register>,
    pub(crate) parts: Rows<Part>,
    pub(crate) columns: Rows<Column>,
    pub(crate) offices: Rows<Office>,
    pub(crate) deadlines: Rows<Deadline>,
    pub(crate) bases: Rows<Basis>,
    pub(crate) holidays: Rows<Holiday>,
    pub(crate) allowed: Rows<Allowed>,
    pub(crate) crosschecks: Rows<Crosscheck>,
    pub(crate) regimes: Rows<Regime>,
    pub(crate) looks: Rows<Look>,
    pub(crate) methods: Rows<Method>,
}

impl Loaded {
    /// Reads every file, adding the faults of each.
    pub(crate) fn read(sources: &Sources, faults: &mut Vec<RowError>) -> Self {
        let offence = "code act section en ur cognizable bailable compoundable max head class sensitive \
                       keywords text_tag flags_tag";
        let register = "number kind roman en ur rule retention writer numbering numbering_tag obsolete";
        let column = "register part order box key en ur kind needed filled personal unique choices";
        let deadline = "id trigger_en trigger_ur act_en act_ur act bound limit unit count flags actor";
        Self {
            acts: file(sources, "code en ur year aliases", faults, Enactment::read),
            heads: file(sources, "code en ur part return_line", faults, Head::read),
            offences: file(sources, offence, faults, Offence::read),
            ranks: file(sources, "code en ur bps_from bps_to order", faults, Rank::read),
            roles: file(sources, "code en ur minimum_rank office_kind", faults, Role::read),
            registers: file(sources, register, faults, Register::read),
            parts: file(sources, "register part order en ur entry diary", faults, Part::read),
            columns: file(sources, column, faults, Column::read),
            offices: file(sources, "code kind parent en ur", faults, Office::read),
            deadlines: file(sources, deadline, faults, Deadline::read),
            bases: file(sources, "code act section en ur", faults, Basis::read),
            holidays: file(sources, "code day en ur", faults, Holiday::read),
            allowed: file(sources, "kind subject from to least_rank by bases", faults, Allowed::read),
            crosschecks: file(
                sources,
                "id severity register hours en ur means_en means_ur",
                faults,
                Crosscheck::read,
            ),
            regimes: file(sources, "code of en ur least_rank woman bases", faults, Regime::read),
            looks: file(sources, "list code en ur near from to", faults, Look::read),
            methods: file(sources, "code group en ur", faults, Method::read),
        }
    }
}

fn file<T: Dated>(
    sources: &Sources,
    own: &str,
    faults: &mut Vec<RowError>,
    make: impl Fn(&Row<'_>) -> Result<T, RowError>,
) -> Rows<T> {
    let needed: Vec<&str> = own.split_whitespace().chain(COMMON.split_whitespace()).collect();
    let text = sources.text(T::FILE).unwrap_or_default();
    Table::read(T::FILE, text, &needed, faults).rows(faults, make)
}
