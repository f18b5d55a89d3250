import type { Page } from "@playwright/test";
import { expect, rate, status, test, widget } from "../embed-test.ts";

const bar = (page: Page) => widget(page, "Feedback bar");
const up = (page: Page) => bar(page).getByRole("button", { name: "Good response" });
const down = (page: Page) => bar(page).getByRole("button", { name: "Bad response" });
const stars = (page: Page) => widget(page, "Stars");
const thanks = "Thank you for your rating.";

test("two tabs of one answer show the same, and neither deletes what the other has said", async ({
  page,
  context,
  open,
  id,
  whetstone,
}) => {
  await open();
  const other = await context.newPage();
  await open({}, other);
  await rate(bar(page), "Good response");
  await expect(up(other)).toHaveAttribute("aria-pressed", "true");
  await expect(status(bar(other))).toHaveText("");
  await rate(bar(other), "Bad response");
  await expect(down(page)).toHaveAttribute("aria-pressed", "true");
  await up(page).click();
  await expect.poll(() => whetstone.ratings(id)).toMatchObject([{ rating_value: 1 }]);
  await expect(up(other)).toHaveAttribute("aria-pressed", "true");
  await bar(other).getByRole("button", { name: "Undo" }).click();
  await expect(status(bar(other))).toHaveText("Rating removed.");
  await expect(up(page)).toHaveAttribute("aria-pressed", "false");
  expect(await whetstone.ratings(id)).toEqual([]);
});

test("a tab that was told of nothing says what is pressed in it, not the opposite of what it shows", async ({
  page,
  context,
  open,
  id,
  whetstone,
}) => {
  await page.addInitScript(() => {
    window.addEventListener("storage", (event) => event.stopImmediatePropagation(), true);
  });
  await open();
  await rate(bar(page), "Good response");
  await stars(page).getByTitle("4 stars").click();
  await expect(status(stars(page))).toHaveText(thanks);
  const other = await context.newPage();
  await open({}, other);
  await rate(bar(other), "Bad response");
  await stars(other).getByTitle("2 stars").click();
  await expect(status(stars(other))).toHaveText(thanks);
  await expect(up(page)).toHaveAttribute("aria-pressed", "true");
  const values = async () =>
    (await whetstone.ratings(id)).map((rating) => `${rating.rating_type} ${rating.rating_value}`).sort();
  expect(await values()).toEqual(["binary 0", "stars 2"]);
  await up(page).click();
  await expect.poll(values).toEqual(["binary 1", "stars 2"]);
  // What the thumb unfolds lies over what follows.
  await page.keyboard.press("Escape");
  await stars(page).getByTitle("4 stars").click();
  await expect.poll(values).toEqual(["binary 1", "stars 4"]);
  await expect(up(other)).toHaveAttribute("aria-pressed", "true");
});
