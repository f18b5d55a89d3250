import type { Page } from "@playwright/test";
import { expect, rate, settled, test, widget } from "../embed-test.ts";
import { dragOver } from "../select-text.ts";

/** Copies words of the answer, follows its link, and leaves. */
async function read(page: Page): Promise<void> {
  await dragOver(page, widget(page, "Answer"), "received your parcel");
  await page.keyboard.press("Control+C");
  await page.getByRole("link", { name: "your account" }).click();
  // Whoever reads stays a while.
  await page.clock.fastForward("00:03");
  await page.goto("about:blank");
}

test("what a reader does is told when the page is left, by itself", async ({ page, open, id, whetstone }) => {
  await page.clock.install();
  await open();
  await settled(page);
  await read(page);
  await expect
    .poll(async () => (await whetstone.interaction(id)).signals.map(({ signal }) => signal).sort())
    .toEqual(["citation_click", "copy", "dwell"]);
  const { signals } = await whetstone.interaction(id);
  const told = (name: string) => signals.find(({ signal }) => signal === name)?.value ?? 0;
  expect(told("citation_click")).toBe(1);
  expect(told("copy")).toBeGreaterThan(0);
  expect(told("copy")).toBeLessThan(0.2);
  expect(told("dwell")).toBeGreaterThanOrEqual(1);
});

test("a reader who asks not to be tracked is not, and may rate all the same", async ({
  page,
  open,
  id,
  whetstone,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "doNotTrack", { value: "1" }));
  await page.clock.install();
  await open();
  await rate(widget(page, "Feedback bar"), "Good response");
  await read(page);
  expect(await whetstone.ratings(id)).toHaveLength(1);
  expect((await whetstone.interaction(id)).signals).toEqual([]);
});
