// What each command of the examiner's screen does. Each gives the words to be said of it, or nothing.
import { localDigits } from "../say.js";
import { KINDS, SIDES, nearest, otherSide } from "./marks.js";
import { inWords } from "./table.js";

const CONTRASTS = [1, 1.5, 2.2, 3.2];
const TURN = 5;
// A point of the engine's within this distance is taken as it is, not marked beside it.
const SNAP = 6;

const number = (value) => localDigits(String(value));

const onOff = (screen, name) => {
  screen.show[name] = !screen.show[name];
  return `${screen.words[name]}: ${screen.words[screen.show[name] ? "on" : "off"]}`;
};

const chosenOf = ({ chosen, active, marks }) => marks[active][chosen[active]];

/** Says the chosen point of the active print. */
export function saysChosen(screen) {
  const { active, chosen, marks, words } = screen;
  const point = chosenOf(screen);
  if (!point) return words.none;
  const pair = marks.pairOf(active, chosen[active]);
  const where = `${words[active]}: ${words.point} ${number(chosen[active] + 1)}${words.comma} ${inWords(point, words)}`;
  return pair < 0 ? where : `${where}${words.comma} ${words.pair} ${number(pair + 1)}`;
}

function mark(screen) {
  const { view, active, panes, marks, chosen } = screen;
  if (panes[active].veiled) return screen.words.veiled;
  const at = view.back(active, { x: 0, y: 0 }, panes[active].picture);
  return markAt(screen, active, at) && ((chosen[active] = marks[active].length - 1), saysChosen(screen));
}

/** Marks a point of a print: the engine's where one is shown there, else a new one. */
export function markAt({ panes, marks, show, kind }, side, at) {
  const { points } = panes[side];
  const near = show.engine ? nearest(points, at, SNAP) : -1;
  marks.add(side, near < 0 ? { ...at, angle: 0, kind } : points[near]);
  return true;
}

/** Takes over what the engine found paired, after what is marked already. */
function take(screen) {
  const { marks, panes, paired, words } = screen;
  if (SIDES.some((side) => panes[side].veiled)) return words.veiled;
  marks.remember();
  for (const pair of paired) {
    const ends = pair.map((at, end) => panes[SIDES[end]].points[at]);
    if (ends.some((point) => !point)) continue;
    const there = SIDES.some((side, end) => marks.near(side, ends[end], SNAP) >= 0);
    if (!there) marks.pairs.push(ends.map((point, end) => marks[SIDES[end]].push({ ...point }) - 1));
  }
  return `${words.pairs}: ${number(marks.pairs.length)}`;
}

function pair({ marks, chosen, words }) {
  const [probe, candidate] = SIDES.map((side) => chosen[side]);
  if (!marks.probe[probe] || !marks.candidate[candidate]) return words.chooseBoth;
  return marks.pair(probe, candidate) ? `${words.paired}: ${number(marks.pairs.length)}` : words.parted;
}

function remove(screen) {
  const { marks, active, chosen, words } = screen;
  if (!chosenOf(screen)) return words.none;
  marks.remove(active, chosen[active]);
  chosen[active] = Math.min(chosen[active], marks[active].length - 1);
  return `${words.removed}. ${chosenOf(screen) ? saysChosen(screen) : ""}`;
}

function angle(screen, by) {
  const point = chosenOf(screen);
  if (!point) return screen.words.none;
  screen.marks.remember();
  chosenOf(screen).angle = (point.angle + by + 360) % 360;
  return saysChosen(screen);
}

function kind(screen) {
  const point = chosenOf(screen);
  const next = KINDS[(KINDS.indexOf(point?.kind ?? screen.kind) + 1) % KINDS.length];
  screen.kind = next;
  if (!point) return screen.words[next];
  screen.marks.remember();
  point.kind = next;
  return saysChosen(screen);
}

/** Chooses the next point, or with `back` the one before, and brings it under the cross-hair. */
function next(screen, back) {
  const { marks, active, chosen, view, panes, words } = screen;
  const count = marks[active].length;
  if (!count || panes[active].veiled) return words.none;
  const from = chosen[active] < 0 && back ? 0 : chosen[active];
  chosen[active] = (from + (back ? -1 : 1) + count) % count;
  view.centre(active, chosenOf(screen), panes[active].picture);
  return saysChosen(screen);
}

function zoom({ view, words }, factor) {
  view.zoom(factor);
  return `${words.zoom}: ${number(Math.round(view.scale * 100))}%`;
}

function turn({ view, active, words }, by) {
  view.rotate(active, by);
  return `${words[active]}: ${words.turned} ${number(view.turn[active])}°`;
}

function look(screen) {
  for (const side of SIDES) screen.panes[side].picture?.adjust(CONTRASTS[screen.contrast], screen.show.invert);
}

/** What changes the marks: not done in an examination that is only read. */
export const MARKING = new Set([
  "mark", "mouse", "kind", "pair", "remove", "undo", "take", "angle-left", "angle-right", "uncover",
]);

export const DEEDS = {
  "zoom-in": (screen) => zoom(screen, 1.25),
  "zoom-out": (screen) => zoom(screen, 0.8),
  fit: (screen) => (screen.fit(), `${screen.words.zoom}: ${number(Math.round(screen.view.scale * 100))}%`),
  "turn-left": (screen, fine) => turn(screen, fine ? -1 : -TURN),
  "turn-right": (screen, fine) => turn(screen, fine ? 1 : TURN),
  pan: (screen, x, y) => void screen.view.pan(screen.active, x, y),
  invert: (screen) => [onOff(screen, "invert"), look(screen)][0],
  contrast(screen) {
    screen.contrast = (screen.contrast + 1) % CONTRASTS.length;
    look(screen);
    return `${screen.words.contrast}: ${number(screen.contrast + 1)}`;
  },
  marks: (screen) => onOff(screen, "marks"),
  lines: (screen) => onOff(screen, "lines"),
  engine: (screen) => onOff(screen, "engine"),
  mouse: (screen) => onOff(screen, "mouse"),
  link(screen) {
    screen.view.linked = !screen.view.linked;
    screen.show.link = screen.view.linked;
    return `${screen.words.link}: ${screen.words[screen.view.linked ? "on" : "off"]}`;
  },
  other: (screen) => void screen.panes[otherSide(screen.active)].element.focus(),
  uncover(screen) {
    // What is seen in the print alone is marked before the other is looked at.
    if (screen.marks.probe.length === 0) return screen.words.analyseFirst;
    for (const side of SIDES) screen.panes[side].veiled = false;
    screen.root.classList.remove("veiled");
    return screen.words.uncovered;
  },
  mark,
  kind,
  "angle-left": (screen, fine) => angle(screen, fine ? 1 : TURN),
  "angle-right": (screen, fine) => angle(screen, fine ? -1 : -TURN),
  next,
  remove,
  pair,
  undo(screen) {
    if (!screen.marks.undo()) return screen.words.nothing;
    for (const side of SIDES) screen.chosen[side] = Math.min(screen.chosen[side], screen.marks[side].length - 1);
    return screen.words.undone;
  },
  take,
};
