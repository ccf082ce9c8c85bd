// A demonstration with a browser, at which each officer signs in once: a code serves only once in thirty seconds.
import assert from "node:assert/strict";
import { launch, openPage, signIn, startDemo } from "./lib.mjs";
import { wordsOf } from "./words.mjs";

export const LANGUAGES = ["en", "ur"];

/**
 * Opens a demonstration whose pages are read in one language: `page(role)`, `keep(role, page)` of one who signed in by
 * himself, `t(key)`, `close()`.
 */
export async function openDesk(language) {
  const [demo, browser] = await Promise.all([startDemo(), launch()]);
  const sessions = new Map();
  const page = async (role, { viewport, script } = {}) => {
    const opened = await openPage(browser, demo, { language, viewport, script, storageState: sessions.get(role) });
    if (role && !sessions.has(role)) {
      await signIn(opened, demo, role);
      sessions.set(role, await opened.context().storageState());
    }
    return opened;
  };
  const keep = async (role, opened) => sessions.set(role, await opened.context().storageState());
  const close = async () => {
    await browser.close();
    await demo.stop();
  };
  return { demo, browser, language, page, keep, close, t: wordsOf(language) };
}

/** Goes to a page and, where it is asked why it is read, answers with this purpose or the first offered. */
export async function visit(page, path, purpose) {
  await page.goto(path);
  await statePurpose(page, purpose);
  assert.equal(new URL(page.url()).pathname, path.split("?")[0], "the page asked for is the page shown");
}

/** Answers the question for a purpose, if the page asks it. */
export async function statePurpose(page, purpose) {
  const asked = page.locator("form[action='/purpose']");
  if (!(await asked.count())) return;
  if (purpose) await asked.locator(`[name=stated-purpose][value="${purpose}"]`).check();
  await Promise.all([page.waitForNavigation(), asked.locator("button").click()]);
}

/** Opens today's page of the diary of the officer's station, unless it is open. */
export async function openDay(page) {
  await visit(page, "/diary");
  const opening = page.locator("form[action='/diary/open'] button");
  if (await opening.count()) await Promise.all([page.waitForNavigation(), opening.click()]);
  await statePurpose(page);
}

/** Presses Tab until the element is reached, as one who has no mouse. */
export async function tabTo(page, selector) {
  const here = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  for (let pressed = 0; pressed < 150; pressed += 1) {
    if (await here()) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`\`${selector}\` cannot be reached with Tab on ${page.url()}`);
}

/** Chooses an option of the select in focus with the arrow. */
export async function arrowTo(page, value) {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await page.evaluate(() => document.activeElement.value) === value) return;
    await page.keyboard.press("ArrowDown");
  }
  assert.fail(`\`${value}\` cannot be chosen with the arrow`);
}

/** Presses keys that send a form, and waits for the page that answers. */
export async function sendByKey(page, key) {
  await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
  await statePurpose(page);
}

/** Sends the first form with this action as the browser would, and gives the answer's bytes: for what is no page. */
export async function bytesOf(page, form) {
  const fields = await form.evaluate((element) => [...new FormData(element)]);
  const action = await form.getAttribute("action");
  const origin = new URL(page.url()).origin;
  const headers = { origin, "sec-fetch-site": "same-origin" };
  const answer = await page.request.post(action, { form: Object.fromEntries(fields), headers });
  return { status: answer.status(), type: answer.headers()["content-type"], bytes: await answer.body() };
}

/** What the search finds: the text of the page. */
export async function searched(page, words) {
  await visit(page, "/search");
  await page.locator("#q").fill(words);
  await Promise.all([page.waitForNavigation(), page.locator("[role=search] button").click()]);
  await statePurpose(page);
  return page.locator("main").innerText();
}
