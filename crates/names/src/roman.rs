//! Roman letters to sounds, as people of Pakistan and its neighbours write names.

use crate::phone::{
    B, CH, Code, D, DH, F, G, GH, H, J, K, KH, L, LONG_A, LONG_I, LONG_U, M, N, P, Phones, Q, R, S, SH,
    SHORT_A, SHORT_E, SHORT_I, SHORT_O, SHORT_U, SOFT_H, T, TH, V, Y, Z, ZH, is_vowel,
};

/// Letters that are one sound together, longest first.
const TOGETHER: [(&str, &[Code]); 38] = [
    ("tsch", &[CH]),
    ("sch", &[SH]),
    ("tch", &[CH]),
    ("dzh", &[J]),
    ("shh", &[SH]),
    ("kkh", &[KH]),
    ("ooh", &[LONG_U, SOFT_H]),
    ("sh", &[SH]),
    ("ch", &[CH]),
    ("kh", &[KH]),
    ("gh", &[GH]),
    ("th", &[TH]),
    ("dh", &[DH]),
    ("zh", &[ZH]),
    ("ph", &[F]),
    ("bh", &[B]),
    ("jh", &[J]),
    ("rh", &[R]),
    ("wh", &[V]),
    ("dj", &[J]),
    ("cz", &[CH]),
    ("sz", &[S]),
    ("ck", &[K]),
    ("cq", &[K]),
    ("qu", &[Q, SHORT_U]),
    ("aa", &[LONG_A]),
    ("ee", &[LONG_I]),
    ("ea", &[LONG_I]),
    ("ii", &[LONG_I]),
    ("oo", &[LONG_U]),
    ("ou", &[LONG_U]),
    ("uu", &[LONG_U]),
    ("ce", &[S, SHORT_E]),
    ("ci", &[S, SHORT_I]),
    ("iy", &[SHORT_I, Y]),
    ("eh", &[SHORT_E, H]),
    ("x", &[K, S]),
    ("oe", &[SHORT_O]),
];

fn single(c: u8) -> Option<Code> {
    Some(match c {
        b'b' => B,
        b'p' => P,
        b't' => T,
        b'd' => D,
        b'k' | b'c' => K,
        b'g' => G,
        b'j' => J,
        b's' => S,
        b'z' => Z,
        b'f' => F,
        b'v' | b'w' => V,
        b'm' => M,
        b'n' => N,
        b'l' => L,
        b'r' => R,
        b'h' => H,
        b'y' => Y,
        b'q' => Q,
        b'a' => SHORT_A,
        b'e' => SHORT_E,
        b'i' => SHORT_I,
        b'o' => SHORT_O,
        b'u' => SHORT_U,
        _ => return None,
    })
}

/// How a folded Roman word sounds. Doubled sounds are one; a final h after a vowel is soft; y is a vowel
/// unless a vowel follows; digits and unknown letters are silent.
pub(crate) fn phones(word: &str) -> Phones {
    let mut codes: Vec<Code> = Vec::with_capacity(word.len());
    let mut rest = word.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let together = TOGETHER.iter().find(|(letters, _)| rest.starts_with(letters.as_bytes()));
        if let Some((letters, sounds)) = together {
            codes.extend_from_slice(sounds);
            rest = rest.get(letters.len()..).unwrap_or(&[]);
        } else {
            codes.extend(single(*first));
            rest = after;
        }
    }
    codes.dedup();
    settle(&mut codes);
    Phones::new(codes, false)
}

/// What a sound is by what stands beside it.
fn settle(codes: &mut [Code]) {
    let mut before = None;
    for at in 0..codes.len() {
        let next = codes.get(at + 1).copied();
        let Some(code) = codes.get_mut(at) else { break };
        if *code == Y && !next.is_some_and(is_vowel) {
            *code = SHORT_I;
        } else if *code == H && next.is_none() && before.is_some_and(is_vowel) {
            *code = SOFT_H;
        }
        before = Some(*code);
    }
}
