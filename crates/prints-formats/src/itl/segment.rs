//! Where the fingers of a slap lie: field 14.021.

use roznamcha_prints::GrayImage;

use super::text::{Text, joined};
use super::{ItlError, Print};

/// The field.
pub(super) const SEGMENTS: u16 = 21;

/// Where a finger lies in the image of a slap, in pixels; right and bottom are the first beyond it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Segment {
    /// The finger.
    pub finger: u8,
    /// The left edge.
    pub left: u16,
    /// The right edge.
    pub right: u16,
    /// The upper edge.
    pub top: u16,
    /// The lower edge.
    pub bottom: u16,
}

impl Print {
    /// The fingers of a slap, each with its own image, as the record says where they lie.
    ///
    /// # Errors
    /// As [`Print::image`]; [`ItlError::Value`] where a finger lies outside the image.
    pub fn cut(&self) -> Result<Vec<(u8, GrayImage)>, ItlError> {
        let image = self.image()?;
        self.segments.iter().map(|segment| Ok((segment.finger, segment.of(&image)?))).collect()
    }
}

impl Segment {
    fn of(&self, image: &GrayImage) -> Result<GrayImage, ItlError> {
        let wrong = || ItlError::Value { kind: 14, field: SEGMENTS };
        let columns = usize::from(self.left)..usize::from(self.right);
        let rows = usize::from(self.top)..usize::from(self.bottom);
        if columns.is_empty() || rows.is_empty() || rows.end > image.height() {
            return Err(wrong());
        }
        let mut pixels = Vec::with_capacity(columns.len() * rows.len());
        for row in image.rows().skip(rows.start).take(rows.len()) {
            pixels.extend_from_slice(row.get(columns.clone()).ok_or_else(wrong)?);
        }
        Ok(GrayImage::new(columns.len(), rows.len(), image.dpi(), pixels)?)
    }
}

/// The segments that a record tells; none where it has no such field.
pub(super) fn read(text: &Text) -> Result<Vec<Segment>, ItlError> {
    if text.field(SEGMENTS).is_none() {
        return Ok(Vec::new());
    }
    let segment = |items: &[&str]| {
        let [finger, left, right, top, bottom] = items else { return None };
        let edge = |item: &str| item.parse::<u16>().ok();
        Some(Segment {
            finger: finger.parse().ok()?,
            left: edge(left)?,
            right: edge(right)?,
            top: edge(top)?,
            bottom: edge(bottom)?,
        })
    };
    let segments = text.items(SEGMENTS)?;
    segments.iter().map(|items| segment(items).ok_or_else(|| text.wrong(SEGMENTS))).collect()
}

/// Sets the field, where there are segments.
pub(super) fn write(segments: &[Segment], text: &mut Text) {
    let lines: Vec<Vec<String>> = segments
        .iter()
        .map(|s| {
            let edges = [s.left, s.right, s.top, s.bottom];
            std::iter::once(s.finger.to_string()).chain(edges.map(|edge| edge.to_string())).collect()
        })
        .collect();
    if !lines.is_empty() {
        text.set(SEGMENTS, joined(&lines));
    }
}
