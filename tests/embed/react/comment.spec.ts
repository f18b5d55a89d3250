import type { Page } from "@playwright/test";
import { expect, refusalsTold, status, test, widget } from "../embed-test.ts";
import { refuseOnce } from "../refuse-once.ts";

const picker = (page: Page) => widget(page, "Categories");
const box = (page: Page) => widget(page, "Comment");
const tick = (page: Page, name: string) => picker(page).getByText(name, { exact: true }).click();
const thanks = "Thank you for your feedback.";

test("a picker and a comment box join one rating, shown again after a reload", async ({
  page,
  open,
  look,
  id,
  whetstone,
}) => {
  await open();
  await tick(page, "Incomplete");
  await expect(status(picker(page))).toHaveText(thanks);
  expect(await whetstone.ratings(id)).toMatchObject([
    { rating_type: "comment", rating_categories: ["incomplete"], feedback_comment: null },
  ]);
  await box(page).getByRole("textbox").fill("The date is missing.");
  await box(page).getByRole("button", { name: "Send" }).click();
  await expect(status(box(page))).toHaveText(thanks);
  await look("both");
  const both = {
    rating_type: "comment",
    rating_categories: ["incomplete"],
    feedback_comment: "The date is missing.",
  };
  expect(await whetstone.ratings(id)).toMatchObject([both]);
  await page.reload();
  await expect(picker(page).getByRole("checkbox", { name: "Incomplete" })).toBeChecked();
  await expect(box(page).getByRole("textbox")).toHaveValue("The date is missing.");
  await tick(page, "Other");
  await expect
    .poll(async () => (await whetstone.ratings(id))[0]?.rating_categories.toSorted())
    .toEqual(["incomplete", "other"]);
  expect(await whetstone.ratings(id)).toMatchObject([{ feedback_comment: "The date is missing." }]);
});

test("unticking all and emptying the box takes the rating back", async ({ page, open, id, whetstone }) => {
  await open();
  await tick(page, "Other");
  await expect(status(picker(page))).toHaveText(thanks);
  await tick(page, "Other");
  await expect(status(picker(page))).toHaveText("Your feedback was removed.");
  expect(await whetstone.ratings(id)).toEqual([]);
});

test("a comment that is refused stays in the box, and another try stores it", async ({
  page,
  open,
  look,
  id,
  whetstone,
  complaints,
}) => {
  await open();
  await box(page).getByRole("textbox").fill("Too short.");
  await refuseOnce(page, "The house takes no such words.");
  await box(page).getByRole("button", { name: "Send" }).click();
  await expect(status(box(page))).toHaveText("Your feedback was not saved. The house takes no such words.");
  await expect(box(page).getByRole("textbox")).toHaveValue("Too short.");
  await look("refused");
  await box(page).getByRole("button", { name: "Try again" }).click();
  await expect(status(box(page))).toHaveText(thanks);
  expect(await whetstone.ratings(id)).toMatchObject([{ feedback_comment: "Too short." }]);
  expect(refusalsTold(complaints)).toEqual([expect.stringContaining("The house takes no such words.")]);
});
