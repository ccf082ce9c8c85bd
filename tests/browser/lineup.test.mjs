// A witness tells of somebody, in both languages: the record office searches by looks, proposes a line-up of who fits his
// words, exchanges one, makes it; another officer, who does not know the suspect, shows it on the whole screen and writes
// what the witness said; the record is printed. The faces are drawn, of nobody (faces.mjs).
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { choose, minutesAgo, send, type } from "./acts.mjs";
import { LANGUAGES, bytesOf, openDesk, sendByKey, tabTo, visit } from "./desk.mjs";
import { face } from "./faces.mjs";
import { day, offered } from "./life.mjs";
import { SMALLEST_DESK, axe, closePage, shot } from "./lib.mjs";
import { finger, impression } from "./ridges.mjs";

const ALIKE = 7;
const SAID = "فرضی گواہ: پتلا آدمی، قد درمیانے سے زیادہ، گھنگریالے بال، داڑھی نہیں، بائیں بازو پر گودنا";
const ANSWER = "فرضی گواہ: شاید تیسرا، مگر پورا یقین نہیں";
const nameOf = (no) => `فرضی شخص نمونہ ${"اول دوم سوم چہارم پنجم ششم ہفتم".split(" ")[no]}`;
const image = (name, buffer) => ({ name, mimeType: "image/png", buffer });

for (const language of LANGUAGES) {
  describe(`a witness line-up in ${language}`, { concurrency: 1 }, () => {
    let desk;
    let lineup;
    const t = (key) => desk.t(key);
    const cro = async (path, role = "cro") => {
      const page = await desk.page(role);
      await visit(page, path, "verification");
      return page;
    };
    before(async () => {
      desk = await openDesk(language);
      const page = await cro("/cro");
      for (let no = 0; no < ALIKE; no += 1) await enrol(page, no);
      await closePage(page);
    });
    after(() => desk?.close());

    /** One more who is described so, by a magistrate's order, with a drawn face. */
    async function enrol(page, no) {
      await visit(page, "/cro/enrol/prints?basis=magistrate_s5", "verification");
      const fill = (name, text) => page.locator(`main [name="${name}"]`).first().fill(text);
      await fill("person.name", nameOf(no));
      await fill("person.age", String(26 + no));
      await page.locator("[name='person.gender']").selectOption("male");
      await fill("taken", minutesAgo(4));
      await fill("taken_by", "فرضی سب انسپکٹر");
      await page.locator("[name=taken_rank]").selectOption("si");
      await fill("order.authority", "فرضی مجسٹریٹ");
      await fill("order.number", `${no + 1}/2026`);
      await fill("order.date", day());
      const print = impression(finger(4_000 + no), { touch: 1 });
      await page.locator("[name='finger.2.image']").setInputFiles(image("2.png", print));
      await page.locator("[name='photo.front.image']").setInputFiles(image("face.png", face(no)));
      await fill("looks.height_cm", String(174 + (no % 4)));
      for (const [list, code] of [["build", "thin"], ["hair", "curly"], ["beard", "none"]]) {
        await page.locator(`[name='looks.${list}']`).selectOption(code);
      }
      await page.locator("[data-rows-add]").click();
      await page.locator("[name='marks.0.kind']").selectOption("tattoo");
      await page.locator("[name='marks.0.place']").selectOption("upper_arm_left");
      assert.equal(await send(page), "");
    }

    test("a search by looks finds who is described so, with what agrees and what differs", async () => {
      const page = await cro("/cro/looks");
      await axe(page);
      await choose(page, "gender", "male");
      await choose(page, "height_band", "tall");
      await choose(page, "build", "slim");
      await choose(page, "hair", "curly");
      await choose(page, "beard", "none");
      await tabTo(page, "[data-rows-add]");
      await page.keyboard.press("Enter");
      await choose(page, "marks.0.kind", "tattoo");
      await choose(page, "marks.0.place", "upper_arm_left");
      await fits(page, `lineup-looks-form-${language}`);
      assert.equal(await send(page), "");
      const shown = await page.locator("main").innerText();
      for (const words of [t("looks-lead"), nameOf(0), t("looks-agree"), t("looks-near")]) {
        assert.ok(shown.includes(words), `${words}\n${shown}`);
      }
      assert.ok((await page.locator(".looks-list img").count()) >= ALIKE, "photographs that the law allows");
      await fits(page, `lineup-looks-${language}`);
      // The lists are kept in the form.
      assert.equal(await page.locator("[name=hair]").inputValue(), "curly");
      const first = page.locator(".looks-list > li", { hasText: nameOf(0) }).locator("a[href^='/cro/lineup?']");
      await first.focus();
      await sendByKey(page, "Enter");
      assert.equal(new URL(page.url()).pathname, "/cro/lineup");
      assert.ok((await page.locator("main").innerText()).includes(nameOf(0)), "the suspect is named to who makes it");
      await choose(page, "fillers", "5");
      await choose(page, "asked_by", await offered(page, "asked_by"));
      await type(page, "case", "17/2026");
      await fits(page, `lineup-form-${language}`);
      await type(page, "said", SAID);
      assert.equal(await send(page), "");
      assert.equal(await page.locator(".face-grid > li").count(), 6, await page.locator("main").innerText());
      assert.equal(await page.locator(".face-grid > li.is-suspect").count(), 1);
      await fits(page, `lineup-proposed-${language}`);
      const keys = () => page.locator("button[name=leave]").evaluateAll((all) => all.map((one) => one.value).sort());
      const before = await keys();
      const leaves = await page.locator("button[name=leave]").first().getAttribute("value");
      await page.locator("button[name=leave]").first().focus();
      await sendByKey(page, "Enter");
      const now = await keys();
      assert.ok(!now.includes(leaves), "the one exchanged is gone");
      assert.equal(now.filter((key) => before.includes(key)).length, 4, "and the others stay");
      assert.equal(await send(page), "");
      lineup = new URL(page.url()).pathname;
      assert.match(lineup, /^\/cro\/lineup\/[^/]+\/[^/]+$/);
      const made = await page.locator("main").innerText();
      for (const words of [t("lineup-is-suspect"), t("lineup-knows"), SAID, t("lineup-shown-none")]) {
        assert.ok(made.includes(words), `${words}\n${made}`);
      }
      await fits(page, `lineup-made-${language}`);
      await closePage(page);
    });

    test("who did not make it is blind, shows it on the whole screen and writes what the witness said", async () => {
      const page = await cro(lineup, "cro-2");
      const blind = await page.locator("main").innerText();
      assert.ok(blind.includes(t("lineup-blind")), blind);
      assert.ok(!blind.includes(t("lineup-is-suspect")) && !blind.includes(SAID), blind);
      assert.equal(await page.locator("main a[href*='/cro/record/']").count(), 0, "nor whose faces they are");
      await fits(page, `lineup-blind-${language}`);
      await sendByKey(page, "Alt+KeyN");
      assert.equal(new URL(page.url()).pathname, `${lineup}/show`);
      assert.equal(await page.locator(".parade-faces img").count(), 6);
      const sizes = await page.locator(".parade-faces img").evaluateAll((all) => all.map((one) => one.naturalWidth));
      assert.ok(sizes.every((size) => size > 0), "every face is there");
      const source = await page.content();
      assert.ok(!source.includes("/record/") && !source.includes(nameOf(0)), "the page knows no name");
      assert.equal(await page.locator("nav.sidenav").count(), 0, "nothing but the faces");
      await fits(page, `lineup-show-${language}`);
      await sendByKey(page, "Alt+KeyN");
      const wrong = await send(page);
      assert.ok(wrong.includes(t("fault-lineup-picked")), wrong);
      await choose(page, "picked", "3");
      await type(page, "said", ANSWER);
      await type(page, "witness.name", "فرضی گواہ اسلم");
      await fits(page, `lineup-answer-${language}`);
      assert.equal(await send(page), "");
      const shown = await page.locator("main").innerText();
      for (const words of [t("lineup-answer-done"), ANSWER, "فرضی گواہ اسلم", t("lineup-is-suspect")]) {
        assert.ok(shown.includes(words), `${words}\n${shown}`);
      }
      await fits(page, `lineup-answered-${language}`);
      const paper = await bytesOf(page, page.locator("form[action$='/print']"));
      assert.equal(paper.status, 200);
      assert.equal(paper.bytes.subarray(0, 4).toString(), "%PDF");
      await visit(page, "/cro/lineup", "verification");
      await fits(page, `lineup-list-${language}`);
      await closePage(page);
    });

    test("of a witness whose words fit nobody else there is no line-up, and it is said why", async () => {
      const page = await cro("/cro/lineup");
      const row = page.locator("a[href^='/cro/looks']").first();
      await row.focus();
      await sendByKey(page, "Enter");
      await choose(page, "hair", "curly");
      assert.equal(await send(page), "");
      await page.locator("a[href^='/cro/lineup?']").first().focus();
      await sendByKey(page, "Enter");
      await choose(page, "fillers", "19");
      await choose(page, "gait", await offered(page, "gait"));
      await type(page, "said", SAID);
      assert.equal(await send(page), "");
      const shown = await page.locator("main").innerText();
      assert.ok(shown.includes(t("lineup-none")), shown);
      assert.equal(await page.locator(".face-grid").count(), 0);
      await fits(page, `lineup-none-${language}`);
      await closePage(page);
    });
  });
}

/** The page is accessible and fits, on a telephone as at the desk. */
async function fits(page, name) {
  await shot(page, name);
  await axe(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForTimeout(200);
  await axe(page);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await shot(page, `${name}-phone`);
  await page.setViewportSize(SMALLEST_DESK);
  assert.equal(beyond, 0, `${name} is too wide on a telephone`);
}
