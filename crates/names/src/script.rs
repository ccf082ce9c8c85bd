//! Urdu and Arabic letters to sounds. Short vowels are not written, and و and ی stand for several.

use crate::phone::{
    ALEF, AYN, B, CH, Code, D, DH, F, G, GH, H, J, K, KH, L, LONG_A, M, N, P, Phones, Q, R, S, SH, SOFT_H, T,
    TH, V, WAW, YEH, Z, ZH,
};

fn single(c: char) -> Option<Code> {
    Some(match c {
        'ب' => B,
        'پ' => P,
        'ت' | 'ط' | 'ٹ' => T,
        'ث' => TH,
        'ج' => J,
        'چ' => CH,
        'ح' | 'ہ' | 'ه' => H,
        'خ' => KH,
        'د' | 'ڈ' => D,
        'ذ' | 'ض' | 'ظ' => DH,
        'ر' | 'ڑ' => R,
        'ز' => Z,
        'ژ' => ZH,
        'س' | 'ص' => S,
        'ش' => SH,
        'ع' => AYN,
        'غ' => GH,
        'ف' => F,
        'ڤ' => V,
        'ق' => Q,
        'ک' => K,
        'گ' | 'ڭ' => G,
        'ل' => L,
        'م' => M,
        'ن' | 'ں' | 'ڼ' | 'ڻ' => N,
        'و' | 'ۆ' | 'ۇ' | 'ۋ' => WAW,
        'ی' | 'ے' | 'ې' | 'ۓ' | 'ێ' => YEH,
        'ا' => LONG_A,
        _ => return None,
    })
}

/// Letters before which ھ is a breath, not a letter.
fn is_aspirate(code: Code) -> bool {
    matches!(code, B | P | T | D | J | CH | K | G | R | L | M | N)
}

/// How a folded word in Urdu or Arabic letters sounds.
pub(crate) fn phones(word: &str) -> Phones {
    let mut codes: Vec<Code> = Vec::with_capacity(word.len() / 2);
    let last = word.chars().count().saturating_sub(1);
    for (at, c) in word.chars().enumerate() {
        let code = match c {
            'ا' if at == 0 => Some(ALEF),
            'ہ' | 'ه' if at == last && at > 1 => Some(SOFT_H),
            'ھ' if codes.last().copied().is_some_and(is_aspirate) => None,
            'ھ' => Some(H),
            c => single(c),
        };
        if let Some(code) = code
            && codes.last() != Some(&code)
        {
            codes.push(code);
        }
    }
    Phones::new(codes, true)
}
