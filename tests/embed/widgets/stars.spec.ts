import type { Page } from "@playwright/test";
import { expect, status, test, widget } from "../embed-test.ts";

const stars = (page: Page) => widget(page, "Stars");
const star = (page: Page, count: number) =>
  stars(page).getByRole("radio", { name: count === 1 ? "1 star" : `${count} stars`, exact: true });
/** A person clicks the drawing of the star, not the radio beneath it. */
const choose = (page: Page, count: number) => star(page, count).click({ force: true });
const thanks = "Thank you for your rating.";

test("stars are stored, changed, shown again after a reload, and taken back", async ({
  page,
  open,
  look,
  id,
  whetstone,
}) => {
  await open();
  await choose(page, 4);
  await expect(star(page, 4)).toBeChecked();
  await expect(status(stars(page))).toHaveText(thanks);
  await look("four stars");
  expect(await whetstone.ratings(id)).toMatchObject([{ rating_type: "stars", rating_value: 4 }]);
  await choose(page, 2);
  await expect.poll(() => whetstone.ratings(id)).toMatchObject([{ rating_type: "stars", rating_value: 2 }]);
  await page.reload();
  await expect(star(page, 2)).toBeChecked();
  await stars(page).getByRole("button", { name: "Clear rating" }).click();
  await expect(status(stars(page))).toHaveText("Rating removed.");
  expect(await whetstone.ratings(id)).toEqual([]);
  await page.reload();
  await expect(star(page, 2)).not.toBeChecked();
});

test("arrow keys move without sending, and Enter sends", async ({ page, open, id, whetstone }) => {
  await open();
  await star(page, 1).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(star(page, 3)).toBeFocused();
  expect(await whetstone.ratings(id)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(status(stars(page))).toHaveText(thanks);
  expect(await whetstone.ratings(id)).toMatchObject([{ rating_type: "stars", rating_value: 3 }]);
});
