//! What is due by law: open clocks of the stations at or below an office, reckoned at this moment. FIR numbers,
//! deadlines and officers only; no person of a case in it.

use roznamcha_access::{Action, ResourceKind, Role};
use roznamcha_acts::Moment;
use roznamcha_acts::rows::View;
use roznamcha_acts::views::ClockRow;
use roznamcha_deadlines::{ClockFacts, Pause, State, reckon};
use roznamcha_statute::{Deadline, Province};
use roznamcha_store::{After, Query};

use crate::{Caller, DoorError, Records};

/// Clocks of one station that are reckoned at most. A station has some hundreds open.
const MOST_CLOCKS: usize = 20_000;
/// Lines of one answer at most.
const MOST_LINES: usize = 500;
/// Clocks read at a time.
const PAGE: u32 = 1_000;

/// Which deadlines.
#[derive(Clone, Debug, Default)]
pub struct DeadlineFilter {
    /// The office; all stations at or below it.
    pub office: String,
    /// Only those of this officer.
    pub officer: Option<String>,
    /// Only those in this state.
    pub state: Option<State>,
}

/// A clock with what the law says of it.
#[derive(Clone, Debug)]
pub struct DeadlineLine {
    /// The station.
    pub office: String,
    /// What the clock runs for.
    pub subject: String,
    /// The row of the law.
    pub law: Deadline,
    /// The case: the act that registered its report.
    pub fir: Option<String>,
    /// FIR number and year.
    pub title: Option<String>,
    /// Who must act.
    pub officer: Option<String>,
    /// When it started.
    pub started: Moment,
    /// Until when; `None` while a stay holds.
    pub due: Option<Moment>,
    /// How it stands.
    pub state: State,
    /// Seconds past the limit.
    pub late_seconds: i64,
    /// Past the hard flag of the law's row.
    pub hard: bool,
    /// A reason for the breach is on record.
    pub reasoned: bool,
}

/// How many, of one station or of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DeadlineCounts {
    /// Past the limit.
    pub overdue: u64,
    /// Past a warning point.
    pub warned: u64,
    /// Running.
    pub running: u64,
    /// Stopped by a stay.
    pub paused: u64,
}

impl DeadlineCounts {
    fn add(&mut self, state: State) {
        match state {
            State::Overdue => self.overdue += 1,
            State::Warned => self.warned += 1,
            State::Running => self.running += 1,
            State::Paused => self.paused += 1,
            State::TooSoon | State::Met | State::Breached => {}
        }
    }

    fn sum(self, other: Self) -> Self {
        Self {
            overdue: self.overdue + other.overdue,
            warned: self.warned + other.warned,
            running: self.running + other.running,
            paused: self.paused + other.paused,
        }
    }
}

/// What is due at or below an office.
#[derive(Clone, Debug, Default)]
pub struct DeadlineBoard {
    /// The clocks, the latest first, then by when they are due.
    pub lines: Vec<DeadlineLine>,
    /// There are more than are listed.
    pub more: bool,
    /// All stations together.
    pub counts: DeadlineCounts,
    /// Each station with what is due there, by code.
    pub stations: Vec<(String, DeadlineCounts)>,
}

impl Records {
    /// What is due by law at or below an office, or for one officer.
    ///
    /// # Errors
    /// [`DoorError::NotFound`] where the office is none of the caller's; store errors.
    pub async fn deadlines(
        &self,
        caller: &Caller,
        filter: &DeadlineFilter,
    ) -> Result<DeadlineBoard, DoorError> {
        self.office(&filter.office).await?;
        let row = self.at(ResourceKind::Fir, &filter.office);
        let permit = self.ask(caller, Action::ReadFir, &row, "deadlines").await?;
        let outcome = self.board(filter).await;
        self.finish(permit, outcome, |board| board.lines.len()).await
    }

    /// The deadlines an officer's page begins with: an investigating officer's own, everybody else's office's.
    pub fn deadlines_of(&self, caller: &Caller) -> DeadlineFilter {
        let own = caller.role() == Role::Io;
        let officer = own.then(|| caller.officer().to_owned());
        DeadlineFilter { office: caller.office().to_owned(), officer, state: None }
    }

    pub(crate) async fn board(&self, filter: &DeadlineFilter) -> Result<DeadlineBoard, DoorError> {
        let tree = self.offices();
        let mut board = DeadlineBoard::default();
        for station in tree.stations(&filter.office) {
            let Ok(province) = station.province.parse::<Province>() else { continue };
            let mut counts = DeadlineCounts::default();
            for clock in self.open_clocks(&station.code, filter.officer.as_deref()).await? {
                let Some(line) = self.line(clock, province) else { continue };
                counts.add(line.state);
                let wanted = filter.state.map_or(line.state.is_open(), |state| line.state == state);
                if wanted {
                    board.lines.push(line);
                }
            }
            board.counts = board.counts.sum(counts);
            if counts != DeadlineCounts::default() {
                board.stations.push((station.code.clone(), counts));
            }
        }
        board.lines.sort_by_key(|l| (l.due, l.title.clone(), l.law.id.clone()));
        board.more = board.lines.len() > MOST_LINES;
        board.lines.truncate(MOST_LINES);
        Ok(board)
    }

    async fn open_clocks(&self, office: &str, officer: Option<&str>) -> Result<Vec<ClockRow>, DoorError> {
        let mut query = Query::of::<ClockRow>(office).eq("open", true).limit(PAGE);
        if let Some(officer) = officer {
            query = query.eq("officer", officer);
        }
        let mut all: Vec<ClockRow> = Vec::new();
        while all.len() < MOST_CLOCKS {
            let page: Vec<ClockRow> = self.all(query.clone()).await?;
            let full = page.len() == PAGE as usize;
            all.extend(page);
            let Some(last) = all.last().filter(|_| full) else { break };
            query.after = Some(After { value: None, office: office.to_owned(), key: last.key() });
        }
        Ok(all)
    }

    /// `None` where no such deadline was in force in the province when the clock started.
    pub(crate) fn line(&self, clock: ClockRow, province: Province) -> Option<DeadlineLine> {
        let marks: Vec<String> = clock.marks.iter().map(|m| m.as_str().to_owned()).collect();
        let run = &clock.run;
        let pauses: Vec<Pause> = run.pauses.iter().map(pause).collect();
        let facts = ClockFacts {
            deadline: &clock.deadline,
            province,
            started: run.started.at.timestamp(),
            met: run.met.as_ref().map(|met| met.at.timestamp()),
            pauses: &pauses,
            marks: &marks,
        };
        let verdict = reckon(self.statute(), &facts, self.clock.now().timestamp())?;
        Some(DeadlineLine {
            law: verdict.deadline.clone(),
            started: run.started.at,
            due: verdict.due.map(Moment::new),
            state: verdict.state,
            late_seconds: verdict.late_seconds,
            hard: verdict.hard,
            reasoned: !run.reasons.is_empty(),
            office: clock.office,
            subject: clock.subject,
            fir: clock.fir,
            title: clock.title,
            officer: clock.officer,
        })
    }
}

fn pause(pause: &roznamcha_acts::views::Pause) -> Pause {
    Pause { from: pause.from.at.timestamp(), until: pause.until.as_ref().map(|u| u.at.timestamp()) }
}
