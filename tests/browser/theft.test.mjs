// From a theft reported to a conviction, in both languages, each act by its form and by whoever's it is to do: desk,
// officer in charge, investigating officer, prosecutor, court.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { choose, minutesAgo, send, type, write } from "./acts.mjs";
import { LANGUAGES, bytesOf, openDay, openDesk, sendByKey, statePurpose, visit } from "./desk.mjs";
import {
  charge,
  day,
  fillReturn,
  follows,
  forward,
  hearing,
  inBook,
  order,
  orderReturn,
  receive,
  remand,
  reportTheft,
  stage,
  tickAll,
  timeline,
  typePerson,
  upon,
} from "./life.mjs";
import { axe, closePage, shot } from "./lib.mjs";
import { dueOf } from "./words.mjs";

const OWNER = "فرضی سائل رحیم بخش";
const THIEF = { name: "فرضی ملزم نور محمد", father: "فرضی والد غلام", cnic: "3999900123451", address: "فرضی محلہ، نمونہ", age: "29" };
const BIKE = "فرضی موٹر سائیکل نمبر NMN-7711";
const COURT = "فرضی عدالت مجسٹریٹ درجہ اول";
const PROSECUTOR = "فرضی پراسیکیوٹر";
const OBJECTIONS = ["گواہان برآمدگی کے بیانات لف نہیں (فرضی)", "نقشہ موقع لف نہیں (فرضی)"];
const ANSWERS = ["بیانات زیر دفعہ 161 لف کر دیے گئے (فرضی)", "نقشہ موقع لف کر دیا گیا (فرضی)"];
const SENTENCE = "دو سال قید با مشقت (فرضی)";

for (const language of LANGUAGES) {
  describe(`from a theft to a conviction in ${language}`, { concurrency: 1 }, () => {
    let desk;
    let fir;
    let path;
    let number;
    let io;
    const at = async (role, purpose) => {
      const page = await desk.page(role);
      await visit(page, `/cases/${fir}`, purpose);
      return page;
    };
    before(async () => {
      desk = await openDesk(language);
      io = desk.demo.signIns.get("io").officer;
    });
    after(() => desk?.close());

    test("the theft is reported at the desk and signed by the officer in charge", async () => {
      const writer = await desk.page("moharrar");
      await openDay(writer);
      const place = "فرضی بازار، دکان کے باہر";
      ({ fir, path, number } = await reportTheft(writer, { complainant: OWNER, father: "فرضی والد", item: BIKE, place }));
      await shot(writer, `theft-registered-${language}`);
      await closePage(writer);
      const chief = await desk.page("sho");
      await visit(chief, path);
      await sendByKey(chief, "Alt+KeyS");
      assert.equal(await chief.locator(".pagehead .chip-good").innerText(), desk.t("fir-sho-signed"));
      await upon(chief, fir, "case.assign", (page) => choose(page, "officer", io));
      await closePage(chief);
    });

    test("its copies are printed and sent", async () => {
      const page = await desk.page("moharrar");
      await visit(page, path);
      for (const copy of ["magistrate", "dpo", "complainant"]) {
        const form = page.locator(`form[action$='/print']:has([name=copy][value=${copy}]):has([name=kind][value=fir])`);
        const paper = await bytesOf(page, form);
        assert.equal(paper.type, "application/pdf", copy);
      }
      await visit(page, path);
      const waiting = page.locator("table .chip", { hasText: desk.t("copy-not-sent") });
      assert.equal(await waiting.count(), 3);
      for (let left = 3; left > 0; left -= 1) {
        await page.locator("details:has(form[action$='/despatch']) summary").click();
        const copies = page.locator("form[action$='/despatch'] select");
        await copies.selectOption({ index: 1 });
        await page.locator("form[action$='/despatch'] [name=carrier]").fill("فرضی ڈاک بردار");
        await Promise.all([page.waitForNavigation(), page.locator("form[action$='/despatch'] .actions button").click()]);
        await statePurpose(page);
        assert.deepEqual(await page.locator(".error-summary").allInnerTexts(), []);
        assert.equal(await waiting.count(), left - 1);
      }
      assert.equal(await waiting.count(), 0, "every copy has gone");
      await shot(page, `theft-copies-${language}`);
      await closePage(page);
    });

    test("is investigated: a case diary, an accused named, a recovery, the article in the store-room", async () => {
      const page = await desk.page("io");
      await upon(page, fir, "case.zimni", async () => {
        await type(page, "received", minutesAgo(0));
        await type(page, "began", minutesAgo(0));
        await type(page, "closed", minutesAgo(0));
        await type(page, "places", "فرضی بازار");
        await type(page, "text", "فرضی: موقع ملاحظہ کیا، گواہان سے دریافت کیا۔");
        await shot(page, `theft-zimni-form-${language}`);
        await axe(page);
      });
      await upon(page, fir, "case.nominate", async () => {
        await typePerson(page, "person", THIEF);
        await choose(page, "named_by", "investigation");
        await type(page, "ground", "فرضی: گواہ نے موٹر سائیکل لے جاتے دیکھا");
      });
      await upon(page, fir, "case.memo", async () => {
        await choose(page, "of", "recovery");
        await type(page, "at", minutesAgo(0));
        await type(page, "place", "فرضی حویلی ملزم");
        await choose(page, "accused", THIEF.name);
        await type(page, "grounds", "فرضی: ملزم کی نشاندہی پر فوری تلاشی ضروری تھی");
        await type(page, "witnesses", "فرضی گواہ اول، نمونہ");
        await page.keyboard.press("Enter");
        await page.keyboard.type("فرضی گواہ دوم، نمونہ");
        await type(page, "items.0.description", BIKE);
        await type(page, "items.0.quantity", "1");
        await shot(page, `theft-memo-form-${language}`);
        await axe(page);
      });
      await closePage(page);
      const keeper = await desk.page("moharrar");
      await visit(keeper, "/do/property.enter", "duty");
      await choose(keeper, "source", "case_property");
      await type(keeper, "fir", number);
      await type(keeper, "from_whom", "فرضی ملزم کی نشاندہی پر");
      await type(keeper, "articles.0.item", BIKE);
      await type(keeper, "articles.0.quantity", "1");
      await type(keeper, "articles.0.rack", "صحن");
      await write(keeper);
      await inBook(keeper, "/register/19", BIKE);
      await shot(keeper, `theft-register-19-${language}`);
      await closePage(keeper);
    });

    test("the accused is arrested with a reason, lodged, and remanded", async () => {
      const page = await at("io", "duty");
      await visit(page, `/cases/${fir}/do/case.arrest`, "duty");
      await choose(page, "accused", THIEF.name);
      await type(page, "arrested", minutesAgo(0));
      await type(page, "place", "فرضی اڈا");
      await choose(page, "by", io);
      await type(page, "relative_told", "فرضی بھائی کو بذریعہ ٹیلی فون");
      const wrong = await send(page);
      assert.ok(wrong.includes(desk.t("cell-justification")), `without a reason nobody is arrested: ${wrong}`);
      await type(page, "justification", "فرضی: برآمدگی کے بعد فرار کا اندیشہ تھا");
      await write(page);
      await visit(page, `/cases/${fir}`, "duty");
      await shot(page, `theft-arrested-${language}`);
      const clocks = page.locator("table.register").last();
      assert.ok((await clocks.innerText()).includes(dueOf("D5", language)), "the 24 hours of section 61 run");
      await closePage(page);
      const keeper = await desk.page("moharrar");
      await visit(keeper, "/custody", "duty");
      assert.ok((await keeper.locator("main").innerText()).includes(THIEF.name), "he is in the lock-up");
      await shot(keeper, `theft-custody-${language}`);
      await closePage(keeper);
      const again = await desk.page("io");
      for (const [keeping, days, no] of [["police", "2", "11"], ["judicial", "14", "12"]]) {
        await remand(again, fir, { accused: THIEF.name, keeping, days, court: COURT, no });
      }
      await visit(again, "/custody", "duty");
      assert.ok(!(await again.locator("main").innerText()).includes(THIEF.name), "he has left for the jail");
      await closePage(again);
    });

    test("the challan goes to the prosecutor, who objects, is answered, and sends it on", async () => {
      const page = await at("io", "duty");
      await upon(page, fir, "challan.submit", async () => {
        await choose(page, "report", "complete");
        await choose(page, "persons.0.class", "alif");
        await tickAll(page, "persons.0.sections", "379");
        await type(page, "witnesses.0.person", OWNER);
        await choose(page, "witnesses.0.of", "complainant");
        await type(page, "witnesses.1.person", "فرضی گواہ اول");
        await choose(page, "witnesses.1.of", "recovery");
        await tickAll(page, "property", BIKE);
        await choose(page, "through", desk.demo.signIns.get("sho").officer);
        await type(page, "prosecutor", PROSECUTOR);
        await shot(page, `theft-challan-form-${language}`);
        await axe(page);
      });
      assert.equal(await stage(page, fir), desk.t("case-stage-challan"));
      await closePage(page);
      const prosecutor = await at("prosecutor", "investigation");
      await upon(prosecutor, fir, "challan.object", async () => {
        await type(prosecutor, "prosecutor", PROSECUTOR);
        await type(prosecutor, "objections", OBJECTIONS[0]);
        await prosecutor.keyboard.press("Enter");
        await prosecutor.keyboard.type(OBJECTIONS[1]);
        await shot(prosecutor, `theft-objections-form-${language}`);
      });
      assert.equal(await stage(prosecutor, fir), desk.t("case-stage-objected"));
      const writer = await at("io", "duty");
      await upon(writer, fir, "challan.answer", async () => {
        const asked = await writer.locator("main form").innerText();
        for (const objection of OBJECTIONS) assert.ok(asked.includes(objection), asked);
        await type(writer, "answers.0.text", ANSWERS[0]);
        const wrong = await send(writer);
        assert.ok(wrong.includes(desk.t("fault-missing")), `each objection is answered: ${wrong}`);
        assert.equal(await writer.locator("main [name='answers.0.text']").inputValue(), ANSWERS[0], "what was typed is kept");
        await type(writer, "answers.1.text", ANSWERS[1]);
        await shot(writer, `theft-answers-form-${language}`);
        await axe(writer);
      });
      await visit(writer, `/cases/${fir}/challan`, "duty");
      const said = await writer.locator("main").innerText();
      for (const words of [...OBJECTIONS, ...ANSWERS]) assert.ok(said.includes(words), said);
      assert.equal(await writer.locator(".objections .chip-alert").count(), 0, "no objection is open");
      await shot(writer, `theft-challan-${language}`);
      await closePage(writer);
      await forward(prosecutor, fir, { prosecutor: PROSECUTOR, court: COURT });
      await closePage(prosecutor);
    });

    test("the court receives it, hears it on its dates, charges and convicts", async () => {
      const page = await at("court", "court_order");
      await receive(page, fir, { court: COURT, no: "77/2026" });
      assert.equal(await stage(page, fir), desk.t("case-stage-in-court"));
      await hearing(page, fir, { court: COURT, purpose: "appearance", next: 7 });
      await charge(page, fir, { accused: THIEF.name, court: COURT });
      assert.equal(await stage(page, fir), desk.t("case-stage-trial"));
      await hearing(page, fir, { court: COURT, purpose: "evidence", next: 14 });
      const next = page.locator(".casehead time[datetime]").first();
      assert.equal((await next.getAttribute("datetime")).slice(0, 10), day(14), "the next date is the last one given");
      await visit(page, `/cases/${fir}/court`, "court_order");
      await shot(page, `theft-hearings-${language}`);
      await upon(page, fir, "accused.convict", async () => {
        await choose(page, "accused", THIEF.name);
        await order(page, COURT, "78/2026");
        await type(page, "sentence", SENTENCE);
        await type(page, "fine_rupees", "5000");
        await type(page, "village", "فرضی محلہ");
        await type(page, "slip_no", "CS-12");
        await shot(page, `theft-conviction-form-${language}`);
        await axe(page);
      });
      assert.equal(await stage(page, fir), desk.t("case-stage-convicted"));
      await closePage(page);
    });

    test("the article goes back to its owner on the court's order", async () => {
      const page = await desk.page("sho");
      await orderReturn(page, BIKE, { court: COURT, number: "79/2026", to: OWNER });
      await fillReturn(page, BIKE, OWNER);
      await write(page);
      await closePage(page);
    });

    test("every book, the case file and the clocks say so at the end", async () => {
      const page = await desk.page("sho");
      const line = await inBook(page, "/register/1", number);
      await shot(page, `theft-register-1-${language}`);
      assert.ok(line.includes(desk.t("case-stage-convicted")), line);
      const conviction = await inBook(page, "/register/9?part=IV", THIEF.name);
      for (const words of ["CS-12", SENTENCE, COURT]) assert.ok(conviction.includes(words), conviction);
      await shot(page, `theft-register-9-${language}`);
      const article = await inBook(page, "/register/19", BIKE);
      for (const words of ["79/2026", number]) assert.ok(article.includes(words), article);
      await shot(page, `theft-register-19-end-${language}`);

      const steps = await timeline(page, fir);
      const kinds = ["fir-register", "fir-sign", "case-assign", "case-zimni", "case-nominate", "case-memo", "case-arrest"];
      const later = ["challan-submit", "challan-object", "challan-answer", "challan-forward", "challan-receive"];
      const court = ["case-hearing", "case-charge", "case-hearing", "accused-convict", "property-order", "property-dispose"];
      follows(steps, [...kinds, "case-remand", "case-remand", ...later, ...court].map((kind) => desk.t(`act-kind-${kind}`)));
      await shot(page, `theft-timeline-${language}`);
      await visit(page, `/cases/${fir}`, "duty");
      await shot(page, `theft-overview-${language}`);
      const clocks = await page.locator("#case-clocks + div tbody tr").allInnerTexts();
      for (const id of ["D1", "D2", "D3", "D5", "D8", "D9", "D10"]) {
        const row = clocks.find((text) => text.includes(dueOf(id, language)));
        assert.ok(row?.includes(desk.t("deadlines-met")), `${id} is met: ${row ?? clocks.join("\n")}`);
      }
      await visit(page, `/cases/${fir}/accused`, "duty");
      const man = await page.locator(".person").innerText();
      assert.ok(man.includes(desk.t("accused-status-convicted")) && man.includes(THIEF.name), man);
      await shot(page, `theft-accused-${language}`);
      await visit(page, `/cases/${fir}/property`, "duty");
      await shot(page, `theft-property-${language}`);
      await closePage(page);
    });
  });
}
