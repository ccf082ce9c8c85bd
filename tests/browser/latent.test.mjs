// From a print left at a scene to a verified identification, in both languages: the record office enrols one who is
// arrested, without a photograph; a part of one finger is searched; two examiners, the second blind to the first, mark,
// compare and conclude; the slip is answered and printed. The prints are of nobody (ridges.mjs).
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { choose, minutesAgo, send, type } from "./acts.mjs";
import { LANGUAGES, arrowTo, bytesOf, openDay, openDesk, sendByKey, tabTo, visit } from "./desk.mjs";
import { arrest, day, offered, reportTheft, upon } from "./life.mjs";
import { SMALLEST_DESK, axe, closePage, shot } from "./lib.mjs";
import { finger, impression } from "./ridges.mjs";

const MAN = { name: "فرضی ملزم شہباز", father: "فرضی والد گل باز", cnic: "3999900776655", address: "فرضی محلہ، نمونہ" };
const OTHER = "فرضی شخص نواز";
const SCENE = "فرضی دکان کی کھڑکی کا شیشہ، نمونہ نمبر ۳، اٹھانے والا فرضی محرر";
const FINGERS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const image = (name, buffer) => ({ name, mimeType: "image/png", buffer });

/** Brings an image for each of these fingers of a person, whose prints all come from one seed. */
async function bring(page, person, fingers) {
  for (const no of fingers) {
    const print = impression(finger(person * 100 + no), { touch: 1 });
    await page.locator(`[name="finger.${no}.image"]`).setInputFiles(image(`${no}.png`, print));
  }
}

for (const language of LANGUAGES) {
  describe(`a print from a scene in ${language}`, { concurrency: 1 }, () => {
    let desk;
    let fir;
    let number;
    let record;
    let slip;
    const t = (key) => desk.t(key);
    const cro = async (path, role = "cro") => {
      const page = await desk.page(role);
      await visit(page, path, "verification");
      return page;
    };
    const said = (page) => page.locator("[data-acev-state]").innerText();
    before(async () => {
      desk = await openDesk(language);
      const page = await desk.page("moharrar");
      await openDay(page);
      const theft = { complainant: "فرضی سائل جاوید", father: "فرضی والد", item: "فرضی موٹر سائیکل", place: "فرضی گلی", accused: MAN };
      ({ fir, number } = await reportTheft(page, theft));
      await closePage(page);
      const io = desk.demo.signIns.get("io").officer;
      const chief = await desk.page("sho");
      await upon(chief, fir, "case.assign", () => choose(chief, "officer", io));
      await closePage(chief);
      const officer = await desk.page("io");
      await arrest(officer, fir, { accused: MAN.name, by: io, place: "فرضی اڈا" });
      await closePage(officer);
    });
    after(() => desk?.close());

    test("of one who is arrested prints are taken under section 4, and no photograph", async () => {
      const page = await cro("/cro");
      await axe(page);
      await sendByKey(page, "Alt+KeyN");
      assert.equal(new URL(page.url()).pathname, "/cro/enrol");
      await type(page, "no", number);
      await sendByKey(page, "Enter");
      await fits(page, `latent-choose-${language}`);
      const link = "a[href*='basis=arrestee_s4']";
      await tabTo(page, link);
      await sendByKey(page, "Enter");
      assert.ok((await page.locator("main").innerText()).includes(MAN.name), "whose prints they are");
      assert.equal(await page.locator("[name^='photo.']").count(), 0, "no field for a photograph");
      assert.ok((await page.locator("main").innerText()).includes(t("cro-no-photograph")), "and the section said");
      await page.locator("[name=taken]").fill(minutesAgo(0));
      await type(page, "taken_by", "فرضی سب انسپکٹر");
      await rank(page, "si");
      await bring(page, 1, FINGERS);
      await choose(page, "finger.10.missing", "amputated");
      await fits(page, `latent-enrol-form-${language}`);
      // A form that was tampered with brings one all the same.
      await page.evaluate(() => {
        const field = Object.assign(document.createElement("input"), { type: "file", name: "photo.front.image" });
        document.querySelector("form[enctype]").append(field);
      });
      await page.locator("[name='photo.front.image']").setInputFiles(image("face.png", impression(finger(999))));
      const wrong = await send(page);
      assert.ok(wrong.includes(t("order-no-photograph")) && wrong.includes("IPA-4"), wrong);
      await shot(page, `latent-photograph-refused-${language}`);
      assert.equal(await page.locator("[name='finger.1.file']").count(), 1, "what was brought is kept");
      assert.equal(await page.locator("[name^='photo.']").count(), 0);
      await type(page, "looks.height_cm", "172");
      await choose(page, "looks.build", await offered(page, "looks.build"));
      assert.equal(await send(page), "");
      record = new URL(page.url()).pathname;
      assert.match(record, /^\/cro\/record\//);
      const shown = await page.locator("main").innerText();
      for (const words of [MAN.name, t("cro-basis-arrestee-s4"), t("cro-missing-amputated"), t("accused-status-arrested")]) {
        assert.ok(shown.includes(words), `${words}\n${shown}`);
      }
      assert.equal(await page.locator(".print-grid img").count(), FINGERS.length);
      await fits(page, `latent-record-${language}`);
      await closePage(page);
    });

    test("another is enrolled by a magistrate's order", async () => {
      const page = await cro("/cro/enrol/prints?basis=magistrate_s5");
      await type(page, "person.name", OTHER);
      await page.locator("[name=taken]").fill(minutesAgo(4));
      await type(page, "taken_by", "فرضی سب انسپکٹر");
      await rank(page, "si");
      await type(page, "order.authority", "فرضی مجسٹریٹ");
      await type(page, "order.number", "12/2026");
      await type(page, "order.date", day());
      await bring(page, 2, [1, 2, 3]);
      assert.equal(await send(page), "");
      assert.ok((await page.locator("main").innerText()).includes(OTHER));
      await closePage(page);
    });

    test("a part of one finger, lifted at a scene, finds a candidate that is not called a match", async () => {
      const page = await cro("/cro/search/new?probe=latent");
      const part = impression(finger(102), { turn: 24, shift: [6, -8], part: 0.78, middle: [0.5, 0.44], soil: 0.4, touch: 2 });
      await page.locator("[name='finger.one.image']").setInputFiles(image("lift.png", part));
      await choose(page, "asked_by", await offered(page, "asked_by"));
      await type(page, "case", number);
      await type(page, "scene", SCENE);
      await fits(page, `latent-search-form-${language}`);
      assert.equal(await send(page), "");
      slip = new URL(page.url()).pathname;
      const rows = page.locator("#candidates ~ .table-scroll tbody tr");
      assert.equal(await rows.count(), 1, await page.locator("main").innerText());
      const shown = await page.locator("main").innerText();
      for (const words of [t("cro-candidate-notice"), t("cro-finger-2"), t("cro-candidate-hidden"), t("cro-examined-none")]) {
        assert.ok(shown.includes(words), `${words}\n${shown}`);
      }
      assert.ok(!shown.includes(MAN.name), "nobody is named before an examiner has looked");
      await fits(page, `latent-candidate-${language}`);
      await closePage(page);
    });

    test("the first examiner looks at the print alone, marks by key, pairs and concludes", async () => {
      const page = await cro(slip);
      await tabTo(page, "#candidates ~ .table-scroll tbody a[href*='/examine/']");
      await sendByKey(page, "Enter");
      const keys = page.keyboard;
      await tabTo(page, "[data-pane=probe]");
      await keys.press("KeyO");
      assert.equal(await said(page), t("cro-acev-analyse-first"), "it is uncovered once the print alone was marked");
      await keys.press("KeyM");
      assert.ok((await said(page)).includes(t("cro-acev-ending")), await said(page));
      await keys.press("KeyK");
      await keys.press("BracketLeft");
      await keys.press("Equal");
      await keys.press("Period");
      await keys.press("ArrowRight");
      await keys.press("KeyM");
      await shot(page, `latent-analysis-${language}`);
      await keys.press("KeyX");
      await keys.press("KeyM");
      assert.equal(await said(page), t("cro-acev-veiled"), "the candidate is covered until the print was analysed");
      await keys.press("KeyO");
      await keys.press("KeyM");
      await keys.press("KeyP");
      assert.ok((await said(page)).includes(t("cro-acev-paired")), await said(page));
      await keys.press("KeyU");
      await keys.press("Delete");
      await keys.press("KeyX");
      await keys.press("KeyU");
      await keys.press("KeyT");
      await keys.press("Digit0");
      const written = await page.locator("[name=pairs]").inputValue();
      assert.ok(written.split("\n").length >= 6, `the engine's pairs are taken over: ${written}`);
      await page.waitForTimeout(200);
      await fits(page, `latent-compared-${language}`);
      await conclude(page, t, "فرضی: چکر، سات نقطے متفق، کوئی اختلاف نہیں");
      const shown = await page.locator("main").innerText();
      assert.ok(shown.includes(MAN.name), "who it is, now that it was examined");
      await choose(page, "verdict", "traced");
      await choose(page, "of", await offered(page, "of"));
      const wrong = await send(page);
      assert.ok(wrong.includes(t("order-second-examiner")), wrong);
      await shot(page, `latent-second-needed-${language}`);
      await axe(page);
      await closePage(page);
    });

    test("the second examiner does not see what the first found, and concludes for himself", async () => {
      const page = await cro(slip, "cro-2");
      assert.ok(!(await page.locator("main").innerText()).includes(MAN.name), "nor is he told who it is");
      const row = await page.locator("#candidates ~ .table-scroll tbody").innerText();
      assert.ok(row.includes(t("cro-examined-hidden")), row);
      assert.ok(!row.includes(t("cro-conclusion-short-identified")), row);
      await shot(page, `latent-blind-${language}`);
      await tabTo(page, "#candidates ~ .table-scroll tbody a[href*='/examine/']");
      await sendByKey(page, "Enter");
      assert.equal(await page.locator("[name=pairs]").inputValue(), "", "no mark of the first");
      await tabTo(page, "[data-pane=probe]");
      await page.keyboard.press("KeyM");
      await page.keyboard.press("KeyO");
      await page.keyboard.press("KeyU");
      await page.keyboard.press("KeyT");
      await conclude(page, t, "فرضی: نقطے اپنے طور پر دیکھے، متفق ہیں");
      const shown = await page.locator("main").innerText();
      assert.ok(shown.includes(MAN.name) && shown.includes(t("cro-conclusion-short-identified")), shown);
      await shot(page, `latent-verified-${language}`);
      await closePage(page);
    });

    test("the slip is answered: traced, with the previous record, and printed", async () => {
      const page = await cro(slip);
      await choose(page, "verdict", "traced");
      await choose(page, "of", await offered(page, "of"));
      await type(page, "remarks", "فرضی: تھانے کو اطلاع دی گئی");
      assert.equal(await send(page), "");
      const shown = await page.locator("main").innerText();
      assert.ok(shown.includes(t("cro-answer-traced")) && shown.includes(MAN.name), shown);
      await fits(page, `latent-traced-${language}`);
      await tabTo(page, "#candidates ~ .table-scroll tbody a[href*='/examine/']");
      await sendByKey(page, "Enter");
      const read = await page.locator("main").innerText();
      assert.ok(read.includes("فرضی: چکر، سات نقطے متفق، کوئی اختلاف نہیں"), "his own reasons are read again");
      assert.ok((await page.locator("[name=pairs]").inputValue()).split("\n").length >= 6, "and his marks");
      assert.equal(await page.locator("[data-do=mark]").count(), 0, "nothing is marked in what is only read");
      await tabTo(page, "[data-pane=probe]");
      const marked = await page.locator("[name=probe_marks]").inputValue();
      await page.keyboard.press("KeyM");
      assert.equal(await page.locator("[name=probe_marks]").inputValue(), marked);
      await fits(page, `latent-read-${language}`);
      await visit(page, slip, "verification");
      const paper = await bytesOf(page, page.locator("form[action$='/print']"));
      assert.equal(paper.status, 200);
      assert.ok(paper.type.startsWith("application/pdf"), paper.type);
      assert.equal(paper.bytes.subarray(0, 4).toString(), "%PDF");
      await visit(page, record, "verification");
      const history = await bytesOf(page, page.locator("form[action$='/print']"));
      assert.equal(history.bytes.subarray(0, 4).toString(), "%PDF");
      await visit(page, "/cro", "verification");
      await fits(page, `latent-desk-${language}`);
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

/** Chooses a rank by its code, which is part of other ranks' names. */
async function rank(page, code) {
  await tabTo(page, "select[name=taken_rank]");
  await page.keyboard.press("Home");
  await arrowTo(page, code);
}

/** Chooses that both are of one finger, says why, and signs. */
async function conclude(page, t, reasons) {
  await tabTo(page, "[name=conclusion]");
  await page.keyboard.press("Space");
  assert.ok(await page.locator("[name=conclusion][value=identified]").isChecked());
  await type(page, "reasons", reasons);
  assert.equal(await send(page), "");
  assert.match(new URL(page.url()).pathname, /^\/cro\/search\/[^/]+\/[^/]+$/, t("cro-conclusion"));
}
