// The case file by keyboard: from a figure of pendency to its cases, into a case, and to each of its parts by one key.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LANGUAGES, openDesk, statePurpose, tabTo, visit } from "./desk.mjs";
import { closePage, shot } from "./lib.mjs";

const PARTS = ["timeline", "sections", "accused", "persons", "zimnis", "property", "challan", "court"];

for (const language of LANGUAGES) {
  describe(`the case file in ${language}`, { concurrency: 1 }, () => {
    let desk;
    before(async () => {
      desk = await openDesk(language);
    });
    after(() => desk?.close());

    test("is reached from pendency, and each part of it by one key", async () => {
      const page = await desk.page("sho");
      await visit(page, "/pendency");
      await tabTo(page, ".pendency td a");
      const counted = Number(latin(await page.evaluate(() => document.activeElement.textContent)));
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
      const cases = page.locator("th.serial a");
      assert.equal(await cases.count(), counted, "the figure counts the cases it opens");
      await tabTo(page, "th.serial a");
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
      await statePurpose(page);
      const number = await page.locator("h1 .ltr").textContent();
      for (const [at, part] of PARTS.entries()) {
        await Promise.all([page.waitForNavigation(), page.keyboard.press(`Alt+${at + 2}`)]);
        assert.ok(new URL(page.url()).pathname.endsWith(`/${part}`), `Alt+${at + 2} opens ${part}`);
        assert.equal(await page.locator("h1 .ltr").textContent(), number);
        assert.equal(await page.locator(".case-tabs [aria-current]").getAttribute("data-key-tab"), String(at + 2));
      }
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Alt+1")]);
      assert.ok(await page.locator(".next-acts li").count(), "what may follow now");
      await shot(page, `case-file-${language}`);
      await closePage(page);
    });

    test("says at its head what is due next", async () => {
      const page = await desk.page("sho");
      await visit(page, "/deadlines?state=running");
      const row = page.locator("tbody tr").filter({ has: page.locator("td:nth-child(2) a") }).first();
      const duty = await row.locator("th").evaluate((cell) => cell.firstChild.textContent.trim());
      const id = (await row.locator("td:nth-child(2) a").getAttribute("href")).split("/").at(-1);
      await visit(page, `/cases/${id}`);
      const due = page.locator(".casehead .due li");
      assert.ok((await due.count()) > 0, "the next deadlines");
      if ((await due.count()) < 3) assert.ok((await due.allInnerTexts()).join().includes(duty), duty);
      await shot(page, `case-due-${language}`);
      await closePage(page);
    });
  });
}

/** Digits of either language as Latin ones. */
function latin(text) {
  return text.trim().replaceAll(/[۰-۹]/g, (digit) => String("۰۱۲۳۴۵۶۷۸۹".indexOf(digit)));
}
