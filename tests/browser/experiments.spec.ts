import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../driving/accessible.ts";
import { expectAlive } from "../driving/alive.ts";
import { ownProject } from "../driving/own-project.ts";
import { sessionFile } from "../driving/owner.ts";
import { press } from "../driving/press.ts";
import { expectSound } from "../driving/sound.ts";
import { takeExperimentStep } from "../driving/take-experiment-step.ts";

test.use({ storageState: sessionFile() });

/** Forty users, half of them in each arm, each with an answer and a thumb. */
const events = Array.from({ length: 40 }, (_, index) => {
  const [interaction_id, user_id] = [`experiment-${index}`, `user-${index}`];
  const isUp = index % 4 < 2;
  const interaction = {
    ...{ type: "interaction", interaction_id, user_id, feature_name: "summary", model_name: "m" },
    ...{ response_text: "It is so.", experiment: "short-answers" },
    variant: index % 2 === 0 ? "control" : "candidate",
  };
  const thumb = {
    type: "feedback",
    interaction_id,
    user_id,
    rating_type: "binary",
    rating_value: isUp ? 1 : 0,
  };
  return [interaction, isUp ? thumb : { ...thumb, rating_categories: ["too_long"] }];
}).flat();

test("an experiment is written down, started, fed, paused and stopped, and says what it knows on the way", async ({
  page,
  request,
}) => {
  test.slow();
  const { slug, send } = await ownProject(request, "Experiments");
  await page.goto(`/${slug}/experiments`);
  await expect(page.getByText("No experiments", { exact: true })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "New experiment" }).first().click();
  await expect(page).toHaveURL(/\/new-experiment$/);
  const name = page.getByLabel("Name", { exact: true });
  await expectAlive(name);
  await name.fill("short-answers");
  await page.getByLabel("Arms differ in").selectOption("custom");
  await page.getByLabel("Share in %").last().fill("40");
  await expect(page.getByText(/^Not enough data: 0 users/)).toBeVisible();
  await page.getByRole("button", { name: "Create draft" }).click();
  await expect(page.getByText("Must have weights that add up to 1, not 0.9.")).toBeVisible();
  await expectSound(page);
  await page.getByLabel("Share in %").last().fill("50");
  await page.getByRole("button", { name: "Create draft" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("short-answers");
  await takeStepRefused(page);
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await expectAlive(page.getByRole("textbox", { name: "Hypothesis" }));
  await page.getByRole("textbox", { name: "Hypothesis" }).fill("Shorter answers are liked better.");
  await expectSound(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Shorter answers are liked better.")).toBeVisible();
  await takeExperimentStep(page, "Start", "Reviewed by the team.");
  await expect(page.getByText("Running", { exact: true })).toBeVisible();

  await send("/api/events", { events });
  const result = page.getByRole("region", { name: "Result" });
  // A reader leaves the counting to the job where that is at it.
  await expect(async () => {
    await page.reload();
    await expect(result).toContainText("“candidate” has 20 ratings from 20 users", { timeout: 500 });
  }).toPass();
  await expect(result.getByText("Not enough data", { exact: true })).toBeVisible();
  const row = page
    .getByRole("region", { name: "Arms", exact: true })
    .getByRole("row", { name: /^candidate/ });
  await expect(row).toContainText("50.0%");
  await expect(row).toContainText("n = 20");
  const picture = page.getByRole("region", { name: "Difference over time" });
  await expect(picture.locator(".recharts-surface").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Categories by arm" }).getByText("Too long")).toBeVisible();
  await expectSound(page);

  await page.getByRole("button", { name: "Change split", exact: true }).click();
  const split = page.getByRole("dialog");
  await split.getByLabel("control").fill("20");
  await split.getByRole("button", { name: "Change split" }).click();
  await expect(split.getByText(/add up to 1, not 0\.7/).first()).toBeVisible();
  await split.getByLabel("candidate").fill("80");
  await expectAccessible(page);
  await split.getByRole("button", { name: "Change split" }).click();
  await expect(split).toBeHidden();
  await expect(row).toContainText("80%");

  await takeExperimentStep(page, "Pause", "The model is down.");
  await expect(page.getByText("Paused", { exact: true }).first()).toBeVisible();
  await takeExperimentStep(page, "Stop", "Not worth it.");
  await expect(page.getByRole("region", { name: "Decision" })).toContainText("Not worth it.");
  const history = page.getByRole("region", { name: "History" });
  await expect(history.getByRole("heading", { level: 3 })).toHaveText([
    "Stopped",
    "Paused",
    "Split changed",
    "Started",
    "Created",
  ]);
  await page.goto(`/${slug}/experiments`);
  await expect(page.getByRole("row", { name: /short-answers/ })).toContainText("Stopped");
  await expectSound(page);
});

/** A start without a reason, and then without a hypothesis, is refused by name. */
async function takeStepRefused(page: Page): Promise<void> {
  await press(page, "Start");
  const dialog = page.getByRole("dialog");
  const start = dialog.getByRole("button", { name: "Start", exact: true });
  await start.click();
  await expect(dialog.getByText("Must not be empty.")).toBeVisible();
  await dialog.getByLabel("Reason").fill("Reviewed by the team.");
  await start.click();
  await expect(dialog.getByText("hypothesis: Must be written before the experiment starts.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
}
