// A parcel of narcotics, in both languages, by its forms: into the store-room under seal, on a road certificate to the
// laboratory with its docket, received with one broken seal that is explained, reported on, and back.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { choose, minutesAgo, send, tick, type, write } from "./acts.mjs";
import { LANGUAGES, openDay, openDesk, sendByKey, visit } from "./desk.mjs";
import { axe, closePage, shot } from "./lib.mjs";

const PARCELS = ["فرضی پارسل چرس نمبر ۱", "فرضی پارسل چرس نمبر ۲"];
const BROKEN = "مہر راستے میں ٹوٹی، گواہوں کے سامنے دوبارہ لگائی گئی (فرضی)";

for (const language of LANGUAGES) {
  describe(`a parcel to the laboratory in ${language}`, { concurrency: 1 }, () => {
    let desk;
    let number;
    let carrier;
    const articles = [];
    const moharrar = async (path) => {
      const page = await desk.page("moharrar");
      await visit(page, path, "duty");
      return page;
    };
    before(async () => {
      desk = await openDesk(language);
      const page = await desk.page("moharrar");
      await openDay(page);
      await visit(page, "/firs");
      number = (await page.locator("table.register tbody a .ltr, table.register tbody .ltr").first().innerText()).trim();
      assert.match(number, /^\d+\/\d{4}$/);
      await closePage(page);
    });
    after(() => desk?.close());

    test("is taken into the store-room from its register, by key", async () => {
      const page = await moharrar("/register/19");
      await sendByKey(page, "Alt+KeyN");
      assert.equal(new URL(page.url()).pathname, "/do/property.enter");
      await choose(page, "source", "case_property");
      await type(page, "fir", number);
      await type(page, "from_whom", "فرضی ملزم، فرضی ناکہ");
      for (const [row, parcel] of PARCELS.entries()) {
        if (row > 0) await page.keyboard.press("Alt+KeyA");
        await type(page, `articles.${row}.item`, parcel);
        await type(page, `articles.${row}.quantity`, "1100 g");
        await type(page, `articles.${row}.seals`, "3 × AK");
        await type(page, `articles.${row}.rack`, "A1");
        await tick(page, `articles.${row}.narcotic`);
      }
      await shot(page, `act-property-${language}`);
      await axe(page);
      await write(page);
      await visit(page, "/register/19", "duty");
      const rows = page.locator("table.register tbody tr", { hasText: PARCELS[0] });
      assert.equal(await rows.count(), 1);
      await shot(page, `act-register-19-${language}`);
      await closePage(page);
    });

    test("is not sent without its seal being looked at", async () => {
      const page = await moharrar("/do/road.issue");
      await choose(page, "to", "laboratory");
      await type(page, "addressee", "فرضی فرانزک لیبارٹری");
      carrier = await page.locator("select[name=carrier] option:not([value=''])").first().getAttribute("value");
      await choose(page, "carrier", carrier);
      for (const parcel of PARCELS) {
        const box = page.locator("fieldset#items label", { hasText: parcel }).locator("input");
        articles.push(await box.getAttribute("value"));
        await tick(page, "items", articles.at(-1));
      }
      await choose(page, "seals", "none");
      await page.locator("[name=left]").fill(minutesAgo(3));
      const wrong = await send(page);
      assert.ok(wrong.includes(desk.t("fault-seals-needed")), wrong);
      assert.ok(await page.locator(`[name=items][value="${articles[0]}"]`).isChecked(), "what was chosen is kept");
      await shot(page, `act-road-refused-${language}`);
      await axe(page);
      await choose(page, "seals", "intact");
      await write(page);
      await closePage(page);
    });

    test("goes with a docket that asks the question", async () => {
      const page = await moharrar("/do/docket.issue");
      await choose(page, "to", "laboratory");
      await type(page, "fir", number);
      await type(page, "addressee", "فرضی فرانزک لیبارٹری");
      await type(page, "question", "کیا یہ چرس ہے؟ (فرضی)");
      for (const article of articles) await tick(page, "items", article);
      await write(page);
      await closePage(page);
    });

    test("is received with one seal broken, which must be explained", async () => {
      const page = await moharrar("/register/21");
      await Promise.all([page.waitForNavigation(), page.locator("table.register tbody a").first().click()]);
      await Promise.all([page.waitForNavigation(), page.locator(".pagehead a[href*='road.receive']").click()]);
      assert.notEqual(await page.locator("select[name=road]").inputValue(), "", "the certificate is chosen already");
      await page.locator("[name=received]").fill(minutesAgo(1));
      await type(page, "receiver", "فرضی وصول کنندہ");
      await type(page, "number", "FSL 77");
      await tick(page, "broken", articles[1]);
      const wrong = await send(page);
      assert.ok(wrong.includes(desk.t("fault-seal-unexplained")), wrong);
      await type(page, "defects", BROKEN);
      await shot(page, `act-road-received-${language}`);
      const { pathname } = await write(page);
      assert.equal(pathname, "/entry", "the certificate shows it");
      await closePage(page);
    });

    test("is reported on, comes back, and its certificate goes into the file", async () => {
      const page = await moharrar("/do/docket.report");
      await choose(page, "docket", await firstOffered(page, "docket"));
      await type(page, "report_no", "FSL 77/1");
      await type(page, "result", "نمونے چرس ہیں (فرضی)");
      await choose(page, "seals", "intact");
      await write(page);
      for (const [row, article] of articles.entries()) {
        await visit(page, `/do/property.move?article=${article}`, "duty");
        await choose(page, "direction", "in");
        await type(page, "by_hand_of", "فرضی سپاہی");
        await choose(page, "seals", row === 1 ? "broken" : "intact");
        if (row === 1) await type(page, "defects", BROKEN);
        await write(page);
      }
      await visit(page, "/do/road.return", "duty");
      await choose(page, "road", await firstOffered(page, "road"));
      await write(page);
      await visit(page, `/entry?key=${articles[1]}`, "duty");
      const story = await page.locator("main").innerText();
      assert.ok(story.includes(PARCELS[1]), story);
      await shot(page, `act-parcel-${language}`);
      await closePage(page);
    });
  });
}

function firstOffered(page, name) {
  return page.locator(`select[name="${name}"] option:not([value=''])`).first().getAttribute("value");
}
