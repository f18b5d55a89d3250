import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Rules about colours: nothing else of a page is another in dark. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/** Holds the page, as it stands, against WCAG 2.2 AA by axe; in light, and its colours in dark, too. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page that was just gone to may not be drawn yet.
  await expect(page).toHaveTitle(/\S/);
  // Where it happens to be scrolled to, the bar at the top covers part of a button: axe takes it for too small a target.
  await page.evaluate(() => window.scrollTo(0, 0));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // Passed checks told of in words, and a page of its own to put frames together, take most of the time. No page of ours
    // has frames.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
    const { violations } = await (colorScheme === "light"
      ? axe.withTags(TAGS)
      : axe.withRules(COLOURS)
    ).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
    );
    expect(found, `axe on ${page.url()} in ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
}
