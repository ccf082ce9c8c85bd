// The first page an officer sees, in both languages: it opens, mirrors, is accessible, asks nothing of the internet.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, closePage, launch, openPage, shot, signIn, startDemo } from "./lib.mjs";

let demo;
let browser;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launch()]);
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

for (const [language, direction] of [["en", "ltr"], ["ur", "rtl"]]) {
  test(`the sign-in page opens in ${language}`, async () => {
    const page = await openPage(browser, demo, { language });
    const response = await page.goto("/sign-in");
    assert.equal(response.status(), 200);
    assert.equal(await page.locator("html").getAttribute("lang"), language);
    assert.equal(await page.locator("html").getAttribute("dir"), direction);
    await shot(page, `sign-in-${language}`);
    await axe(page);
    await closePage(page);
  });
}

test("every role of the demonstration signs in", async () => {
  assert.ok(demo.signIns.size > 0, "the demonstration printed no sign-ins");
  for (const role of demo.signIns.keys()) {
    const page = await openPage(browser, demo);
    await signIn(page, demo, role);
    await shot(page, `home-${role}`);
    await axe(page);
    await closePage(page);
  }
});
