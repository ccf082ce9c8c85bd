// The pairs as a table of words, for whoever cannot see the picture, and how many points stand alone.
import { localDigits } from "../say.js";
import { SIDES } from "./marks.js";

const number = (value) => localDigits(String(value));

function cell(tag, content, label) {
  const made = document.createElement(tag);
  if (label) made.dataset.label = label;
  made.append(content);
  return made;
}

/** A point in words: kind, place, angle. */
export function inWords({ x, y, angle, kind }, words) {
  return `${words[kind]} (${number(x)}${words.comma} ${number(y)}) ${number(angle)}°`;
}

/** Writes the table and the counts anew; `part` is called for a pair that is to be parted, where pairs may be. */
export function write(root, marks, words, part) {
  const body = root.querySelector("[data-acev-pairs]");
  body.replaceChildren(
    ...marks.pairs.map((pair, at) => {
      const row = document.createElement("tr");
      const serial = cell("th", number(at + 1), words.pair);
      serial.scope = "row";
      serial.className = "serial";
      const points = SIDES.map((side, end) => cell("td", inWords(marks[side][pair[end]], words), words[side]));
      row.append(serial, ...points);
      if (!part) return row;
      const button = Object.assign(document.createElement("button"), { type: "button", className: "second small" });
      button.textContent = words.part;
      button.setAttribute("aria-label", `${words.part}: ${words.pair} ${number(at + 1)}`);
      button.addEventListener("click", () => part(pair));
      row.append(cell("td", button));
      return row;
    }),
  );
  root.querySelector("[data-acev-table]").hidden = marks.pairs.length === 0;
  const counts = SIDES.map((side) => `${words[side]}: ${number(marks[side].length)}`);
  counts.push(`${words.pairs}: ${number(marks.pairs.length)}`);
  root.querySelector("[data-acev-count]").textContent = counts.join(" · ");
}
