import type { Page } from "@playwright/test";
import { expectAccessible } from "#tests/driving/accessible.ts";
import { expect, rate, refusalsTold, status, test, widget } from "../embed-test.ts";
import { refuseOnce } from "../refuse-once.ts";

const thanks = "Thank you for your rating.";
const bar = (page: Page) => widget(page, "Feedback bar");
const up = (page: Page) => bar(page).getByRole("button", { name: "Good response" });

/** What the elements have told the page. */
const told = (page: Page) =>
  page.evaluate(
    () => (window as unknown as { told: { name: string; element: string; detail: object }[] }).told,
  );

test("the elements tell the page what happened, by events", async ({ page, open, id, complaints }) => {
  await open();
  await rate(bar(page), "Good response");
  await bar(page).getByRole("button", { name: "Undo" }).click();
  await expect(status(bar(page))).toHaveText("Rating removed.");
  await refuseOnce(page, "Not today.");
  await up(page).click();
  await expect(status(bar(page))).toContainText("Not today.");
  const events = await told(page);
  expect(events.map(({ name }) => name)).toEqual(["saved", "removed", "refused"]);
  expect(events.every(({ element }) => element === "whetstone-feedback")).toBe(true);
  expect(events[0]?.detail).toMatchObject({
    receipt: { interaction_id: id },
    feedback: { rating_type: "binary", rating_value: 1 },
  });
  expect(events[2]?.detail).toMatchObject({ status: 422, detail: "Not today.", retryable: false });
  expect(refusalsTold(complaints)).toEqual([expect.stringContaining("Not today.")]);
});

test("the editor takes part in the form around it, which captures the edit", async ({
  page,
  open,
  id,
  whetstone,
}) => {
  await open();
  const field = widget(page, "Editor").getByRole("textbox");
  const text = (await field.inputValue()).replace("Dear Ms Meyer", "Dear Lise");
  await field.fill(text);
  await page.getByRole("button", { name: "Send the mail" }).click();
  expect(await page.evaluate(() => (window as unknown as { sent: object }).sent)).toEqual({ text });
  await expect
    .poll(() => whetstone.ratings(id))
    .toMatchObject([{ rating_type: "correction", correction_text: text }]);
});

test("an attribute puts a bar after any element, also after one that comes later", async ({
  page,
  id,
  look,
  whetstone,
}) => {
  await page.goto(`/attribute.html?id=${id}`);
  const ups = page.getByRole("button", { name: "Good response" });
  await expect(ups).toHaveCount(1);
  await ups.click();
  await expect(page.getByRole("status")).toHaveText(thanks);
  await look("rated");
  expect(await whetstone.ratings(id)).toMatchObject([{ rating_value: 1 }]);
  await expectAccessible(page);
  const token = await whetstone.log(`${id}-2`);
  await page.evaluate(
    ([interaction, held]) => {
      const later = document.createElement("p");
      later.textContent = "A second answer.";
      later.dataset.whetstoneInteraction = interaction;
      later.dataset.whetstoneToken = held;
      later.dataset.whetstoneType = "stars";
      document.querySelector("main")?.append(later);
    },
    [`${id}-2`, token],
  );
  await page.getByRole("radio", { name: "5 stars" }).click({ force: true });
  await expect(page.getByRole("status").last()).toHaveText(thanks);
  expect(await whetstone.ratings(`${id}-2`)).toMatchObject([{ rating_type: "stars", rating_value: 5 }]);
  await page.evaluate(() => document.querySelector("article")?.remove());
  await expect(ups).toHaveCount(0);
});

test("under a strict Content-Security-Policy everything works", async ({ page, id, whetstone }) => {
  await page.goto(`/strict.html?id=${id}`);
  await bar(page).getByRole("button", { name: "Bad response" }).click();
  await bar(page).getByText("Inaccurate", { exact: true }).click();
  await bar(page).getByRole("button", { name: "Send" }).click();
  await expect(status(bar(page))).toHaveText("Thank you for the details.");
  const editor = widget(page, "Editor");
  await editor.getByRole("textbox").fill("Rather not.");
  await editor.getByRole("button", { name: "Show changes" }).click();
  await expect(editor.locator("ins")).not.toHaveCount(0);
  const size = await up(page).boundingBox();
  expect(size, "with its styles").toMatchObject({ width: 44, height: 44 });
  expect(await whetstone.ratings(id)).toMatchObject([{ rating_categories: ["inaccurate"] }]);
});

test("the script can be served by the page's own host", async ({ page, id, whetstone }) => {
  await page.goto(`/own.html?id=${id}`);
  await rate(bar(page), "Bad response");
  expect(await whetstone.ratings(id)).toMatchObject([{ rating_value: 0 }]);
});

test("a page without https can be rated, too", async ({ page, id, baseURL, whetstone }) => {
  const { port } = new URL(baseURL ?? "");
  await page.goto(`http://embed.test:${port}/widgets?id=${id}`);
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  await rate(bar(page), "Good response");
  expect(await whetstone.ratings(id)).toMatchObject([{ rating_value: 1 }]);
});
