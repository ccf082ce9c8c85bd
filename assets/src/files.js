// Files: sent in parts that go on after a cut. The id of an upload is made from the file's own hash, the report and
// the officer, so that the same file chosen again after a reload goes on where it stood; nothing is kept here.
import { announce, localDigits } from "./say.js";
import { Sha256, hex } from "./sha256.js";

const PART = 512 * 1024;
const RETRY_MS = 3000;
const RETRIES = 100;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function* pieces(file, from = 0) {
  for (let at = from; at < file.size; at += PART) {
    yield [at, new Uint8Array(await file.slice(at, at + PART).arrayBuffer())];
  }
}

function idOf(text) {
  const bytes = new Sha256().add(new TextEncoder().encode(text)).end().slice(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x80;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const all = hex(bytes);
  return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join("-");
}

/** Asks until there is an answer: a line that is down is waited for. */
async function ask(url, options, waiting) {
  for (let tried = 0; ; tried += 1) {
    try {
      const answer = await fetch(url, options);
      if (answer.status < 500 && answer.status !== 429) {
        const value = await answer.json().catch(() => ({}));
        if (answer.ok) return value;
        throw Object.assign(new Error(value.text ?? answer.statusText), { code: value.code ?? "" });
      }
    } catch (error) {
      if ("code" in error && !(error instanceof DOMException)) throw error;
    }
    if (tried >= RETRIES) throw new Error("");
    waiting();
    await wait(RETRY_MS);
  }
}

class Sending {
  constructor(form) {
    this.form = form;
    this.box = form.querySelector("[data-progress]");
    this.bar = form.querySelector("progress");
    this.state = form.querySelector("[data-state]");
    this.inputs = [...form.querySelectorAll("input[type=file]")];
    form.addEventListener("submit", (event) => this.submit(event), true);
    const drop = form.querySelector("[data-drop]");
    for (const name of ["dragover", "dragleave", "drop"]) drop?.addEventListener(name, (event) => this.drop(drop, event));
  }

  drop(place, event) {
    event.preventDefault();
    place.classList.toggle("over", event.type === "dragover");
    if (event.type === "drop" && event.dataTransfer.files.length) this.inputs[0].files = event.dataTransfer.files;
  }

  files() {
    return this.inputs.flatMap((input) => [...input.files]);
  }

  tell(word, done, whole) {
    const percent = whole ? Math.floor((done * 100) / whole) : 0;
    this.box.hidden = false;
    this.bar.value = percent;
    this.state.textContent = `${this.form.dataset[word]} ${localDigits(String(percent))}%`;
  }

  submit(event) {
    const files = this.files();
    if (!files.length || this.form.elements.sha256) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (this.busy) return;
    this.busy = true;
    this.send(files).catch((error) => this.failed(error)).finally(() => (this.busy = false));
  }

  failed(error) {
    this.state.textContent = error.message || this.form.dataset.failed;
    announce(this.state.textContent);
  }

  async send(files) {
    const hashes = [];
    for (const file of files) hashes.push(await this.one(file));
    this.inputs.forEach((input) => (input.disabled = true));
    for (const value of new Set(hashes)) {
      this.form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "sha256", value }));
    }
    this.tell("done", 1, 1);
    this.form.requestSubmit();
  }

  async one(file) {
    const sha = new Sha256();
    for await (const [at, bytes] of pieces(file)) {
      sha.add(bytes);
      this.tell("hashing", at + bytes.length, file.size);
    }
    const sha256 = hex(sha.end());
    const { act, owner } = this.form.dataset;
    const id = idOf(`${owner} ${act} ${sha256} ${file.size}`);
    const waiting = () => (this.state.textContent = this.form.dataset.waiting);
    const promise = new URLSearchParams({ id, size: file.size, sha256 });
    let { received, done } = await ask("/uploads", { method: "POST", body: promise }, waiting);
    while (!done && received < file.size) {
      this.tell("sending", received, file.size);
      const body = file.slice(received, received + PART);
      try {
        ({ received } = await ask(`/uploads/${id}/${received}`, { method: "PUT", body }, waiting));
      } catch (error) {
        if (error.code !== "upload-offset") throw error;
        ({ received, done } = await ask(`/uploads/${id}`, {}, waiting));
      }
    }
    return (await ask(`/uploads/${id}/finish`, { method: "POST" }, waiting)).sha256;
  }
}

/** `form[data-files]`: its files are sent in parts first, then the form without them. */
export function sendFiles(form) {
  new Sending(form);
}
