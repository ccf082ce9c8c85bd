//! Numbers as the file has them: digits and a power of ten to divide by.

/// The number of these digits over ten to the power of `scale`.
pub(super) fn value(scale: u8, digits: u32) -> f32 {
    // step by step in single precision, as readers in use do it
    (0..scale).fold(digits as f32, |value, _| (f64::from(value) / 10.0) as f32)
}

/// Scale and digits of a number: as many digits as fit below `limit`. One too large is cut off at it.
pub(super) fn of(number: f32, limit: f64) -> (u8, u32) {
    if number == 0.0 || !number.is_finite() {
        return (0, 0);
    }
    let mut scale = 0_u8;
    let mut grown = number;
    while f64::from(grown) < limit && scale < u8::MAX {
        scale += 1;
        grown = (f64::from(grown) * 10.0) as f32;
    }
    if scale == 0 {
        return (0, limit as u32);
    }
    (scale - 1, (f64::from(grown) / 10.0 + 0.5) as u32)
}

/// Scale and 16 bits of digits.
pub(super) fn short(number: f32) -> [u8; 3] {
    let (scale, digits) = of(number, 65_535.0);
    let [high, low] = u16::try_from(digits).unwrap_or(u16::MAX).to_be_bytes();
    [scale, high, low]
}
