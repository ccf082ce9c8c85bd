// A change of charge with an article missing, in both languages: the counts are taken, a silent difference is refused, the
// reason is written, the charge is taken over and countersigned.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { choose, send, type, write } from "./acts.mjs";
import { LANGUAGES, openDay, openDesk, visit } from "./desk.mjs";
import { axe, closePage, shot } from "./lib.mjs";

const REASON = "ایک فرضی شے نہیں ملی، محرر سے جواب طلب";

for (const language of LANGUAGES) {
  describe(`a change of charge in ${language}`, { concurrency: 1 }, () => {
    let desk;
    let station;
    before(async () => {
      desk = await openDesk(language);
      const page = await desk.page("moharrar");
      await openDay(page);
      await visit(page, "/do/property.enter", "duty");
      station = await page.locator("[name=office]").first().inputValue();
      for (const item of ["فرضی سائیکل", "فرضی گھڑی"]) {
        await visit(page, "/do/property.enter", "duty");
        await choose(page, "source", "unclaimed");
        const diary = page.locator("select[name=diary] option:not([value=''])").first();
        await choose(page, "diary", await diary.getAttribute("value"));
        await type(page, "from_whom", "فرضی راہ گیر");
        await type(page, "articles.0.item", item);
        await type(page, "articles.0.quantity", "1");
        await type(page, "articles.0.rack", "B2");
        await write(page);
      }
      await closePage(page);
    });
    after(() => desk?.close());

    test("is refused while a difference is silent, and written with its reason", async () => {
      const page = await desk.page("moharrar");
      await visit(page, "/do/charge.hand_over", "duty");
      await choose(page, "charge", "moharrar");
      await choose(page, "to", desk.demo.signIns.get("sho").officer);
      await type(page, "cash_paisa", "0");
      await type(page, "in_store", "0");
      await type(page, "arms", "0");
      await type(page, "deposits", "0");
      await type(page, "pending", "0");
      await type(page, "registers_state", "تمام رجسٹر موجود (فرضی)");
      const wrong = await send(page);
      assert.ok(wrong.includes(desk.t("fault-count-differs")), wrong);
      await shot(page, `act-charge-refused-${language}`);
      await axe(page);
      const differing = [];
      for (const [of, field] of [["cash", "cash_paisa"], ["store", "in_store"], ["arms", "arms"], ["deposits", "deposits"], ["pending", "pending"]]) {
        if (await page.locator(`#${field}-error`).count()) differing.push(of);
      }
      assert.ok(differing.includes("store"), `the store-room is short: ${wrong}`);
      for (const [row, of] of differing.entries()) {
        if (row > 0) await page.locator("[data-rows-add]").click();
        await choose(page, `differences.${row}.of`, of);
        await type(page, `differences.${row}.reason`, REASON);
      }
      await write(page);
      assert.ok((await page.locator("main").innerText()).includes(REASON) || (await inBook(page)).includes(REASON));
      await shot(page, `act-charge-${language}`);
      await closePage(page);
    });

    test("is taken over by the officer named, and by nobody else", async () => {
      const page = await desk.page("sho");
      await visit(page, "/do/charge.take_over", "duty");
      const note = page.locator("select[name=charge] option:not([value=''])").first();
      await choose(page, "charge", await note.getAttribute("value"));
      await write(page);
      await closePage(page);
    });

    test("is countersigned by an officer above", async () => {
      const role = ["sdpo", "dpo"].find((r) => desk.demo.signIns.has(r));
      const page = await desk.page(role);
      await visit(page, `/do/charge.countersign?office=${station}`, "supervision");
      const note = page.locator("select[name=charge] option:not([value=''])").first();
      await choose(page, "charge", await note.getAttribute("value"));
      await shot(page, `act-countersign-${language}`);
      await write(page);
      await closePage(page);
    });
  });
}

async function inBook(page) {
  await visit(page, "/register/25", "duty");
  return page.locator("table.register").innerText();
}
