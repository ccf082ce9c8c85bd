// An absconder proclaimed and caught at another station, in both languages: warrant, proclamation, challan in absentia,
// the file laid aside; the other station knows him from its own list, arrests him and hands him over; the case goes on.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { choose, minutesAgo, send, type, write } from "./acts.mjs";
import { LANGUAGES, openDay, openDesk, sendByKey, statePurpose, tabTo, visit } from "./desk.mjs";
import {
  arrest, challan, day, follows, forward, hearing, inBook, offered, order, proclaim, receive, remand,
  reportTheft, stage, timeline, typePerson, upon,
} from "./life.mjs";
import { axe, closePage, shot } from "./lib.mjs";
import { dueOf } from "./words.mjs";

const ELSEWHERE = "PK-PB-NMN-SADAR";
const KEEPER = { role: "moharrar elsewhere", officer: "NMN-SADAR-MOH" };
const CHIEF = { role: "sho elsewhere", officer: "NMN-SADAR-SHO" };
const MAN = { name: "فرضی ملزم شیر باز", father: "فرضی والد خان", cnic: "3999900765431", address: "فرضی گوٹھ، نمونہ" };
const BIKE = "فرضی موٹر سائیکل نمبر NMN-8822";
const COURT = "فرضی عدالت مجسٹریٹ درجہ اول";
const PROSECUTOR = "فرضی پراسیکیوٹر";
const PLACE_OF_ARREST = "فرضی اڈا، علاقہ تھانہ صدر";

for (const language of LANGUAGES) {
  describe(`an absconder in ${language}`, { concurrency: 1 }, () => {
    let desk;
    let fir;
    let number;
    let caught;
    const word = (key) => desk.t(key);
    const at = async (role, purpose = "duty") => {
      const page = await desk.page(role);
      await visit(page, `/cases/${fir}`, purpose);
      return page;
    };
    before(async () => {
      desk = await openDesk(language);
      const page = await desk.page("moharrar");
      await openDay(page);
      const place = "فرضی بازار، مسجد کے باہر";
      const theft = { complainant: "فرضی سائل کریم", father: "فرضی والد", item: BIKE, place, accused: MAN };
      ({ fir, number } = await reportTheft(page, theft));
      await closePage(page);
      const chief = await at("sho");
      const io = desk.demo.signIns.get("io").officer;
      await upon(chief, fir, "case.assign", () => choose(chief, "officer", io));
      await closePage(chief);
    });
    after(() => desk?.close());

    test("evades a warrant and is proclaimed: register IV holds him", async () => {
      const page = await at("io");
      await visit(page, `/cases/${fir}/do/case.proclaim`, "duty");
      await choose(page, "accused", MAN.name);
      await order(page, COURT, "21");
      await type(page, "published", minutesAgo(0));
      await type(page, "days", "30");
      const wrong = await send(page);
      assert.ok(wrong.includes(word("order-no-warrant")), `nobody is proclaimed before a warrant: ${wrong}`);
      await proclaim(page, fir, { accused: MAN.name, court: COURT, no: "21" });
      const line = await inBook(page, "/register/4?part=1", MAN.name);
      assert.ok(line.includes(number), line);
      await shot(page, `absconder-register-4-${language}`);
      await inBook(page, "/register/5?part=II", MAN.name);
      await visit(page, `/cases/${fir}/accused`, "duty");
      assert.ok((await page.locator(".person").innerText()).includes(word("accused-status-proclaimed")));
      await closePage(page);
    });

    test("is sent up in absentia, and the file is laid aside", async () => {
      const page = await at("io");
      const through = desk.demo.signIns.get("sho").officer;
      await challan(page, fir, { report: "absentia", column: "alif", section: "379", through, prosecutor: PROSECUTOR });
      await closePage(page);
      const prosecutor = await at("prosecutor", "investigation");
      await forward(prosecutor, fir, { prosecutor: PROSECUTOR, court: COURT });
      await closePage(prosecutor);
      const court = await at("court", "court_order");
      await receive(court, fir, { court: COURT, no: "31/2026" });
      await hearing(court, fir, { court: COURT, purpose: "evidence", next: 10 });
      await upon(court, fir, "case.shelve", () => order(court, COURT, "32/512"));
      assert.equal(await stage(court, fir), word("case-stage-in-absentia"));
      assert.ok(await court.getByText(word("case-no-date")).count(), "a dormant file has no next date");
      await shot(court, `absconder-dormant-${language}`);
      await closePage(court);
    });

    test("is made known to the other station, whose list names who wants him", async () => {
      await accountFor(desk, KEEPER);
      await accountFor(desk, CHIEF);
      const page = await desk.page(KEEPER.role);
      await openDay(page);
      await visit(page, "/register/4?part=2", "duty");
      await sendByKey(page, "Alt+KeyN");
      assert.equal(new URL(page.url()).pathname, "/do/absconder.enter");
      await choose(page, "list", "other_stations");
      await type(page, "person.name", MAN.name);
      await type(page, "description", "فرضی حلیہ: درمیانہ قد");
      await type(page, "reference", `${number} 379 PPC`);
      await type(page, "wanted_by", "تھانہ سٹی نمونہ");
      await type(page, "since", day());
      const wrong = await send(page);
      assert.ok(wrong.includes(word("fault-name-alone")), `never by name alone: ${wrong}`);
      await typePerson(page, "person", MAN);
      await shot(page, `absconder-list-form-${language}`);
      await axe(page);
      await write(page);
      // The list is searched, as at a check post.
      await visit(page, "/register/4?part=2", "duty");
      await page.locator("details:has(form[role=search]) summary").click();
      await page.locator("#words").fill(MAN.name);
      await Promise.all([page.waitForNavigation(), page.locator("form[role=search] button").click()]);
      await statePurpose(page);
      const found = page.locator("table.register tbody tr", { hasText: MAN.name });
      assert.ok((await found.first().innerText()).includes(number), "the list says by which case he is wanted");
      await shot(page, `absconder-found-${language}`);
      await closePage(page);
    });

    test("is arrested there, handed over, and struck off that list", async () => {
      const page = await desk.page(KEEPER.role);
      await visit(page, "/custody", "duty");
      await page.locator("details:has(form[action='/custody/lodge']) summary").click();
      await typePerson(page, "person", MAN);
      await tabTo(page, "#sections_typed");
      await page.keyboard.type("379");
      await page.locator("[role=option]").first().waitFor();
      await page.keyboard.press("Enter");
      caught = minutesAgo(0);
      await type(page, "arrested", caught);
      await type(page, "justification", `فرضی: مشتہر ملزم، مقدمہ ${number} تھانہ سٹی`);
      await shot(page, `absconder-lodged-form-${language}`);
      await sendByKey(page, "Alt+KeyS");
      assert.deepEqual(await page.locator(".error-summary").allInnerTexts(), []);
      assert.ok((await page.locator("main").innerText()).includes(MAN.name), "he is in that lock-up");
      await page.locator("details:has(form[action='/custody/release']) summary").click();
      const leave = page.locator("form[action='/custody/release']");
      await leave.locator("[name=custody]").selectOption(await custodyOf(page, MAN.name));
      await leave.locator("[name=release]").selectOption("transferred");
      await leave.locator("[name=remarks]").fill("حوالہ تفتیشی افسر تھانہ سٹی (فرضی)");
      await Promise.all([page.waitForNavigation(), leave.locator(".actions button").click()]);
      await statePurpose(page);
      assert.deepEqual(await page.locator(".error-summary").allInnerTexts(), []);
      await inBook(page, "/diary", "حوالہ تفتیشی افسر تھانہ سٹی");
      await shot(page, `absconder-diary-${language}`);
      await closePage(page);
      const chief = await desk.page(CHIEF.role);
      await visit(chief, "/do/absconder.remove", "duty");
      await choose(chief, "absconder", await offered(chief, "absconder", MAN.name));
      await choose(chief, "reason", "arrest");
      await type(chief, "particulars", "فرضی: گرفتار، حوالہ تھانہ سٹی");
      await write(chief);
      await closePage(chief);
      const keeper = await desk.page(KEEPER.role);
      const line = await inBook(keeper, "/register/4?part=2", MAN.name);
      assert.ok(line.includes(word("code-removal-arrest")), `the line stays, with why he is off it: ${line}`);
      await shot(keeper, `absconder-struck-${language}`);
      await closePage(keeper);
    });

    test("is taken over by the first station, which reopens the case", async () => {
      const page = await at("io");
      const by = desk.demo.signIns.get("io").officer;
      await arrest(page, fir, { accused: MAN.name, by, place: PLACE_OF_ARREST, arrested: caught });
      const line = await inBook(page, "/register/4?part=1", MAN.name);
      assert.ok(line.includes(await hourOf(page, caught)), `the line in IV is closed with the hour of arrest: ${line}`);
      await shot(page, `absconder-caught-register-4-${language}`);
      await remand(page, fir, { accused: MAN.name, keeping: "judicial", days: "14", court: COURT, no: "41" });
      await closePage(page);
      const chief = await at("sho");
      await upon(chief, fir, "case.reopen", async () => {
        await type(chief, "ground", "فرضی: مشتہر ملزم تھانہ صدر نے گرفتار کر کے حوالے کیا");
        await choose(chief, "accused", MAN.name);
        await shot(chief, `absconder-reopen-form-${language}`);
      });
      assert.equal(await stage(chief, fir), word("case-stage-in-court"));
      await shot(chief, `absconder-reopened-${language}`);
      const clocks = await chief.locator("#case-clocks + div tbody tr").allInnerTexts();
      for (const id of ["D5", "D8", "D9", "D10"]) {
        const row = clocks.find((text) => text.includes(dueOf(id, language)));
        assert.ok(row?.includes(word("deadlines-met")), `${id} is met: ${row ?? clocks.join("\n")}`);
      }
      const kinds = ["case-warrant", "case-proclaim", "challan-submit", "challan-forward", "challan-receive", "case-hearing"];
      const end = ["case-shelve", "case-arrest", "case-remand", "case-reopen"];
      follows(await timeline(chief, fir), [...kinds, ...end].map((kind) => word(`act-kind-${kind}`)));
      const told = await chief.locator("main").innerText();
      for (const code of ["NMN-COURT", "NMN-PROS"]) assert.ok(!told.includes(code), `who acted is named: ${told}`);
      await shot(chief, `absconder-timeline-${language}`);
      await visit(chief, `/cases/${fir}/accused`, "duty");
      const man = await chief.locator(".person").innerText();
      for (const status of ["proclaimed", "arrested"]) assert.ok(man.includes(word(`accused-status-${status}`)), man);
      await shot(chief, `absconder-accused-${language}`);
      await closePage(chief);
    });
  });
}

/** The administrator makes an account for an officer of the other station, who changes the password handed over. */
async function accountFor(desk, { role, officer }) {
  const admin = await desk.page("administrator");
  await visit(admin, `/staff?office=${ELSEWHERE}`, "administration");
  const row = admin.locator(`tr:has(form[action='/staff/account'] [name=officer][value='${officer}'])`);
  await row.locator("details summary").click();
  await Promise.all([admin.waitForNavigation(), row.locator("form[action='/staff/account'] button").click()]);
  const first = (await admin.locator("code.hash").innerText()).trim();
  await closePage(admin);
  const page = await desk.page(null);
  await page.goto("/sign-in");
  await page.locator("[name=officer]").fill(officer);
  await page.locator("[name=password]").fill(first);
  await Promise.all([page.waitForNavigation(), page.locator("form:has([name=password]) [type=submit]").click()]);
  const own = `Farzi-kikar-${officer.length}-daraz`;
  await page.goto("/account");
  await page.locator("#old").fill(first);
  await page.locator("#new").fill(own);
  await page.locator("#repeat").fill(own);
  await Promise.all([page.waitForNavigation(), page.locator("form[action='/account/password'] button").click()]);
  assert.deepEqual(await page.locator(".error-summary").allInnerTexts(), []);
  await desk.keep(role, page);
  await closePage(page);
}

/** The hour of `2026-01-05T09:30` as the pages write it in their language. */
async function hourOf(page, at) {
  const urdu = (await page.locator("html").getAttribute("lang")) === "ur";
  const hour = at.slice(11);
  return urdu ? hour.replaceAll(/\d/g, (digit) => "۰۱۲۳۴۵۶۷۸۹"[Number(digit)]) : hour;
}

/** The stay in the lock-up of the person of that name, as the form offers it. */
function custodyOf(page, name) {
  return page.locator("form[action='/custody/release'] option", { hasText: name }).first().getAttribute("value");
}
