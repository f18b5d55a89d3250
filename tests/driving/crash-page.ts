import type { Page } from "@playwright/test";

/**
 * Ends a page without a chance to send what it has: one that is merely closed does, and is no longer held offline then.
 */
export async function crashPage(page: Page): Promise<void> {
  const crashed = page.waitForEvent("crash");
  const session = await page.context().newCDPSession(page);
  session.send("Page.crash").catch(() => {});
  await crashed;
  await page.close();
}
