// What every browser test uses: a demonstration, a browser, a signed-in page, a check of accessibility, a picture.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { STEP_SECONDS, stepOf, totp } from "./totp.mjs";

export { startDemo } from "./demo.mjs";
export { totp } from "./totp.mjs";

const OUT = join(dirname(fileURLToPath(import.meta.url)), "out");
const BROWSERS = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"];
// The smallest screen the pages promise to work on.
export const SMALLEST_DESK = { width: 1024, height: 600 };
const ANSWER_MS_MAX = 15_000;

/** Starts Chromium without a window. As root it has no sandbox; it asks nothing of the internet. */
export function launch() {
  const executablePath = BROWSERS.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error("no Chromium: ./run setup installs it, or CHROMIUM names it");
  const args = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  return chromium.launch({ executablePath, args, chromiumSandbox: process.getuid?.() !== 0 });
}

/**
 * A fresh page in a context of its own, in `en` or `ur`. What goes wrong on it is kept in `page.troubles`: script
 * errors, what the content policy turned away, and requests to anywhere but the demonstration. With `script: false` the
 * browser runs no script.
 */
export async function openPage(browser, demo, { language = "en", viewport = SMALLEST_DESK, storageState, script = true } = {}) {
  const options = { locale: language, viewport, storageState, javaScriptEnabled: script };
  const context = await browser.newContext({ baseURL: demo.url, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(ANSWER_MS_MAX);
  page.troubles = [];
  page.on("pageerror", (error) => page.troubles.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) page.troubles.push(message.text());
  });
  page.on("request", (request) => {
    const url = request.url();
    const ours = url.startsWith(`${demo.url}/`) || /^(data|blob|about):/.test(url);
    if (!ours) page.troubles.push(`asked elsewhere: ${url}`);
  });
  return page;
}

// By account, not by name: another demonstration has officers of the same names.
const lastStep = new WeakMap();

/** Signs in as the demonstration's officer of a role, through the form, with password and code. */
export async function signIn(page, demo, role) {
  const account = demo.signIns.get(role);
  assert.ok(account, `no sign-in was printed for \`${role}\`, only for ${[...demo.signIns.keys()].join(", ")}`);
  await tryToSignIn(page, { ...account, code: await freshCode(account) });
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Fills in and sends the form of the sign-in page; the code may be left out. */
export async function tryToSignIn(page, { officer, password, code = "" }) {
  await page.goto("/sign-in");
  await page.locator("[name=officer]").fill(officer);
  await page.locator("[name=password]").fill(password);
  await page.locator("[name=code]").fill(code);
  await page.locator("form:has([name=password]) [type=submit]").click();
}

/** A code not used before. The server takes the next step's too, as a phone's clock may be fast; beyond it we must wait. */
export async function freshCode(account) {
  const step = Math.max(stepOf(Date.now()), (lastStep.get(account) ?? 0) + 1);
  lastStep.set(account, step);
  const waitMs = (step - 1) * STEP_SECONDS * 1000 - Date.now() + 200;
  if (waitMs > 200) await new Promise((resolve) => setTimeout(resolve, waitMs));
  return totp(account.secret, step * STEP_SECONDS * 1000);
}

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Asserts that the page as it stands has no fault that axe knows against WCAG 2.2 A and AA. */
export async function axe(page) {
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  // Evaluated, not added as a script: the pages' content policy forbids foreign scripts, and must.
  await page.evaluate(source);
  const found = await page.evaluate((tags) => globalThis.axe.run({ runOnly: { type: "tag", values: tags } }), WCAG);
  const faults = found.violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 5).map((node) => `    ${node.target.join(" ")}`);
    return [`  ${id}: ${help} (${nodes.length})`, ...where].join("\n");
  });
  assert.equal(faults.length, 0, `${page.url()} is not accessible:\n${faults.join("\n")}`);
}

/** Keeps a picture of the whole page in tests/browser/out/. */
export async function shot(page, name) {
  await mkdir(OUT, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(OUT, `${name}.png`), fullPage: true });
}

/** Asserts that nothing went wrong on the page, and closes its context. */
export async function closePage(page) {
  const { troubles } = page;
  await page.context().close();
  assert.deepEqual(troubles, []);
}
