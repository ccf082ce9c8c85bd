//! Writing a minutiae record.

use super::{FmrError, Point, PointKind, Record, Standard, View};

const MARK: &[u8] = b"FMR\0 20\0";

impl Record {
    /// The record in its standard.
    ///
    /// # Errors
    /// [`FmrError::TooMany`] or [`FmrError::Value`] where a field does not fit.
    pub fn write(&self) -> Result<Vec<u8>, FmrError> {
        let views = u8::try_from(self.views.len()).map_err(|_| FmrError::TooMany("prints"))?;
        let mut body = Vec::new();
        for field in [self.device, self.width, self.height, self.across, self.down] {
            body.extend_from_slice(&field.to_be_bytes());
        }
        body.extend_from_slice(&[views, 0]);
        for view in &self.views {
            view.write(self.standard, &mut body)?;
        }
        let mut bytes = MARK.to_vec();
        match self.standard {
            Standard::Iso => {
                let length = MARK.len() + 4 + body.len();
                let length = u32::try_from(length).map_err(|_| FmrError::TooMany("bytes"))?;
                bytes.extend_from_slice(&length.to_be_bytes());
            }
            Standard::Ansi => {
                let length = MARK.len() + 2 + 4 + body.len();
                match u16::try_from(length) {
                    Ok(length) => bytes.extend_from_slice(&length.to_be_bytes()),
                    Err(_) => {
                        let length = u32::try_from(length + 4).map_err(|_| FmrError::TooMany("bytes"))?;
                        bytes.extend_from_slice(&[0, 0]);
                        bytes.extend_from_slice(&length.to_be_bytes());
                    }
                }
                bytes.extend_from_slice(&self.product.0.to_be_bytes());
                bytes.extend_from_slice(&self.product.1.to_be_bytes());
            }
        }
        bytes.extend(body);
        Ok(bytes)
    }
}

impl View {
    fn write(&self, standard: Standard, bytes: &mut Vec<u8>) -> Result<(), FmrError> {
        if self.finger > 10 {
            return Err(FmrError::Value("finger position"));
        }
        if self.number > 0xf || self.impression > 0xf {
            return Err(FmrError::Value("number or kind of a print"));
        }
        let count = u8::try_from(self.points.len()).map_err(|_| FmrError::TooMany("minutiae"))?;
        bytes.extend_from_slice(&[self.finger, self.number << 4 | self.impression, self.quality, count]);
        for point in &self.points {
            point.write(standard, bytes)?;
        }
        let length = u16::try_from(self.extended.len()).map_err(|_| FmrError::TooMany("extended data"))?;
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend_from_slice(&self.extended);
        Ok(())
    }
}

impl Point {
    fn write(&self, standard: Standard, bytes: &mut Vec<u8>) -> Result<(), FmrError> {
        if self.x > 0x3fff || self.y > 0x3fff {
            return Err(FmrError::Value("place of a minutia"));
        }
        if u16::from(self.angle) >= standard.steps() {
            return Err(FmrError::Value("angle of a minutia"));
        }
        let kind: u16 = match self.kind {
            PointKind::Other => 0,
            PointKind::Ending => 1,
            PointKind::Bifurcation => 2,
        };
        bytes.extend_from_slice(&(kind << 14 | self.x).to_be_bytes());
        bytes.extend_from_slice(&self.y.to_be_bytes());
        bytes.extend_from_slice(&[self.angle, self.quality]);
        Ok(())
    }
}
