// An acquittal and the clearing of the record, in both languages: a proclaimed offender, watched by the superintendent's
// order, is tried and acquitted. What must be cleared is cleared at once, what must remain stays legible.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { choose, send, tick, type, write } from "./acts.mjs";
import { LANGUAGES, openDay, openDesk, searched, visit } from "./desk.mjs";
import {
  arrest,
  challan,
  charge,
  day,
  fillReturn,
  follows,
  forward,
  inBook,
  offered,
  order,
  orderReturn,
  proclaim,
  receive,
  reportTheft,
  stage,
  timeline,
  typePerson,
  upon,
} from "./life.mjs";
import { axe, closePage, shot } from "./lib.mjs";
import { dueOf } from "./words.mjs";

const MAN = { name: "فرضی ملزم گل خان", father: "فرضی والد زر خان", cnic: "3999900998877", address: "فرضی محلہ، نمونہ", age: "41" };
const BIKE = "فرضی موٹر سائیکل نمبر NMN-9933";
const OWNER = "فرضی سائل بشیر";
const COURT = "فرضی عدالت سیشن";
const PROSECUTOR = "فرضی پراسیکیوٹر";
const JUDGMENT = "91/2026";

for (const language of LANGUAGES) {
  describe(`an acquittal in ${language}`, { concurrency: 1 }, () => {
    let desk;
    let fir;
    let number;
    let station;
    const t = (key) => desk.t(key);
    const at = async (role, purpose = "duty") => {
      const page = await desk.page(role);
      await visit(page, `/cases/${fir}`, purpose);
      return page;
    };
    const finds = async (role, words) => {
      const page = await desk.page(role);
      const found = await searched(page, words);
      await closePage(page);
      return found;
    };
    before(async () => {
      desk = await openDesk(language);
      const page = await desk.page("moharrar");
      await openDay(page);
      const place = "فرضی بازار، سبزی منڈی";
      ({ fir, number } = await reportTheft(page, { complainant: OWNER, father: "فرضی والد", item: BIKE, place }));
      await visit(page, "/do/property.enter", "duty");
      station = await page.locator("main [name=office]").first().inputValue();
      await choose(page, "source", "case_property");
      await type(page, "fir", number);
      await type(page, "from_whom", "فرضی: لاوارث ملی");
      await type(page, "articles.0.item", BIKE);
      await type(page, "articles.0.quantity", "1");
      await type(page, "articles.0.rack", "صحن");
      await write(page);
      await closePage(page);
      const chief = await at("sho");
      await upon(chief, fir, "case.assign", () => choose(chief, "officer", desk.demo.signIns.get("io").officer));
      await closePage(chief);
    });
    after(() => desk?.close());

    test("follows upon what stood against him: named, proclaimed, watched", async () => {
      const page = await at("io");
      await upon(page, fir, "case.nominate", async () => {
        await typePerson(page, "person", MAN);
        await choose(page, "named_by", "witness");
        await type(page, "ground", "فرضی: گواہ نے نام لیا");
        await type(page, "village", "فرضی محلہ");
      });
      await proclaim(page, fir, { accused: MAN.name, court: COURT, no: "51" });
      await closePage(page);
      const dpo = await desk.page("dpo");
      await visit(dpo, `/do/surveillance.order?office=${station}`, "supervision");
      await typePerson(dpo, "person", MAN);
      await choose(dpo, "part", "I");
      await tick(dpo, "sheet");
      await type(dpo, "description", "فرضی حلیہ: لمبا قد");
      await type(dpo, "offence_class", "فرضی: سرقہ");
      await choose(dpo, "ground", "proclaimed");
      await type(dpo, "facts", `فرضی: مشتہر ملزم مقدمہ ${number}`);
      await order(dpo, "فرضی ضلعی پولیس افسر", "DPO/61", { no: "no" });
      await type(dpo, "review_due", day(300));
      await shot(dpo, `acquittal-watch-form-${language}`);
      await axe(dpo);
      await write(dpo);
      await closePage(dpo);
      const reader = await desk.page("sho");
      for (const path of ["/register/4?part=1", "/register/9?part=III", "/register/10?part=I", "/register/11"]) {
        assert.ok((await inBook(reader, path, MAN.name)).includes(MAN.name), path);
      }
      await closePage(reader);
    });

    test("he is arrested, let out on bail, sent up and charged; till then he is found", async () => {
      const page = await at("io");
      const by = desk.demo.signIns.get("io").officer;
      await arrest(page, fir, { accused: MAN.name, by, place: "فرضی اڈا" });
      await upon(page, fir, "case.bail", async () => {
        await choose(page, "accused", MAN.name);
        await order(page, COURT, "71");
        await type(page, "bond_rupees", "50000");
      });
      const through = desk.demo.signIns.get("sho").officer;
      await challan(page, fir, { report: "complete", column: "be", section: "379", through, prosecutor: PROSECUTOR });
      await closePage(page);
      const prosecutor = await at("prosecutor", "investigation");
      await forward(prosecutor, fir, { prosecutor: PROSECUTOR, court: COURT });
      await closePage(prosecutor);
      const court = await at("court", "court_order");
      await receive(court, fir, { court: COURT, no: "81/2026" });
      await charge(court, fir, { accused: MAN.name, court: COURT });
      assert.equal(await stage(court, fir), t("case-stage-trial"));
      await closePage(court);
      for (const role of ["sho", "cro"]) {
        for (const words of [MAN.cnic, MAN.name]) assert.ok((await finds(role, words)).includes(number), `${role} finds ${words}`);
      }
    });

    test("the court acquits upon the evidence", async () => {
      const court = await at("court", "court_order");
      await upon(court, fir, "accused.acquit", async () => {
        await choose(court, "accused", MAN.name);
        await choose(court, "under", "merits");
        await order(court, COURT, JUDGMENT);
        await shot(court, `acquittal-form-${language}`);
        await axe(court);
      });
      assert.equal(await stage(court, fir), t("case-stage-acquitted"));
      await shot(court, `acquittal-overview-${language}`);
      await closePage(court);
    });

    test("at once no search finds him by it, and his status says that he is free", async () => {
      for (const role of ["sho", "cro"]) {
        for (const words of [MAN.cnic, MAN.name]) {
          const found = await finds(role, words);
          assert.ok(!found.includes(number), `${role} no longer finds ${words}: ${found}`);
        }
      }
      assert.ok((await finds("sho", number)).includes(number), "the case itself is found by its number");
      const page = await at("sho");
      await visit(page, `/cases/${fir}/accused`, "duty");
      const man = await page.locator(".person").innerText();
      for (const key of ["accused-status-acquitted", "case-freed"]) assert.ok(man.includes(t(key)), man);
      assert.ok(!man.includes(t("code-remand-judicial")), "nobody holds him");
      await shot(page, `acquittal-accused-${language}`);
      await visit(page, `/cases/${fir}`, "duty");
      const clocks = await page.locator("#case-clocks + div tbody tr").allInnerTexts();
      const prints = clocks.find((row) => row.includes(dueOf("D26", language)));
      assert.ok(prints, `his finger-prints are due for destruction: ${clocks.join("\n")}`);
      await shot(page, `acquittal-clocks-${language}`);
      follows(await timeline(page, fir), ["case-proclaim", "case-arrest", "case-bail", "case-charge", "accused-acquit"].map((kind) => t(`act-kind-${kind}`)));
      await closePage(page);
    });

    test("the books keep their lines, marked with why he is off them and the court's order", async () => {
      const page = await desk.page("sho");
      const one = await inBook(page, "/register/1", number);
      for (const words of [t("case-stage-acquitted"), JUDGMENT, COURT]) assert.ok(one.includes(words), one);
      await shot(page, `acquittal-register-1-${language}`);
      for (const [path, name] of [["/register/4?part=1", "4"], ["/register/9?part=III", "9"]]) {
        const line = await inBook(page, path, MAN.name);
        assert.ok(line.includes(t("accused-status-acquitted")), `${path}: ${line}`);
        await shot(page, `acquittal-register-${name}-${language}`);
      }
      await closePage(page);
    });

    test("he is watched no longer by the superintendent's order, and cannot be visited", async () => {
      const dpo = await desk.page("dpo");
      await visit(dpo, `/do/surveillance.remove?office=${station}`, "supervision");
      await choose(dpo, "watch", await offered(dpo, "watch", MAN.name));
      await order(dpo, "فرضی ضلعی پولیس افسر", "DPO/62", { no: "no" });
      await choose(dpo, "reason", "acquitted");
      await tick(dpo, "destroy");
      await write(dpo);
      await shot(dpo, `acquittal-watch-ended-${language}`);
      await closePage(dpo);
      const page = await desk.page("sho");
      const line = await inBook(page, "/register/10?part=I", MAN.name);
      for (const words of ["DPO/62", t("code-removal-acquitted")]) assert.ok(line.includes(words), line);
      await shot(page, `acquittal-register-10-${language}`);
      const sheet = await inBook(page, "/register/11", MAN.name);
      assert.ok(sheet.includes("DPO/62"), sheet);
      await shot(page, `acquittal-register-11-${language}`);
      await visit(page, "/do/surveillance.visit", "duty");
      const watched = await page.locator("select[name=watch] option").allInnerTexts();
      assert.ok(!watched.some((text) => text.includes(MAN.name)), watched.join("\n"));
      await closePage(page);
    });

    test("the article goes back on the court's order, linked to the case", async () => {
      const page = await desk.page("sho");
      await fillReturn(page, BIKE, OWNER);
      const wrong = await send(page);
      assert.ok(wrong, "nothing leaves the store-room for good without an order");
      await orderReturn(page, BIKE, { court: COURT, number: "92/2026", to: OWNER });
      await fillReturn(page, BIKE, OWNER);
      await write(page);
      const line = await inBook(page, "/register/19", BIKE);
      for (const words of ["92/2026", number]) assert.ok(line.includes(words), line);
      await visit(page, `/cases/${fir}/property`, "duty");
      const article = await page.locator(".article").innerText();
      assert.ok(article.includes(t("code-final-order-return")), article);
      await shot(page, `acquittal-property-${language}`);
      await closePage(page);
    });
  });
}
