//! The peer NIST NBIS: mindtct and bozorth3, in the pure-Rust ports `fprint-mindtct` and `fprint-bozorth3`.

use fprint_bozorth3::{DEFAULT_BOZORTH_MINUTIAE, Minutia, match_score};
use fprint_mindtct::detect_minutiae;
use roznamcha_prints::{GrayImage, at_500_dpi};

use crate::system::{System, SystemError};

/// Bytes of a print and of a minutia in ISO/IEC 19794-2, the usual form of such templates.
const ISO_PRINT: usize = 28;
const ISO_MINUTIA: usize = 6;

/// mindtct and bozorth3.
#[derive(Debug, Clone, Copy, Default)]
pub struct Nbis;

impl System for Nbis {
    type Kept = Vec<Minutia>;

    fn name(&self) -> String {
        "NBIS mindtct, bozorth3".to_owned()
    }

    fn extract(&self, image: &GrayImage) -> Result<(Vec<Minutia>, usize), SystemError> {
        let image = at_500_dpi(image)?;
        let theirs =
            fprint_mindtct::GrayImage::new(image.pixels(), image.width(), image.height(), image.dpi())
                .map_err(|error| SystemError::Peer(error.to_string()))?;
        let mut found = detect_minutiae(theirs);
        found.sort_by_key(|minutia| std::cmp::Reverse(minutia.quality));
        found.truncate(DEFAULT_BOZORTH_MINUTIAE);
        let kept: Vec<Minutia> =
            found.iter().map(|found| Minutia { x: found.x, y: found.y, theta: found.theta }).collect();
        let bytes = ISO_PRINT + ISO_MINUTIA * kept.len();
        Ok((kept, bytes))
    }

    fn score(&mut self, probe: &Vec<Minutia>, gallery: &Vec<Minutia>) -> f32 {
        match_score(probe, gallery) as f32
    }
}
