//! A printed sheet as a picture, compared with the one that is kept: its pages side by side, in sixteen greys.
//! `BLESS=1` writes the kept one anew; then look at it. The tests of the crate `sheets` use this file too.

use roznamcha_print::{Press, Sheet};
use std::path::{Path, PathBuf};
use tiny_skia::{Pixmap, PixmapPaint, Transform};
use typst_render::{RenderOptions, render};

/// A pixel differs when it is off by more greys than this (rounding differs between processors).
const GREYS: u8 = 3;
/// Share of differing pixels allowed, in a hundred thousand.
const ALLOWED: usize = 4;

/// The pages side by side.
pub fn of(press: &Press, sheet: &impl Sheet, scale: f64) -> Pixmap {
    let document = press.pages(sheet).unwrap();
    let options = RenderOptions { pixel_per_pt: scale.into(), ..RenderOptions::default() };
    let pages: Vec<Pixmap> = document.pages().iter().map(|p| render(p, &options)).collect();
    let wide: u32 = pages.iter().map(|p| p.width() + 4).sum();
    let high = pages.iter().map(Pixmap::height).max().unwrap();
    let mut all = Pixmap::new(wide, high).unwrap();
    all.fill(tiny_skia::Color::from_rgba8(120, 120, 120, 255));
    let mut left = 0;
    for page in &pages {
        all.draw_pixmap(left, 0, page.as_ref(), &PixmapPaint::default(), Transform::identity(), None);
        left += i32::try_from(page.width()).unwrap() + 4;
    }
    all
}

/// Sixteen greys, one a pixel.
fn greys(picture: &Pixmap) -> Vec<u8> {
    let grey = |p: &tiny_skia::PremultipliedColorU8| {
        let sum = u32::from(p.red()) * 3 + u32::from(p.green()) * 6 + u32::from(p.blue());
        u8::try_from(sum / 10 / 17).unwrap().min(15)
    };
    picture.pixels().iter().map(grey).collect()
}

fn write(path: &PathBuf, (wide, high): (u32, u32), greys: &[u8]) {
    let mut encoder = png::Encoder::new(std::fs::File::create(path).unwrap(), wide, high);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_compression(png::Compression::High);
    let line = |row: &[u8]| row.chunks(2).map(|p| p[0] << 4 | p.get(1).unwrap_or(&0)).collect::<Vec<u8>>();
    let packed: Vec<u8> = greys.chunks(wide as usize).flat_map(line).collect();
    encoder.write_header().unwrap().write_image_data(&packed).unwrap();
}

fn read(path: &PathBuf) -> ((u32, u32), Vec<u8>) {
    let file = std::fs::File::open(path);
    let file = file.unwrap_or_else(|e| panic!("{}: {e}; write it with BLESS=1 and look", path.display()));
    let mut reader = png::Decoder::new(std::io::BufReader::new(file)).read_info().unwrap();
    let mut packed = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut packed).unwrap();
    let line =
        |row: &[u8]| row.iter().flat_map(|b| [b >> 4, b & 15]).take(info.width as usize).collect::<Vec<_>>();
    let greys = packed.chunks(info.line_size).take(info.height as usize).flat_map(line).collect();
    ((info.width, info.height), greys)
}

/// What is wrong with a picture, if it is not the one kept under that name beside the tests of a crate.
pub fn differs(home: &str, name: &str, drawn: &Pixmap) -> Option<String> {
    let (size, now) = ((drawn.width(), drawn.height()), greys(drawn));
    let path = Path::new(home).join("tests/golden").join(name);
    if std::env::var_os("BLESS").is_some() {
        write(&path, size, &now);
        return None;
    }
    let (kept_size, kept) = read(&path);
    let off = now.iter().zip(&kept).filter(|(a, b)| a.abs_diff(**b) > GREYS).count();
    (kept_size != size || off * 100_000 > now.len() * ALLOWED).then(|| {
        let seen = std::env::temp_dir().join(format!("now-{name}"));
        write(&seen, size, &now);
        format!("{name}: {size:?} now, {kept_size:?} kept, {off} pixels off: {}", seen.display())
    })
}
