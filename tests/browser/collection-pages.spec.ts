import { test as base, expect } from "@playwright/test";
import { expectAccessible } from "../driving/accessible.ts";
import { expectAlive } from "../driving/alive.ts";
import { type OwnProject, ownProject } from "../driving/own-project.ts";
import { sessionFile } from "../driving/owner.ts";
import { expectSound } from "../driving/sound.ts";

const test = base.extend<{ own: OwnProject }>({
  own: async ({ request }, use) => use(await ownProject(request, "Collection")),
});

test.use({ storageState: sessionFile() });

/** What comes after is done at a phone's width. */
const WIDE_FIRST = [1440, 390];

const answer = { feature_name: "summary", response_text: "It says so. And more.", model_name: "m" };

test("an interaction shows what users marked in it and what they did with it", async ({ page, own }) => {
  const on = { interaction_id: "int/1", user_id: "u" };
  await own.send("/api/interactions", { ...answer, interaction_id: "int/1" });
  await page.goto(`/${own.slug}/interactions/int%2F1`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("summary");
  await expect(page.getByRole("region", { name: "Annotations" }), "no card where there is none").toHaveCount(
    0,
  );
  await expect(page.getByRole("region", { name: "Signals" })).toHaveCount(0);

  const quote = { exact: "says so", prefix: "It ", suffix: ". And more." };
  await own.send("/api/annotations", {
    ...on,
    quote,
    category: "not_in_source",
    comment: "Where? <b>Here</b>",
  });
  await own.send("/api/signals", {
    signals: [
      { ...on, signal: "dwell", value: 12.5 },
      { ...on, signal: "citation_click" },
    ],
  });
  await page.reload();
  const annotations = page.getByRole("region", { name: "Annotations" });
  await expect(annotations.locator("mark")).toHaveText("says so");
  await expect(annotations).toContainText("…It says so. And more.…");
  await expect(annotations).toContainText("Not in source");
  await expect(annotations, "what was typed stays text").toContainText("Where? <b>Here</b>");
  const signals = page.getByRole("region", { name: "Signals", exact: true });
  await expect(signals).toContainText("Dwell time · 12.5 s");
  await expect(signals).toContainText("Clicked a citation");
  await expectSound(page);
});

test("a response is shown as its user saw it, with the highlights in it, and as the model wrote it", async ({
  page,
  own,
}) => {
  const interaction_id = "int-markdown";
  const response_text =
    "| Plan | Price |\n| --- | --- |\n| Basic | ~~5~~ 6 |\n\nDear Ann,\nuse `const beta` here.";
  await own.send("/api/interactions", { ...answer, interaction_id, response_text });
  const annotate = (exact: string, around: object = {}) =>
    own.send("/api/annotations", { interaction_id, quote: { exact, ...around }, category: "inaccurate" });
  await annotate("Basic");
  await annotate("const b");
  await page.goto(`/${own.slug}/interactions/${interaction_id}`);
  const response = page.getByRole("region", { name: "Response" });
  await expect(response.getByRole("cell", { name: "5 6" })).toBeVisible();
  await expect(response.locator("del")).toHaveText("5");
  await expect(response.locator("p", { hasText: "Dear Ann," }).locator("br")).toHaveCount(1);
  const painted = () =>
    page.evaluate(() => [...(CSS.highlights.get("whetstone-1") ?? [])].map((range) => range.toString()));
  await expect.poll(painted).toEqual(["Basic"]);
  const annotations = page.getByRole("region", { name: "Annotations" });
  await expect(annotations.getByText("Not found in the displayed response.")).toHaveCount(1);
  await annotations.getByRole("button", { name: "Show in response" }).click();
  await expect
    .poll(() => page.evaluate(() => [...(CSS.highlights.get("whetstone-active") ?? [])].map(String)))
    .toEqual(["Basic"]);
  await expectSound(page, WIDE_FIRST);
  await response.getByRole("button", { name: "Raw" }).click();
  await expect(response).toContainText("| Basic | ~~5~~ 6 |");
  await expect(response.getByRole("cell")).toHaveCount(0);
  await expect.poll(painted).toEqual(["Basic"]);
});

test("pending feedback is announced and listed until its interaction is logged", async ({ page, own }) => {
  await own.send("/api/interactions", answer);
  await page.goto(`/${own.slug}/interactions`);
  await expect(page.getByRole("list").filter({ hasText: "It says so" })).toBeVisible();
  await expect(page.getByRole("link", { name: "View pending feedback" }), "nothing is pending").toHaveCount(
    0,
  );

  const on = { interaction_id: "int-late" };
  await own.send("/api/feedback", {
    ...on,
    ...{
      rating_type: "binary",
      rating_value: 0,
      rating_categories: ["too_long"],
      feedback_comment: "Cut it.",
    },
  });
  await own.send("/api/annotations", { ...on, quote: { exact: "It says" }, comment: "It does not." });
  await page.reload();
  await expect(page.getByText("2 events are waiting for their interactions.")).toBeVisible();
  await page.getByRole("link", { name: "View pending feedback" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pending feedback");
  const lines = page.getByRole("main").getByRole("listitem");
  await expect(lines).toHaveCount(2);
  await expect(lines.filter({ hasText: "Thumbs down" })).toContainText("Cut it.");
  await expect(lines.filter({ hasText: "Highlighted a passage" })).toContainText("It does not.");
  await expect(lines.first()).toContainText("int-late");
  await expectSound(page, WIDE_FIRST);

  await page.getByRole("link", { name: "Orphaned 0" }).click();
  await expect(page.getByText("No orphaned feedback")).toBeVisible();
  await expect(page.getByRole("link", { name: "Orphaned 0" })).toHaveAttribute("aria-current", "page");

  await own.send("/api/interactions", { ...answer, ...on });
  await page.getByRole("link", { name: /^Pending/ }).click();
  await expect(page.getByText("No pending feedback")).toBeVisible();
});

test("a long list of pending feedback is paged", async ({ page, own }) => {
  const signals = Array.from({ length: 60 }, (_, index) => ({
    interaction_id: `int-${index}`,
    signal: "copy",
  }));
  await own.send("/api/signals", { signals });
  await page.goto(`/${own.slug}/interactions`);
  await page.getByRole("link", { name: "View pending feedback" }).click();
  const ids = page.getByRole("main").getByRole("listitem").locator("code");
  await expect(ids).toHaveCount(50);
  const seen = await ids.allTextContents();
  await page.getByRole("link", { name: "Older" }).click();
  await expect(ids).toHaveCount(10);
  expect(new Set([...seen, ...(await ids.allTextContents())]).size).toBe(60);
  await page.getByRole("link", { name: "Newest" }).click();
  await expect(ids).toHaveCount(50);

  const main = page.getByRole("main");
  await main.getByRole("button", { name: "Delete", exact: true }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("link", { name: "Pending 59" })).toBeVisible();
  await main.getByRole("button", { name: "Delete all" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete 59 pending events?" });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("No pending feedback")).toBeVisible();
});

test("an interaction says what of it was too much to store", async ({ page, own }) => {
  const metadata = { ticket: "T-1", trace: "y".repeat(20_000) };
  await own.send("/api/interactions", { ...answer, interaction_id: "int-cut", metadata });
  await page.goto(`/${own.slug}/interactions/int-cut`);
  await expect(page.getByText("metadata.trace")).toBeVisible();
  await expect(page.getByRole("region", { name: "Metadata", exact: true })).toContainText("T-1");
  await expectSound(page);
});

test("the write limit is changed on the settings page, and a bad value is named", async ({ page, own }) => {
  await page.goto(`/${own.slug}/settings`);
  const limit = page.getByRole("form", { name: "Writes per minute" });
  const field = limit.getByLabel("Writes per minute");
  await expect(field).toHaveValue("60");
  await expectAlive(field);
  for (const [value, message] of [
    ["", "Must be a number."],
    ["0", "Must be at least 1."],
    ["100001", "Must be at most 100000."],
    ["2.5", "Must be an integer."],
  ] as const) {
    await field.fill(value);
    await limit.getByRole("button", { name: "Save" }).click();
    await expect(field).toHaveAccessibleDescription(new RegExp(message));
  }
  await field.fill("120");
  await limit.getByRole("button", { name: "Save" }).click();
  await expect(limit.getByRole("status")).toContainText("Saved.");
  await expectSound(page, WIDE_FIRST);
  await page.reload();
  await expect(field).toHaveValue("120");
});

test("an answer says that more devices rated it than may, and the settings say how many may", async ({
  page,
  request,
}) => {
  const { slug, publishableKey: key, send } = await ownProject(request, "Devices");
  const logged = await send("/api/interactions", { ...answer, interaction_id: "shared" });
  const { feedback_token } = await logged.json();
  const rate = (device_id: number) =>
    request.post("/api/feedback", {
      data: {
        interaction_id: "shared",
        rating_type: "binary",
        rating_value: 1,
        device_id: String(device_id),
      },
      headers: {
        authorization: `Bearer ${key}`,
        "x-feedback-token": feedback_token,
        origin: "http://localhost",
      },
    });
  for (const device of [1, 2, 3, 4, 5]) expect((await rate(device)).status()).toBe(201);
  await page.goto(`/${slug}/interactions/shared`);
  await expect(page.getByText("more devices rated it than the project settings allow")).toHaveCount(0);
  expect((await rate(6)).status()).toBe(403);
  await page.reload();
  await expect(page.getByText("more devices rated it than the project settings allow")).toBeVisible();
  await expectSound(page, WIDE_FIRST);

  await page.goto(`/${slug}/settings`);
  const limit = page.getByRole("form", { name: "Devices per answer" });
  const devices = limit.getByLabel("Devices per answer");
  await expectAlive(devices);
  await devices.fill("50");
  await limit.getByRole("button", { name: "Save" }).click();
  await expect(limit.getByRole("status")).toContainText("Saved.");
  await page.reload();
  await expect(limit.getByLabel("Devices per answer")).toHaveValue("50");
  await expectSound(page);
});
