import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../driving/accessible.ts";
import { owner, sessionFile } from "../driving/owner.ts";

test.use({ storageState: sessionFile() });

/** Waits until the widget's next rating was answered; gives the status of that rating. */
async function answered(page: Page): Promise<number> {
  const response = await page.waitForResponse(
    (candidate) => candidate.url().endsWith("/api/events") && candidate.request().method() === "POST",
  );
  const { results } = (await response.json()) as { results: { status: number }[] };
  return results[0]?.status ?? 0;
}

test("an end user rates, changes their mind and edits; the dashboard shows all of it", async ({ page }) => {
  await test.step("a draft is written and logged", async () => {
    await page.goto("/playground");
    await page.getByRole("button", { name: /^Generate/ }).click();
    await expect(page.getByRole("button", { name: "Good response" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("a thumb is pressed, then changed, with categories and a comment", async () => {
    const up = page.getByRole("button", { name: "Good response" });
    const down = page.getByRole("button", { name: "Bad response" });
    const first = answered(page);
    await up.click();
    await expect(up).toHaveAttribute("aria-pressed", "true");
    expect(await first).toBe(201);
    const second = answered(page);
    await down.click();
    await expect(down).toHaveAttribute("aria-pressed", "true");
    await expect(up).toHaveAttribute("aria-pressed", "false");
    expect(await second).toBe(200);
    const reasons = page.getByRole("group", { name: "What was wrong?" });
    await reasons.getByText("Inaccurate", { exact: true }).click();
    await reasons.getByText("Too long", { exact: true }).click();
    await page
      .getByRole("textbox", { name: /^Comment/ })
      .first()
      .fill("It leaves out the refund.");
    await expectAccessible(page);
    const third = answered(page);
    await page.getByRole("button", { name: "Send" }).click();
    expect(await third).toBe(200);
  });

  await test.step("the draft is edited and the difference looked at", async () => {
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    const editor = page.getByRole("textbox", { name: "Edit the draft" });
    await editor.fill(`${await editor.inputValue()} The refund is on its way.`);
    await page.getByRole("button", { name: "Show changes" }).click();
    await expect(page.locator("ins", { hasText: "refund is on its way" })).toBeVisible();
    await expectAccessible(page);
    const correction = answered(page);
    await page.getByRole("button", { name: "Submit" }).click();
    expect(await correction).toBe(201);
  });

  await test.step("a reload brings back the draft, its rating and the text it was written from", async () => {
    const interaction = await page.locator("code").first().textContent();
    const text = await page.getByRole("textbox", { name: "Article" }).inputValue();
    await page.getByRole("textbox", { name: "Article" }).fill(`${text} One more sentence.`);
    await page.reload();
    await expect(page.locator("code").first()).toHaveText(interaction ?? "");
    await expect(page.getByRole("button", { name: "Bad response" })).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByRole("textbox", { name: "Article" })).toHaveValue(`${text} One more sentence.`);
    await page.getByRole("radio", { name: "Answer a support mail" }).check({ force: true });
    await page.reload();
    await expect(page.getByRole("radio", { name: "Answer a support mail" })).toBeChecked();
    await expect(page.getByRole("textbox", { name: "Customer’s mail" })).toBeVisible();
    await page.getByRole("radio", { name: "Summarise an article" }).check({ force: true });
  });

  await test.step("the interaction shows rating, categories, comment and the edit as a difference", async () => {
    await page.getByRole("link", { name: "View on dashboard" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText("It leaves out the refund.")).toBeVisible();
    await expect(page.getByText(/inaccurate/i).first()).toBeVisible();
    await expect(page.locator("ins", { hasText: "refund is on its way" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("overview, categories, models, features and the list count it", async () => {
    const { projectSlug } = owner();
    const interaction = decodeURIComponent(page.url().split("/").at(-1) ?? "");
    const main = page.getByRole("main");
    const seen = (text: string | RegExp) => main.getByText(text).locator("visible=true").first();
    await page.goto(`/${projectSlug}`);
    await expect(seen("0 up, 1 down")).toBeVisible();
    await page.goto(`/${projectSlug}/categories`);
    await expect(seen(/too long/i)).toBeVisible();
    await page.goto(`/${projectSlug}/models`);
    await expect(seen("whetstone-extractive")).toBeVisible();
    await page.goto(`/${projectSlug}/features`);
    await expect(seen("playground-summary")).toBeVisible();
    await page.goto(`/${projectSlug}/interactions?rating=down`);
    await expect(main.locator(`a[href*="${interaction}"]`)).toHaveCount(1);
  });
});
