//! A print as the extractor sees it, for a person to look at.

use image::{Rgb, RgbImage};
use roznamcha_prints::classical::Working;
use roznamcha_prints::{Classical, ExtractError, GrayImage, Kind};

const ENDING: Rgb<u8> = Rgb([220, 30, 30]);
const BIFURCATION: Rgb<u8> = Rgb([20, 90, 230]);
const LINE: Rgb<u8> = Rgb([30, 140, 60]);
const TAIL: i32 = 9;

/// Print, enhanced print and lines with minutiae, side by side.
///
/// # Errors
/// [`ExtractError`] when the image cannot be a print.
pub fn picture(extractor: &Classical, image: &GrayImage) -> Result<RgbImage, ExtractError> {
    let working = extractor.working(image)?;
    let (width, height) = (working.width as u32, working.height as u32);
    let mut out = RgbImage::from_pixel(width * 3, height, Rgb([255, 255, 255]));
    let ratio = image.width() as f32 / working.width as f32;
    let source = |x: u32, y: u32| {
        let at = (y as f32 * ratio) as usize * image.width() + (x as f32 * ratio) as usize;
        image.pixels().get(at).copied().unwrap_or(255)
    };
    for y in 0..height {
        for x in 0..width {
            let at = (y * width + x) as usize;
            let grey = source(x, y);
            let enhanced = working.enhanced.get(at).copied().unwrap_or(128);
            let line = working.lines.get(at).is_some_and(|set| *set != 0);
            let pale = 160 + grey / 3;
            put(&mut out, x, y, Rgb([grey; 3]));
            put(&mut out, x + width, y, Rgb([enhanced; 3]));
            put(&mut out, x + 2 * width, y, if line { LINE } else { Rgb([pale; 3]) });
        }
    }
    marks(&mut out, &working, width as i32 * 2);
    marks(&mut out, &working, 0);
    Ok(out)
}

fn marks(out: &mut RgbImage, working: &Working, left: i32) {
    for minutia in &working.template.minutiae {
        let colour = if minutia.kind == Kind::Ending { ENDING } else { BIFURCATION };
        let (x, y) = (left + minutia.x as i32, minutia.y as i32);
        for (dx, dy) in (-2..=2_i32).flat_map(|dx| (-2..=2_i32).map(move |dy| (dx, dy))) {
            if dx.abs().max(dy.abs()) == 2 {
                put(out, (x + dx).max(0) as u32, (y + dy).max(0) as u32, colour);
            }
        }
        for step in 2..=TAIL {
            let (dx, dy) = (step as f32 * minutia.angle.cos(), -step as f32 * minutia.angle.sin());
            put(out, (x + dx as i32).max(0) as u32, (y + dy as i32).max(0) as u32, colour);
        }
    }
}

fn put(out: &mut RgbImage, x: u32, y: u32, colour: Rgb<u8>) {
    if x < out.width() && y < out.height() {
        out.put_pixel(x, y, colour);
    }
}
