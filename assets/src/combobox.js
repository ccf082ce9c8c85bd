// Section picker and other look-ups: the ARIA combobox with a listbox. Choices are fetched from
// `data-url?q=`; what is chosen becomes a chip with a hidden input, or fills the field itself.
import { announce, localDigits, say } from "./say.js";

let made = 0;

/** Adds a chosen value as a chip; used when a draft is put back, too. */
export function addChip(box, value, label) {
  const chips = box.querySelector("[data-chips]");
  if ([...chips.querySelectorAll("input")].some((input) => input.value === value)) return;
  if (!box.hasAttribute("data-multiple")) chips.replaceChildren();
  const item = document.createElement("li");
  const input = Object.assign(document.createElement("input"), { type: "hidden", name: box.dataset.name, value });
  input.dataset.label = label;
  const text = Object.assign(document.createElement("span"), { textContent: label });
  const remove = Object.assign(document.createElement("button"), { type: "button", textContent: "×" });
  remove.dataset.chipRemove = "";
  remove.setAttribute("aria-label", `${say("remove")}: ${label}`);
  item.append(input, text, remove);
  chips.append(item);
}

class Combobox {
  constructor(box) {
    this.box = box;
    this.input = box.querySelector("input:not([type=hidden])");
    this.chips = box.querySelector("[data-chips]");
    this.list = box.querySelector("[role=listbox]") ?? this.makeList();
    this.found = [];
    this.at = -1;
    this.dress();
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.list.addEventListener("mousedown", (event) => this.pick(event));
    box.addEventListener("click", (event) => this.remove(event.target.closest("[data-chip-remove]")));
  }

  makeList() {
    const list = document.createElement("ul");
    list.setAttribute("role", "listbox");
    list.hidden = true;
    this.input.after(list);
    return list;
  }

  dress() {
    this.list.id ||= `listbox-${++made}`;
    const label = this.box.querySelector("label")?.textContent.trim();
    if (label) this.list.setAttribute("aria-label", label);
    const attributes = {
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
    };
    for (const [name, value] of Object.entries(attributes)) this.input.setAttribute(name, value);
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), 160);
  }

  async look() {
    const q = this.input.value.trim();
    this.asked?.abort();
    if (q.length < Number(this.box.dataset.minLength ?? 1)) return this.close();
    this.asked = new AbortController();
    try {
      const url = new URL(this.box.dataset.url, location.href);
      url.searchParams.set("q", q);
      const answer = await fetch(url, { headers: { Accept: "application/json" }, signal: this.asked.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      this.show(await answer.json());
    } catch (error) {
      if (error.name === "AbortError") return;
      this.show([], say("networkError"));
    }
  }

  show(found, instead) {
    this.found = found;
    this.at = found.length ? 0 : -1;
    this.list.replaceChildren(...found.map((choice, i) => this.option(choice, i)));
    if (!found.length) {
      const nothing = document.createElement("li");
      nothing.className = "nothing";
      nothing.textContent = instead ?? say("noResults");
      this.list.append(nothing);
    }
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.mark();
    announce(found.length ? `${say("results")}: ${localDigits(String(found.length))}` : (instead ?? say("noResults")));
  }

  option(choice, i) {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${i}`;
    item.setAttribute("role", "option");
    item.append(Object.assign(document.createElement("span"), { textContent: choice.label }));
    if (choice.hint) item.append(Object.assign(document.createElement("small"), { textContent: choice.hint }));
    return item;
  }

  mark() {
    [...this.list.children].forEach((item, i) => {
      item.setAttribute("aria-selected", String(i === this.at));
      if (i === this.at) item.scrollIntoView({ block: "nearest" });
    });
    const current = this.at >= 0 ? `${this.list.id}-${this.at}` : "";
    if (current) this.input.setAttribute("aria-activedescendant", current);
    else this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return void this.look();
      if (!this.found.length) return;
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.at = (this.at + step + this.found.length) % this.found.length;
      this.mark();
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      this.choose(this.found[this.at]);
    } else if (event.key === "Enter" && this.chips) {
      event.preventDefault();
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (event.key === "Backspace" && !this.input.value && this.chips) {
      this.remove(this.chips.querySelector("li:last-child [data-chip-remove]"));
    }
  }

  pick(event) {
    const item = event.target.closest("[role=option]");
    event.preventDefault();
    if (item) this.choose(this.found[[...this.list.children].indexOf(item)]);
  }

  choose(choice) {
    if (!choice) return;
    if (this.chips) {
      addChip(this.box, choice.value, choice.label);
      this.input.value = "";
    } else {
      this.input.value = choice.value;
    }
    this.close();
    announce(`${choice.label}: ${say("chosen")}`);
    this.input.dispatchEvent(new CustomEvent("combobox:chosen", { bubbles: true, detail: choice }));
    this.box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  remove(button) {
    if (!button) return;
    button.closest("li").remove();
    this.input.focus();
    announce(say("rowRemoved"));
    this.box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

/** `[data-combobox]` */
export function combobox(box) {
  new Combobox(box);
}
