// What the script says to the officer. The words come from the page (`#say`, one data attribute each), so that
// they are in the page's language and pass through the same message files as everything else.

const words = () => document.getElementById("say")?.dataset ?? {};

/** The word `name` (camelCase of its data attribute); nothing if the page does not carry it. */
export function say(name) {
  return words()[name] ?? "";
}

/** Digits of the page's language. */
export function localDigits(text) {
  if (document.documentElement.lang !== "ur") return text;
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
}

/** The hour now, `hh:mm`, in the page's digits. */
export function hourNow() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return localDigits(`${two(now.getHours())}:${two(now.getMinutes())}`);
}

/** Says `text` to a screen reader without moving the focus. */
export function announce(text) {
  let live = document.getElementById("live");
  if (!live) {
    live = document.createElement("div");
    live.id = "live";
    live.className = "unseen";
    live.setAttribute("role", "status");
    document.body.append(live);
  }
  live.textContent = "";
  // A changed node is announced, an equal one is not: wait one frame between the two.
  requestAnimationFrame(() => (live.textContent = text));
}

/** Shows or hides the bar that says the line is down. */
export function lineIsDown(down) {
  const bar = document.getElementById("offline");
  if (bar) bar.hidden = !down;
}
