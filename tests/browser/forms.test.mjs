// What forms owe an officer, in both languages: a deadline missed is answered for in his own words; what is typed outlives
// the browser; rows are added without script.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { choose, minutesAgo, send, type, write } from "./acts.mjs";
import { LANGUAGES, openDay, openDesk, statePurpose, tabTo, visit } from "./desk.mjs";
import { inBook } from "./life.mjs";
import { axe, closePage, openPage, shot, signIn } from "./lib.mjs";

const REASON = "فرضی: گواہ ہسپتال میں تھا، بیان میں تاخیر ہوئی";
const THINGS = ["فرضی سائیکل سبز", "فرضی گھڑی پرانی"];
const WITHOUT_SCRIPT = ["فرضی صندوق", "فرضی چھتری", "فرضی تھیلا"];
const FORM = "/do/property.enter";

for (const language of LANGUAGES) {
  describe(`forms in ${language}`, { concurrency: 1 }, () => {
    let desk;
    before(async () => {
      desk = await openDesk(language);
      const page = await desk.page("moharrar");
      await openDay(page);
      await closePage(page);
    });
    after(() => desk?.close());

    test("a deadline that was missed is answered for in the officer's own words", async () => {
      const page = await desk.page("sho");
      const link = "td a[href^='/deadlines/excuse']";
      await visit(page, "/deadlines?state=overdue", "duty");
      const missed = await page.locator(link).count();
      assert.ok(missed > 0, "the demonstration has a deadline that was missed");
      const list = await page.locator("main").innerText();
      assert.ok(!list.includes("NMN-CITY-"), `officers are named, not coded: ${list}`);
      await tabTo(page, link);
      const excuse = await page.evaluate(() => document.activeElement.getAttribute("href"));
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
      await statePurpose(page);
      assert.equal(new URL(page.url()).pathname, "/deadlines/excuse");
      const empty = await send(page);
      assert.ok(empty.includes(desk.t("cell-reason")), `a reason must be given: ${empty}`);
      await shot(page, `excuse-refused-${language}`);
      await axe(page);
      await type(page, "reason", REASON);
      await write(page);
      await visit(page, "/deadlines?state=overdue", "duty");
      assert.equal(await page.locator(`a[href='${excuse}']`).count(), 0, "it is not asked for again");
      assert.equal(await page.locator(link).count(), missed - 1);
      assert.ok(await page.getByText(desk.t("deadlines-reasoned")).count(), "the list says that it was answered for");
      await shot(page, `excuse-${language}`);
      await closePage(page);
    });

    test("what was typed into a form outlives the browser, with every row", async () => {
      const first = await openPage(desk.browser, desk.demo, { language });
      await signIn(first, desk.demo, "moharrar");
      await visit(first, FORM, "duty");
      await choose(first, "source", "unclaimed");
      await type(first, "from_whom", "فرضی راہ گیر");
      for (const [row, thing] of THINGS.entries()) {
        if (row > 0) await first.keyboard.press("Alt+KeyA");
        await type(first, `articles.${row}.item`, thing);
        await type(first, `articles.${row}.quantity`, "1");
      }
      const kept = first.waitForResponse((r) => r.url().includes("/drafts/property-enter") && r.request().method() === "POST");
      await type(first, "articles.1.rack", "B7");
      assert.ok((await kept).ok());
      await first.waitForFunction(() => !document.querySelector("form[data-dirty=yes]"));
      await closePage(first);

      // Another window, another session: nothing of the first is left on this computer.
      const second = await openPage(desk.browser, desk.demo, { language });
      await signIn(second, desk.demo, "moharrar");
      await visit(second, "/drafts", "duty");
      await tabTo(second, `main a[href^='${FORM}']`);
      await Promise.all([second.waitForNavigation(), second.keyboard.press("Enter")]);
      await statePurpose(second);
      await second.waitForFunction(() => document.querySelector("[name='articles.1.item']")?.value);
      for (const [row, thing] of THINGS.entries()) {
        assert.equal(await second.locator(`main [name='articles.${row}.item']`).inputValue(), thing);
      }
      assert.equal(await second.locator("main [name='articles.1.rack']").inputValue(), "B7");
      assert.equal(await second.locator("main select[name=source]").inputValue(), "unclaimed");
      await shot(second, `draft-restored-${language}`);
      await type(second, "articles.0.rack", "B6");
      const diary = second.locator("select[name=diary] option:not([value=''])").first();
      await choose(second, "diary", await diary.getAttribute("value"));
      await write(second);
      for (const thing of THINGS) await inBook(second, "/register/19", thing);
      await visit(second, "/drafts", "duty");
      assert.equal(await second.locator(`main a[href^='${FORM}']`).count(), 0, "written, it is a draft no longer");
      await desk.keep("moharrar", second);
      await closePage(second);
    });

    test("rows are added and sent by a browser without script", async () => {
      const page = await desk.page("moharrar", { script: false });
      await visit(page, FORM, "duty");
      await page.locator("select[name=source]").selectOption("unclaimed");
      const diary = page.locator("select[name=diary] option:not([value=''])").first();
      await page.locator("select[name=diary]").selectOption(await diary.getAttribute("value"));
      await page.locator("main [name=from_whom]").fill("فرضی راہ گیر");
      for (const [row, thing] of WITHOUT_SCRIPT.entries()) {
        if (row > 0) await Promise.all([page.waitForNavigation(), page.locator("button[name=more][value=articles]").click()]);
        assert.equal(await page.locator("main [data-rows-list] > .row").count(), row + 1, "one row more");
        if (row > 0) assert.equal(await page.locator("main [name='articles.0.item']").inputValue(), WITHOUT_SCRIPT[0], "what was typed is kept");
        await page.locator(`main [name='articles.${row}.item']`).fill(thing);
        await page.locator(`main [name='articles.${row}.quantity']`).fill("1");
        await page.locator(`main [name='articles.${row}.rack']`).fill("C1");
      }
      assert.equal(await page.locator("[data-rows-add]:visible, [data-row-remove]:visible").count(), 0, "no button does nothing");
      await shot(page, `rows-without-script-${language}`);
      await Promise.all([page.waitForNavigation(), page.locator("main .actions button").click()]);
      await statePurpose(page);
      assert.deepEqual(await page.locator(".error-summary").allInnerTexts(), []);
      assert.equal(new URL(page.url()).pathname, "/entry");
      for (const thing of WITHOUT_SCRIPT) await inBook(page, "/register/19", thing);
      await closePage(page);
    });

    test("a report with what was carried off and who is accused is registered without script", async () => {
      const page = await desk.page("moharrar", { script: false });
      await visit(page, "/fir/new");
      const fill = (name, text) => page.locator(`main [name="${name}"]`).fill(text);
      const more = (group) =>
        Promise.all([page.waitForNavigation(), page.locator(`button[name=more][value=${group}]`).click()]);
      await fill("occurred_from", minutesAgo(90));
      await fill("informant.name", "فرضی سائل بے سکرپٹ");
      await fill("sections_typed", "379");
      for (const [row, thing] of THINGS.entries()) {
        await more("property");
        await fill(`property.${row}.description`, thing);
      }
      await more("accused");
      await fill("accused.0.name", "فرضی ملزم بے سکرپٹ");
      assert.equal(await page.locator("main [name='property.1.description']").inputValue(), THINGS[1]);
      await fill("place.text", "فرضی گلی");
      await fill("narrative", "فرضی بیان: سامان چوری ہوا۔");
      await page.locator("#read_over").check();
      await page.locator("[name=mark]").first().check();
      await shot(page, `report-without-script-${language}`);
      await Promise.all([page.waitForNavigation(), page.locator("#fir-form .actions button").first().click()]);
      await statePurpose(page);
      assert.deepEqual(await page.locator(".error-summary, #same").allInnerTexts(), []);
      assert.match(new URL(page.url()).pathname, /^\/fir\/(?!new)/);
      const said = await page.locator("main").innerText();
      for (const words of [...THINGS, "فرضی ملزم بے سکرپٹ"]) assert.ok(said.includes(words), said);
      await closePage(page);
    });
  });
}
