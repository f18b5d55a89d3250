import { expect, nextRated, status, test } from "../embed-test.ts";

test("an element in a Vue component offers its categories, and tells the component what was saved", async ({
  page,
  whetstone,
}) => {
  await page.goto("/");
  const bar = page.locator("whetstone-feedback");
  const rated = nextRated(page);
  await bar.getByRole("button", { name: "Bad response" }).click();
  await bar.getByText("Mistranslated", { exact: true }).click();
  await bar.getByRole("button", { name: "Send" }).click();
  await expect(status(bar)).toHaveText("Thank you for the details.");
  await expect(page.getByText("Your rating is with our translators.")).toBeVisible();
  expect(await whetstone.ratings(await rated)).toMatchObject([
    { rating_type: "binary", rating_value: 0, rating_categories: ["mistranslated"] },
  ]);
});

test("an editor in a Vue component has the draft that was bound to it", async ({ page, whetstone }) => {
  await page.goto("/");
  const editor = page.locator("whetstone-editor");
  const field = editor.getByRole("textbox");
  await expect(field).toHaveValue("The train is late.");
  const rated = nextRated(page);
  await field.fill("The train is delayed.");
  await editor.getByRole("button", { name: "Submit" }).click();
  await expect(status(editor)).toHaveText("Thank you. Your edit was saved.");
  expect(await whetstone.ratings(await rated)).toMatchObject([
    { rating_type: "correction", correction_text: "The train is delayed." },
  ]);
});
