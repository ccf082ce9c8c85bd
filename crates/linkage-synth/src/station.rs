//! How carefully a station writes: each leaves out and errs at rates of its own, drawn about those of the whole country.

use crate::chance::Chance;

/// How often something is left out or wrong, each from 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Rates {
    /// No CNIC.
    pub no_cnic: f64,
    /// A slip in it.
    pub cnic_slip: f64,
    /// Somebody else's.
    pub cnic_wrong: f64,
    /// No telephone number.
    pub no_phone: f64,
    /// A slip in it.
    pub phone_slip: f64,
    /// No father's name.
    pub no_father: f64,
    /// No second name, of those who have one.
    pub no_family: f64,
    /// No birth.
    pub no_birth: f64,
    /// A year only, and that by estimate.
    pub about: f64,
    /// Day and month exchanged.
    pub exchanged: f64,
    /// A word of a name spelt otherwise than he spells it himself.
    pub respelt: f64,
    /// A slip in a word of a name.
    pub name_slip: f64,
    /// Muhammad left out.
    pub no_muhammad: f64,
    /// Another district than his own.
    pub away: f64,
}

impl Default for Rates {
    fn default() -> Self {
        Self {
            no_cnic: 0.30,
            cnic_slip: 0.04,
            cnic_wrong: 0.003,
            no_phone: 0.45,
            phone_slip: 0.02,
            no_father: 0.15,
            no_family: 0.25,
            no_birth: 0.15,
            about: 0.30,
            exchanged: 0.02,
            respelt: 0.30,
            name_slip: 0.04,
            no_muhammad: 0.25,
            away: 0.20,
        }
    }
}

impl Rates {
    /// Those of one station: from a quarter of the country's to nearly twice them, one carefulness for all that it
    /// leaves out and one for all that it gets wrong.
    pub(crate) fn of_station(&self, chance: &mut Chance) -> Self {
        let (gaps, errors) = (0.25 + 1.5 * chance.share(), 0.25 + 1.5 * chance.share());
        let gap = |rate: f64| (rate * gaps).min(0.95);
        let error = |rate: f64| (rate * errors).min(0.95);
        Self {
            no_cnic: gap(self.no_cnic),
            cnic_slip: error(self.cnic_slip),
            cnic_wrong: error(self.cnic_wrong),
            no_phone: gap(self.no_phone),
            phone_slip: error(self.phone_slip),
            no_father: gap(self.no_father),
            no_family: gap(self.no_family),
            no_birth: gap(self.no_birth),
            about: gap(self.about),
            exchanged: error(self.exchanged),
            respelt: error(self.respelt),
            name_slip: error(self.name_slip),
            no_muhammad: gap(self.no_muhammad),
            away: self.away,
        }
    }
}
