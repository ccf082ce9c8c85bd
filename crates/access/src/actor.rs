//! Who asks: an officer acting in one role from one office.

use serde::{Deserialize, Serialize};

use crate::names::named;

named! {
    /// The roles of a signed-in officer (Police Rules 1934, Police Order 2002, practice of the stations).
    Role, "role" {
        /// Civilian assistant at the front desk.
        FrontDesk = "front_desk",
        /// The station clerk, who writes the registers.
        Moharrar = "moharrar",
        /// Acts for the SHO in the SHO's absence.
        DutyOfficer = "duty_officer",
        /// Investigating officer.
        Io = "io",
        /// Officer in charge of the police station.
        Sho = "sho",
        /// Head of a circle (subdivision).
        Sdpo = "sdpo",
        /// Head of a district's police.
        Dpo = "dpo",
        /// Head of a region's police.
        Rpo = "rpo",
        /// Head of a province's police, and the statistics of that office.
        Igp = "igp",
        /// Criminal record office.
        Cro = "cro",
        /// Crime analyst: places and counts, never persons.
        Analyst = "analyst",
        /// Public prosecutor.
        Prosecutor = "prosecutor",
        /// A court.
        Court = "court",
        /// A prison; nothing yet.
        Prison = "prison",
        /// A forensic science laboratory; nothing yet.
        Fsl = "fsl",
        /// Oversight: checks the books, changes nothing.
        Auditor = "auditor",
        /// Manages staff, offices and accounts; sees no case.
        Administrator = "administrator",
    }
}

/// The officer who asks, as posted and ranked at this moment.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Actor {
    /// The officer's code, unique in the service.
    pub officer: String,
    /// The role in which the officer acts.
    pub role: Role,
    /// Constable 1, head constable 2, ASI 3, sub-inspector 4, inspector 5, ... IGP 11; a civilian 0.
    pub rank_order: i64,
    /// The code of the office where the officer is posted. A court, a prosecution office and a record office
    /// have a code of their own below the district they serve: the nearest code of `scope` is that district.
    pub office: String,
    /// The codes of the offices above, nearest first: circle, district, region, province, country.
    pub scope: Vec<String>,
    /// Whether the officer is a woman (some statements are recorded only before a woman officer).
    pub woman: bool,
    /// Whether the officer is trained for cases of children.
    pub juvenile_trained: bool,
}
