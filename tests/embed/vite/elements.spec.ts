declare global {
  interface Window {
    hydrate(): void;
  }
}

import { expect, status, test, widget } from "../embed-test.ts";

test("the elements come in the app's own bundle, with no script tag", async ({ page, id, whetstone }) => {
  await page.goto(`/elements.html?id=${id}`);
  const bar = widget(page, "Feedback bar");
  await bar.getByRole("button", { name: "Good response" }).click();
  await expect(status(bar)).toHaveText("Thank you for your rating.");
  expect(await whetstone.ratings(id)).toMatchObject([{ rating_type: "binary", rating_value: 1 }]);
  await widget(page, "Editor").getByRole("button", { name: "Show changes" }).click();
});

// What React complains of when it takes a page over is in the console, and fails any test.
test("marked answers of a server's page are rated before and after React takes it over", async ({
  page,
  id,
  look,
  whetstone,
}) => {
  await page.goto(`/hydrated.html?id=${id}`);
  const up = page.getByRole("button", { name: "Good response" });
  await expect(up).toBeVisible();
  await page.evaluate(() => window.hydrate());
  const stars = page.getByRole("radio", { name: "4 stars" });
  await expect(stars).toBeVisible();
  await look("taken over");
  await up.click();
  await stars.click({ force: true });
  await expect
    .poll(() => whetstone.ratings(id))
    .toMatchObject([
      { rating_type: "binary", rating_value: 1 },
      { rating_type: "stars", rating_value: 4 },
    ]);
  const box = async (text: string) => (await page.getByText(text).boundingBox()) ?? { x: 0, y: 0 };
  const [begins, ends, follows] = [await box("The answer."), await box("Its end."), await box("The same.")];
  expect(ends.y, "the answer's parts stand side by side, as its page has them").toBe(begins.y);
  expect(ends.x).toBeGreaterThan(begins.x + 40);
  const bar = await up.boundingBox();
  expect(bar?.y).toBeGreaterThan(begins.y + 10);
  expect(bar?.y).toBeLessThan(follows.y);
});
