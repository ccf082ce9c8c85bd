//! A rectangle of numbers about the middle of a finger: the origin in its centre, y upwards, pixels at 500 dpi.

/// Numbers row by row, the uppermost first.
#[derive(Debug, Clone)]
pub(crate) struct Raster {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) cells: Vec<f32>,
}

impl Raster {
    pub(crate) fn new(width: usize, height: usize) -> Self {
        Self { width, height, cells: vec![0.0; width * height] }
    }

    /// The place on the finger of a pixel's middle.
    pub(crate) fn place(&self, at: usize) -> (f32, f32) {
        let (col, row) = (at % self.width, at / self.width);
        (col as f32 + 0.5 - self.width as f32 / 2.0, self.height as f32 / 2.0 - row as f32 - 0.5)
    }

    /// The number at a pixel; 0 outside.
    pub(crate) fn at(&self, col: isize, row: isize) -> f32 {
        let inside = usize::try_from(col).ok().filter(|col| *col < self.width);
        let row = usize::try_from(row).ok().filter(|row| *row < self.height);
        inside.zip(row).and_then(|(col, row)| self.cells.get(row * self.width + col)).copied().unwrap_or(0.0)
    }

    /// The number at a place on the finger, between its four pixels in proportion.
    pub(crate) fn between(&self, x: f32, y: f32) -> f32 {
        let (col, row) = (x + self.width as f32 / 2.0 - 0.5, self.height as f32 / 2.0 - y - 0.5);
        let (left, top) = (col.floor(), row.floor());
        let (fx, fy) = (col - left, row - top);
        let (left, top) = (left as isize, top as isize);
        let upper = self.at(left, top) * (1.0 - fx) + self.at(left + 1, top) * fx;
        let lower = self.at(left, top + 1) * (1.0 - fx) + self.at(left + 1, top + 1) * fx;
        upper * (1.0 - fy) + lower * fy
    }
}
