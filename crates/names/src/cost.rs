//! What a difference between two sounds costs, in hundredths of a consonant lost.
//!
//! Three tables: Roman against Roman, where vowels are written and vary; script against Roman, where a short
//! vowel on one side alone is no difference at all; script against script.

use std::sync::LazyLock;

use crate::phone::{
    ALEF, AYN, B, CH, CODES, Code, D, DH, F, G, GH, H, J, K, KH, L, LONG_A, LONG_I, LONG_U, M, N, P, Q, R, S,
    SH, SHORT_A, SHORT_E, SHORT_I, SHORT_O, SHORT_U, SOFT_H, T, TH, V, WAW, Y, YEH, Z, ZH, is_vowel,
};

pub(crate) struct Costs {
    /// One sound for another.
    pub swap: [[u8; CODES]; CODES],
    /// A sound of one side alone.
    pub alone: [u8; CODES],
}

/// Consonants that one ear takes for another, both ways, in all tables.
const NEAR: [(Code, Code, u8); 48] = [
    (Q, K, 4),
    (GH, G, 10),
    (KH, K, 25),
    (KH, GH, 40),
    (G, K, 40),
    (KH, H, 40),
    (Q, GH, 18),
    (Q, G, 30),
    (Q, KH, 40),
    (GH, K, 40),
    (GH, H, 60),
    (TH, T, 6),
    (TH, S, 18),
    (S, T, 55),
    (DH, Z, 10),
    (DH, D, 8),
    (D, Z, 50),
    (S, Z, 40),
    (S, SH, 35),
    (SH, CH, 30),
    (ZH, Z, 20),
    (ZH, J, 20),
    (ZH, SH, 40),
    (ZH, G, 50),
    (J, G, 40),
    (J, Y, 50),
    (J, Z, 45),
    (CH, J, 50),
    (CH, K, 50),
    (CH, T, 60),
    (CH, S, 60),
    (F, P, 40),
    (F, V, 40),
    (B, P, 40),
    (B, V, 45),
    (T, D, 40),
    (TH, D, 50),
    (DH, T, 60),
    (M, N, 60),
    (L, R, 80),
    (Y, SHORT_I, 8),
    (Y, SHORT_E, 15),
    (Y, LONG_I, 12),
    (V, SHORT_U, 15),
    (V, SHORT_O, 15),
    (V, LONG_U, 15),
    (SOFT_H, H, 5),
    (TH, DH, 50),
];

const VOWELS: [(Code, Code, u8); 28] = [
    (SHORT_A, SHORT_E, 18),
    (SHORT_A, SHORT_I, 28),
    (SHORT_A, SHORT_O, 25),
    (SHORT_A, SHORT_U, 22),
    (SHORT_A, LONG_A, 10),
    (SHORT_A, LONG_I, 40),
    (SHORT_A, LONG_U, 40),
    (SHORT_E, SHORT_I, 10),
    (SHORT_E, SHORT_O, 30),
    (SHORT_E, SHORT_U, 28),
    (SHORT_E, LONG_A, 30),
    (SHORT_E, LONG_I, 12),
    (SHORT_E, LONG_U, 40),
    (SHORT_I, SHORT_O, 32),
    (SHORT_I, SHORT_U, 28),
    (SHORT_I, LONG_A, 40),
    (SHORT_I, LONG_I, 6),
    (SHORT_I, LONG_U, 40),
    (SHORT_O, SHORT_U, 8),
    (SHORT_O, LONG_A, 28),
    (SHORT_O, LONG_I, 40),
    (SHORT_O, LONG_U, 8),
    (SHORT_U, LONG_A, 38),
    (SHORT_U, LONG_I, 40),
    (SHORT_U, LONG_U, 6),
    (LONG_A, LONG_I, 45),
    (LONG_A, LONG_U, 45),
    (LONG_I, LONG_U, 45),
];

/// Letters of the script and what they may be.
const LETTERS: [(Code, Code, u8); 42] = [
    (WAW, V, 0),
    (WAW, SHORT_U, 0),
    (WAW, SHORT_O, 0),
    (WAW, LONG_U, 0),
    (WAW, SHORT_A, 35),
    (WAW, LONG_A, 45),
    (WAW, B, 50),
    (WAW, F, 50),
    (YEH, Y, 0),
    (YEH, SHORT_I, 0),
    (YEH, SHORT_E, 0),
    (YEH, LONG_I, 0),
    (YEH, SHORT_A, 22),
    (YEH, LONG_A, 25),
    (YEH, J, 50),
    (AYN, SHORT_A, 0),
    (AYN, SHORT_E, 3),
    (AYN, SHORT_I, 3),
    (AYN, SHORT_O, 3),
    (AYN, SHORT_U, 3),
    (AYN, LONG_A, 6),
    (AYN, LONG_I, 20),
    (AYN, LONG_U, 20),
    (ALEF, SHORT_A, 0),
    (ALEF, SHORT_E, 2),
    (ALEF, SHORT_I, 2),
    (ALEF, SHORT_O, 2),
    (ALEF, SHORT_U, 2),
    (ALEF, LONG_A, 0),
    (ALEF, LONG_I, 10),
    (ALEF, LONG_U, 10),
    (ALEF, AYN, 15),
    (SOFT_H, SHORT_A, 3),
    (SOFT_H, SHORT_E, 3),
    (SOFT_H, LONG_A, 15),
    (SOFT_H, SHORT_I, 15),
    (SOFT_H, LONG_I, 25),
    (AYN, LONG_A, 6),
    (LONG_A, SOFT_H, 20),
    (WAW, YEH, 50),
    (LONG_A, YEH, 35),
    (LONG_A, WAW, 50),
];

/// What a long alef may be in Roman.
const LONG: [(Code, u8); 6] =
    [(SHORT_A, 0), (LONG_A, 0), (SHORT_E, 22), (SHORT_O, 22), (SHORT_I, 32), (SHORT_U, 32)];

fn alone(code: Code, roman: bool, script: bool) -> u8 {
    match code {
        SHORT_A..=SHORT_U if script => 8,
        LONG_A..=LONG_U if roman && script => 42,
        LONG_A if script => 40,
        SHORT_A..=SHORT_U => 32,
        LONG_A..=LONG_U => 38,
        WAW => 45,
        YEH => 35,
        AYN if roman => 4,
        AYN => 25,
        ALEF => 15,
        SOFT_H => 8,
        H => 40,
        Y if script => 25,
        Y => 35,
        V => 60,
        _ => 100,
    }
}

fn table(roman: bool, script: bool) -> Costs {
    let mut swap = [[100_u8; CODES]; CODES];
    let mut sides = [100_u8; CODES];
    for (row, a) in swap.iter_mut().zip(0_u8..) {
        for (cost, b) in row.iter_mut().zip(0_u8..) {
            // A vowel is no consonant: dearer than either being alone is never chosen.
            let mixed = is_vowel(a) != is_vowel(b);
            *cost = if a == b {
                0
            } else if mixed {
                130
            } else if is_vowel(a) {
                40
            } else {
                100
            };
        }
    }
    let mut set = |a: Code, b: Code, cost: u8| {
        for (a, b) in [(a, b), (b, a)] {
            if let Some(place) = swap.get_mut(usize::from(a)).and_then(|row| row.get_mut(usize::from(b))) {
                *place = cost;
            }
        }
    };
    for (a, b, cost) in NEAR.into_iter().chain(VOWELS).chain(LETTERS) {
        set(a, b, cost);
    }
    if roman && script {
        for (code, cost) in LONG {
            set(LONG_A, code, if code == LONG_A { 0 } else { cost });
        }
        set(TH, S, 2);
        set(DH, Z, 2);
    }
    for (side, code) in sides.iter_mut().zip(0_u8..) {
        *side = alone(code, roman, script);
    }
    Costs { swap, alone: sides }
}

static ROMAN: LazyLock<Costs> = LazyLock::new(|| table(true, false));
static ACROSS: LazyLock<Costs> = LazyLock::new(|| table(true, true));
static SCRIPT: LazyLock<Costs> = LazyLock::new(|| table(false, true));

/// The table for two words, by whether each is written in the script.
pub(crate) fn between(one: bool, other: bool) -> &'static Costs {
    match (one, other) {
        (false, false) => &ROMAN,
        (true, true) => &SCRIPT,
        _ => &ACROSS,
    }
}

/// What a sound is worth in the measure of a word.
pub(crate) fn weight(code: Code) -> u16 {
    match code {
        SHORT_A..=SHORT_U => 40,
        LONG_A..=LONG_U => 50,
        WAW | YEH => 55,
        AYN | SOFT_H => 15,
        ALEF => 30,
        H | Y | V => 70,
        _ => 100,
    }
}
