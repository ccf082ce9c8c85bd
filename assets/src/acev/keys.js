// Keys of the examiner's screen, by the place of the key, so that they work under an Urdu layout. They count only while
// the focus is within the screen, and never with Alt, which is the page's.

const PAN = 24;

const ARROWS = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

const KEYS = {
  Equal: "zoom-in", NumpadAdd: "zoom-in", Minus: "zoom-out", NumpadSubtract: "zoom-out", Digit0: "fit", Numpad0: "fit",
  Comma: "turn-left", Period: "turn-right", KeyI: "invert", KeyC: "contrast", KeyV: "marks", KeyB: "lines",
  KeyE: "engine", KeyL: "link", KeyX: "other", KeyO: "uncover", KeyD: "mouse", KeyM: "mark", KeyK: "kind",
  BracketLeft: "angle-left", BracketRight: "angle-right", KeyN: "next", Delete: "remove", Backspace: "remove",
  KeyP: "pair", KeyU: "undo", KeyT: "take",
};

/** The command of a key with its arguments, or nothing. */
export function commandOf(event) {
  if (event.altKey || event.metaKey || event.isComposing) return null;
  if (event.ctrlKey) return event.code === "KeyZ" ? ["undo"] : null;
  const arrow = ARROWS[event.code];
  if (arrow) {
    // The cross-hair goes where the arrow points: the print moves the other way.
    const step = event.shiftKey ? 1 : PAN;
    return ["pan", arrow[0] * step, arrow[1] * step];
  }
  const command = KEYS[event.code];
  return command ? [command, event.shiftKey] : null;
}
