// What an examiner marked: points of both prints, which is which, and the way back. Written as lines of text, so that
// the form carries them as it carries any words: `x y angle kind`, and for pairs two numbers of points, from 1.

export const SIDES = ["probe", "candidate"];
export const KINDS = ["ending", "bifurcation", "other"];
// As they may be typed in Urdu.
const TYPED = { "اختتام": "ending", "دوشاخہ": "bifurcation", "دیگر": "other" };
const UNDO_MAX = 200;

/** The other of the two prints. */
export const otherSide = (side) => (side === "probe" ? "candidate" : "probe");

/** Degrees brought into 0 to 359, whole. */
export const degrees = (angle) => ((Math.round(angle) % 360) + 360) % 360;

export class Marks {
  constructor() {
    this.probe = [];
    this.candidate = [];
    this.pairs = [];
    this.past = [];
    // Rises with each change.
    this.changes = 0;
  }

  /** Keeps how things stand, before they are changed. */
  remember() {
    this.changes += 1;
    this.past.push(JSON.stringify([this.probe, this.candidate, this.pairs]));
    if (this.past.length > UNDO_MAX) this.past.shift();
  }

  undo() {
    const before = this.past.pop();
    if (before === undefined) return false;
    this.changes += 1;
    [this.probe, this.candidate, this.pairs] = JSON.parse(before);
    return true;
  }

  /** Adds a point and gives its place. */
  add(side, { x, y, angle, kind }) {
    this.remember();
    this[side].push({ x: Math.round(x), y: Math.round(y), angle: degrees(angle), kind });
    return this[side].length - 1;
  }

  /** Removes a point and its pair; the numbers of the points after it fall by one. */
  remove(side, at) {
    this.remember();
    this[side].splice(at, 1);
    const end = SIDES.indexOf(side);
    this.pairs = this.pairs.filter((pair) => pair[end] !== at);
    for (const pair of this.pairs) if (pair[end] > at) pair[end] -= 1;
  }

  /** The number of the pair a point is in, from 0; -1 for none. */
  pairOf(side, at) {
    const end = SIDES.indexOf(side);
    return this.pairs.findIndex((pair) => pair[end] === at);
  }

  /** Pairs two points, each leaving the pair it was in; two that are a pair are parted. Says whether they are paired. */
  pair(probe, candidate) {
    this.remember();
    const together = this.pairs.some(([a, b]) => a === probe && b === candidate);
    this.pairs = this.pairs.filter(([a, b]) => a !== probe && b !== candidate);
    if (!together) this.pairs.push([probe, candidate]);
    return !together;
  }

  /** The nearest point within a distance of image pixels, or -1. */
  near(side, { x, y }, distance) {
    return nearest(this[side], { x, y }, distance);
  }
}

/** The place in `points` of the nearest within `distance`, or -1. */
export function nearest(points, { x, y }, distance) {
  let [found, least] = [-1, distance];
  points.forEach((point, at) => {
    const far = Math.hypot(point.x - x, point.y - y);
    if (far <= least) [found, least] = [at, far];
  });
  return found;
}

export const linesOf = (points) => points.map(({ x, y, angle, kind }) => `${x} ${y} ${angle} ${kind}`).join("\n");
export const pairLines = (pairs) => pairs.map(([a, b]) => `${a + 1} ${b + 1}`).join("\n");

const asciiDigits = (text) => text.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));

/** Points from their lines; a line that is none is passed over. */
export function pointsFrom(text) {
  const points = [];
  for (const line of text.split("\n")) {
    const [x, y, angle, typed] = asciiDigits(line).trim().split(/\s+/);
    const kind = TYPED[typed] ?? typed;
    const point = { x: Number(x), y: Number(y), angle: degrees(Number(angle)), kind };
    const whole = [x, y, angle].every((number) => /^-?\d+$/.test(number ?? ""));
    if (whole && KINDS.includes(kind)) points.push(point);
  }
  return points;
}

/** Pairs from their lines, of points that are there. */
export function pairsFrom(text, { probe, candidate }) {
  const pairs = [];
  for (const line of text.split("\n")) {
    const [a, b] = asciiDigits(line).trim().split(/\s+/).map((number) => Number(number) - 1);
    if (probe[a] && candidate[b]) pairs.push([a, b]);
  }
  return pairs;
}
