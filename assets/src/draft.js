// Drafts: what is typed is kept as it is typed. The server keeps it; this computer only while the server does not
// answer, under the officer's own key, and no longer than until it has been sent. `navigator.onLine` is not asked:
// a station's server is in the station, and answers with the outside line cut.
import { addChip } from "./combobox.js";
import { rowFor } from "./rows.js";
import { announce, hourNow, lineIsDown, say } from "./say.js";

const WAIT_MS = 800;
const RETRY_MS = 15000;

const keyOf = (owner, name) => `draft:${owner ?? ""}:${name}`;

class Draft {
  constructor(form) {
    this.form = form;
    this.url = form.dataset.draftUrl;
    this.key = keyOf(form.dataset.draftOwner, form.dataset.draft);
    // One of several drafts, chosen by its name; "new" for none of them.
    this.asked = new URLSearchParams(location.search).get("draft");
    this.state = form.querySelector("[data-draft-state]") ?? document.querySelector("[data-draft-state]");
    form.addEventListener("input", () => this.later());
    form.addEventListener("submit", () => this.submitted());
    window.addEventListener("online", () => this.resend());
    document.addEventListener("visibilitychange", () => document.hidden && this.timer && this.save());
    if (form.dataset.draftRestore !== "no") this.restore();
  }

  /** Everything typed, in the form's order: `[name, value]`, with a label for what a picker chose. */
  fields() {
    const kept = [];
    for (const field of this.form.elements) {
      if (!field.name || field.disabled || field.name === "act_id") continue;
      if (["submit", "button", "password", "file"].includes(field.type) || field.closest("[data-no-draft]")) continue;
      if (["checkbox", "radio"].includes(field.type) && !field.checked) continue;
      kept.push(field.dataset.label ? [field.name, field.value, field.dataset.label] : [field.name, field.value]);
    }
    return kept;
  }

  body() {
    return JSON.stringify({ act_id: this.form.elements.act_id?.value ?? null, fields: this.fields() });
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), WAIT_MS);
  }

  async save() {
    clearTimeout(this.timer);
    this.timer = null;
    if (this.done) return;
    const body = this.body();
    const number = (this.number = (this.number ?? 0) + 1);
    this.tell(say("saving"));
    let answer;
    try {
      const headers = { "Content-Type": "application/json" };
      answer = await fetch(this.url, { method: "POST", headers, body, keepalive: body.length < 60000 });
    } catch {
      answer = null;
    }
    // A later typing has been sent meanwhile, or the form itself: this answer is old news.
    if (number !== this.number || this.done) return;
    if (answer?.ok) return this.kept();
    if (answer?.status === 410) return localStorage.removeItem(this.key);
    if (answer && answer.status < 500) return this.tell(say("draftRefused"), true);
    this.keepHere(body);
  }

  kept() {
    localStorage.removeItem(this.key);
    // What was typed while the answer was on its way is still unsaved.
    if (!this.timer) this.form.dataset.dirty = "";
    lineIsDown(false);
    this.tell(`${say("saved")} ${hourNow()}`);
  }

  keepHere(body) {
    try {
      localStorage.setItem(this.key, body);
      this.tell(`${say("savedLocal")} ${hourNow()}`);
      this.form.dataset.dirty = "";
    } catch {
      this.tell(say("draftRefused"), true);
    }
    lineIsDown(true);
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.resend(), RETRY_MS);
  }

  resend() {
    if (localStorage.getItem(this.key) && !this.done) this.save();
  }

  submitted() {
    this.done = true;
    clearTimeout(this.timer);
    clearTimeout(this.retry);
    // A copy kept here stays until the server says that the act is written (`data-draft-done`, or 410 above).
  }

  async restore() {
    const here = this.asked ? null : localStorage.getItem(this.key);
    const join = this.url.includes("?") ? "&" : "?";
    const url = this.asked ? `${this.url}${join}draft=${encodeURIComponent(this.asked)}` : this.url;
    let draft = null;
    if (here) {
      draft = JSON.parse(here);
    } else {
      try {
        const answer = await fetch(url, { headers: { Accept: "application/json" } });
        draft = answer.status === 200 ? await answer.json() : null;
      } catch {
        lineIsDown(true);
      }
    }
    if (draft?.drafts) return this.offer(draft.drafts);
    // Whoever has begun to type is not overwritten.
    if (!draft?.fields?.length || this.form.dataset.dirty === "yes") return;
    this.fill(draft);
    this.tell(say("restored"));
    announce(say("restored"));
    if (here) this.save();
  }

  /** Several were begun: which one is gone on with, or none, is the officer's to say. */
  offer(drafts) {
    const link = (id, text) => {
      const a = Object.assign(document.createElement("a"), { href: `?draft=${encodeURIComponent(id)}`, textContent: text });
      a.dir = "auto";
      const item = document.createElement("li");
      item.append(a);
      return item;
    };
    const list = document.createElement("ul");
    for (const { id, saved, gist } of drafts) list.append(link(id, gist ? `${saved} · ${gist}` : saved));
    list.append(link("new", say("draftsNew")));
    const lead = Object.assign(document.createElement("p"), { textContent: say("draftsSeveral") });
    const box = document.createElement("div");
    box.className = "notice";
    box.dataset.drafts = "";
    box.append(lead, list);
    this.form.before(box);
    announce(say("draftsSeveral"));
  }

  fill(draft) {
    const { form } = this;
    if (draft.act_id && form.elements.act_id) form.elements.act_id.value = draft.act_id;
    for (const box of form.querySelectorAll("input[type=checkbox]")) {
      if (!box.closest("[data-no-draft]")) box.checked = false;
    }
    const seen = new Map();
    for (const [name, value, label] of draft.fields) {
      const picker = form.querySelector(`[data-combobox][data-name="${CSS.escape(name)}"]`);
      if (picker && label) {
        addChip(picker, value, label);
        continue;
      }
      rowFor(form, name);
      const same = [...form.elements].filter((field) => field.name === name);
      const choice = same.find((field) => ["checkbox", "radio"].includes(field.type) && field.value === value);
      if (choice) {
        choice.checked = true;
        continue;
      }
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      if (same[nth]) same[nth].value = value;
    }
    form.dispatchEvent(new CustomEvent("draft:restored", { bubbles: true }));
  }

  tell(text, alarm = false) {
    if (!this.state) return;
    this.state.textContent = text;
    this.state.classList.toggle("alarm", alarm);
    if (alarm) announce(text);
  }
}

/** `form[data-draft]` */
export function draft(form) {
  new Draft(form);
}

/** `[data-draft-done]`, on the page after the act is written: drops the copy kept on this computer. */
export function draftDone(element) {
  localStorage.removeItem(keyOf(element.dataset.draftOwner, element.dataset.draftDone));
}
