import type { Page } from "@playwright/test";
import { expectAccessible } from "../../browser/accessible.ts";
import { expect, settled, status, test, widget } from "../embed-test.ts";
import { overflowOf, shiftsOf, smallTargetsOf, topsOf, watchShifts } from "../layout.ts";

const bar = (page: Page) => widget(page, "Feedback bar");
const up = (page: Page) => bar(page).getByRole("button", { name: "Good response" });
const down = (page: Page) => bar(page).getByRole("button", { name: "Bad response" });
const heading = (page: Page) => bar(page).getByRole("heading");
const thanks = "Thank you for your rating.";
const after = (page: Page) => page.getByText("What comes after the bar.");

/** Opens everything that a click opens. */
async function unfold(page: Page): Promise<void> {
  await down(page).click();
  await expect(bar(page).getByRole("textbox")).toBeVisible();
  await expect(status(bar(page))).toHaveText(thanks);
  await bar(page).getByText("Wrong tone", { exact: true }).click();
  await bar(page)
    .getByRole("textbox")
    .fill("A sentence that is long enough to need more than one line of it.");
}

for (const width of [1280, 390]) {
  test(`axe finds nothing at ${width} px in either theme, at rest and unfolded`, async ({
    page,
    open,
    look,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await open();
    await expectAccessible(page);
    await unfold(page);
    await expectAccessible(page);
    await look("light");
    await page.emulateMedia({ colorScheme: "dark" });
    await look("dark");
    await page.emulateMedia({ forcedColors: "active" });
    await look("forced colours");
  });
}

for (const [name, width] of [
  ["a telephone", 390],
  ["400 % zoom", 320],
] as const) {
  test(`nothing is wider than the page on ${name}, and every target is large enough`, async ({
    page,
    open,
    look,
  }) => {
    await page.setViewportSize({ width, height: 640 });
    await open();
    expect(await overflowOf(page)).toBe(0);
    await unfold(page);
    expect(await overflowOf(page)).toBe(0);
    await look("unfolded");
    expect(await smallTargetsOf(page)).toEqual([]);
  });
}

for (const width of [1280, 390]) {
  test(`at ${width} px nothing moves above what unfolds, and nothing at all when thanks come`, async ({
    page,
    open,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await watchShifts(page);
    await answerLate(page);
    await open();
    await settled(page);
    await shiftsOf(page);
    const tops = () => topsOf(heading(page), up(page), bar(page).getByRole("group").last(), after(page));
    const before = await tops();
    for (const thumb of [up, down]) {
      await thumb(page).click();
      await expect(bar(page).getByRole("textbox")).toBeVisible();
      const unfolded = await tops();
      expect(unfolded.slice(0, 2)).toEqual(before.slice(0, 2));
      await expect(status(bar(page))).toHaveText(thanks);
      expect(await tops()).toEqual(unfolded);
    }
    const stars = widget(page, "Stars");
    await stars.getByRole("radio", { name: "4 stars" }).click({ force: true });
    await expect(status(stars)).toHaveText(thanks);
    expect(await shiftsOf(page)).toEqual([]);
  });
}

test("a refusal's words and offer come below what was there", async ({ page, open, look, whetstone, id }) => {
  await whetstone.log(id);
  await open({ token: "no-token-of-this-answer" });
  const before = await topsOf(heading(page), up(page));
  await up(page).click();
  await expect(bar(page).getByRole("button", { name: "Try again" })).toBeVisible();
  expect(await topsOf(heading(page), up(page))).toEqual(before);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflowOf(page)).toBe(0);
  await expectAccessible(page);
  await look("on a telephone");
});

/** So late that a movement could not be put down to the press. */
const answerLate = (page: Page): Promise<unknown> =>
  page.route("**/api/events", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
