import { expect, test } from "@playwright/test";
import { expectAccessible } from "../driving/accessible.ts";
import { expectFits } from "../driving/sound.ts";

test("/docs and every guide that it leads to is read without a session", async ({ page, baseURL }) => {
  expect((await page.goto("/docs"))?.status()).toBe(200);
  await expect(page).toHaveURL(/\/docs$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Docs");
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 800 });
  await expectFits(page);
  await expect(page.locator("pre"), "no address for the reader's package.json").toHaveText(
    `npm install ./$(npm pack -s ${baseURL}/whetstone.tgz)`,
  );
  const links = await page
    .locator('main a[href^="/docs/"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  expect(links).toEqual(["/docs/widgets", "/docs/api"]);
  for (const link of links) {
    const answer = await page.request.get(link ?? "", { maxRedirects: 0 });
    expect(answer.status(), link ?? "").toBe(200);
  }
});
