// SHA-256, piece by piece: the browser's own is missing on plain-HTTP addresses of an office network, and takes only
// a whole file at once.

const K = new Uint32Array(64);
const FIRST = new Uint32Array(8);

// The constants are the first 32 bits of the fractional parts of roots of the first primes.
(() => {
  const fraction = (x) => ((x - Math.floor(x)) * 0x100000000) >>> 0;
  for (let n = 2, i = 0; i < 64; n += 1) {
    let prime = true;
    for (let d = 2; d * d <= n; d += 1) if (n % d === 0) prime = false;
    if (!prime) continue;
    if (i < 8) FIRST[i] = fraction(Math.sqrt(n));
    K[i] = fraction(Math.cbrt(n));
    i += 1;
  }
})();

const turn = (x, n) => (x >>> n) | (x << (32 - n));

export class Sha256 {
  constructor() {
    this.h = FIRST.slice();
    this.block = new Uint8Array(64);
    this.words = new Uint32Array(64);
    this.length = 0;
  }

  add(bytes) {
    let at = 0;
    while (at < bytes.length) {
      const used = this.length % 64;
      const take = Math.min(64 - used, bytes.length - at);
      this.block.set(bytes.subarray(at, at + take), used);
      this.length += take;
      at += take;
      if (used + take === 64) this.mix();
    }
    return this;
  }

  mix() {
    const { h, words: w } = this;
    const view = new DataView(this.block.buffer);
    for (let i = 0; i < 16; i += 1) w[i] = view.getUint32(i * 4);
    for (let i = 16; i < 64; i += 1) {
      const a = w[i - 15];
      const b = w[i - 2];
      const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
      const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    let [a, b, c, d, e, f, g, i8] = h;
    for (let i = 0; i < 64; i += 1) {
      const t1 = (i8 + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [i8, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    [a, b, c, d, e, f, g, i8].forEach((x, i) => (h[i] += x));
  }

  end() {
    const bits = this.length * 8;
    const used = this.length % 64;
    const pad = new Uint8Array((used < 56 ? 64 : 128) - used);
    pad[0] = 0x80;
    const view = new DataView(pad.buffer);
    view.setUint32(pad.length - 8, Math.floor(bits / 0x100000000));
    view.setUint32(pad.length - 4, bits >>> 0);
    this.add(pad);
    const out = new DataView(new ArrayBuffer(32));
    this.h.forEach((x, i) => out.setUint32(i * 4, x));
    return new Uint8Array(out.buffer);
  }
}

export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
