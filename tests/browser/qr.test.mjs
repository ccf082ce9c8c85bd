// A printed report, checked by whoever holds the paper: its code is read as a telephone's camera reads it, and leads to
// the public page, which says that the paper is genuine; with one sign of the code changed it says that it is not.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { after, before, describe, test } from "node:test";
import jsQR from "jsqr";
import { LANGUAGES, bytesOf, openDesk, visit } from "./desk.mjs";
import { axe, closePage, shot } from "./lib.mjs";

const DOTS_PER_INCH = 200;
const HEX = "0123456789abcdef";

for (const language of LANGUAGES) {
  describe(`the code on paper in ${language}`, { concurrency: 1 }, () => {
    let desk;
    let address;
    let number;
    before(async () => (desk = await openDesk(language)));
    after(() => desk?.close());

    test("is read from the printed report and leads to this node", async () => {
      const page = await desk.page("sho");
      await visit(page, "/firs");
      const report = await page.locator("table a[href^='/fir/']").first().getAttribute("href");
      await visit(page, report);
      number = (await page.locator("h1 .ltr").innerText()).trim();
      const paper = await bytesOf(page, page.locator("form[action$='/print']:has([name=copy][value=magistrate])"));
      assert.equal(paper.type, "application/pdf");
      address = await codeOn(paper.bytes);
      assert.match(address, /\/verify\?act=[0-9a-f-]{36}&hash=[0-9a-f]{64}$/);
      assert.ok(address.startsWith(`${desk.demo.url}/`), `${address} leads elsewhere than ${desk.demo.url}`);
      assert.ok(address.includes(report.split("/").at(-1)), "to the report that was printed");
      await closePage(page);
    });

    test("followed by a stranger, the paper is genuine, and nobody is named", async () => {
      const page = await desk.page(null);
      await page.goto(address);
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      assert.equal(await page.locator(".notice-good").count(), 1);
      const said = await page.locator("main").innerText();
      const [no, year] = number.split("/");
      const lines = plain(said).split("\n");
      assert.ok(lines.some((line) => line.includes(` ${no} `) && line.endsWith(` ${year}`)), `${number} is not in: ${said}`);
      assert.ok(!said.includes("فرضی سائل"));
      await shot(page, `verify-genuine-${language}`);
      await axe(page);
      await closePage(page);
    });

    test("with one sign changed, or of a report that is none, it is not genuine", async () => {
      const page = await desk.page(null);
      const last = address.at(-1);
      const forged = address.slice(0, -1) + HEX[(HEX.indexOf(last) + 1) % HEX.length];
      await page.goto(forged);
      assert.equal(await page.locator(".notice-good").count(), 0);
      assert.equal(await page.locator(".notice-alert").count(), 1);
      assert.ok(!(await page.locator("main").innerText()).includes(desk.t("office")), "a forger learns nothing");
      await shot(page, `verify-forged-${language}`);
      await axe(page);
      await page.goto(address.replace(/act=[0-9a-f]{8}/, "act=00000000"));
      assert.equal(await page.locator(".notice-good").count(), 0);
      await closePage(page);
    });
  });
}

/** Digits as machines write them, without the marks that keep numbers from turning round. */
function plain(text) {
  return text.replaceAll(/[\u2066-\u2069]/g, "").replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}

/** What the code on the first page says. */
async function codeOn(pdf) {
  const folder = await mkdtemp(join(tmpdir(), "roznamcha-paper-"));
  try {
    await writeFile(join(folder, "paper.pdf"), pdf);
    const options = ["-gray", "-r", String(DOTS_PER_INCH), "-l", "1", "-singlefile", join(folder, "paper.pdf"), join(folder, "page")];
    await promisify(execFile)("pdftoppm", options);
    const { width, height, grey } = pgm(await readFile(join(folder, "page.pgm")));
    const rgba = new Uint8ClampedArray(width * height * 4);
    for (const [i, level] of grey.entries()) rgba.set([level, level, level, 255], i * 4);
    const found = jsQR(rgba, width, height);
    assert.ok(found, "no code is found on the paper");
    return found.data;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A picture in the portable grey map format: three numbers in words, then a byte for each dot. */
function pgm(bytes) {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString("latin1"));
  assert.ok(head, "pdftoppm gave no grey picture");
  return { width: Number(head[1]), height: Number(head[2]), grey: bytes.subarray(head[0].length) };
}
