//! Reading a minutiae record.

use super::{FmrError, Point, PointKind, Record, Standard, View};
use crate::bytes::Reader;

const MARK: &[u8] = b"FMR\0 20\0";
/// Longest length that ANSI writes in two bytes; a longer one is two zeros and four bytes.
const SHORT: usize = 65_535;

impl Record {
    /// A record of either standard.
    ///
    /// # Errors
    /// [`FmrError`] for anything but a whole record.
    pub fn read(bytes: &[u8]) -> Result<Self, FmrError> {
        let body = bytes.strip_prefix(MARK).ok_or(FmrError::Mark)?;
        let standard = standard(body, bytes.len()).ok_or(FmrError::Length(bytes.len()))?;
        let mut reader = Reader::new(body);
        let mut record = header(&mut reader, standard, bytes.len())?;
        let views = reader.byte().ok_or(FmrError::Truncated("header"))?;
        reader.byte().ok_or(FmrError::Truncated("header"))?;
        for _ in 0..views {
            record.views.push(view(&mut reader, standard)?);
        }
        if reader.rest().is_empty() { Ok(record) } else { Err(FmrError::Length(bytes.len())) }
    }
}

/// Which standard has its length here.
fn standard(body: &[u8], length: usize) -> Option<Standard> {
    let (short, long) = (Reader::new(body).u16()?, Reader::new(body).u32()?);
    if usize::try_from(long).ok()? == length {
        return Some(Standard::Iso);
    }
    let mut after = Reader::new(body);
    let extended = if after.u16()? == 0 { usize::try_from(after.u32()?).ok()? } else { 0 };
    let ansi = if short == 0 { extended == length && length > SHORT } else { usize::from(short) == length };
    ansi.then_some(Standard::Ansi)
}

fn header(reader: &mut Reader<'_>, standard: Standard, length: usize) -> Result<Record, FmrError> {
    let mut fields = || -> Option<Record> {
        let mut product = (0, 0);
        match standard {
            Standard::Iso => {
                reader.u32()?;
            }
            Standard::Ansi => {
                reader.u16()?;
                if length > SHORT {
                    reader.u32()?;
                }
                product = (reader.u16()?, reader.u16()?);
            }
        }
        let device = reader.u16()?;
        let (width, height) = (reader.u16()?, reader.u16()?);
        let (across, down) = (reader.u16()?, reader.u16()?);
        Some(Record { standard, product, device, width, height, across, down, views: Vec::new() })
    };
    let record = fields().ok_or(FmrError::Truncated("header"))?;
    if record.across == 0 || record.down == 0 {
        return Err(FmrError::Value("resolution"));
    }
    Ok(record)
}

fn view(reader: &mut Reader<'_>, standard: Standard) -> Result<View, FmrError> {
    let end = || FmrError::Truncated("list of minutiae");
    let finger = reader.byte().ok_or_else(end)?;
    let taking = reader.byte().ok_or_else(end)?;
    let quality = reader.byte().ok_or_else(end)?;
    let count = reader.byte().ok_or_else(end)?;
    if finger > 10 {
        return Err(FmrError::Value("finger position"));
    }
    let mut points = Vec::with_capacity(usize::from(count));
    for _ in 0..count {
        points.push(point(reader, standard)?);
    }
    let length = reader.u16().ok_or(FmrError::Truncated("extended data"))?;
    let extended = reader.take(usize::from(length)).ok_or(FmrError::Truncated("extended data"))?;
    Ok(View {
        finger,
        number: taking >> 4,
        impression: taking & 0xf,
        quality,
        points,
        extended: extended.to_vec(),
    })
}

fn point(reader: &mut Reader<'_>, standard: Standard) -> Result<Point, FmrError> {
    let mut fields = || Some((reader.u16()?, reader.u16()?, reader.byte()?, reader.byte()?));
    let (x, y, angle, quality) = fields().ok_or(FmrError::Truncated("list of minutiae"))?;
    let kind = match x >> 14 {
        0 => PointKind::Other,
        1 => PointKind::Ending,
        2 => PointKind::Bifurcation,
        _ => return Err(FmrError::Value("type of a minutia")),
    };
    if y >> 14 != 0 {
        return Err(FmrError::Value("place of a minutia"));
    }
    if u16::from(angle) >= standard.steps() {
        return Err(FmrError::Value("angle of a minutia"));
    }
    Ok(Point { kind, x: x & 0x3fff, y, angle, quality })
}
