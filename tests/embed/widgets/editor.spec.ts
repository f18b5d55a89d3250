import type { Page } from "@playwright/test";
import { expect, refusalsTold, settled, status, test, widget } from "../embed-test.ts";
import { refuseOnce } from "../refuse-once.ts";

const editor = (page: Page) => widget(page, "Editor");
const field = (page: Page) => editor(page).getByRole("textbox", { name: "Edit the draft" });
const press = (page: Page, name: string) => editor(page).getByRole("button", { name }).click();
const saved = "Thank you. Your edit was saved.";

/** Replaces some words of the draft as a person does, who leaves the rest as it is. */
async function edit(page: Page, from: string, to: string): Promise<string> {
  const text = (await field(page).inputValue()).replace(from, to);
  await field(page).fill(text);
  return text;
}

test("an edit is compared, stored with its measure, and shown again after a reload", async ({
  page,
  open,
  look,
  id,
  whetstone,
}) => {
  await open();
  const text = await edit(page, "follows on Monday", "comes with it");
  await press(page, "Show changes");
  await expect(editor(page).locator("ins")).not.toHaveCount(0);
  await look("changes");
  await press(page, "Submit");
  await expect(status(editor(page))).toHaveText(saved);
  const [rating, ...others] = await whetstone.ratings(id);
  expect(others).toEqual([]);
  expect(rating).toMatchObject({ rating_type: "correction", correction_text: text });
  expect(rating?.metadata.edit).toMatchObject({ words_added: 3, words_removed: 3, trigger: "submit" });
  await page.reload();
  await expect(field(page)).toHaveValue(text);
});

test("the library that compares comes with the first edit, and not before", async ({ page, open }) => {
  await open();
  await settled(page);
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  await field(page).focus();
  expect(scripts).toEqual([]);
  await edit(page, "Dear", "Hello");
  await expect.poll(() => scripts.length).toBeGreaterThan(0);
});

test("the draft as it is tells that it was accepted, and is no correction", async ({
  page,
  open,
  id,
  whetstone,
}) => {
  await open();
  await settled(page);
  await press(page, "Submit");
  await expect(status(editor(page))).toHaveText("Thank you. You kept the draft as it is.");
  // Signals gather for some seconds, and go at once when the page is left.
  await page.goto("about:blank");
  await expect
    .poll(async () => (await whetstone.interaction(id)).signals.map(({ signal }) => signal))
    .toContain("accept");
  expect(await whetstone.ratings(id)).toEqual([]);
});

test("an edit that nobody submits is stored when the page is left", async ({ page, open, id, whetstone }) => {
  await open();
  await settled(page);
  const text = await edit(page, "Dear Ms Meyer", "Dear Lise");
  await page.goto("about:blank");
  await expect
    .poll(() => whetstone.ratings(id))
    .toMatchObject([{ rating_type: "correction", correction_text: text }]);
});

test("an edit that is refused stays in the field, and another try stores it", async ({
  page,
  open,
  look,
  id,
  whetstone,
  complaints,
}) => {
  await open();
  const text = await edit(page, "39 euros", "45 euros");
  await refuseOnce(page, "The house takes no such words.");
  await press(page, "Submit");
  await expect(status(editor(page))).toHaveText(
    "Your edit was not saved. Your text is still here. The house takes no such words.",
  );
  await expect(field(page)).toHaveValue(text);
  await look("refused");
  await press(page, "Try again");
  await expect(status(editor(page))).toHaveText(saved);
  expect(await whetstone.ratings(id)).toMatchObject([{ correction_text: text }]);
  expect(refusalsTold(complaints)).toEqual([expect.stringContaining("The house takes no such words.")]);
});

test("an edit that is made offline arrives when the device is back", async ({
  page,
  context,
  open,
  id,
  whetstone,
}) => {
  await open();
  await settled(page);
  const text = await edit(page, "Dear", "Hello");
  await context.setOffline(true);
  await press(page, "Submit");
  await expect(status(editor(page))).toHaveText(
    "Kept on this device. It will be sent when you are back online.",
  );
  await context.setOffline(false);
  await expect(status(editor(page))).toHaveText(saved);
  expect(await whetstone.ratings(id)).toMatchObject([{ correction_text: text }]);
});
