import type { Page } from "@playwright/test";
import { expect, rate, status, tellMore, test, widget } from "../embed-test.ts";
import { isPressed } from "../frames.ts";

const bar = (page: Page) => widget(page, "Feedback bar");
const up = (page: Page) => bar(page).getByRole("button", { name: "Good response" });
const down = (page: Page) => bar(page).getByRole("button", { name: "Bad response" });
const thanks = "Thank you for your rating.";

test("a thumb is stored, changed, and taken back", async ({ page, open, look, id, whetstone }) => {
  await open();
  await look("resting");
  await rate(bar(page), "Good response");
  await look("up");
  expect(await whetstone.ratings(id)).toMatchObject([{ rating_type: "binary", rating_value: 1 }]);
  await down(page).click();
  await expect(up(page)).toHaveAttribute("aria-pressed", "false");
  await expect.poll(() => whetstone.ratings(id)).toMatchObject([{ rating_type: "binary", rating_value: 0 }]);
  await bar(page).getByRole("button", { name: "Undo" }).click();
  await expect(status(bar(page))).toHaveText("Rating removed.");
  await expect(down(page)).toHaveAttribute("aria-pressed", "false");
  expect(await whetstone.ratings(id)).toEqual([]);
});

test("thumbs down unfolds categories and a comment, which join the rating", async ({
  page,
  open,
  look,
  id,
  whetstone,
}) => {
  await open();
  await down(page).click();
  await bar(page).getByText("Inaccurate", { exact: true }).click();
  await bar(page).getByText("Too long", { exact: true }).click();
  await bar(page).getByRole("textbox").fill("The postage is missing.");
  await look("filled in");
  await bar(page).getByRole("button", { name: "Send" }).click();
  await expect(status(bar(page))).toHaveText("Thank you for the details.");
  await look("sent");
  await tellMore(bar(page));
  await expect(bar(page).getByRole("button", { name: "Sent", exact: true })).toBeVisible();
  await expect(status(bar(page)), "thanks come after the last step").toHaveText("");
  const [rating, ...others] = await whetstone.ratings(id);
  expect(others).toEqual([]);
  expect(rating).toMatchObject({
    rating_type: "binary",
    rating_value: 0,
    feedback_comment: "The postage is missing.",
  });
  expect(rating?.rating_categories.sort()).toEqual(["inaccurate", "too_long"]);
});

test("a reload shows the choice again, and the details join on", async ({ page, open, id, whetstone }) => {
  await open();
  await down(page).click();
  await bar(page).getByText("Inaccurate", { exact: true }).click();
  await bar(page).getByRole("button", { name: "Send" }).click();
  await expect(status(bar(page))).toHaveText("Thank you for the details.");
  await page.reload();
  await expect(down(page)).toHaveAttribute("aria-pressed", "true");
  await bar(page).getByRole("button", { name: "Tell us more" }).click();
  await expect(bar(page).getByRole("checkbox", { name: "Inaccurate" })).toBeChecked();
  await bar(page).getByRole("textbox").fill("And too late.");
  await bar(page).getByRole("button", { name: "Send" }).click();
  await expect(status(bar(page))).toHaveText("Thank you for the details.");
  expect(await whetstone.ratings(id)).toMatchObject([
    { rating_value: 0, rating_categories: ["inaccurate"], feedback_comment: "And too late." },
  ]);
  await bar(page).getByRole("button", { name: "Undo" }).click();
  await expect(status(bar(page))).toHaveText("Rating removed.");
  await page.reload();
  await expect(down(page)).toHaveAttribute("aria-pressed", "false");
});

test("a press shows within one frame, before the server has answered", async ({ page, open }) => {
  await open();
  let requests = 0;
  await page.route("**/api/events", () => void ++requests);
  expect(await isPressed(up(page))).toEqual({ before: "false", after: "true" });
  expect(await isPressed(down(page))).toEqual({ before: "false", after: "true" });
  await expect.poll(() => requests).toBe(1);
});

test("everything can be done with the keyboard, and the focus is never lost", async ({
  page,
  open,
  id,
  whetstone,
}) => {
  await open();
  await down(page).focus();
  await page.keyboard.press("Enter");
  await expect(bar(page).getByRole("textbox")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(bar(page).getByRole("textbox")).toHaveCount(0);
  await expect(status(bar(page))).toHaveText(thanks);
  await expect(down(page)).toBeFocused();
  await page.keyboard.press("Enter");
  const comment = bar(page).getByRole("textbox");
  const first = bar(page).getByRole("checkbox").first();
  for (let tabs = 0; tabs < 5 && !(await isFocused(first)); tabs++) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  for (let tabs = 0; tabs < 10 && !(await isFocused(comment)); tabs++) await page.keyboard.press("Tab");
  await page.keyboard.type("By keyboard.");
  await page.keyboard.press("Control+Enter");
  await expect(status(bar(page))).toHaveText("Thank you for the details.");
  await expect(down(page)).toBeFocused();
  expect(await whetstone.ratings(id)).toMatchObject([
    { rating_value: 0, rating_categories: ["inaccurate"], feedback_comment: "By keyboard." },
  ]);
});

/** Also in a shadow root, where the document's focus is on its host. */
const isFocused = (element: ReturnType<typeof up>): Promise<boolean> =>
  element.evaluate((own) => (own.getRootNode() as Document).activeElement === own);
