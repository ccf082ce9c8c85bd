// Coming in and going out, in both languages: what is wrong is said, and five failures shut the door.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LANGUAGES, openDesk } from "./desk.mjs";
import { axe, closePage, freshCode, shot, tryToSignIn } from "./lib.mjs";

const DIRECTIONS = { en: "ltr", ur: "rtl" };
const FAILURES_MAX = 5;
const LOCKED = {
  en: /account is locked for \P{L}*\d+\P{L}* minutes? from the last one/u,
  ur: /اکاؤنٹ آخری کوشش سے .+ منٹ تک بند ہے/,
};

for (const language of LANGUAGES) {
  describe(`sign-in in ${language}`, { concurrency: 1 }, () => {
    let desk;
    before(async () => (desk = await openDesk(language)));
    after(() => desk?.close());

    test("the page opens in its language and direction, accessible", async () => {
      const page = await desk.page(null);
      const response = await page.goto("/sign-in");
      assert.equal(response.status(), 200);
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      assert.equal(await page.locator("html").getAttribute("dir"), DIRECTIONS[language]);
      assert.equal(await page.locator("h1").innerText(), desk.t("signin-title"));
      await shot(page, `sign-in-${language}`);
      await axe(page);
      await closePage(page);
    });

    test("a wrong password is refused; password and code open; signing out closes", async () => {
      const page = await desk.page(null);
      const account = desk.demo.signIns.get("io");
      await tryToSignIn(page, { ...account, password: "Not-the-password-1", code: "123456" });
      assert.ok((await page.locator("[role=alert]").innerText()).includes(desk.t("signin-wrong")));
      assert.equal(await page.locator("#officer").inputValue(), account.officer);
      await tryToSignIn(page, { ...account, code: await freshCode(account) });
      await page.waitForURL((url) => url.pathname === "/");
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      assert.equal(await page.locator("html").getAttribute("dir"), DIRECTIONS[language]);
      await page.locator("form[action='/sign-out'] button").click();
      await page.waitForURL((url) => url.pathname === "/sign-in");
      assert.equal(await page.locator("[role=status]").innerText(), desk.t("signin-signed-out"));
      await page.goto("/firs");
      assert.equal(new URL(page.url()).pathname, "/sign-in", "a session that ended opens nothing");
      await closePage(page);
    });

    test("after five failures the account is locked, and says so", async () => {
      const page = await desk.page(null);
      const account = desk.demo.signIns.get("auditor");
      for (let failure = 0; failure < FAILURES_MAX; failure += 1) {
        await tryToSignIn(page, { ...account, password: "Not-the-password-1" });
        await page.locator("[role=alert]").waitFor();
      }
      await tryToSignIn(page, { ...account, code: await freshCode(account) });
      const said = await page.locator("[role=alert]").innerText();
      assert.match(said, LOCKED[language]);
      assert.ok(!said.includes(desk.t("signin-wrong")));
      await shot(page, `locked-${language}`);
      await axe(page);
      await closePage(page);
    });
  });
}
