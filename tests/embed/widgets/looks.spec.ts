import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "#tests/driving/accessible.ts";
import { expect, refusalsTold, settled, status, test, widget } from "../embed-test.ts";
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
  test(`at ${width} px nothing moves when a thumb unfolds what it asks for, nor when thanks come`, async ({
    page,
    open,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await watchShifts(page);
    await answerLate(page);
    await open();
    await settled(page);
    await shiftsOf(page);
    const tops = () => topsOf(heading(page), up(page), after(page), page.getByRole("heading").last());
    const before = await tops();
    for (const thumb of [up, down]) {
      await thumb(page).click();
      await expect(bar(page).getByRole("textbox")).toBeVisible();
      expect(await tops()).toEqual(before);
      await page.keyboard.press("Escape");
      await expect(bar(page).getByRole("textbox")).toHaveCount(0);
      await expect(status(bar(page))).toHaveText(thanks);
      expect(await tops()).toEqual(before);
    }
    expect(await colorOf(up(page))).not.toBe(await colorOf(down(page)));
    await page.keyboard.press("Escape");
    const stars = widget(page, "Stars");
    await stars.getByRole("radio", { name: "4 stars" }).click({ force: true });
    await expect(status(stars)).toHaveText(thanks);
    expect(await shiftsOf(page)).toEqual([]);
  });

  test(`at ${width} px what a thumb unfolds is in sight, wherever the thumb is`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 844 });
    await open();
    for (const block of ["start", "end"] as const) {
      await down(page).evaluate((own, at) => own.scrollIntoView({ block: at }), block);
      await down(page).click();
      await expect(bar(page).getByRole("button", { name: "Send" })).toBeInViewport({ ratio: 1 });
      await page.keyboard.press("Escape");
    }
  });
}

/** What a pressed thumb is drawn in. */
async function colorOf(thumb: Locator): Promise<string> {
  await thumb.click();
  await expect(thumb).toHaveAttribute("aria-pressed", "true");
  return thumb.evaluate((own) => getComputedStyle(own).color);
}

test("a refusal's words and offer come below what was there", async ({
  page,
  open,
  look,
  whetstone,
  id,
  complaints,
}) => {
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
  expect(refusalsTold(complaints)).toEqual([expect.stringContaining("(403 token_malformed)")]);
});

/** So late that a movement could not be put down to the press. */
const answerLate = (page: Page): Promise<unknown> =>
  page.route("**/api/events", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
