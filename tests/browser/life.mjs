// What the journeys through the life of a case share: a theft reported at the desk, an act upon a case by its form, and
// what the pages say of it afterwards.
import assert from "node:assert/strict";
import { choose, minutesAgo, tick, type, write } from "./acts.mjs";
import { arrowTo, sendByKey, tabTo, visit } from "./desk.mjs";

/** The date on the station's clock, so many days from today. */
export function day(days = 0) {
  return new Date(Date.now() + 5 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

/** Opens the form of an act upon a case, fills it in by `fill`, and sends it; it must be taken. */
export async function upon(page, fir, kind, fill = async () => {}) {
  await visit(page, `/cases/${fir}/do/${kind}`, "duty");
  await fill(page);
  return write(page);
}

/** Types an order: authority, number, date; of a command with `no` for the name of its number. */
export async function order(page, authority, number, { no = "number", on = day() } = {}) {
  await type(page, "order.authority", authority);
  await type(page, `order.${no}`, number);
  await type(page, "order.date", on);
}

/** Registers a theft with the keyboard alone; gives the case and its number. */
export async function reportTheft(page, { complainant, father, item, place, accused }) {
  const keys = page.keyboard;
  await visit(page, "/fir/new");
  await page.locator("#occurred_from").fill(minutesAgo(200));
  await keys.press("Alt+Digit2");
  await keys.type(complainant);
  await relation(page, "informant", father);
  await keys.press("Alt+Digit3");
  await keys.type("379");
  await page.locator("[role=option]").first().waitFor();
  await keys.press("Enter");
  assert.equal(await page.locator("[data-chips] input[name=sections]").count(), 1);
  await tabTo(page, "[data-rows=property] [data-rows-add]");
  await keys.press("Enter");
  await type(page, "property.0.description", item);
  await type(page, "property.0.quantity", "1");
  await type(page, "property.0.value", "45000");
  await keys.press("Alt+Digit4");
  await keys.type(place);
  await keys.press("Alt+Digit5");
  await keys.type("فرضی: تفتیشی افسر کو روانہ کیا گیا");
  await type(page, "delay_reason", "فرضی: پہلے خود تلاش کرتا رہا");
  if (accused) await typeAccused(page, accused);
  await keys.press("Alt+Digit8");
  await keys.type("فرضی بیان: سائل کی موٹر سائیکل دکان کے باہر سے چوری ہو گئی۔");
  await keys.press("Alt+Digit9");
  await keys.press("Space");
  await tabTo(page, "[name=mark]");
  await keys.press("Space");
  await sendByKey(page, "Alt+KeyS");
  assert.deepEqual(await page.locator(".error-summary, #same").allInnerTexts(), []);
  const path = new URL(page.url()).pathname;
  assert.match(path, /^\/fir\/(?!new)/);
  return { fir: path.split("/").at(-1), path, number: (await page.locator("h1 .ltr").innerText()).trim() };
}

async function relation(page, person, father) {
  await tabTo(page, `[name="${person}.relation_kind"]`);
  await arrowTo(page, "son_of");
  await type(page, `${person}.relation`, father);
}

async function typeAccused(page, { name, father, cnic, address }) {
  await tabTo(page, "[data-rows=accused] [data-rows-add]");
  await page.keyboard.press("Enter");
  await typePerson(page, "accused.0", { name, father, cnic, address });
}

/** Types a person: name, father, identity card, address, age. */
export async function typePerson(page, person, { name, father, cnic, address, age }) {
  await type(page, `${person}.name`, name);
  await relation(page, person, father);
  if (cnic) await type(page, `${person}.cnic`, cnic);
  if (age) await type(page, `${person}.age`, age);
  if (address) await type(page, `${person}.address`, address);
}

/** The first offered in the select of that name, or the one whose words contain the text. */
export async function offered(page, name, text = "") {
  const options = page.locator(`select[name="${name}"] option:not([value=''])`, { hasText: text });
  assert.ok(await options.count(), `${name} offers ${text || "something"}`);
  return options.first().getAttribute("value");
}

/** Ticks the boxes of that name whose words contain the text; at least one does. */
export async function tickAll(page, name, text) {
  const boxes = page.locator("label", { hasText: text }).locator(`input[name="${name}"]`);
  const values = await boxes.evaluateAll((all) => all.map((box) => box.value));
  assert.ok(values.length, `${name} offers ${text}`);
  for (const value of values) await tick(page, name, value);
  return values;
}

/** The acts upon a case as its timeline lists them, oldest first: what it says of each. */
export async function timeline(page, fir) {
  await visit(page, `/cases/${fir}/timeline?oldest=true`, "duty");
  return page.locator("ol.timeline .step-what").allInnerTexts();
}

/** The stage in which the case file says the case is. */
export async function stage(page, fir) {
  await visit(page, `/cases/${fir}`, "duty");
  return page.locator(".pagehead .actions .chip").first().innerText();
}

/** Asserts that these messages stand in the timeline in this order, other acts between them or not. */
export function follows(steps, expected) {
  let at = 0;
  for (const words of expected) {
    const found = steps.findIndex((step, index) => index >= at && step.includes(words));
    assert.ok(found >= 0, `after ${at} acts the timeline has: ${words}\n${steps.join("\n")}`);
    at = found + 1;
  }
}

/** What the page of a register, or of a part of it, says of the line that holds the text, with all that hangs below it. */
export async function inBook(page, path, text) {
  await visit(page, path, "duty");
  const rows = page.locator("table.register tbody tr", { hasText: text });
  assert.ok(await rows.count(), `${path} has ${text}: ${await page.locator("table.register").innerText()}`);
  // Columns that the paper book does not have stand in a row of their own below the line.
  const below = rows.first().locator("xpath=following-sibling::tr[1][not(th)]");
  return [await rows.first().innerText(), ...(await below.allInnerTexts())].join("\n");
}

/** An accused is arrested now, by this officer, with the reason it was needed. */
export function arrest(page, fir, { accused, by, place, arrested = minutesAgo(0) }) {
  return upon(page, fir, "case.arrest", async () => {
    await choose(page, "accused", accused);
    await type(page, "arrested", arrested);
    await type(page, "place", place);
    await choose(page, "by", by);
    await type(page, "justification", "فرضی: فرار کا اندیشہ تھا");
  });
}

/** An accused is remanded, to the police or to jail. */
export function remand(page, fir, { accused, keeping, days, court, no }) {
  return upon(page, fir, "case.remand", async () => {
    await choose(page, "accused", accused);
    await choose(page, "keeping", keeping);
    await type(page, "days", days);
    await order(page, court, no);
    await type(page, "challan", `${no}/25.56`);
  });
}

/** The report under section 173 for the one accused of the case. */
export function challan(page, fir, { report, column, section, through, prosecutor, more = async () => {} }) {
  return upon(page, fir, "challan.submit", async () => {
    await choose(page, "report", report);
    await choose(page, "persons.0.class", column);
    await tickAll(page, "persons.0.sections", section);
    await type(page, "witnesses.0.person", "فرضی گواہ اول");
    await choose(page, "witnesses.0.of", "eye");
    await more();
    await choose(page, "through", through);
    await type(page, "prosecutor", prosecutor);
  });
}

/** The prosecutor sends the challan on. */
export function forward(page, fir, { prosecutor, court }) {
  return upon(page, fir, "challan.forward", async () => {
    await type(page, "prosecutor", prosecutor);
    await type(page, "court", court);
  });
}

/** The court receives it under its own number. */
export function receive(page, fir, { court, no }) {
  return upon(page, fir, "challan.receive", async () => {
    await type(page, "court", court);
    await type(page, "number", no);
    await type(page, "on", day());
  });
}

/** A hearing today, and the next date. */
export function hearing(page, fir, { court, purpose, next }) {
  return upon(page, fir, "case.hearing", async () => {
    await type(page, "on", day());
    await type(page, "court", court);
    await choose(page, "purpose", purpose);
    await type(page, "order", "فرضی: اگلی تاریخ دی گئی");
    await type(page, "next", day(next));
    await choose(page, "next_purpose", "evidence");
  });
}

/** The court charges the accused under the sections of the case. */
export function charge(page, fir, { accused, court }) {
  return upon(page, fir, "case.charge", async () => {
    await type(page, "court", court);
    await type(page, "on", day());
    await tickAll(page, "accused", accused);
  });
}

/** A warrant against an accused, then the proclamation of one who evades it. */
export async function proclaim(page, fir, { accused, court, no }) {
  await upon(page, fir, "case.warrant", async () => {
    await choose(page, "accused", accused);
    await choose(page, "warrant", "non_bailable");
    await order(page, court, no);
  });
  await upon(page, fir, "case.proclaim", async () => {
    await choose(page, "accused", accused);
    await order(page, court, `${no}-87`);
    await type(page, "published", minutesAgo(0));
    await type(page, "days", "30");
  });
}

/** The court's order that an article goes back to somebody. */
export async function orderReturn(page, item, { court, number, to }) {
  await visit(page, "/do/property.order", "duty");
  await choose(page, "item", item);
  await type(page, "court", court);
  await type(page, "order_no", number);
  await type(page, "order_date", day());
  await choose(page, "direction", "return");
  await type(page, "to", to);
  await write(page);
}

/** Fills in the form by which an article goes back; the caller sends it. */
export async function fillReturn(page, item, to) {
  await visit(page, "/do/property.dispose", "duty");
  await choose(page, "item", item);
  await choose(page, "manner", "return");
  await type(page, "to", to);
  await type(page, "witnesses", "فرضی گواہ اول، فرضی گواہ دوم");
}
