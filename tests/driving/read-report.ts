import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { expectAlive } from "./alive.ts";

/** Reads the report that is open over some days, at both widths, and opens a draft with an example of it in the editor. */
export async function openDraft(page: Page, { days }: { days: number }): Promise<void> {
  await page.goto(`${page.url().split("?")[0]}?days=${days}`);
  await expect(page.getByRole("region", { name: "What is wrong" })).toBeVisible();
  await expect(page.getByRole("region", { name: "What edits do" })).toContainText("Shorter");
  await expect(
    page.getByRole("region", { name: "Recommendations" }).getByRole("checkbox").first(),
  ).toBeChecked();
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `nothing is wider than ${width} pixels`).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  }
  const use = page.getByRole("button", { name: "Use as example 1", exact: true });
  await expectAlive(use);
  await use.click();
  await expect(use).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Open in the editor" }).click();
  await expect(page.getByText("This draft follows the report of")).toBeVisible();
}

/** Lets the stand-in for a model, which says what it is asked, write the next version of a prompt of the sample project. */
export async function draftWithModel(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/sample-project/prompts/support-reply/report?days=90`);
  const write = page.getByRole("button", { name: "Draft with small" });
  await expectAlive(write);
  await write.click();
  await expect(page.getByText("This draft follows the report of v3")).toBeVisible();
  await expect(page.getByLabel("Text", { exact: true })).toHaveValue(/^Echo: <prompt>\nAnswer this mail/);
  await expect(page.getByLabel("Note")).toHaveValue(/Drafted by small\.$/);
}
