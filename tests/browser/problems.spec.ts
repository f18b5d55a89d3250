import { expect, type Page, test } from "@playwright/test";
import { expectAlive } from "../driving/alive.ts";
import { sessionFile } from "../driving/owner.ts";
import { expectSound } from "../driving/sound.ts";

test.use({ storageState: sessionFile() });

const HOUR_MS = 3_600_000;

/** Ten days with an answer an hour by each of two models; one has been bad with a new prompt for a day and a half. */
const events = Array.from({ length: 240 }, (_, hoursAgo) =>
  ["mini", "large"].flatMap((model_name) => {
    const isNew = hoursAgo < 36;
    const isComplaint = model_name === "mini" && isNew && hoursAgo % 10 > 0;
    const isBad = isComplaint || (!(model_name === "mini" && isNew) && hoursAgo % 7 === 0);
    const [interaction_id, user_id] = [`problem-${model_name}-${hoursAgo}`, `user-${model_name}-${hoursAgo}`];
    const interaction = {
      ...{ type: "interaction", interaction_id, user_id, feature_name: "support", model_name },
      ...{ response_text: "It is so.", prompt_template: "reply", prompt_version: isNew ? "v7" : "v6" },
      created_at: new Date(Date.now() - (hoursAgo + 1) * HOUR_MS).toISOString(),
    };
    const thumb = { type: "feedback", interaction_id, user_id, rating_type: "binary" };
    const complaint = { rating_categories: ["wrong_tone"], feedback_comment: "Far too blunt for a customer" };
    return [interaction, { ...thumb, rating_value: isBad ? 0 : 1, ...(isComplaint ? complaint : {}) }];
  }),
).flat();

async function takeStep(page: Page, step: string, note: string): Promise<void> {
  const button = page.getByRole("button", { name: step, exact: true });
  await expectAlive(button);
  await button.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill(note);
  await dialog.getByRole("button", { name: step, exact: true }).click();
  await expect(dialog).toBeHidden();
}

test("a planted regression is found by itself, read, and fixed", async ({ page, request }) => {
  test.slow();
  const made = await request.post("/api/projects", { data: { name: `Problems ${crypto.randomUUID()}` } });
  const { project_slug: slug, secret_key: key } = await made.json();
  await page.goto(`/${slug}/problems`);
  await expect(page.getByText("Not looked yet", { exact: true })).toBeVisible();
  await expectSound(page);
  const headers = { authorization: `Bearer ${key}` };
  const sent = await request.post("/api/events", { data: { events }, headers });
  expect(sent.status(), await sent.text()).toBe(201);

  const title = "Answers of mini since prompt v7 are rated worse";
  const link = page.getByRole("link", { name: title });
  await expect(async () => {
    await page.reload();
    await expect(link).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await expectSound(page);
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByText("of 36 thumbs are down")).toBeVisible();
  await expect(page.getByRole("region", { name: "Recurring comments" })).toContainText("Far too blunt");
  await expect(page.getByRole("region", { name: "What changed before" })).toContainText("reply v7");
  await expectSound(page);

  await takeStep(page, "Start fixing", "v7 dropped the tone rules.");
  await expect(page.getByText("Being fixed", { exact: true })).toBeVisible();
  await takeStep(page, "Fix shipped", "v8 has them again.");
  await expect(page.getByText("Shipped, not yet verified", { exact: true })).toBeVisible();
  const history = page.getByRole("region", { name: "History" });
  await expect(history.getByRole("listitem")).toHaveCount(3);
  await expect(history).toContainText("v8 has them again.");
  await page.goto(`/${slug}/problems?show=work`);
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  const { data } = await (await request.get("/api/problems?state=fixed", { headers })).json();
  expect(data).toMatchObject([{ title, scope: { model: "mini", prompt_version: "v7" }, state: "fixed" }]);
});
