// Every page of every role, in both languages: reached by its links, none broken, accessible at the desk and on a phone,
// and without a word of the other language where its own is due.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LANGUAGES, openDay, openDesk, statePurpose } from "./desk.mjs";
import { SMALLEST_DESK, axe, closePage, shot } from "./lib.mjs";
import { strayWords } from "./stray.mjs";

const PHONE = { width: 390, height: 844 };
// Of pages that differ only in what record they show, so many are read for each role: what a record may hold shows in
// either language, so the second language reads one.
const ALIKE_MAX = { ur: 2, en: 1 };
const PAGES_MAX = 60;
// Not pages: what ends the session, files, and what is not ours to read.
const SKIPPED = /^\/(sign-out|assets|api|journal\/(export|file))/;

for (const language of LANGUAGES) {
  describe(`every page in ${language}`, { concurrency: 1 }, () => {
    let desk;
    const seen = new Set();
    const strays = new Map();
    before(async () => {
      desk = await openDesk(language);
      const page = await desk.page("sho");
      await openDay(page);
      await closePage(page);
    });
    after(() => desk?.close());

    test("is reached by its links, accessible, and fits a phone", async (context) => {
      let read = 0;
      const faults = [];
      const look = (work) => work.catch((error) => faults.push(error.message));
      for (const role of desk.demo.signIns.keys()) {
        // Two officers of one role are led to the same pages.
        if (role.endsWith("-2")) continue;
        const page = await desk.page(role);
        for await (const { shape, path, status } of pagesOf(page, ALIKE_MAX[language])) {
          read += 1;
          if (status >= 400) faults.push(`${role}: ${path} answers ${status}`);
          for (const word of await strayWords(page, language)) strays.set(word, `${role} ${path}`);
          if (seen.has(shape)) continue;
          seen.add(shape);
          await look(axe(page));
          await shot(page, `crawl${nameOf(shape)}-${language}`);
          await page.setViewportSize(PHONE);
          await look(axe(page));
          const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          if (beyond > 0) faults.push(`${path} is ${beyond} pixels too wide on a phone`);
          await shot(page, `crawl-phone${nameOf(shape)}-${language}`);
          await page.setViewportSize(SMALLEST_DESK);
        }
        await closePage(page);
      }
      context.diagnostic(`${read} pages read, ${seen.size} kinds of page`);
      assert.deepEqual(faults, []);
      assert.ok(seen.size > 25, `only ${seen.size} kinds of page were reached`);
    });

    test("shows no word of the other language where its own is due", () => {
      const said = [...strays].map(([word, where]) => `${word}  (${where})`);
      assert.deepEqual(said, []);
    });
  });
}

const nameOf = (shape) => shape.replaceAll(/[/?&=*]+/g, "-");

/** Walks all pages a role is led to from home; gives path, status and shape: its path with ids and numbers left out. */
async function* pagesOf(page, alikeMax) {
  const ahead = ["/"];
  const met = new Set(ahead);
  const alike = new Map();
  let read = 0;
  while (ahead.length > 0 && read < PAGES_MAX) {
    const path = ahead.shift();
    const shape = shapeOf(path);
    if ((alike.get(shape) ?? 0) >= alikeMax) continue;
    alike.set(shape, (alike.get(shape) ?? 0) + 1);
    const answer = await page.goto(path).catch((error) => {
      if (String(error).includes("Download is starting")) return null;
      throw error;
    });
    if (!answer || !(answer.headers()["content-type"] ?? "").startsWith("text/html")) continue;
    const asked = await page.locator("form[action='/purpose']").count();
    const status = asked ? 200 : answer.status();
    await statePurpose(page);
    read += 1;
    for (const href of await page.locator("a[href^='/']").evaluateAll((links) => links.map((a) => a.getAttribute("href")))) {
      const to = href.split("#")[0];
      if (to && !SKIPPED.test(to) && !met.has(to)) {
        met.add(to);
        ahead.push(to);
      }
    }
    yield { shape, path, status };
  }
}

function shapeOf(path) {
  const bare = path
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "*")
    .replaceAll(/=[^&]*/g, "=*")
    .replaceAll(/\/do\/[a-z][a-z_.]+/g, "/do/*")
    .replaceAll(/\/health\/[a-z][a-z-]+/g, "/health/*")
    .replaceAll(/\/law\/section\/[^?]*/g, "/law/section/*");
  return bare.replaceAll(/\/\d+(?=[/?]|$)/g, "/*");
}
