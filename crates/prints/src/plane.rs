//! A rectangle of values, and the few ways the engine walks over it.

#![expect(clippy::indexing_slicing, reason = "every index is made from the plane's own width and height")]

/// A rectangle of values, row by row.
#[derive(Debug, Clone)]
pub(crate) struct Plane<T> {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) cells: Vec<T>,
}

impl<T: Copy> Plane<T> {
    pub(crate) fn new(width: usize, height: usize, fill: T) -> Self {
        Self { width, height, cells: vec![fill; width * height] }
    }

    /// The same rectangle with each value changed.
    pub(crate) fn map<U>(&self, change: impl Fn(T) -> U) -> Plane<U> {
        let cells = self.cells.iter().map(|value| change(*value)).collect();
        Plane { width: self.width, height: self.height, cells }
    }

    pub(crate) fn row(&self, y: usize) -> &[T] {
        &self.cells[y * self.width..(y + 1) * self.width]
    }

    pub(crate) fn row_mut(&mut self, y: usize) -> &mut [T] {
        &mut self.cells[y * self.width..(y + 1) * self.width]
    }

    /// The value at a place, or at the nearest one inside.
    pub(crate) fn near(&self, x: isize, y: isize) -> T {
        let x = x.clamp(0, self.width as isize - 1) as usize;
        let y = y.clamp(0, self.height as isize - 1) as usize;
        self.cells[y * self.width + x]
    }

    /// The value at a place, if it is inside.
    pub(crate) fn inside(&self, x: isize, y: isize) -> Option<T> {
        let (x, y) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
        (x < self.width && y < self.height).then(|| self.cells[y * self.width + x])
    }

    pub(crate) fn set(&mut self, x: usize, y: usize, value: T) {
        self.cells[y * self.width + x] = value;
    }
}

impl Plane<f32> {
    /// The mean over a square of `2 radius + 1` a side, of what lies inside.
    pub(crate) fn box_mean(&self, radius: usize) -> Self {
        let mut across = Self::new(self.width, self.height, 0.0);
        for y in 0..self.height {
            running_mean(self.row(y), across.row_mut(y), radius);
        }
        let mut sums = vec![0.0_f32; self.width];
        let mut out = Self::new(self.width, self.height, 0.0);
        let mut count = 0.0_f32;
        for y in 0..self.height + radius {
            if y < self.height {
                count += 1.0;
                sums.iter_mut().zip(across.row(y)).for_each(|(sum, value)| *sum += value);
            }
            if y > 2 * radius {
                count -= 1.0;
                let gone = across.row(y - 2 * radius - 1);
                sums.iter_mut().zip(gone).for_each(|(sum, value)| *sum -= value);
            }
            if y >= radius {
                let scale = 1.0 / count;
                let row = out.row_mut(y - radius);
                row.iter_mut().zip(&sums).for_each(|(to, sum)| *to = sum * scale);
            }
        }
        out
    }

    /// A Gaussian blur, cut at three sigma; what lies outside counts as nothing.
    pub(crate) fn gaussian(&self, sigma: f32) -> Self {
        let reach = (3.0 * sigma).ceil() as usize;
        let weight = |d: usize| (-0.5 * (d as f32 / sigma).powi(2)).exp();
        let total: f32 = weight(0) + 2.0 * (1..=reach).map(weight).sum::<f32>();
        let taps: Vec<f32> = (0..=2 * reach).map(|at| weight(at.abs_diff(reach)) / total).collect();
        let mut across = Self::new(self.width, self.height, 0.0);
        for y in 0..self.height {
            let from = self.row(y);
            let to = across.row_mut(y);
            for (at, tap) in taps.iter().enumerate() {
                add_shifted(from, to, at as isize - reach as isize, *tap);
            }
        }
        let mut out = Self::new(self.width, self.height, 0.0);
        for y in 0..self.height {
            for (at, tap) in taps.iter().enumerate() {
                let source = y as isize + at as isize - reach as isize;
                if source >= 0 && (source as usize) < self.height {
                    let from = across.row(source as usize);
                    out.row_mut(y).iter_mut().zip(from).for_each(|(to, value)| *to += tap * value);
                }
            }
        }
        out
    }
}

fn add_shifted(from: &[f32], to: &mut [f32], shift: isize, tap: f32) {
    let by = shift.unsigned_abs().min(from.len());
    let (from, to) = if shift >= 0 { (&from[by..], to) } else { (from, &mut to[by..]) };
    to.iter_mut().zip(from).for_each(|(to, value)| *to += tap * value);
}

fn running_mean(from: &[f32], to: &mut [f32], radius: usize) {
    let (mut sum, mut count) = (0.0_f32, 0.0_f32);
    for x in 0..from.len() + radius {
        if let Some(come) = from.get(x) {
            sum += come;
            count += 1.0;
        }
        if x > 2 * radius {
            sum -= from[x - 2 * radius - 1];
            count -= 1.0;
        }
        if x >= radius {
            to[x - radius] = sum / count;
        }
    }
}
