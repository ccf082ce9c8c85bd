//! A frame cut out of an image and set upright.

use super::Frame;
use crate::image::{GrayImage, ShapeError};

/// A tilt so small is left as it is: no pixel is reckoned anew.
const UPRIGHT: f32 = 1.0;
/// Of the image's pixels such a part is darker than its paper.
const PAPER: usize = 90;

/// What the frame holds, upright; beyond the image lies paper.
///
/// # Errors
/// [`ShapeError`] where the frame is no image.
pub(crate) fn cut(image: &GrayImage, frame: &Frame) -> Result<GrayImage, ShapeError> {
    let (width, height) = (frame.width.round().max(1.0) as usize, frame.height.round().max(1.0) as usize);
    let degrees = if frame.degrees.abs() < UPRIGHT { 0.0 } else { frame.degrees };
    let (sin, cos) = degrees.to_radians().sin_cos();
    let paper = paper(image);
    let mut pixels = Vec::with_capacity(width * height);
    for row in 0..height {
        for col in 0..width {
            let across = col as f32 + 0.5 - width as f32 / 2.0;
            let along = row as f32 + 0.5 - height as f32 / 2.0;
            let (x, y) = (across * cos - along * sin, across * sin + along * cos);
            let (x, y) = (frame.x + x - 0.5, frame.y + y - 0.5);
            pixels.push(if degrees == 0.0 { near(image, x, y, paper) } else { between(image, x, y, paper) });
        }
    }
    GrayImage::new(width, height, image.dpi(), pixels)
}

fn at(image: &GrayImage, x: f32, y: f32) -> Option<u8> {
    let inside = x >= 0.0 && y >= 0.0 && (x as usize) < image.width();
    inside.then(|| image.pixels().get(y as usize * image.width() + x as usize).copied()).flatten()
}

fn near(image: &GrayImage, x: f32, y: f32, paper: u8) -> u8 {
    at(image, x.round(), y.round()).unwrap_or(paper)
}

/// The grey between four pixels, in proportion.
fn between(image: &GrayImage, x: f32, y: f32, paper: u8) -> u8 {
    let (left, top) = (x.floor(), y.floor());
    let (fx, fy) = (x - left, y - top);
    let grey = |dx: f32, dy: f32| f32::from(at(image, left + dx, top + dy).unwrap_or(paper));
    let upper = grey(0.0, 0.0) * (1.0 - fx) + grey(1.0, 0.0) * fx;
    let lower = grey(0.0, 1.0) * (1.0 - fx) + grey(1.0, 1.0) * fx;
    (upper * (1.0 - fy) + lower * fy).round() as u8
}

/// The grey of the paper.
fn paper(image: &GrayImage) -> u8 {
    let mut counts = [0_usize; 256];
    for grey in image.pixels() {
        if let Some(count) = counts.get_mut(usize::from(*grey)) {
            *count += 1;
        }
    }
    let darker = image.pixels().len() * PAPER / 100;
    let mut sum = 0;
    for (grey, count) in (0_u8..).zip(counts) {
        sum += count;
        if sum > darker {
            return grey;
        }
    }
    u8::MAX
}
