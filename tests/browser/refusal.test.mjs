// No ground to investigate (Police Rules 24.4), in both languages: reasons in the diary, notice to the informant.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LANGUAGES, bytesOf, openDay, openDesk, statePurpose, visit } from "./desk.mjs";
import { closePage, shot } from "./lib.mjs";

const REASONS = "فرضی وجوہ: اطلاع سے کوئی جرم ظاہر نہیں ہوتا";

for (const language of LANGUAGES) {
  describe(`a refusal in ${language}`, { concurrency: 1 }, () => {
    let desk;
    before(async () => (desk = await openDesk(language)));
    after(() => desk?.close());

    test("is not the moharrar's to make", async () => {
      const page = await desk.page("moharrar");
      await openDay(page);
      const answer = await page.goto("/report/refusal");
      assert.equal(answer.status(), 403);
      await closePage(page);
    });

    test("says its reasons and how the informant was told, or is not written", async () => {
      const page = await desk.page("duty_officer");
      await visit(page, "/report/refusal");
      await page.locator("#informant-name").fill("فرضی مخبر");
      await page.locator("#substance").fill("فرضی اطلاع: پڑوسی سے زبانی تکرار");
      const submit = page.locator("form[action='/report/refusal'] .actions button");
      await Promise.all([page.waitForNavigation(), submit.click()]);
      assert.ok(await page.locator("#reasons[aria-invalid=true]").count(), "reasons are missing, and it says so");
      await page.locator("#reasons").fill(REASONS);
      await page.locator("#notice").selectOption("handed");
      await Promise.all([page.waitForNavigation(), submit.click()]);
      await statePurpose(page);
      assert.deepEqual(await page.locator(".error-summary").allInnerTexts(), []);
      assert.equal(new URL(page.url()).pathname, "/entry");
      const entry = await page.locator("main").innerText();
      for (const words of [REASONS, desk.t("kind-refusal"), desk.t("code-notice-handed")]) {
        assert.ok(entry.includes(words), `the entry says: ${words}\n${entry}`);
      }
      await shot(page, `refusal-${language}`);
      const paper = await bytesOf(page, page.locator("form[action='/entry/print']"));
      assert.equal(paper.bytes.subarray(0, 5).toString(), "%PDF-", "the informant's notice can be printed");
      await closePage(page);
    });
  });
}
