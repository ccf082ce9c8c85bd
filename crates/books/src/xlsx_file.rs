//! A register as a spreadsheet: headings frozen, days as days, struck words struck.

use roznamcha_acts::views::EntryRow;
use roznamcha_words::Lang;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};
use std::io::Write;

use crate::csv_file::{AFTER, after};
use crate::error::BookError;
use crate::line::{Figure, Said, line};
use crate::plan::Plan;
use crate::speaker::Speaker;

/// Rows of a sheet, headings among them.
const ROWS: u32 = 1_048_576;
/// Letters of a cell.
const LETTERS: usize = 32_767;

/// A spreadsheet being written. Rows leave memory as they are written.
pub struct XlsxFile {
    book: Workbook,
    plan: Plan,
    next: u32,
    forms: Forms,
}

struct Forms {
    head: Format,
    text: Format,
    day: Format,
    moment: Format,
    sum: Format,
    plain: Format,
    struck: Format,
    written: Format,
}

impl Forms {
    fn new(lang: Lang) -> Self {
        let face = match lang {
            Lang::En => Format::new(),
            Lang::Ur => Format::new().set_reading_direction(2),
        };
        let face = face.set_text_wrap().set_align(FormatAlign::Top);
        Self {
            head: face.clone().set_bold(),
            day: face.clone().set_num_format("dd-mm-yyyy"),
            moment: face.clone().set_num_format("dd-mm-yyyy hh:mm"),
            sum: face.clone().set_num_format("#,##0.00"),
            text: face,
            plain: Format::new(),
            struck: Format::new().set_font_strikethrough(),
            written: Format::new().set_underline(rust_xlsxwriter::FormatUnderline::Single),
        }
    }
}

impl XlsxFile {
    /// Begins the book with one sheet and its headings.
    ///
    /// # Errors
    /// [`BookError::Xlsx`].
    pub fn begin(name: &str, plan: Plan, speaker: &Speaker<'_>) -> Result<Self, BookError> {
        let mut book = Workbook::new();
        let forms = Forms::new(speaker.lang);
        let sheet = book.add_worksheet_with_low_memory()?;
        sheet.set_name(sheet_name(name))?;
        sheet.set_right_to_left(speaker.lang == Lang::Ur);
        sheet.set_freeze_panes(1, 0)?;
        let own = plan.columns.iter().map(|c| speaker.pick(&c.en, &c.ur).to_owned());
        for (at, heading) in (0..).zip(own.chain(AFTER.iter().map(|key| speaker.t(key)))) {
            sheet.set_column_width(at, 22)?;
            sheet.write_string_with_format(0, at, heading, &forms.head)?;
        }
        Ok(Self { book, plan, next: 1, forms })
    }

    /// Writes an entry.
    ///
    /// # Errors
    /// [`BookError::TooMany`] past the last row of a sheet; [`BookError::Xlsx`].
    pub fn entry(&mut self, speaker: &Speaker<'_>, row: &EntryRow) -> Result<(), BookError> {
        if self.next >= ROWS {
            return Err(BookError::TooMany);
        }
        let (columns, rest) = line(&self.plan, speaker, row);
        let sheet = self.book.worksheet_from_index(0)?;
        let mut at = 0;
        for said in &columns {
            write(sheet, self.next, at, said, &self.forms)?;
            at += 1;
        }
        for words in after(speaker, row, &columns, &rest) {
            sheet.write_string_with_format(self.next, at, cut(&words), &self.forms.text)?;
            at += 1;
        }
        self.next += 1;
        Ok(())
    }

    /// Ends the book and writes it out.
    ///
    /// # Errors
    /// [`BookError::Xlsx`].
    pub fn end(mut self, to: impl Write + Send) -> Result<(), BookError> {
        Ok(self.book.save_to_writer(to)?)
    }
}

/// One cell. Words are always written as words, so none is ever run as a formula.
fn write(sheet: &mut Worksheet, row: u32, at: u16, said: &Said<'_>, forms: &Forms) -> Result<(), BookError> {
    let date = said.day.or_else(|| said.moment.map(|m| m.local().datetime().date()));
    let date = date.and_then(|d| {
        let part = |n: i8| u8::try_from(n).ok();
        let day = ExcelDateTime::from_ymd(u16::try_from(d.year()).ok()?, part(d.month())?, part(d.day())?);
        day.ok()
    });
    if let (Some(date), None) = (&date, said.moment) {
        sheet.write_datetime_with_format(row, at, date, &forms.day)?;
    } else if let (Some(date), Some(moment)) = (date, said.moment) {
        let time = moment.local().datetime().time();
        let hour = u16::try_from(time.hour()).unwrap_or_default();
        let minute = u8::try_from(time.minute()).unwrap_or_default();
        let whole = date.and_hms(hour, minute, f64::from(time.second()))?;
        sheet.write_datetime_with_format(row, at, &whole, &forms.moment)?;
    } else if let Some(figure) = said.figure {
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet's numbers are of this kind")]
        match figure {
            Figure::Count(n) => sheet.write_number_with_format(row, at, n as f64, &forms.text)?,
            Figure::Paisa(n) => sheet.write_number_with_format(row, at, n as f64 / 100.0, &forms.sum)?,
        };
    } else if said.strikes.is_empty() {
        sheet.write_string_with_format(row, at, cut(&said.words), &forms.text)?;
    } else {
        rich(sheet, row, at, said, forms)?;
    }
    Ok(())
}

/// Words with what was struck in them: the wrong words struck, the right ones after them underlined.
fn rich(sheet: &mut Worksheet, row: u32, at: u16, said: &Said<'_>, forms: &Forms) -> Result<(), BookError> {
    let strikes = said.strikes.iter().map(|s| (s.wrong.as_str(), s.right.as_str()));
    let spans = crate::spans::spans(&said.words, strikes);
    let form = |s: &crate::spans::Span| match (s.struck, s.written) {
        (true, _) => &forms.struck,
        (false, true) => &forms.written,
        (false, false) => &forms.plain,
    };
    let runs: Vec<(&Format, &str)> = spans.iter().map(|s| (form(s), s.text.as_str())).collect();
    let whole: usize = spans.iter().map(|s| s.text.chars().count()).sum();
    match runs.as_slice() {
        [] => {}
        [(form, text)] => {
            sheet.write_string_with_format(row, at, cut(text), &forms.text.clone().merge(form))?;
        }
        runs if whole <= LETTERS => {
            sheet.write_rich_string_with_format(row, at, runs, &forms.text)?;
        }
        _ => {
            sheet.write_string_with_format(row, at, cut(&crate::csv_file::now(said)), &forms.text)?;
        }
    }
    Ok(())
}

fn cut(text: &str) -> String {
    if text.chars().count() <= LETTERS {
        return text.to_owned();
    }
    text.chars().take(LETTERS - 1).chain(['…']).collect()
}

/// At most 31 letters, none of which a sheet's name may not have.
fn sheet_name(name: &str) -> String {
    let fits = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    name.chars().filter(fits).take(31).collect()
}
