import { expect, test } from "@playwright/test";
import { ownProject } from "../driving/own-project.ts";
import { sessionFile } from "../driving/owner.ts";
import { press } from "../driving/press.ts";
import { expectSound } from "../driving/sound.ts";

test.use({ storageState: sessionFile() });

/** Answers of a model in a segment, each of another user and rated. */
const answered = (model_name: string, segment: string, count: number, up: number) =>
  Array.from({ length: count }, (_, at) => {
    const interaction_id = crypto.randomUUID();
    const answer = { feature_name: "reply", response_text: "So.", user_id: interaction_id, segment };
    const cost = { response_latency_ms: 400 + (at % 10), cost_usd: 0.002 + (at % 10) / 100_000 };
    return [
      { type: "interaction", interaction_id, model_name, ...answer, ...cost },
      { type: "feedback", interaction_id, rating_type: "binary", rating_value: at < up ? 1 : 0 },
    ];
  }).flat();

test("a model is recommended with what may explain it, put into production, switched and rolled back", async ({
  page,
  request,
}) => {
  test.slow();
  const { slug, send } = await ownProject(request, "Models");
  for (const events of [
    [...answered("small", "easy", 120, 110), ...answered("small", "hard", 120, 30)],
    answered("large", "easy", 200, 184),
  ])
    await send("/api/events", { events });

  await page.goto(`/${slug}/features`);
  await page.getByRole("link", { name: "Model choice of reply" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Model choice: reply");
  const verdict = page.getByRole("region", { name: "Recommendation" });
  await expect(verdict).toContainText("Not enough data");
  await expect(verdict).toContainText(/“large” looks better, .*with the same mix of cohorts/);
  await expect(verdict).toContainText("Users were not assigned to models at random.");
  await expect(page.getByRole("row", { name: /^small/ }).first()).toContainText("Current");
  await expect(page.getByRole("row", { name: /^Segments/ })).toContainText(/Differs.*50\.0%.*easy: 50\.0%/);
  await expectSound(page);

  await press(page, "Set production");
  await expect(page.getByLabel("Model", { exact: true })).toHaveValue("small");
  await page.getByLabel("Reason").fill("As it was.");
  await press(page, "Switch");
  const history = page.getByRole("region", { name: "Label history" }).getByRole("listitem");
  await expect(history).toHaveText([/^productionadded to small.*As it was\.$/]);
  await press(page, "Switch production");
  await page.getByLabel("Model", { exact: true }).fill("large");
  await page.getByLabel("Reason").fill("To try.");
  await expectSound(page);
  await press(page, "Switch");
  await expect(history.first()).toHaveText(/^productionsmall → large.*To try\.$/);
  await press(page, "Roll back production to small");
  await expect(history.first()).toHaveText(/^productionlarge → small.*Rolled back from large\.$/);
  await expect(page.getByRole("button", { name: /^Roll back/ })).toHaveCount(0);

  const allow = page.getByLabel(/^Switch the production model automatically/);
  await allow.click();
  await expect(page.getByText("On. Today's run recommends no switch.")).toBeVisible();
  await expect(page.getByText(/^Allowed by /)).toBeVisible();
  await expectSound(page);

  await page.goto(`/${slug}/trends?metric=interactions&days=7`);
  await expect(
    page.getByTitle(/Label reply model:production → large, Label reply model:production → small/).first(),
  ).toBeVisible();
  await page.goto(`/${slug}/models`);
  await expect(page.getByRole("region", { name: "Model choice by feature" })).toContainText(
    "production → small",
  );
});

test("a feature that nothing tells of is not found", async ({ page, request }) => {
  const { slug } = await ownProject(request, "Models");
  await page.goto(`/${slug}/models/none`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
});
