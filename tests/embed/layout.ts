import type { Locator, Page } from "@playwright/test";

/** Records every movement of the page's content from its first frame on, those that follow a press included. */
export const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & ShiftEntry)[]) {
        const nodes = entry.sources.map(({ node }) => (node as Element)?.className || node?.nodeName);
        if (!entry.hadRecentInput) shifts.push(`${entry.value.toFixed(4)} of ${nodes.join(", ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });

    interface ShiftEntry {
      value: number;
      hadRecentInput: boolean;
      sources: { node?: Node }[];
    }
  });

/** What has moved without a press shortly before since this was last asked. */
export const shiftsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { shifts: string[] }).shifts.splice(0));

/** Where the tops of these elements are on the page, in whole pixels. */
export const topsOf = (...elements: Locator[]): Promise<number[]> =>
  Promise.all(
    elements.map((element) =>
      element.evaluate((own) => Math.round(own.getBoundingClientRect().top + window.scrollY)),
    ),
  );

/** How many pixels of the page's content lie beyond its right edge. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Names and sizes of what can be pressed in the page's widgets and is smaller than a finger wants it. */
export const smallTargetsOf = (page: Page): Promise<string[]> =>
  page.locator(".whetstone-widget :is(button, label:has(input), textarea)").evaluateAll((targets) =>
    targets
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 43.9 || box.width < 43.9))
      .map(({ target, box }) => {
        const name = target.getAttribute("aria-label") ?? target.textContent;
        return `${name}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`;
      }),
  );
