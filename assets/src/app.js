// Progressive: every page works without this file; with it, entry is faster and safer.
import "htmx.org/dist/htmx.esm.js";
import { combobox } from "./combobox.js";
import { readout } from "./dates.js";
import { draft, draftDone } from "./draft.js";
import { sendFiles } from "./files.js";
import { actId, guardForm, page } from "./forms.js";
import { keys } from "./keys.js";
import { rows } from "./rows.js";
import { urdu } from "./urdu.js";

// What an element is asked to be, the selector that asks, and who does it; pickers and rows before drafts,
// because a draft is put back into them.
const KINDS = [
  ["combobox", "[data-combobox]", combobox],
  ["rows", "[data-rows]", rows],
  ["urdu", "[data-urdu]", urdu],
  ["date", "input[type=date], input[type=datetime-local]", readout],
  ["act", "input[name=act_id]", actId],
  ["files", "form[data-files]", sendFiles],
  ["form", "form[method=post], form[hx-post], form[data-draft]", guardForm],
  ["done", "[data-draft-done]", draftDone],
  ["draft", "form[data-draft]", draft],
];

/** Makes every element of the page do what its attributes say; once per element, also after a swap. */
export function wake(root) {
  for (const [name, selector, make] of KINDS) {
    for (const element of root.querySelectorAll(selector)) {
      const awake = (element.awake ??= new Set());
      if (awake.has(name)) continue;
      awake.add(name);
      make(element);
    }
  }
}

function start() {
  document.documentElement.classList.add("js");
  page();
  keys();
  document.addEventListener("htmx:after:swap", () => wake(document));
  document.addEventListener("rows:added", (event) => wake(event.target));
  wake(document);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
