import { expect, test } from "@playwright/test";
import { expectAlive } from "../driving/alive.ts";
import { sessionFile } from "../driving/owner.ts";
import { expectSound } from "../driving/sound.ts";

test.use({ storageState: sessionFile() });

/** Answers of two days ago that were slow for three hours. */
const slow = () =>
  [50, 49, 48].map((back, index) => ({
    ...{ type: "interaction", interaction_id: `slow-${index}`, feature_name: "f", model_name: "m" },
    ...{ response_text: "r", response_latency_ms: 20_000 },
    created_at: new Date(Date.now() - back * 3_600_000).toISOString(),
  }));

test("a rule is made with a preview, muted, read with its history, paused, edited and deleted", async ({
  page,
  request,
}) => {
  test.slow();
  const made = await request.post("/api/projects", { data: { name: `Alerts ${crypto.randomUUID()}` } });
  const { project_slug: slug, secret_key } = await made.json();
  const headers = { authorization: `Bearer ${secret_key}` };
  await request.post("/api/events", { headers, data: { events: slow() } });

  await page.goto(`/${slug}/alerts`);
  await expect(page.getByRole("link", { name: "The positive rate fell" })).toBeVisible();
  await expect(page.getByText("The positive rate of all answers is worse than usual")).toBeVisible();
  await expectSound(page);

  await page.getByRole("link", { name: "New rule" }).click();
  await expect(page).toHaveURL(/\/new-alert$/);
  await expectAlive(page.getByRole("button", { name: "Create rule" }));
  await page.getByRole("button", { name: "Answers are slow" }).click();
  const preview = page.getByRole("region", { name: "The last 30 days with this rule" });
  await page.getByLabel("At least n").fill("1");
  await page.getByLabel("Bad for, in minutes").fill("0");
  await expect(preview.getByText(/^It would have fired 1 time/)).toBeVisible();
  await page.getByRole("button", { name: "Only some answers" }).click();
  await page.getByLabel("Value 1").fill("other");
  await expect(preview.getByText("It would not have fired.")).toBeVisible();
  await page.getByRole("button", { name: "Remove dimension 1" }).click();
  await page.getByRole("button", { name: "Add mute window" }).click();
  await page.getByLabel("Time zone").fill("Mars/Base");
  await page.getByRole("button", { name: "Create rule" }).click();
  await expect(page.getByText("Check the highlighted fields.")).toBeVisible();
  await expect(page.getByText(/IANA time zone/)).toBeVisible();
  await expectSound(page);
  await page.getByLabel("Time zone").fill("Europe/Berlin");
  await page.getByRole("button", { name: "Create rule" }).click();

  await expect(page.getByRole("heading", { name: "Answers are slow", level: 1 })).toBeVisible();
  await expect(
    page.getByText("The 95th percentile of latency of all answers is above 10,000 ms within 1 hour."),
  ).toBeVisible();
  await expect(page.getByRole("region", { name: /over the last 30 days/ })).toBeVisible();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText(/^Paused by /)).toBeVisible();
  await expectSound(page);

  await page.getByRole("link", { name: "Edit" }).click();
  await expectAlive(page.getByRole("button", { name: "Save" }));
  await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Berlin");
  await page.getByLabel("Name").fill("Very slow");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Very slow", level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "Alerts", exact: true }).first().click();
  await expect(page.getByRole("region", { name: "Paused (1)" }).getByText("Very slow")).toBeVisible();
  await page.getByRole("link", { name: "Very slow" }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete rule" }).click();
  await expect(page.getByRole("link", { name: "The positive rate fell" })).toBeVisible();
  await expect(page.getByText("Very slow")).toBeHidden();
});
