// The keyboard: Alt+N, Alt+S, Alt+1 to Alt+9, Alt+A, Alt+Delete, Alt+PageDown, Alt+PageUp, and `?` for the list of them.
// Physical keys (`event.code`), so that they work under an Urdu layout too.
import { addRow, removeRow } from "./rows.js";

const isText = (element) =>
  element?.matches?.(
    "textarea, select, [contenteditable], " +
      "input:not([type=checkbox], [type=radio], [type=submit], [type=button])",
  );

function saveKey() {
  const form =
    document.activeElement?.closest?.("main form") ??
    document.querySelector("form[data-key-save], form:has([data-key-save])") ??
    document.querySelector("main form[method=post]");
  form?.requestSubmit(form.querySelector("[data-key-save]") ?? undefined);
  return Boolean(form);
}

function sectionKey(number) {
  const section = document.querySelector(`[data-section="${number}"]`);
  if (!section) return false;
  if (section.matches("details")) section.open = true;
  section.scrollIntoView({ block: "start" });
  const field =
    section.querySelector("input:not([type=hidden]), select, textarea") ?? section.querySelector("button, a");
  (field ?? section).focus({ preventScroll: true });
  return true;
}

function rowKey(remove) {
  const active = document.activeElement;
  if (remove) {
    const row = active?.closest("[data-row]");
    return row ? removeRow(row) : false;
  }
  const group = active?.closest("[data-rows]") ?? active?.closest("[data-section]")?.querySelector("[data-rows]")
    ?? document.querySelector("[data-rows]");
  return group ? addRow(group) : false;
}

function follow(selector) {
  const link = document.querySelector(selector);
  link?.click();
  return Boolean(link);
}

function altKey(event) {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  if (digit) return follow(`[data-key-tab="${digit[1]}"]`) || sectionKey(digit[1]);
  switch (event.code) {
    case "KeyN": {
      const link = document.querySelector("[data-key-new]");
      link?.click();
      return Boolean(link);
    }
    case "KeyS":
      return saveKey();
    case "KeyA":
      return rowKey(false);
    case "Delete":
      return rowKey(true);
    case "PageDown":
      return follow("[data-key-next]");
    case "PageUp":
      return follow("[data-key-start]");
    default:
      return false;
  }
}

/** Listens for the page's keys. */
export function keys() {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.altKey && !event.ctrlKey && !event.metaKey) {
      if (altKey(event)) event.preventDefault();
      return;
    }
    const question = event.key === "?" || event.key === "؟";
    if (question && !event.ctrlKey && !event.metaKey && !isText(event.target)) {
      const help = document.getElementById("keys");
      if (help && !help.open) help.showModal();
      event.preventDefault();
    }
  });
}
