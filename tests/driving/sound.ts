import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";

/** Holds the page against the width of its screen, once its charts are drawn for that: nothing is wider. */
export async function expectFits(page: Page): Promise<void> {
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.poll(overflow, `${page.url()}: nothing is wider than the screen`).toBeLessThanOrEqual(0);
}

/** Holds the page against WCAG and the width of its screen, at a phone's width and at a desk's; it stays at the last. */
export async function expectSound(page: Page, widths: readonly number[] = [390, 1440]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expectFits(page);
    await expectAccessible(page);
  }
}
