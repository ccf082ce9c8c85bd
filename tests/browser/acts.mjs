// What the journeys of acts share: a form filled in as an officer does, by key where a person would, and sent.
import assert from "node:assert/strict";
import { arrowTo, sendByKey, tabTo } from "./desk.mjs";

/** The hour on the station's clock, some minutes ago, as a field takes it. */
export function minutesAgo(minutes) {
  return new Date(Date.now() + 5 * 3_600_000 - minutes * 60_000).toISOString().slice(0, 16);
}

/** Chooses in the select of that name, by key: the value, or the first whose words contain the text. */
export async function choose(page, name, wanted) {
  const select = page.locator(`select[name="${name}"]`);
  const options = await select.locator("option").evaluateAll((all) => all.map((o) => [o.value, o.textContent]));
  const found = options.find(([value, text]) => value && (value === wanted || text.includes(wanted)));
  assert.ok(found, `${name} offers ${wanted}: ${options.map(([, text]) => text).join(" | ")}`);
  await tabTo(page, `select[name="${name}"]`);
  await page.keyboard.press("Home");
  await arrowTo(page, found[0]);
  return found[0];
}

/** Types into the field of that name, reached by key. A field of hours is filled in as its picker would. */
export async function type(page, name, text) {
  const field = page.locator(`main [name="${name}"]:not([type=hidden])`).first();
  if (["datetime-local", "date"].includes(await field.getAttribute("type"))) return field.fill(text);
  await tabTo(page, `main [name="${name}"]:not([type=hidden])`);
  await page.keyboard.press("Control+KeyA");
  await page.keyboard.type(text);
}

/** Ticks the box of that name and value with the space bar. */
export async function tick(page, name, value) {
  const box = value ? `[name="${name}"][value="${value}"]` : `[name="${name}"]`;
  await tabTo(page, box);
  await page.keyboard.press("Space");
  assert.ok(await page.locator(box).isChecked(), `${name} is ticked`);
}

/** Sends the form with Alt+S; what is wrong, in words. */
export async function send(page) {
  await sendByKey(page, "Alt+KeyS");
  return (await page.locator(".error-summary").allInnerTexts()).join("\n");
}

/** Sends the form, which must be taken; gives the address of the page on which the act shows. */
export async function write(page) {
  const wrong = await send(page);
  assert.equal(wrong, "");
  const { pathname, searchParams } = new URL(page.url());
  assert.ok(!pathname.includes("/do/"), `the act is written: ${await page.locator("main").innerText()}`);
  return { pathname, key: searchParams.get("key") };
}
