use std::f32::consts::TAU;

use proptest::prelude::*;
use roznamcha_prints::{Kind, Minutia, Template, TemplateError};

fn minutiae(width: u16, height: u16) -> impl Strategy<Value = Vec<Minutia>> {
    let one = (0.0..f32::from(width), 0.0..f32::from(height), 0.0..TAU, any::<bool>(), 0.0_f32..=1.0);
    let one = one.prop_map(|(x, y, angle, ends, quality)| Minutia {
        x,
        y,
        angle,
        kind: if ends { Kind::Ending } else { Kind::Bifurcation },
        quality,
    });
    prop::collection::vec(one, 0..=96)
}

fn template() -> impl Strategy<Value = Template> {
    (1_u16..4_096, 1_u16..4_096).prop_flat_map(|(width, height)| {
        minutiae(width, height).prop_map(move |minutiae| Template { width, height, dpi: 500, minutiae })
    })
}

proptest! {
    #[test]
    fn a_template_is_read_as_it_was_written(template in template()) {
        let bytes = template.to_bytes().unwrap();
        prop_assert!(bytes.len() <= 396);
        let read = Template::from_bytes(&bytes).unwrap();
        prop_assert_eq!(read.minutiae.len(), template.minutiae.len());
        let unit = f32::from((template.width.max(template.height) >> 10).next_power_of_two()) * 2.0;
        for (written, read) in template.minutiae.iter().zip(&read.minutiae) {
            prop_assert!((written.x - read.x).abs() < unit && (written.y - read.y).abs() < unit);
            let off = (written.angle - read.angle).rem_euclid(TAU);
            prop_assert!(off.min(TAU - off) <= TAU / 512.0 + 1e-3);
            prop_assert_eq!(written.kind, read.kind);
            prop_assert!((written.quality - read.quality).abs() <= 0.5 / 7.0 + 1e-3);
        }
        // what was read is written to the same bytes: nothing drifts
        prop_assert_eq!(read.to_bytes().unwrap(), bytes);
    }

    #[test]
    fn bytes_of_any_kind_are_a_template_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..500)) {
        if let Ok(template) = Template::from_bytes(&bytes) {
            prop_assert_eq!(template.to_bytes().unwrap(), bytes);
        }
    }

    #[test]
    fn a_template_cut_or_grown_is_an_error(template in template(), cut in 0_usize..400, more in 1_usize..9) {
        let bytes = template.to_bytes().unwrap();
        if cut < bytes.len() {
            prop_assert!(Template::from_bytes(&bytes[..cut]).is_err());
        }
        let grown = [bytes.as_slice(), &vec![0; more]].concat();
        let refused = matches!(Template::from_bytes(&grown), Err(TemplateError::Length { .. }));
        prop_assert!(refused);
    }
}

#[test]
fn the_strongest_stay_in_their_order() {
    let at = |x: f32, quality| Minutia { x, y: 1.0, angle: 0.0, kind: Kind::Ending, quality };
    let minutiae = vec![at(1.0, 0.2), at(2.0, 0.9), at(3.0, 0.1), at(4.0, 0.5)];
    let kept = Template { width: 9, height: 9, dpi: 500, minutiae }.strongest(2);
    assert_eq!(kept.minutiae.iter().map(|m| m.x).collect::<Vec<_>>(), [2.0, 4.0]);
}

#[test]
fn what_the_form_cannot_hold_is_refused() {
    let minutia = Minutia { x: 5.0, y: 5.0, angle: 0.0, kind: Kind::Ending, quality: 1.0 };
    let template = |minutiae| Template { width: 10, height: 10, dpi: 500, minutiae };
    assert_eq!(template(vec![minutia; 256]).to_bytes(), Err(TemplateError::TooMany(256)));
    for bad in [
        Minutia { x: 11.0, ..minutia },
        Minutia { y: f32::NAN, ..minutia },
        Minutia { angle: f32::INFINITY, ..minutia },
        Minutia { quality: 1.5, ..minutia },
    ] {
        assert!(matches!(template(vec![bad]).to_bytes(), Err(TemplateError::Value(_))), "{bad:?}");
    }
}
