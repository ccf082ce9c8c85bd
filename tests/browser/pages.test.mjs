// What every page owes its reader, in both languages: no sideways scrolling, little to load, nothing that axe faults.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LANGUAGES, openDay, openDesk, statePurpose, visit } from "./desk.mjs";
import { SMALLEST_DESK, axe, closePage, shot } from "./lib.mjs";

const PHONE = { width: 390, height: 844 };
const FIRST_LOAD_BYTES_MAX = 250_000;
const FITTED = ["/", "/diary", "/diary/new", "/fir/new", "/firs", "/registers", "/search"];
const READ = ["/", "/diary", "/diary/new", "/fir/new", "/firs", "/registers", "/register/2", "/search", "/law", "/cash", "/custody", "/account"];

for (const language of LANGUAGES) {
  describe(`pages in ${language}`, { concurrency: 1 }, () => {
    let desk;
    let report;
    before(async () => {
      desk = await openDesk(language);
      const page = await desk.page("sho");
      await openDay(page);
      await visit(page, "/firs");
      report = await page.locator("table a[href^='/fir/']").first().getAttribute("href");
      await closePage(page);
    });
    after(() => desk?.close());

    for (const [name, viewport] of [["phone", PHONE], ["desk", SMALLEST_DESK]]) {
      test(`do not scroll sideways on a ${name}`, async () => {
        const page = await desk.page("sho", { viewport });
        for (const path of [...FITTED, report]) {
          await visit(page, path);
          const beyond = await page.evaluate(() => {
            const root = document.documentElement;
            return root.scrollWidth - root.clientWidth;
          });
          await shot(page, `${name}${nameOf(path, report)}-${language}`);
          assert.ok(beyond <= 0, `${path} is ${beyond} pixels too wide on a ${name}`);
        }
        await closePage(page);
      });
    }

    test("are free of what axe faults", async () => {
      const page = await desk.page("sho");
      for (const path of [...READ, report]) {
        await visit(page, path);
        await axe(page);
      }
      await closePage(page);
    });

    test("let every role in, to a first page that is its own", async () => {
      for (const role of desk.demo.signIns.keys()) {
        const page = await desk.page(role);
        await visit(page, "/");
        assert.equal(await page.locator("h1").innerText(), desk.t("home-title"), role);
        if (language === "en") await axe(page);
        await closePage(page);
      }
    });

    test("load little the first time", async (context) => {
      const page = await desk.page("duty_officer");
      for (const path of ["/", "/fir/new"]) {
        const bytes = await loaded(page, path);
        context.diagnostic(`${path}: ${bytes} bytes without fonts`);
        assert.ok(bytes > 10_000, `only ${bytes} bytes were counted`);
        assert.ok(bytes < FIRST_LOAD_BYTES_MAX, `${path} loads ${bytes} bytes`);
      }
      await closePage(page);
    });
  });
}

const nameOf = (path, report) => (path === report ? "-fir" : path === "/" ? "-home" : path.replaceAll("/", "-"));

/** Bytes that travel when a page is opened with nothing kept from before, fonts not counted. */
async function loaded(page, path) {
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  await wire.send("Network.clearBrowserCache");
  const kinds = new Map();
  let bytes = 0;
  wire.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (kinds.get(requestId) !== "Font") bytes += encodedDataLength;
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await statePurpose(page);
  await wire.detach();
  return bytes;
}
