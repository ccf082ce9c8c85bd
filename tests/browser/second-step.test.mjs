// The second step, set up by hand: the key is read off the page, a code is made from it, recovery codes are kept.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LANGUAGES, openDesk } from "./desk.mjs";
import { axe, closePage, freshCode, shot, tryToSignIn } from "./lib.mjs";

const RECOVERY_CODES = 8;

for (const language of LANGUAGES) {
  describe(`the second step in ${language}`, { concurrency: 1 }, () => {
    let desk;
    let account;
    let recovery;
    before(async () => {
      desk = await openDesk(language);
      account = { ...desk.demo.signIns.get("io") };
    });
    after(() => desk?.close());

    const alert = (page) => page.locator("[role=alert]").innerText();
    const enter = (page) => page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));

    test("is set up with the password, the key on the page and a first code", async () => {
      const page = await desk.page(null);
      await tryToSignIn(page, { ...account, code: await freshCode(account) });
      await enter(page);
      await page.goto("/account");
      const asked = page.locator("form[action='/account/second']");
      await asked.locator("#password").fill("Not-the-password-1");
      await asked.locator("button").click();
      assert.ok((await alert(page)).includes(desk.t("error-title")), "a session found open changes nothing");
      await asked.locator("#password").fill(account.password);
      await asked.locator("button").click();
      await page.locator("svg").first().waitFor();
      await axe(page);
      const renewed = { ...account, secret: (await page.locator("dd .hash").innerText()).replaceAll(/\s/g, "") };
      assert.notEqual(renewed.secret, account.secret);
      await page.locator("#code").fill(await freshCode({ ...account }));
      await page.keyboard.press("Enter");
      assert.ok((await alert(page)).includes(desk.t("totp-wrong")), "the code of the old key is not the new one's");
      assert.equal((await page.locator("dd .hash").innerText()).replaceAll(/\s/g, ""), renewed.secret);
      await shot(page, `second-step-${language}`);
      await page.locator("#code").fill(await freshCode(renewed));
      await page.keyboard.press("Enter");
      await page.locator("ol code").first().waitFor();
      recovery = await page.locator("ol code").allInnerTexts();
      assert.equal(recovery.length, RECOVERY_CODES);
      await shot(page, `recovery-codes-${language}`);
      await axe(page);
      account = renewed;
      await page.goto("/account");
      await page.locator("form[action='/sign-out'] button").click();
      await closePage(page);
    });

    test("without a code nobody enters; with the new key's one does", async () => {
      const page = await desk.page(null);
      await tryToSignIn(page, account);
      assert.equal(await page.locator("#code").getAttribute("aria-invalid"), "true");
      await tryToSignIn(page, { ...account, code: await freshCode(account) });
      await enter(page);
      await closePage(page);
    });

    test("a recovery code opens once", async () => {
      const page = await desk.page(null);
      await tryToSignIn(page, { ...account, code: recovery[0] });
      await enter(page);
      const again = await desk.page(null);
      await tryToSignIn(again, { ...account, code: recovery[0] });
      assert.ok((await alert(again)).includes(desk.t("error-title")));
      await closePage(again);
      await closePage(page);
    });
  });
}
