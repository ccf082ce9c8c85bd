// Repeatable groups: parties, property. The blank row is a <template> in the page; `__i__` in it becomes the
// row's index. Indexes are not reused, so the server must accept gaps.
import { announce, localDigits, say } from "./say.js";

const listOf = (group) => group.querySelector("[data-rows-list]");
const rowsOf = (group) => [...listOf(group).children].filter((child) => child.matches("[data-row]"));

function nextIndex(group) {
  const used = rowsOf(group).map((row) => Number(row.dataset.row)).filter(Number.isFinite);
  return used.length ? Math.max(...used) + 1 : 0;
}

function renumber(group) {
  rowsOf(group).forEach((row, i) => {
    const number = row.querySelector("[data-row-number]");
    if (number) number.textContent = localDigits(String(i + 1));
  });
}

function insert(group, index) {
  const blank = group.querySelector("template");
  const holder = document.createElement("template");
  holder.innerHTML = blank.innerHTML.replaceAll("__i__", String(index));
  const row = holder.content.firstElementChild;
  row.dataset.row = String(index);
  listOf(group).append(row);
  renumber(group);
  row.dispatchEvent(new CustomEvent("rows:added", { bubbles: true }));
  return row;
}

/** Adds a blank row and puts the cursor in it. */
export function addRow(group) {
  if (rowsOf(group).length >= Number(group.dataset.max ?? 50)) return false;
  const row = insert(group, nextIndex(group));
  row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  group.dispatchEvent(new Event("input", { bubbles: true }));
  announce(say("rowAdded"));
  return true;
}

/** Removes a row, unless the group would hold fewer than `data-min`; the cursor goes to the row before. */
export function removeRow(row) {
  const group = row.closest("[data-rows]");
  const all = rowsOf(group);
  if (all.length <= Number(group.dataset.min ?? 0)) return false;
  const at = all.indexOf(row);
  row.remove();
  renumber(group);
  const near = rowsOf(group)[Math.max(0, at - 1)];
  const field = near?.querySelector("input:not([type=hidden]), select, textarea");
  (field ?? group.querySelector("[data-rows-add]"))?.focus();
  group.dispatchEvent(new Event("input", { bubbles: true }));
  announce(say("rowRemoved"));
  return true;
}

/** Makes the row that holds the field `name` (`party.3.name`), when a draft is put back. */
export function rowFor(form, name) {
  for (const group of form.querySelectorAll("[data-rows]")) {
    const prefix = `${group.dataset.rows}.`;
    if (!name.startsWith(prefix)) continue;
    const index = Number(name.slice(prefix.length).split(".")[0]);
    const there = rowsOf(group).some((row) => Number(row.dataset.row) === index);
    if (Number.isInteger(index) && !there) insert(group, index);
    return;
  }
}

/** `[data-rows]`: add and remove by button; the keys are in keys.js. */
export function rows(group) {
  group.addEventListener("click", (event) => {
    if (event.target.closest("[data-rows-add]")) addRow(group);
    const remove = event.target.closest("[data-row-remove]");
    if (remove) removeRow(remove.closest("[data-row]"));
  });
  while (rowsOf(group).length < Number(group.dataset.min ?? 0)) insert(group, nextIndex(group));
  renumber(group);
}
