// The registers as books, in both languages: found on the shelf, read by parts and pages, printed, taken away.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { LANGUAGES, bytesOf, openDesk, visit } from "./desk.mjs";
import { closePage, shot } from "./lib.mjs";
import { strayWords } from "./stray.mjs";

const PHONE = { width: 390, height: 844 };

for (const language of LANGUAGES) {
  describe(`the registers in ${language}`, { concurrency: 1 }, () => {
    let desk;
    before(async () => (desk = await openDesk(language)));
    after(() => desk?.close());

    test("all 25 and the working registers stand on the shelf with their counts", async () => {
      const page = await desk.page("sho");
      await visit(page, "/registers", "duty");
      const shelves = page.locator("table.register");
      assert.equal(await shelves.nth(0).locator("tbody tr").count(), 25);
      assert.ok((await shelves.nth(1).locator("tbody tr").count()) >= 8);
      await shot(page, `registers-${language}`);
      await closePage(page);
    });

    test("a register is read by its parts, its years and the next page by key", async () => {
      const page = await desk.page("sho");
      await visit(page, "/register/5?part=I", "duty");
      const parts = page.locator(`nav.switch[aria-label="${desk.t("register-parts")}"] a`);
      assert.equal(await parts.count(), 2);
      assert.equal(await parts.nth(0).getAttribute("aria-current"), "page");
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok((await overflow()) <= 0, "the page does not scroll sideways, only the table");
      await shot(page, `register-5-${language}`);
      if (await page.locator("[data-key-next]").count()) {
        const first = await page.locator("tbody tr").first().innerText();
        await Promise.all([page.waitForNavigation(), page.keyboard.press("Alt+PageDown")]);
        assert.notEqual(await page.locator("tbody tr").first().innerText(), first);
      }
      await visit(page, "/register/1", "duty");
      await shot(page, `register-1-${language}`);
      await page.setViewportSize(PHONE);
      assert.ok((await overflow()) <= 0, "a phone does not scroll sideways");
      await shot(page, `register-1-phone-${language}`);
      await closePage(page);
    });

    test("no book speaks in codes or in the other language", async () => {
      const page = await desk.page("sho");
      await visit(page, "/registers", "duty");
      const links = page.locator("table.register tbody a[href^='/register/']");
      const books = await links.evaluateAll((all) => all.map((a) => a.getAttribute("href")));
      const said = [];
      const read = async (path) => {
        await visit(page, path, "duty");
        for (const word of await strayWords(page, language)) said.push(`${path}: ${word}`);
        // A key of a cell or a code is never a word.
        const whole = await page.locator("table.register").first().innerText();
        for (const [key] of whole.matchAll(/\b[a-z]+(_[a-z0-9]+)+\b/g)) said.push(`${path}: ${key}`);
      };
      for (const book of new Set(books)) {
        await read(book);
        const parts = page.locator(`nav.switch[aria-label="${desk.t("register-parts")}"] a:not([aria-current])`);
        for (const part of await parts.evaluateAll((all) => all.map((a) => a.getAttribute("href")))) await read(part);
      }
      await read("/diary");
      assert.ok(books.length >= 25);
      assert.deepEqual([...new Set(said)], []);
      await closePage(page);
    });

    test("a register is printed as a book and taken away for a named recipient", async () => {
      const page = await desk.page("sho");
      await visit(page, "/register/1", "duty");
      const print = page.locator("form[action='/register/1/print']");
      await print.locator("[name=to]").evaluate((field) => (field.value = "20"));
      const { bytes: pdf } = await bytesOf(page, print);
      assert.equal(pdf.subarray(0, 4).toString(), "%PDF");
      const out = "tests/browser/out";
      await mkdir(out, { recursive: true });
      await writeFile(`${out}/register-1-${language}.pdf`, pdf);
      const take = page.locator("form[action='/register/1/export']");
      await take.locator("[name=recipient]").evaluate((field) => (field.value = "District court (sample)"));
      const { bytes: sheet } = await bytesOf(page, take);
      assert.equal(sheet.subarray(0, 2).toString(), "PK");
      await take.locator("[name=format]").evaluate((field) => (field.value = "csv"));
      const csv = (await bytesOf(page, take)).bytes.toString();
      assert.ok(csv.split("\r\n")[0].includes(language === "ur" ? "تھانہ" : "Police station"), csv.slice(0, 200));
      await closePage(page);
    });
  });
}
