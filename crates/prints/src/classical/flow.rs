//! Ridge flow: which way the ridges run, cell by cell, from the gradients' structure tensor.

#![expect(clippy::indexing_slicing, reason = "every index is made from the planes' own width and height")]

use crate::plane::Plane;

/// Side of a cell in pixels.
pub(crate) const CELL: usize = 8;

/// Ridge direction as a vector of twice its angle, so that opposite directions are one; its length, 0 to 1, says
/// how much the gradients of the neighbourhood agree.
#[derive(Debug, Clone)]
pub(crate) struct Flow {
    cos: Plane<f32>,
    sin: Plane<f32>,
}

impl Flow {
    /// Twice the angle as a vector at a pixel, between the cells' centres in proportion.
    pub(crate) fn double(&self, x: f32, y: f32) -> (f32, f32) {
        let (cx, cy) = (x / CELL as f32 - 0.5, y / CELL as f32 - 0.5);
        (between(&self.cos, cx, cy), between(&self.sin, cx, cy))
    }

    /// The ridges' angle at a pixel, on the raster (clockwise as seen), from 0 to π.
    pub(crate) fn angle(&self, x: f32, y: f32) -> f32 {
        let (cos, sin) = self.double(x, y);
        let half = 0.5 * sin.atan2(cos);
        if half < 0.0 { half + std::f32::consts::PI } else { half }
    }

    /// How much the gradients agree at a pixel, 0 to 1.
    pub(crate) fn coherence(&self, x: f32, y: f32) -> f32 {
        let (cos, sin) = self.double(x, y);
        cos.hypot(sin).min(1.0)
    }
}

/// The value between four cells, in proportion.
pub(crate) fn between(plane: &Plane<f32>, x: f32, y: f32) -> f32 {
    let (left, top) = (x.floor(), y.floor());
    let (fx, fy) = (x - left, y - top);
    let (left, top) = (left as isize, top as isize);
    let upper = plane.near(left, top) * (1.0 - fx) + plane.near(left + 1, top) * fx;
    let lower = plane.near(left, top + 1) * (1.0 - fx) + plane.near(left + 1, top + 1) * fx;
    upper * (1.0 - fy) + lower * fy
}

/// The ridge flow of an image, its tensor blurred at each of these sigmas (in cells) and summed with its weight:
/// the narrow blur decides where it agrees with itself, the wide ones where it does not.
pub(crate) fn flow(image: &Plane<f32>, scales: &[(f32, f32)]) -> Flow {
    let [cos, sin, energy] = tensor(image);
    let (cols, rows) = (cos.width, cos.height);
    let mut sum = Flow { cos: Plane::new(cols, rows, 0.0), sin: Plane::new(cols, rows, 0.0) };
    let total: f32 = scales.iter().map(|(_, weight)| weight).sum();
    for (sigma, weight) in scales {
        let [cos, sin, energy] = [cos.gaussian(*sigma), sin.gaussian(*sigma), energy.gaussian(*sigma)];
        for at in 0..cols * rows {
            let scale = weight / total / energy.cells[at].max(1e-6);
            sum.cos.cells[at] += cos.cells[at] * scale;
            sum.sin.cells[at] += sin.cells[at] * scale;
        }
    }
    sum
}

/// Per cell the gradients' tensor, as ridge direction times two, and its energy.
fn tensor(image: &Plane<f32>) -> [Plane<f32>; 3] {
    let (cols, rows) = (image.width.div_ceil(CELL), image.height.div_ceil(CELL));
    let mut out = [0, 1, 2].map(|_| Plane::new(cols, rows, 0.0_f32));
    let (width, height) = (image.width, image.height);
    if width < 3 || height < 3 {
        return out;
    }
    let mut line = [vec![0.0_f32; width], vec![0.0_f32; width], vec![0.0_f32; width]];
    for y in 1..height - 1 {
        let (above, here, below) = (image.row(y - 1), image.row(y), image.row(y + 1));
        let [cos, sin, energy] = &mut line;
        for x in 1..width - 1 {
            let right = above[x + 1] + 2.0 * here[x + 1] + below[x + 1];
            let left = above[x - 1] + 2.0 * here[x - 1] + below[x - 1];
            let down = below[x - 1] + 2.0 * below[x] + below[x + 1];
            let up = above[x - 1] + 2.0 * above[x] + above[x + 1];
            let (gx, gy) = (right - left, down - up);
            // the ridge runs across the gradient: twice its angle is the gradient's turned by π
            cos[x] = gy * gy - gx * gx;
            sin[x] = -2.0 * gx * gy;
            energy[x] = gx * gx + gy * gy;
        }
        let row = y / CELL;
        for (plane, values) in out.iter_mut().zip(&line) {
            for (cell, chunk) in plane.row_mut(row).iter_mut().zip(values.chunks(CELL)) {
                *cell += chunk.iter().sum::<f32>();
            }
        }
    }
    out
}
