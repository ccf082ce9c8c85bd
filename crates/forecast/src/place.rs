//! Coordinates as they are written, and metres.

/// Metres of a foot.
const FOOT: f64 = 0.3048;
/// Metres of a degree of latitude.
const DEGREE: f64 = 111_320.0;

/// What the coordinates of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crs {
    /// Metres of any projection.
    Metres,
    /// Feet of any projection.
    Feet,
    /// Degrees: x is the longitude, y the latitude.
    Wgs84,
}

/// Turns coordinates as written into metres, and back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Projection {
    across: f64,
    along: f64,
}

impl Projection {
    /// For coordinates of this kind. Degrees become metres on a plane that is true along `latitude`, in whole degrees, so
    /// that a few crimes more or less do not move the squares.
    #[must_use]
    pub fn new(crs: Crs, latitude: f64) -> Self {
        match crs {
            Crs::Metres => Self { across: 1.0, along: 1.0 },
            Crs::Feet => Self { across: FOOT, along: FOOT },
            Crs::Wgs84 => {
                let narrowed = latitude.round().clamp(-89.0, 89.0).to_radians().cos();
                Self { across: DEGREE * narrowed, along: DEGREE }
            }
        }
    }

    /// Metres of coordinates as written.
    #[must_use]
    pub fn metres(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        [x * self.across, y * self.along]
    }

    /// Coordinates as written, of metres.
    #[must_use]
    pub fn written(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        [x / self.across, y / self.along]
    }
}
