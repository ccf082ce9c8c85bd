// The life of a report, in both languages: registered without a mouse, signed, printed, corrected, expunged by order.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LANGUAGES, arrowTo, bytesOf, openDay, openDesk, searched, sendByKey, statePurpose, tabTo, visit } from "./desk.mjs";
import { axe, closePage, shot } from "./lib.mjs";

const NAME = "فرضی سائل گل زمان";
const PLACE = "فرضی بازار نزد چوک";
const PLACE_RIGHT = "فرضی منڈی نزد چوک";
const SUBMIT = "button:not([type=button])";

for (const language of LANGUAGES) {
  describe(`a report in ${language}`, { concurrency: 1 }, () => {
    let desk;
    let path;
    let number;
    before(async () => (desk = await openDesk(language)));
    after(() => desk?.close());

    test("is registered without touching the mouse", async () => {
      const page = await desk.page("moharrar");
      await openDay(page);
      await visit(page, "/fir/new");
      await typeReport(page);
      await page.waitForTimeout(100);
      await shot(page, `fir-form-filled-${language}`);
      await axe(page);
      await sendByKey(page, "Alt+KeyS");
      const faults = await page.locator(".error-summary, #same").allInnerTexts();
      assert.deepEqual(faults, []);
      path = new URL(page.url()).pathname;
      assert.match(path, /^\/fir\/(?!new)/);
      number = (await page.locator("h1 .ltr").innerText()).trim();
      assert.match(number, /^\d+\/\d{4}$/);
      assert.ok((await page.locator("section[role=status]").innerText()).includes(number));
      await shot(page, `fir-registered-${language}`);
      await closePage(page);
    });

    test("is signed by the officer in charge", async () => {
      const page = await desk.page("sho");
      await visit(page, path);
      assert.ok(await page.getByText(desk.t("fir-sho-unsigned"), { exact: true }).count());
      await sendByKey(page, "Alt+KeyS");
      assert.equal(await page.locator(".pagehead .chip-good").innerText(), desk.t("fir-sho-signed"));
      await shot(page, `fir-signed-${language}`);
      await axe(page);
      await closePage(page);
    });

    test("is printed for the magistrate, each print counted", async () => {
      const page = await desk.page("sho");
      await visit(page, path);
      const counts = [];
      for (let print = 0; print < 2; print += 1) {
        const form = page.locator("form[action$='/print']:has([name=copy][value=magistrate])");
        const paper = await bytesOf(page, form);
        assert.equal(paper.status, 200);
        assert.equal(paper.type, "application/pdf");
        assert.equal(paper.bytes.subarray(0, 5).toString(), "%PDF-");
        await visit(page, path);
        counts.push((await form.locator("xpath=..").innerText()).trim());
      }
      assert.notEqual(counts[0], counts[1], "the second print is counted");
      assert.match(counts[0], /[1۱]/);
      assert.match(counts[1], /[2۲]/);
      await closePage(page);
    });

    test("is corrected by a stroke that leaves the old words legible, and attested", async () => {
      const writer = await desk.page("moharrar");
      await visit(writer, path);
      await writer.locator("details:has(form[action$='/correct']) summary").click();
      const form = writer.locator("form[action$='/correct']");
      await form.locator("[name=field]").selectOption("place");
      await form.locator("[name=wrong]").fill("بازار");
      await form.locator("[name=right]").fill("منڈی");
      await form.locator("[name=reason]").fill("سائل نے خود درست کرایا");
      await Promise.all([writer.waitForNavigation(), form.locator(SUBMIT).click()]);
      await statePurpose(writer);
      assert.deepEqual(await writer.locator(".error-summary").allInnerTexts(), []);
      const struck = writer.locator("dl.facts s").first();
      assert.equal(await struck.innerText(), "بازار");
      assert.equal(await writer.locator("dl.facts ins").first().innerText(), "منڈی");
      assert.deepEqual(await struck.evaluate(legible), { struck: true, shown: true });
      await closePage(writer);

      const chief = await desk.page("sho");
      await visit(chief, path);
      const attest = chief.locator("form[action$='/attest'] button");
      assert.equal(await attest.count(), 1);
      await Promise.all([chief.waitForNavigation(), attest.click()]);
      await statePurpose(chief);
      assert.equal(await chief.locator("form[action$='/attest']").count(), 0);
      assert.equal(await chief.locator("dl.facts s").first().innerText(), "بازار");
      await shot(chief, `fir-corrected-${language}`);
      await axe(chief);
      await closePage(chief);
    });

    test("is expunged by order of a court: a stub stays, the name is nowhere", async () => {
      const chief = await desk.page("sho");
      assert.ok((await searched(chief, NAME)).includes(NAME), "the search finds the name before");
      const page = await desk.page("dpo");
      await visit(page, path, "court_order");
      await page.locator("details:has(form[action$='/expunge']) summary").click();
      const form = page.locator("form[action$='/expunge']");
      await form.locator("[name=court]").fill("فرضی عدالت سیشن");
      await form.locator("[name=order_no]").fill("12/2026");
      await form.locator("[name=order_date]").fill(new Date().toISOString().slice(0, 10));
      await form.locator("[name=confirm]").fill(number);
      await Promise.all([page.waitForNavigation(), form.locator(SUBMIT).click()]);
      await statePurpose(page);
      assert.deepEqual(await page.locator(".error-summary").allInnerTexts(), []);
      await shot(page, `fir-expunged-${language}`);
      for (const reader of [page, chief]) {
        await visit(reader, path);
        const left = await reader.content();
        assert.ok(left.includes(number), "the number stays");
        for (const word of [NAME, PLACE, PLACE_RIGHT]) assert.ok(!left.includes(word), `nothing says ${word}, not: ${around(left, word)}`);
        const main = await searched(reader, NAME);
        assert.ok(!main.includes(NAME), `the search does not find it: ${main}`);
      }
      await visit(chief, "/diary");
      assert.ok(!(await chief.content()).includes(NAME), "nor does the diary");
      await closePage(page);
      await closePage(chief);
    });
  });
}

/** Where a word stands in a page, for the message of a failure. */
const around = (text, word) => text.slice(Math.max(0, text.indexOf(word) - 150), text.indexOf(word) + 100);

/** Whether words are struck through and still there to be read; runs in the page. */
function legible(element) {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return { struck: style.textDecorationLine.includes("line-through"), shown: box.width > 0 && style.opacity === "1" };
}

/** Fills in the form of a report with the keyboard alone. */
async function typeReport(page) {
  const keys = page.keyboard;
  await keys.press("Alt+Digit1");
  await tabTo(page, "#occurred_from");
  // The first of January reads the same whichever of day and month the browser asks first.
  await keys.type(`0101${new Date().getFullYear()}`);
  await keys.press("ArrowRight");
  await keys.type("0930AM");
  assert.match(await page.locator("#occurred_from").inputValue(), /^\d{4}-01-01T09:30$/);
  await keys.press("Alt+Digit2");
  await keys.type(NAME);
  await tabTo(page, "#informant-relation_kind");
  await arrowTo(page, "son_of");
  await tabTo(page, "#informant-relation");
  await keys.type("فرضی والد");
  await tabTo(page, "#informant-cnic");
  await keys.type("3520100000771");
  await keys.press("Alt+Digit3");
  for (const [section, chips] of [["392", 1], ["411", 2]]) {
    await keys.type(section);
    await page.locator("[role=option]").first().waitFor();
    await keys.press("Enter");
    assert.equal(await page.locator("[data-chips] input[name=sections]").count(), chips);
  }
  await keys.press("Alt+Digit4");
  await keys.type(PLACE);
  await keys.press("Alt+Digit5");
  await keys.type("فرضی: پارٹی روانہ کی گئی");
  await tabTo(page, "#delay_reason");
  await keys.type("فرضی: سائل سفر پر تھا");
  await keys.press("Alt+Digit8");
  await keys.type("فرضی بیان: سائل بازار سے گزر رہا تھا کہ دو نامعلوم افراد نے رقم چھین لی۔");
  // An officer without an Urdu keyboard types by sound.
  await keys.press("Control+Space");
  await keys.type(" slam");
  assert.ok((await page.locator("#narrative").inputValue()).endsWith("سلام"));
  await keys.press("Control+Space");
  await keys.press("Alt+Digit9");
  await keys.press("Space");
  await tabTo(page, "[name=mark]");
  await keys.press("Space");
}
