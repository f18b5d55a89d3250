import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../driving/accessible.ts";
import { expectAlive } from "../driving/alive.ts";
import { sessionFile } from "../driving/owner.ts";

test.use({ storageState: sessionFile() });

/** Holds the page against WCAG, and its width against a phone's. */
async function expectSound(page: Page): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `nothing is wider than ${width} pixels`).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  }
}

const answer = { type: "interaction", feature_name: "summary", input: "What does the article say?" };
const shown = { ...answer, model_name: "large-model", response_latency_ms: 900, cost_usd: 0.004 };
const candidate = {
  ...{ ...answer, model_name: "small-model", response_latency_ms: 300, cost_usd: 0.001 },
  ...{ prompt_template: "summarize", prompt_version: "v2" },
};
const events = [1, 2].flatMap((index) => [
  { ...shown, interaction_id: `shown-${index}`, response_text: `It says a lot (${index}).` },
  {
    ...{ ...candidate, interaction_id: `shadow-${index}`, shadow_of: `shown-${index}` },
    response_text: `It says little (${index}).`,
  },
]);

test("a candidate's shadow answers are seen beside what was shown, and compared blind", async ({
  page,
  request,
}) => {
  test.slow();
  const made = await request.post("/api/projects", { data: { name: `Shadows ${crypto.randomUUID()}` } });
  const { project_slug: slug, secret_key: key } = await made.json();
  await page.goto(`/${slug}/shadows`);
  await expect(page.getByText("No shadow answers", { exact: true })).toBeVisible();
  await expectSound(page);
  const sent = await request.post("/api/events", {
    headers: { Authorization: `Bearer ${key}` },
    data: { events },
  });
  expect(sent.status()).toBe(201);

  await page.reload();
  const row = page.getByRole("row", { name: /small-model/ });
  await expect(row).toContainText("summarize v2");
  await expect(row).toContainText("300 msshown: 900 ms");
  await expect(row).toContainText("$0.001shown: $0.004");
  await expectSound(page);

  await row.getByRole("link", { name: "Compare blind" }).click();
  await expect(page).toHaveURL(/\/shadows\/compare\?/);
  await expect(page.getByText("What does the article say?")).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("small-model");
  await expectSound(page);
  for (const left of [1, 0]) {
    const better = page.getByRole("button", { name: "A is better" });
    await expectAlive(better);
    await better.click();
    await expect(page.getByRole("status")).toContainText("You preferred");
    await page.getByRole("button", { name: "Next pair" }).click();
    await expect(page.getByText(`${left === 1 ? "1 pair" : "0 pairs"} left`)).toBeVisible();
  }
  await expect(page.getByText("All pairs compared")).toBeVisible();

  await page.goto(`/${slug}/interactions/shown-1`);
  const card = page.getByRole("region", { name: "Shadow answer of small-model" });
  await expect(card).toContainText("large-model · 900 ms · $0.004");
  await expect(card).toContainText("small-model · summarize v2 · 300 ms · $0.001");
  await expect(card).toContainText("It says little (1).");
  await expectSound(page);
  await page.goto(`/${slug}/interactions`);
  await expect(page.getByRole("main")).not.toContainText("small-model");
});
