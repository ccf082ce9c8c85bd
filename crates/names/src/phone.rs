//! Phones: the sounds both scripts are written to, as small numbers.

/// A sound, or a letter that may be several sounds.
pub(crate) type Code = u8;

/// How many codes there may be.
pub(crate) const CODES: usize = 64;

pub(crate) const B: Code = 1;
pub(crate) const P: Code = 2;
pub(crate) const T: Code = 3;
pub(crate) const D: Code = 4;
pub(crate) const K: Code = 5;
pub(crate) const G: Code = 6;
/// kh, خ
pub(crate) const KH: Code = 7;
pub(crate) const J: Code = 8;
/// ch, چ
pub(crate) const CH: Code = 9;
pub(crate) const S: Code = 10;
/// sh, ش
pub(crate) const SH: Code = 11;
pub(crate) const Z: Code = 12;
pub(crate) const F: Code = 13;
pub(crate) const V: Code = 14;
pub(crate) const M: Code = 15;
pub(crate) const N: Code = 16;
pub(crate) const L: Code = 17;
pub(crate) const R: Code = 18;
pub(crate) const H: Code = 19;
pub(crate) const Y: Code = 20;
/// th, ث: s to one reader, t to another
pub(crate) const TH: Code = 21;
/// dh, ذ ض ظ: z to one reader, d to another
pub(crate) const DH: Code = 22;
/// zh, ژ
pub(crate) const ZH: Code = 23;
/// gh, غ
pub(crate) const GH: Code = 24;
pub(crate) const Q: Code = 25;
pub(crate) const SHORT_A: Code = 30;
pub(crate) const SHORT_E: Code = 31;
pub(crate) const SHORT_I: Code = 32;
pub(crate) const SHORT_O: Code = 33;
pub(crate) const SHORT_U: Code = 34;
pub(crate) const LONG_A: Code = 35;
pub(crate) const LONG_I: Code = 36;
pub(crate) const LONG_U: Code = 37;
/// و: v, o, u or au
pub(crate) const WAW: Code = 40;
/// ی: y, i, e or ai
pub(crate) const YEH: Code = 41;
/// ع: any vowel, or nothing
pub(crate) const AYN: Code = 42;
/// ہ or ة at the end, and a final h after a vowel: h, a, or nothing
pub(crate) const SOFT_H: Code = 43;
/// ا at the beginning: any vowel
pub(crate) const ALEF: Code = 44;

/// The longest sound kept of one word; what is longer is cut for comparison.
pub(crate) const LONGEST: usize = 22;

/// How one word sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Phones {
    codes: [Code; LONGEST],
    len: u8,
    script: bool,
}

impl Phones {
    /// From codes; `script` when they come of Urdu or Arabic letters, where short vowels are not written.
    pub(crate) fn new(from: impl IntoIterator<Item = Code>, script: bool) -> Self {
        let mut codes = [0; LONGEST];
        let mut len = 0;
        for (place, code) in codes.iter_mut().zip(from) {
            *place = code;
            len += 1;
        }
        Self { codes, len, script }
    }

    /// Whether short vowels are missing because the script does not write them.
    #[must_use]
    pub fn is_script(&self) -> bool {
        self.script
    }

    pub(crate) fn codes(&self) -> &[Code] {
        self.codes.get(..usize::from(self.len)).unwrap_or(&[])
    }

    /// Two words written as one.
    pub(crate) fn joined(&self, next: &Self) -> Self {
        Self::new(self.codes().iter().chain(next.codes()).copied(), self.script || next.script)
    }
}

/// A sound's letters, for readers of a reason.
impl std::fmt::Display for Phones {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for code in self.codes() {
            f.write_str(letters(*code))?;
        }
        Ok(())
    }
}

const LETTERS: [(Code, &str); 38] = [
    (B, "b"),
    (P, "p"),
    (T, "t"),
    (D, "d"),
    (K, "k"),
    (G, "g"),
    (KH, "kh"),
    (J, "j"),
    (CH, "ch"),
    (S, "s"),
    (SH, "sh"),
    (Z, "z"),
    (F, "f"),
    (V, "v"),
    (M, "m"),
    (N, "n"),
    (L, "l"),
    (R, "r"),
    (H, "h"),
    (Y, "y"),
    (TH, "th"),
    (DH, "dh"),
    (ZH, "zh"),
    (GH, "gh"),
    (Q, "q"),
    (SHORT_A, "a"),
    (SHORT_E, "e"),
    (SHORT_I, "i"),
    (SHORT_O, "o"),
    (SHORT_U, "u"),
    (LONG_A, "aa"),
    (LONG_I, "ee"),
    (LONG_U, "oo"),
    (WAW, "W"),
    (YEH, "Y"),
    (AYN, "'"),
    (SOFT_H, "h"),
    (ALEF, "A"),
];

fn letters(code: Code) -> &'static str {
    LETTERS.iter().find(|(known, _)| *known == code).map_or("", |(_, letters)| letters)
}

pub(crate) fn is_vowel(code: Code) -> bool {
    (SHORT_A..=LONG_U).contains(&code)
}
