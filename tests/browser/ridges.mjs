// Prints of nobody, as pictures: ridges grown from noise along a ridge flow, from a seed, so that a journey needs no one's
// finger. The same seed is the same finger; an impression of it is turned, shifted, cut and soiled as it is asked for.
import { deflateSync } from "node:zlib";

const SIZE = { width: 360, height: 440 };
const PERIOD = 9;
const KERNEL = 6;
const ANGLES = 36;
const ROUNDS = 8;
const DOTS_A_METRE = 19685;

/** A generator of numbers from 0 to 1 (mulberry32). */
function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Cores and deltas of a loop or a whorl, at places of this finger's own. */
function singular(next) {
  const { width, height } = SIZE;
  const x = width * (0.42 + 0.16 * next());
  const y = height * (0.38 + 0.12 * next());
  const side = next() < 0.5 ? -1 : 1;
  const low = height * (0.78 + 0.12 * next());
  if (next() < 0.5) return { cores: [[x, y]], deltas: [[x + side * width * (0.34 + 0.1 * next()), low]] };
  const gap = 20 + 40 * next();
  const deltas = [[x - width * (0.36 + 0.08 * next()), low], [x + width * (0.36 + 0.08 * next()), low]];
  return { cores: [[x, y], [x + side * 8, y + gap]], deltas };
}

/** One filter for each direction of ridges: a wave across, long along. */
const FILTERS = Array.from({ length: ANGLES }, (_, at) => {
  const angle = (at * Math.PI) / ANGLES;
  const [along, across] = [4.5, 3.2];
  const taps = [];
  for (let y = -KERNEL; y <= KERNEL; y += 1) {
    for (let x = -KERNEL; x <= KERNEL; x += 1) {
      const u = x * Math.cos(angle) + y * Math.sin(angle);
      const v = -x * Math.sin(angle) + y * Math.cos(angle);
      const bell = Math.exp(-(u * u) / (2 * along * along) - (v * v) / (2 * across * across));
      taps.push(bell * Math.cos((2 * Math.PI * v) / PERIOD));
    }
  }
  const mean = taps.reduce((sum, tap) => sum + tap, 0) / taps.length;
  return Float32Array.from(taps, (tap) => tap - mean);
});

const grown = new Map();

/** The finger of a seed: its ridges, from -1 (valley) to 1 (ridge). */
export function finger(seed) {
  if (!grown.has(seed)) grown.set(seed, grow(seed));
  return grown.get(seed);
}

function grow(seed) {
  const { width, height } = SIZE;
  const next = chance(seed * 7919 + 17);
  const { cores, deltas } = singular(next);
  const filters = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let turn = 0;
      for (const [cx, cy] of cores) turn += Math.atan2(y - cy, x - cx);
      for (const [dx, dy] of deltas) turn -= Math.atan2(y - dy, x - dx);
      const steps = Math.round((turn / 2 / Math.PI) * ANGLES);
      filters[y * width + x] = ((steps % ANGLES) + ANGLES) % ANGLES;
    }
  }
  let now = Float32Array.from({ length: width * height }, () => next() * 2 - 1);
  for (let round = 0; round < ROUNDS; round += 1) now = filtered(now, filters);
  return { seed, ridges: now };
}

function filtered(from, filters) {
  const { width, height } = SIZE;
  const to = new Float32Array(from.length);
  for (let y = KERNEL; y < height - KERNEL; y += 1) {
    for (let x = KERNEL; x < width - KERNEL; x += 1) {
      const taps = FILTERS[filters[y * width + x]];
      let sum = 0;
      let tap = 0;
      for (let dy = -KERNEL; dy <= KERNEL; dy += 1) {
        const row = (y + dy) * width + x;
        for (let dx = -KERNEL; dx <= KERNEL; dx += 1, tap += 1) sum += taps[tap] * from[row + dx];
      }
      to[y * width + x] = Math.tanh(sum * 0.35);
    }
  }
  return to;
}

/**
 * An impression of a finger as PNG at 500 dpi. `turn` in degrees, `shift` [x, y] in pixels, `part` the share of the
 * finger that touched, about `middle` [x, y] in shares of its size; `soil` from 0 to 1; `touch` a seed of its own.
 */
export function impression({ seed, ridges }, { turn = 0, shift = [0, 0], part = 1, middle = [0.5, 0.5], soil = 0.15, touch = 1 } = {}) {
  const { width, height } = SIZE;
  const next = chance(seed * 31 + touch * 104729);
  const pixels = new Uint8Array(width * height);
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const [mx, my] = [width * middle[0], height * middle[1]];
  const [rx, ry] = [width * 0.47 * part, height * 0.47 * part];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [u, v] = [x - width / 2 - shift[0], y - height / 2 - shift[1]];
      const [fx, fy] = [u * cos + v * sin + mx, -u * sin + v * cos + my];
      const edge = 1 - Math.hypot((fx - mx) / rx, (fy - my) / ry);
      const touching = Math.max(0, Math.min(1, edge * 8));
      const ink = touching * (0.5 + 0.5 * at(ridges, fx, fy)) + (next() - 0.5) * soil;
      pixels[y * width + x] = Math.max(0, Math.min(255, Math.round(238 - ink * 190)));
    }
  }
  return png(pixels, width, height);
}

function at(ridges, x, y) {
  const { width, height } = SIZE;
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) return -1;
  const [fx, fy] = [x - x0, y - y0];
  const place = y0 * width + x0;
  const top = ridges[place] * (1 - fx) + ridges[place + 1] * fx;
  const low = ridges[place + width] * (1 - fx) + ridges[place + width + 1] * fx;
  return top * (1 - fy) + low * fy;
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let code = byte;
  for (let bit = 0; bit < 8; bit += 1) code = code & 1 ? (code >>> 1) ^ 0xedb88320 : code >>> 1;
  return code;
});

const crc32 = (bytes) => (bytes.reduce((code, byte) => CRC[(code ^ byte) & 255] ^ (code >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, check]);
}

/** Grey pixels as PNG. */
export function png(pixels, width, height) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const dots = Buffer.alloc(9);
  dots.writeUInt32BE(DOTS_A_METRE, 0);
  dots.writeUInt32BE(DOTS_A_METRE, 4);
  dots[8] = 1;
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk("IHDR", head), chunk("pHYs", dots), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}
