//! A drawn print, in whole numbers so that another language draws the very same (`tests/data/make.py`).

use roznamcha_prints::GrayImage;

/// Curved ridges eight pixels apart with some noise, paper around them.
pub fn rings(width: usize, height: usize) -> GrayImage {
    let mut state = 1_u64;
    let mut pixels = Vec::with_capacity(width * height);
    for y in 0..height as i64 {
        for x in 0..width as i64 {
            state = (state * 1_103_515_245 + 12_345) % (1 << 31);
            let noise = (state / 65_536) as i64;
            let across = x - width as i64 / 2;
            let along = (y - height as i64 / 3) * 3;
            let along = along.div_euclid(4);
            let ridge = (64 * (across * across + along * along)).isqrt() % 64;
            let inside = 9 * (across * across + along * along) < 2 * (width * width) as i64;
            let grey = if inside { 40 + (ridge - 32).abs() * 5 + noise % 17 } else { 235 + noise % 5 };
            pixels.push(grey as u8);
        }
    }
    GrayImage::new(width, height, 500, pixels).unwrap()
}
