import { test as base, expect } from "@playwright/test";
import { expectAccessible } from "../driving/accessible.ts";
import { expectAlive } from "../driving/alive.ts";
import { ownProject } from "../driving/own-project.ts";
import { sessionFile } from "../driving/owner.ts";
import { expectFits } from "../driving/sound.ts";
import { countAt, figuresOf } from "../driving/walk-figures.ts";

/** A project with scores of answers of two models and of a session, none of them declared. */
const test = base.extend<{ scored: { slug: string } }>({
  scored: async ({ request }, use) => {
    const { slug, send } = await ownProject(request, "Scores");
    const interaction = (interaction_id: string, model_name: string, session_id: string) => ({
      ...{ type: "interaction", interaction_id, model_name, session_id },
      ...{
        feature_name: "summary",
        response_text: "It says so.",
        prompt_template: "short",
        prompt_version: "v1",
      },
    });
    const score = (score_name: string, more: object) => ({
      ...{ type: "feedback", rating_type: "score", score_name },
      ...more,
    });
    const events = [
      ...[interaction("a", "small", "s"), interaction("b", "large", "s"), interaction("c", "small", "t")],
      ...["u", "v"].map((user_id) => score("grade", { interaction_id: "a", user_id, score_label: "good" })),
      score("grade", { interaction_id: "b", user_id: "u", score_label: "poor" }),
      score("grade", { interaction_id: "c", user_id: "u", score_label: "poor", source: "reviewer" }),
      ...[0.25, 0.5, 0.9].map((score_value, index) =>
        score("similarity", { interaction_id: ["a", "b", "c"][index], score_value }),
      ),
      score("solved", { session_id: "s", score_value: true }),
    ];
    await send("/api/events", { events });
    await use({ slug });
  },
});

test.use({ storageState: sessionFile() });

const similarity = encodeURIComponent('score:["similarity","interaction"]');
for (const path of [
  "/scores",
  "/models",
  "/prompt-versions",
  "/features",
  `/trends?metric=${similarity}`,
  "",
]) {
  test(`every figure of scores on ${path || "/"} opens the values that it counts`, async ({
    page,
    scored,
  }) => {
    // As many lists are opened as there are figures.
    test.slow();
    const figures = (await figuresOf(page, `/${scored.slug}${path}`)).filter(({ unit }) => unit === "scores");
    expect(figures).not.toEqual([]);
    for (const figure of figures) expect(figure.seen).toContain(String(figure.count));
    // A chart and its table lead to the same lists.
    for (const figure of new Map(figures.map((each) => [each.href, each])).values())
      expect(await countAt(page, figure), figure.href).toBe(figure.count);
  });
}

test("a figure of scores leads to its answers", async ({ page, scored }) => {
  await page.goto(`/${scored.slug}/models`);
  await page
    .getByRole("region", { name: "Scores by model" })
    .getByRole("link", { name: "n = 2" })
    .first()
    .click();
  await expect(page.getByRole("status").filter({ hasText: "2 scores on 1 interaction" })).toBeVisible();
});

test("a project without scores sees none of them", async ({ page, request }) => {
  const { slug, send } = await ownProject(request, "Plain");
  const answer = { feature_name: "summary", model_name: "small", response_text: "It says so." };
  await send("/api/interactions", answer);
  for (const path of ["", "/models", "/prompt-versions", "/features"]) {
    await page.goto(`/${slug}${path}`);
    await expect(page.getByRole("link", { name: /^(1 interaction|n = 1$)/ }).first()).toBeVisible();
    await expect(page.getByRole("region", { name: /score/i })).toHaveCount(0);
  }
  await page.goto(`/${slug}/trends`);
  await expect(page.getByLabel("Metric").locator("optgroup")).toHaveCount(3);
});

for (const width of [1440, 390]) {
  test(`pages with scores are accessible and fit at ${width} pixels`, async ({ page, scored }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const [path, name] of [
      ["/scores", "grade"],
      ["/models", "Scores by model"],
      ["", "Scores"],
    ] as const) {
      await page.goto(`/${scored.slug}${path}`);
      await expect(page.getByRole("region", { name, exact: true })).toBeVisible();
      await expectAccessible(page);
      await expectFits(page);
    }
  });
}

test("a learned score is confirmed on the settings page, and a new one declared", async ({
  page,
  scored,
}) => {
  await page.goto(`/${scored.slug}/settings`);
  const grade = page.getByRole("form", { name: "Score grade" });
  await expect(grade.getByText("Learned, not confirmed")).toBeVisible();
  await expect(grade.getByLabel("Labels")).toHaveValue("good\npoor");
  await expectAlive(grade.getByLabel("Labels"));
  await grade.getByLabel("Labels").fill("poor\ngood\nexcellent");
  await grade.getByRole("button", { name: "Confirm" }).click();
  await expect(grade.getByText("Saved. Takes effect immediately.")).toBeVisible();
  await expect(grade.getByText("Learned, not confirmed")).toBeHidden();
  const made = page.getByRole("form", { name: "New score" });
  await made.getByLabel("Name").fill("task solved");
  await made.getByRole("button", { name: "Add score" }).click();
  await expect(page.getByRole("form", { name: "Score task solved" })).toBeVisible();
  await page.reload();
  await expect(grade.getByLabel("Labels")).toHaveValue("poor\ngood\nexcellent");
});

test("an interaction shows its scores, those of its session and those of reviewers", async ({
  page,
  scored,
}) => {
  await page.goto(`/${scored.slug}/interactions/c`);
  const feedback = page.getByRole("region", { name: "Feedback" });
  await expect(feedback.getByText("Reviewer", { exact: true })).toBeVisible();
  await page.goto(`/${scored.slug}/interactions/a`);
  await expect(feedback.getByText(/^Solved: yes/)).toBeVisible();
  await expect(feedback.getByText("Session", { exact: true })).toBeVisible();
});

test("a reviewer scores an answer on its page, apart from users, and may change the score", async ({
  page,
  scored,
}) => {
  await page.goto(`/${scored.slug}/interactions/b`);
  const form = page.getByRole("form", { name: "Your score" });
  await expectAlive(form.getByLabel("Score", { exact: true }));
  await form.getByLabel("Score", { exact: true }).selectOption("grade");
  await form.getByLabel("Value", { exact: true }).selectOption("good");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Saved.")).toBeVisible();
  const feedback = page.getByRole("region", { name: "Feedback" });
  await expect(feedback.getByText(/^Grade: good/)).toBeVisible();
  await expect(feedback.getByText("Reviewer", { exact: true })).toHaveCount(1);
  await form.getByLabel("Value", { exact: true }).selectOption("poor");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(feedback.getByText(/^Grade: poor/)).toHaveCount(2);
  await expect(feedback.getByText("Reviewer", { exact: true })).toHaveCount(1);
  await form.getByLabel("Score", { exact: true }).selectOption("similarity");
  await form.getByLabel("Value").fill("much");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("must be true, false or a number")).toBeVisible();
  await expectAccessible(page);
});
