//! A stack of planes of numbers, as the network passes it from layer to layer.

/// Planes of one size, one after another.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Map {
    pub(crate) channels: usize,
    pub(crate) height: usize,
    pub(crate) width: usize,
    pub(crate) samples: Vec<f32>,
}

impl Map {
    pub(crate) const fn pixels(&self) -> usize {
        self.height * self.width
    }

    pub(crate) fn planes(&self) -> std::slice::ChunksExact<'_, f32> {
        self.samples.chunks_exact(self.pixels().max(1))
    }

    /// Puts the planes of another map of the same size behind its own.
    pub(crate) fn beside(mut self, other: &Self) -> Self {
        self.samples.extend_from_slice(&other.samples);
        self.channels += other.channels;
        self
    }

    /// Every pixel twice, both ways, with the planes of another map of that size behind.
    pub(crate) fn doubled_beside(&self, other: Option<&Self>) -> Self {
        let more = other.map_or(0, |other| other.samples.len());
        let mut samples = Vec::with_capacity(self.samples.len() * 4 + more);
        for row in self.samples.chunks_exact(self.width.max(1)) {
            let begin = samples.len();
            samples.extend(row.iter().flat_map(|sample| [*sample, *sample]));
            samples.extend_from_within(begin..);
        }
        let map = Self { channels: self.channels, height: self.height * 2, width: self.width * 2, samples };
        match other {
            Some(other) => map.beside(other),
            None => map,
        }
    }

    /// Half the size: of each four pixels the largest in the first `largest` planes, the mean in the others.
    pub(crate) fn halved(&self, largest: usize) -> Self {
        let mut samples = Vec::with_capacity(self.samples.len() / 4);
        for (number, plane) in self.planes().enumerate() {
            for rows in plane.chunks_exact(2 * self.width.max(1)) {
                let (upper, lower) = rows.split_at_checked(self.width).unwrap_or((rows, &[]));
                let fours = upper.as_chunks::<2>().0.iter().zip(lower.as_chunks::<2>().0);
                if number < largest {
                    samples.extend(fours.map(|([a, b], [c, d])| a.max(*b).max(c.max(*d))));
                } else {
                    samples.extend(fours.map(|([a, b], [c, d])| (a + b + c + d) / 4.0));
                }
            }
        }
        Self { channels: self.channels, height: self.height / 2, width: self.width / 2, samples }
    }
}

/// A map with zeros around each plane, and room behind the last one for whole vectors.
#[derive(Debug, Clone)]
pub(crate) struct Padded {
    pub(crate) border: usize,
    pub(crate) stride: usize,
    pub(crate) plane: usize,
    pub(crate) samples: Vec<f32>,
}

/// The most numbers that are read at once.
const ROOM: usize = 128;

impl Padded {
    pub(crate) fn of(map: &Map, border: usize) -> Self {
        let stride = map.width + 2 * border;
        let plane = stride * (map.height + 2 * border);
        let mut padded = Self { border, stride, plane, samples: vec![0.0; plane * map.channels + ROOM] };
        for (target, source) in padded.samples.chunks_exact_mut(plane).zip(map.planes()) {
            put(target, source, (border, stride, map.width));
        }
        padded
    }

    /// Room for one plane of a map.
    pub(crate) fn empty(map: &Map, border: usize) -> Self {
        let stride = map.width + 2 * border;
        let plane = stride * (map.height + 2 * border);
        Self { border, stride, plane, samples: vec![0.0; plane + ROOM] }
    }

    /// Puts a plane in the place of the one before.
    pub(crate) fn put(&mut self, source: &[f32], width: usize) {
        put(&mut self.samples, source, (self.border, self.stride, width));
    }
}

fn put(target: &mut [f32], source: &[f32], (border, stride, width): (usize, usize, usize)) {
    let rows = target.chunks_exact_mut(stride).skip(border);
    for (target, source) in rows.zip(source.chunks_exact(width.max(1))) {
        if let Some(inner) = target.get_mut(border..border + width) {
            inner.copy_from_slice(source);
        }
    }
}
