// Forms: one id per act, sent once, not left by accident. And the small switches of the page.
import { say } from "./say.js";

/** A random id; `crypto.randomUUID` is missing on plain-HTTP addresses of an office network. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 0x0f) | 0x40;
  b[8] = (b[8] & 0x3f) | 0x80;
  const hex = Array.from(b, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** `input[name=act_id]`: the act's id is made here, once, so that a repeated sending is the same act. */
export function actId(input) {
  if (!input.value) input.value = newId();
}

/** A form is sent once at a time; a form with `data-guard` is not left with typed text in it. */
export function guardForm(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sending) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.dataset.sending = "yes";
    form.dataset.dirty = "";
    const submitter = event.submitter;
    // After this turn, because a disabled button's own name and value would not be sent.
    setTimeout(() => busy(form, submitter, true), 0);
  });
  form.addEventListener("input", () => (form.dataset.dirty = "yes"));
  form.addEventListener("htmx:finally:request", () => release(form));
}

function busy(form, submitter, on) {
  for (const button of form.querySelectorAll("button[type=submit], button:not([type])")) button.disabled = on;
  form.setAttribute("aria-busy", String(on));
  if (!submitter) return;
  if (on && say("sending")) {
    submitter.dataset.was = submitter.textContent;
    submitter.textContent = say("sending");
  }
}

function release(form) {
  delete form.dataset.sending;
  busy(form, null, false);
  for (const button of form.querySelectorAll("[data-was]")) {
    button.textContent = button.dataset.was;
    delete button.dataset.was;
  }
}

function leaving(event) {
  const unsaved = document.querySelector("form[data-guard][data-dirty=yes], form[data-draft][data-dirty=yes]");
  if (unsaved) event.preventDefault();
}

function click(event) {
  const acts = "[data-dialog-open],[data-dialog-close],[data-nav-toggle],[data-reveal],[data-print]";
  const element = event.target.closest?.(acts);
  if (!element) return;
  const { dialogOpen, reveal } = element.dataset;
  if (dialogOpen !== undefined) {
    document.getElementById(dialogOpen)?.showModal();
  } else if (element.matches("[data-dialog-close]")) {
    element.closest("dialog")?.close();
  } else if (element.matches("[data-nav-toggle]")) {
    const open = element.getAttribute("aria-expanded") !== "true";
    element.setAttribute("aria-expanded", String(open));
    document.body.classList.toggle("nav-open", open);
  } else if (reveal !== undefined) {
    const field = document.getElementById(reveal);
    const show = field.type === "password";
    field.type = show ? "text" : "password";
    element.setAttribute("aria-pressed", String(show));
    element.textContent = show ? element.dataset.hide : element.dataset.show;
  } else {
    window.print();
  }
  event.preventDefault();
}

/** What belongs to the page and not to one element. */
export function page() {
  document.addEventListener("click", click);
  window.addEventListener("beforeunload", leaving);
  // Coming back by the Back button shows the old page, buttons still disabled.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll("form[data-sending]").forEach(release);
  });
  document.querySelector("[data-focus], .error-summary")?.focus();
}
