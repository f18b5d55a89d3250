import type { Page, Response } from "@playwright/test";
import { crashPage } from "#tests/driving/crash-page.ts";
import { expect, settled, status, test, widget } from "../embed-test.ts";

const bar = (page: Page) => widget(page, "Feedback bar");
const up = (page: Page) => bar(page).getByRole("button", { name: "Good response" });
const down = (page: Page) => bar(page).getByRole("button", { name: "Bad response" });
const thanks = "Thank you for your rating.";

/** The ratings that the server acknowledged in this page, one for each answer to each request. */
function acknowledged(page: Page): string[] {
  const ids: string[] = [];
  page.on("response", async (response: Response) => {
    if (!response.url().endsWith("/api/events") || !response.ok()) return;
    const { results } = (await response.json()) as { results: { feedback_id?: string }[] };
    ids.push(...results.flatMap(({ feedback_id }) => feedback_id ?? []));
  });
  return ids;
}

test("what is said offline is kept in words, and arrives once when the device is back", async ({
  page,
  context,
  open,
  look,
  id,
  whetstone,
}) => {
  await open();
  await settled(page);
  const arrived = acknowledged(page);
  await context.setOffline(true);
  await down(page).click();
  const kept = "Kept on this device. It will be sent when you are back online.";
  await expect(status(bar(page))).toHaveText(kept);
  await bar(page).getByText("Too long", { exact: true }).click();
  await bar(page).getByRole("textbox").fill("Typed on a train.");
  await bar(page).getByRole("button", { name: "Send" }).click();
  await expect(status(bar(page))).toHaveText(kept);
  await expect(bar(page).getByRole("textbox")).toHaveValue("Typed on a train.");
  await expect(down(page)).toHaveAttribute("aria-pressed", "true");
  await look("kept");
  expect(await whetstone.ratings(id)).toEqual([]);
  await context.setOffline(false);
  await expect(status(bar(page))).toHaveText("Thank you for the details.");
  expect(await whetstone.ratings(id)).toMatchObject([
    { rating_value: 0, rating_categories: ["too_long"], feedback_comment: "Typed on a train." },
  ]);
  // The page may have read the answer before this process has.
  await expect.poll(() => arrived.length).toBeGreaterThan(0);
  expect(arrived).toHaveLength(1);
});

test("what was said offline outlives the page, and arrives with the next one", async ({
  page,
  context,
  open,
  id,
  whetstone,
}) => {
  await open();
  await settled(page);
  await context.setOffline(true);
  await up(page).click();
  await expect(status(bar(page))).toContainText("Kept on this device.");
  await crashPage(page);
  await context.setOffline(false);
  expect(await whetstone.ratings(id)).toEqual([]);
  const next = await context.newPage();
  const arrived = acknowledged(next);
  await open({}, next);
  await expect(up(next)).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => whetstone.ratings(id)).toMatchObject([{ rating_value: 1 }]);
  await expect.poll(() => new Set(arrived).size).toBe(1);
});

test("a server that is away is told in words, and gets the rating when it is back", async ({
  page,
  open,
  look,
  id,
  whetstone,
}) => {
  await open();
  await settled(page);
  await page.route("**/api/events", (route) => route.abort());
  await up(page).click();
  await expect(status(bar(page))).toHaveText("Kept on this device. It will be sent when the server is back.");
  await expect(up(page)).toHaveAttribute("aria-pressed", "true");
  await look("kept");
  await page.unroute("**/api/events");
  await up(page).focus();
  await page.keyboard.press("Escape");
  await expect(status(bar(page))).toHaveText(thanks, { timeout: 30_000 });
  expect(await whetstone.ratings(id)).toMatchObject([{ rating_value: 1 }]);
});
