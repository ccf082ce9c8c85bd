//! The QR code that leads to verification.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

use crate::error::PrintError;

/// The code as an SVG picture. Level M: it must survive a fold and a rubber stamp.
pub(crate) fn svg(address: &str) -> Result<String, PrintError> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M)
        .map_err(|_| PrintError::QrTooLong { bytes: address.len() })?;
    Ok(code.render::<svg::Color<'_>>().quiet_zone(false).build())
}
