// The examiner's screen: two prints side by side, marked, paired, compared. A page of its own loads this script; without
// it the pictures are there to be looked at, and points may be typed.
import { commandOf } from "./acev/keys.js";
import { DEEDS, MARKING } from "./acev/deeds.js";
import { draw } from "./acev/draw.js";
import { KINDS, Marks, SIDES, linesOf, pairLines, pairsFrom, pointsFrom } from "./acev/marks.js";
import { mouse } from "./acev/mouse.js";
import { Picture } from "./acev/picture.js";
import { write } from "./acev/table.js";
import { View } from "./acev/view.js";

const RATIO_MAX = 2;

const listOf = (text) => JSON.parse(text || "[]");
const pointOf = ([x, y, angle, kind]) => ({ x, y, angle, kind: KINDS.includes(kind) ? kind : "other" });

class Screen {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    // An examination that is read: nothing is marked in it.
    this.reading = "reading" in root.dataset;
    this.canvas = root.querySelector("canvas");
    this.context = this.canvas.getContext("2d");
    this.status = root.querySelector("[data-acev-state]");
    this.view = new View();
    this.marks = new Marks();
    this.chosen = { probe: -1, candidate: -1 };
    this.active = "probe";
    this.kind = "ending";
    this.contrast = 0;
    this.show = { marks: true, lines: true, engine: false, invert: false, mouse: false, link: true };
    this.paired = listOf(root.dataset.enginePairs);
    this.panes = {};
    for (const side of SIDES) this.pane(side);
    for (const side of SIDES) this.load(side);
    this.fields();
    root.addEventListener("keydown", (event) => this.key(event));
    for (const button of root.querySelectorAll("[data-do]")) {
      button.addEventListener("click", () => this.perform([button.dataset.do]));
    }
    new ResizeObserver(() => this.measure()).observe(this.canvas.parentElement);
    root.classList.add("awake");
  }

  pane(side) {
    const element = this.root.querySelector(`[data-pane="${side}"]`);
    const points = listOf(element.dataset.points).map(pointOf);
    const veiled = "veiled" in element.dataset;
    if (veiled) this.root.classList.add("veiled");
    this.panes[side] = { element, points, veiled, picture: null, box: { x: 0, y: 0, width: 1, height: 1 } };
    element.addEventListener("focus", () => ((this.active = side), this.redraw()));
    element.addEventListener("pointerdown", () => element.focus());
    mouse(this, side);
  }

  load(side) {
    const { element } = this.panes[side];
    const img = element.querySelector("img");
    const { width, height } = element.dataset;
    const ready = (loaded) => {
      this.panes[side].picture = new Picture(loaded, Number(width), Number(height));
      this.fit();
    };
    if (!img || (img.complete && !img.naturalWidth)) return ready(null);
    if (img.complete) return ready(img);
    img.addEventListener("load", () => ready(img), { once: true });
    img.addEventListener("error", () => ready(null), { once: true });
  }

  /** The form's fields, which a draft or a refused form may have filled. */
  fields() {
    const form = this.root.closest("form") ?? document.querySelector("[data-acev-form]");
    const names = ["probe_marks", "candidate_marks", "pairs"];
    this.written = Object.fromEntries(names.map((name) => [name, form.elements[name]]));
    form.addEventListener("draft:restored", () => this.read());
    for (const field of Object.values(this.written)) field.addEventListener("change", () => this.read());
    this.read();
  }

  read() {
    const { probe_marks, candidate_marks, pairs } = this.written;
    this.marks.probe = pointsFrom(probe_marks.value);
    this.marks.candidate = pointsFrom(candidate_marks.value);
    this.marks.pairs = pairsFrom(pairs.value, this.marks);
    this.chosen = { probe: -1, candidate: -1 };
    this.table();
    this.redraw();
  }

  /** After the marks changed: into the form's fields, the table and the picture. */
  changed() {
    const { probe_marks, candidate_marks, pairs } = this.written;
    probe_marks.value = linesOf(this.marks.probe);
    candidate_marks.value = linesOf(this.marks.candidate);
    pairs.value = pairLines(this.marks.pairs);
    pairs.dispatchEvent(new Event("input", { bubbles: true }));
    this.table();
    this.redraw();
  }

  table() {
    const part = ([probe, candidate]) => {
      this.marks.pair(probe, candidate);
      this.changed();
      this.say(this.words.parted);
      this.panes[this.active].element.focus();
    };
    write(this.root, this.marks, this.words, this.reading ? null : part);
  }

  key(event) {
    // Buttons and fields within keep their own keys; only a print hears letters.
    if (!event.target.closest("[data-pane]")) return;
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    this.perform(command);
  }

  perform([name, ...given]) {
    // Before its picture has come a print cannot be marked, turned or moved.
    if (SIDES.some((side) => !this.panes[side].picture)) return;
    if (this.reading && MARKING.has(name)) return;
    const before = this.marks.changes;
    const words = DEEDS[name](this, ...given);
    if (this.marks.changes === before) this.redraw();
    else this.changed();
    this.pressed();
    if (words) this.say(words);
  }

  /** Which of the buttons that stay down are down. */
  pressed() {
    for (const button of this.root.querySelectorAll("[data-do][aria-pressed]")) {
      button.setAttribute("aria-pressed", String(Boolean(this.show[button.dataset.do])));
    }
    this.root.classList.toggle("marking", this.show.mouse);
  }

  say(text) {
    this.status.textContent = text;
  }

  fit() {
    const pictures = SIDES.map((side) => this.panes[side].picture).filter(Boolean);
    if (pictures.length) this.view.fit(this.panes.probe.box, pictures);
    this.redraw();
  }

  measure() {
    const stage = this.canvas.parentElement.getBoundingClientRect();
    const first = this.panes.probe.box.width <= 1;
    this.ratio = Math.min(window.devicePixelRatio || 1, RATIO_MAX);
    this.canvas.width = Math.round(stage.width * this.ratio);
    this.canvas.height = Math.round(stage.height * this.ratio);
    for (const side of SIDES) {
      const { left, top, width, height } = this.panes[side].element.getBoundingClientRect();
      this.panes[side].box = { x: left - stage.left, y: top - stage.top, width, height };
    }
    if (first) this.fit();
    this.redraw();
  }

  /** Draws at the next frame, once however much has changed. */
  redraw() {
    if (this.waiting || !this.ratio) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      draw(this);
    });
  }
}

for (const root of document.querySelectorAll("[data-acev]")) new Screen(root);
