//! What stands at the head of every tab: how the case stands, who has it, what is due next, and the tabs.

use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::Moment;
use roznamcha_journal::EntryRef;
use roznamcha_records::{CaseFile, DeadlineLine, DeadlineState};
use roznamcha_sheets::Sight;
use roznamcha_statute::Register;
use roznamcha_words::{Arg, Lang, dates, digits};

use crate::ctx::Voice;
use crate::office::show;
use crate::station::show::machine;
use crate::{Ctx, Pages, Problem, Shell};

/// Deadlines shown at the head.
const NEXT: usize = 3;

/// A tab and the key that opens it with Alt.
pub(crate) struct Tab {
    pub href: String,
    pub text: String,
    pub key: &'static str,
    /// How many are in it; empty where that says nothing.
    pub count: String,
    pub current: bool,
}

/// A deadline that runs.
pub(crate) struct Due {
    pub what: String,
    pub citation: String,
    pub doubtful: bool,
    pub officer: String,
    pub until: String,
    pub machine: String,
    /// Days or hours left, or how late.
    pub left: String,
    pub state: String,
    pub chip: &'static str,
    pub overdue: bool,
    pub reasoned: bool,
}

/// Where an act stands in a register.
pub(crate) struct InBook {
    /// The page of the entry; empty for who may not open it.
    pub href: String,
    pub text: String,
}

/// The head of a case file and what every tab needs.
pub(crate) struct Head {
    pub voice: Voice,
    pub file: CaseFile,
    pub sight: Sight,
    /// Number and year.
    pub title: String,
    pub station: String,
    pub stage: String,
    /// Whether the case has ended, and its chip says so.
    pub ended: bool,
    pub since: String,
    /// The present investigating officer; empty where nobody has it.
    pub officer: String,
    pub next_date: String,
    pub next_machine: String,
    pub due: Vec<Due>,
    pub tabs: Vec<Tab>,
    /// The reader may print documents of the case.
    pub prints: bool,
    pub registers: Vec<(String, String)>,
    /// Registers, and the diary, may be opened from here.
    pub reads: (bool, bool),
}

/// The tabs in order: place in the address, message key, key with Alt.
const TABS: [(&str, &str, &str); 9] = [
    ("", "case-tab-overview", "1"),
    ("timeline", "case-tab-timeline", "2"),
    ("sections", "case-tab-sections", "3"),
    ("accused", "case-tab-accused", "4"),
    ("persons", "case-tab-persons", "5"),
    ("zimnis", "case-tab-zimnis", "6"),
    ("property", "case-tab-property", "7"),
    ("challan", "case-tab-challan", "8"),
    ("court", "case-tab-court", "9"),
];

/// The message key of a stage.
pub(crate) fn stage_key(stage: &str) -> String {
    format!("case-stage-{}", stage.replace('_', "-"))
}

impl Head {
    /// Opens the case file for a tab.
    pub(crate) async fn open(pages: &Pages, ctx: &Ctx, fir: &str, tab: &str) -> Result<Self, Problem> {
        let file = pages.records.case_file(&ctx.caller, fir).await.map_err(|e| ctx.problem(e))?;
        let voice = &ctx.voice;
        let case = &file.case;
        let mut sight = Sight::of(&pages.records, voice, &case.office, std::iter::empty())
            .await
            .map_err(|e| ctx.problem(e))?;
        sight.learn_names(codes(&file)).await.map_err(|e| ctx.problem(e))?;
        let now = pages.records.now();
        let open = file.clocks.iter().filter(|c| c.state.is_open() || c.state == DeadlineState::Paused);
        let due = open.take(NEXT).map(|c| due(&sight, c, now)).collect();
        let own = case.io().is_some_and(|io| io.officer == ctx.caller.officer());
        let prints =
            own || pages.records.may(&ctx.caller, Action::PrintDocument, ResourceKind::Fir, &case.office);
        Ok(Self {
            prints: prints && file.persons,
            title: case.title(),
            station: show::office(pages, voice, &case.office),
            stage: voice.t(&stage_key(case.stage.as_str())),
            ended: !case.stage.is_open(),
            since: dates::date(voice.lang, case.since.day()),
            officer: case.io().map(|io| sight.officer(&io.officer)).unwrap_or_default(),
            next_date: case.next_date.map(|d| dates::long_date(voice.lang, d)).unwrap_or_default(),
            next_machine: case.next_date.map(|d| d.to_string()).unwrap_or_default(),
            due,
            tabs: tabs(voice, &file, tab),
            registers: registers(pages, voice),
            reads: (
                pages.records.may(&ctx.caller, Action::ReadRegister, ResourceKind::Register, &case.office),
                pages.records.may(&ctx.caller, Action::ReadDiary, ResourceKind::Diary, &case.office),
            ),
            voice: voice.clone(),
            sight,
            file,
        })
    }

    /// The frame of a tab.
    pub(crate) fn shell(&self, pages: &Pages, ctx: &Ctx) -> Shell {
        let mut shell =
            Shell::new(pages, ctx, self.voice.with("case-title", &[("no", self.title.as_str().into())]));
        let cases = shell.nav.iter_mut().flat_map(|g| &mut g.links).find(|l| l.href == "/cases");
        if let Some(link) = cases {
            link.current = true;
        }
        shell
    }

    /// A message.
    pub(crate) fn t(&self, key: &str) -> String {
        self.voice.t(key)
    }

    /// A moment in words.
    pub(crate) fn when(&self, at: &Moment) -> String {
        show::when(&self.voice, *at)
    }

    /// A moment for the machine.
    pub(crate) fn machine(&self, at: &Moment) -> String {
        machine(*at)
    }

    /// A page of this case.
    pub(crate) fn href(&self, tab: &str) -> String {
        if tab.is_empty() {
            format!("/cases/{}", self.file.case.fir)
        } else {
            format!("/cases/{}/{tab}", self.file.case.fir)
        }
    }

    /// The name of a person of the case; who he is in it where he may not be named.
    pub(crate) fn person(&self, index: u32) -> String {
        match self.file.person(index) {
            Some(row) if row.party.name.is_empty() => self.t("party-accused-unknown"),
            Some(row) => row.party.name.clone(),
            None => self.voice.n("case-person-no", "n", i64::from(index) + 1),
        }
    }

    /// Where entries stand in the registers. A working register of the case itself is left out: it is a tab here.
    pub(crate) fn books(&self, entries: &[EntryRef]) -> Vec<InBook> {
        let there = entries.iter().filter(|e| e.register != "w-zimni");
        there.map(|entry| self.book(entry)).collect()
    }

    fn book(&self, entry: &EntryRef) -> InBook {
        let known = self.registers.iter().find(|(code, _)| *code == entry.register);
        let name = known.map_or(entry.register.as_str(), |(_, name)| name.as_str());
        let serial = show::count(&self.voice, entry.serial);
        InBook { href: self.entry(entry), text: format!("{name}: {serial}") }
    }

    /// The page of an entry; empty for who may not open it.
    pub(crate) fn entry(&self, entry: &EntryRef) -> String {
        let may = if entry.register == "2" { self.reads.1 } else { self.reads.0 };
        let (office, key) = (&self.file.case.office, entry.to_string());
        if !may {
            return String::new();
        }
        format!("/entry?office={}&key={}", show::in_query(office), show::in_query(&key))
    }
}

/// Officers that the case file names.
fn codes(file: &CaseFile) -> Vec<String> {
    let mut codes: Vec<String> = file.case.ios.iter().map(|io| io.officer.clone()).collect();
    codes.extend(file.clocks.iter().filter_map(|c| c.officer.clone()));
    codes.extend(file.reports.iter().map(|r| r.row.officer.clone()));
    codes.extend(file.articles.iter().flat_map(|a| &a.chain).map(|link| link.officer.clone()));
    codes.extend(file.roads.iter().map(|r| r.carrier.clone()));
    codes.push(file.fir.writer.clone());
    codes.sort();
    codes.dedup();
    codes
}

/// The registers by their codes in the journal: short names.
fn registers(pages: &Pages, voice: &Voice) -> Vec<(String, String)> {
    let name = |r: &Register| {
        let code = r.number.written();
        let no = match voice.lang {
            Lang::En => r.number.to_string(),
            Lang::Ur => digits::urdu(&code),
        };
        let working = code.starts_with("w-");
        let name = if working {
            voice.pick(&r.en, &r.ur).to_owned()
        } else {
            voice.with("case-register", &[("no", Arg::Text(&no))])
        };
        (code, name)
    };
    pages.records.statute().registers().iter().map(name).collect()
}

fn tabs(voice: &Voice, file: &CaseFile, here: &str) -> Vec<Tab> {
    let fir = &file.case.fir;
    let tab = |(place, key, digit): (&str, &str, &'static str)| {
        let n = match place {
            "accused" => file.accused.len(),
            "persons" => file.parties.len(),
            "zimnis" => usize::try_from(file.case.zimnis).unwrap_or(usize::MAX),
            "property" => file.articles.len(),
            "challan" => file.reports.len(),
            _ => 0,
        };
        let count = if n == 0 { String::new() } else { show::count(voice, u64::try_from(n).unwrap_or(0)) };
        Tab {
            href: if place.is_empty() { format!("/cases/{fir}") } else { format!("/cases/{fir}/{place}") },
            text: voice.t(key),
            key: digit,
            count,
            current: place == here,
        }
    };
    TABS.into_iter().map(tab).collect()
}

/// A clock as it is shown.
pub(crate) fn due(sight: &Sight, line: &DeadlineLine, now: Moment) -> Due {
    let voice = &sight.voice;
    let overdue = line.state == DeadlineState::Overdue;
    let left = match (line.state, line.due) {
        (DeadlineState::Overdue | DeadlineState::Breached, _) => stretch(voice, "late", line.late_seconds),
        (DeadlineState::Running | DeadlineState::Warned, Some(due)) => {
            stretch(voice, "left", due.seconds_since(now).max(0))
        }
        _ => String::new(),
    };
    Due {
        what: voice.pick(&line.law.act_en, &line.law.act_ur).to_owned(),
        citation: line.law.datum.citation.clone(),
        doubtful: !line.law.datum.verified,
        officer: line.officer.as_ref().map(|o| sight.short(o)).unwrap_or_default(),
        until: line.due.map_or_else(|| voice.t("deadlines-stayed"), |due| show::when(voice, due)),
        machine: line.due.map(machine).unwrap_or_default(),
        left,
        state: voice.t(&format!("deadlines-{}", state_code(line.state))),
        chip: match line.state {
            DeadlineState::Overdue | DeadlineState::Breached => "chip-alert",
            DeadlineState::Warned | DeadlineState::Paused | DeadlineState::TooSoon => "chip-wait",
            DeadlineState::Met => "chip-good",
            DeadlineState::Running => "",
        },
        overdue,
        reasoned: line.reasoned,
    }
}

fn state_code(state: DeadlineState) -> &'static str {
    match state {
        DeadlineState::TooSoon => "too-soon",
        DeadlineState::Running => "running",
        DeadlineState::Warned => "warned",
        DeadlineState::Overdue => "overdue",
        DeadlineState::Paused => "paused",
        DeadlineState::Met => "met",
        DeadlineState::Breached => "breached",
    }
}

/// Days, or hours within the first two.
fn stretch(voice: &Voice, what: &str, seconds: i64) -> String {
    let hours = seconds / 3_600;
    if hours < 48 {
        voice.n(&format!("deadlines-{what}-hours"), "n", hours)
    } else {
        voice.n(&format!("deadlines-{what}-days"), "n", hours / 24)
    }
}
