// Urdu typing on a PC without an Urdu layout: the phonetic layout of the Pakistani keyboards, per key.
// Ctrl+Space turns it on and off, for all Urdu fields of this computer.
import { announce, say } from "./say.js";

const PLAIN = { q: "ق", w: "و", e: "ع", r: "ر", t: "ت", y: "ے", u: "ء", i: "ی", o: "ہ", p: "پ", a: "ا", s: "س", d: "د",
  f: "ف", g: "گ", h: "ح", j: "ج", k: "ک", l: "ل", z: "ز", x: "ش", c: "چ", v: "ط", b: "ب", n: "ن", m: "م" };
const SHIFT = { Q: "\u0652", W: "ؤ", E: "\u0670", R: "ڑ", T: "ٹ", Y: "\u064e", U: "ئ", I: "\u0650", O: "ۃ", P: "\u064f",
  A: "آ", S: "ص", D: "ڈ", G: "غ", H: "ھ", J: "ض", K: "خ", L: "\u0651",
  Z: "ذ", X: "ژ", C: "ث", V: "ظ", B: "\u064b", N: "ں" };
const MARKS = { ",": "،", ".": "۔", "?": "؟", ";": "؛" };
const MAP = { ...PLAIN, ...SHIFT, ...MARKS };
const KEPT = "urdu-typing";

const on = () => localStorage.getItem(KEPT) === "on";
const fields = () => document.querySelectorAll("[data-urdu]");

function paint(field) {
  const badge = field.urduBadge;
  badge.textContent = on() ? "✓ اردو" : "اردو";
  badge.setAttribute("aria-pressed", String(on()));
  badge.title = `${on() ? say("urduOn") : say("urduOff")} (Ctrl+Space)`;
}

function toggle() {
  localStorage.setItem(KEPT, on() ? "off" : "on");
  fields().forEach((field) => field.urduBadge && paint(field));
  announce(on() ? say("urduOn") : say("urduOff"));
}

function put(field, text) {
  // execCommand keeps the browser's own undo; where it is gone, the text is set directly.
  if (document.execCommand?.("insertText", false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** `[data-urdu]`: a text field or text area that is filled in Urdu. */
export function urdu(field) {
  const badge = document.createElement("button");
  Object.assign(badge, { type: "button", className: "urdu-badge", tabIndex: -1, lang: "ur" });
  badge.addEventListener("click", () => {
    toggle();
    field.focus();
  });
  field.urduBadge = badge;
  field.before(badge);
  paint(field);
  field.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.code === "Space") {
      event.preventDefault();
      toggle();
      return;
    }
    if (!on() || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const letter = MAP[event.key];
    if (!letter) return;
    event.preventDefault();
    put(field, letter);
  });
}
