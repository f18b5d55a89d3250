import { expect, test } from "@playwright/test";
import { ownProject } from "../driving/own-project.ts";
import { sessionFile } from "../driving/owner.ts";
import { clickAlive } from "../driving/press.ts";
import { expectSound } from "../driving/sound.ts";

test.use({ storageState: sessionFile() });

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
  const { slug, send } = await ownProject(request, "Shadows");
  await page.goto(`/${slug}/shadows`);
  await expect(page.getByText("No shadow answers", { exact: true })).toBeVisible();
  await expectSound(page);
  await send("/api/events", { events });

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
    await clickAlive(page.getByRole("button", { name: "A is better" }));
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
