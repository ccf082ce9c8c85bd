// A day of the diary, in both languages: opened, written by keyboard, kept as a draft, closed with the cash counted.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LANGUAGES, arrowTo, openDay, openDesk, sendByKey, tabTo, visit } from "./desk.mjs";
import { closePage, shot } from "./lib.mjs";

const ENTRIES = [
  ["comm_in", "خط نمبر ۷ دفتر ضلع سے موصول ہوا (فرضی)"],
  ["comm_out", "جواب ڈاک کے حوالے کیا گیا (فرضی)"],
  ["property_in", "ایک فرضی سائیکل محرر نے وصول کی"],
];
const DRAFT = "گشت واپس آئی، علاقہ پُرامن ہے (فرضی)";

for (const language of LANGUAGES) {
  describe(`a day of the diary in ${language}`, { concurrency: 1 }, () => {
    let desk;
    before(async () => (desk = await openDesk(language)));
    after(() => desk?.close());

    test("three entries are written without a mouse, numbered one after another", async () => {
      const page = await desk.page("moharrar");
      await openDay(page);
      assert.ok(await page.getByText(desk.t("diary-state-open"), { exact: true }).count(), "the day is open");
      await sendByKey(page, "Alt+KeyN");
      const numbers = [];
      for (const [kind, text] of ENTRIES) {
        assert.equal(new URL(page.url()).pathname, "/diary/new");
        await tabTo(page, "#subject");
        await arrowTo(page, kind);
        await tabTo(page, "#text");
        await page.keyboard.type(text);
        await sendByKey(page, "Alt+KeyS");
        numbers.push(Number(new URL(page.url()).searchParams.get("written")));
        assert.ok(await page.locator("[role=status].notice-good").isVisible());
      }
      assert.deepEqual(numbers, [numbers[0], numbers[0] + 1, numbers[0] + 2]);
      await shot(page, `diary-new-${language}`);
      await visit(page, "/diary");
      const book = await page.locator("table.register").innerText();
      for (const [, text] of ENTRIES) assert.ok(book.includes(text), `the diary has: ${text}`);
      await shot(page, `diary-${language}`);
      await closePage(page);
    });

    test("what is typed survives the page, and is gone once it is written", async () => {
      const page = await desk.page("moharrar");
      await visit(page, "/diary/new");
      const kept = page.waitForResponse((r) => r.url().endsWith("/drafts/diary-new") && r.request().method() === "POST");
      await page.locator("#text").fill(DRAFT);
      assert.ok((await kept).ok());
      await page.reload();
      await page.waitForFunction(() => document.querySelector("#text").value !== "");
      assert.equal(await page.locator("#text").inputValue(), DRAFT);
      await tabTo(page, "#subject");
      await arrowTo(page, "comm_in");
      await sendByKey(page, "Alt+KeyS");
      assert.ok(new URL(page.url()).searchParams.has("written"), await page.locator("main").innerText());
      await visit(page, "/diary/new");
      await page.waitForLoadState("networkidle");
      assert.equal(await page.locator("#text").inputValue(), "");
      await closePage(page);
    });

    test("the day closes with the cash counted, and a difference must be explained", async () => {
      const page = await desk.page("sho");
      await visit(page, "/diary");
      const close = page.locator("form[action='/diary/close']");
      assert.ok(await close.count(), "the officer in charge may close the day");
      await page.locator("details:has(form[action='/diary/close']) summary").click();
      await close.locator("[name=counted]").fill("1");
      await Promise.all([page.waitForNavigation(), close.locator("button:not([type=button])").click()]);
      assert.ok(await page.locator(".error-summary").isVisible(), "one rupee is not what the cash book says");
      await close.locator("[name=difference_reason]").fill("فرضی گنتی، جانچ کے لیے");
      await Promise.all([page.waitForNavigation(), close.locator("button:not([type=button])").click()]);
      await visit(page, new URL(page.url()).pathname + new URL(page.url()).search);
      assert.ok(await page.getByText(desk.t("diary-state-closed"), { exact: true }).count(), "the day is closed");
      await shot(page, `diary-closed-${language}`);
      await closePage(page);
    });

    test("the next day opens with its first entry", async () => {
      const page = await desk.page("moharrar");
      await visit(page, "/diary");
      assert.equal(await page.locator("form[action='/diary/open']").count(), 1, "no day is open");
      await openDay(page);
      assert.ok(await page.getByText(desk.t("diary-state-open"), { exact: true }).count(), "the day is open");
      const first = page.locator("table.register tbody tr");
      assert.equal(await first.count(), 1);
      assert.match(await first.locator("th").innerText(), /^[1۱]$/);
      assert.ok((await first.innerText()).includes(desk.t("kind-open")));
      await closePage(page);
    });
  });
}
