import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { owner, sessionFile } from "../owner.ts";

test.use({ storageState: sessionFile() });

const tasks = ["Summarise an article", "Answer a support mail", "Draft an announcement"];
const kept = "Kept on this device. It will be sent when you are back online.";
const keptForServer = "Kept on this device. It will be sent when the server can take it.";

/** The part of the page that shows; the other tasks' drafts are hidden. */
const shown = (page: Page, text: string | RegExp) =>
  page.getByRole("status").filter({ hasText: text }).locator("visible=true");
const choose = (page: Page, task: string) => page.getByRole("radio", { name: task }).check({ force: true });
const up = (page: Page) => page.getByRole("button", { name: "Good response" });

/** Opens the playground and has a draft of each task written; gives the interactions' ids. */
async function threeAnswers(page: Page): Promise<string[]> {
  await page.goto("/playground");
  const ids: string[] = [];
  for (const task of tasks) {
    await choose(page, task);
    await page.getByRole("button", { name: "Write a draft" }).click();
    await expect(up(page)).toBeVisible();
    const origin = page.locator("span", { hasText: /^Interaction/ }).locator("visible=true");
    ids.push((await origin.locator("code").textContent())?.trim() ?? "");
  }
  return ids;
}

/** The ratings that the server acknowledged in this page, by id, one for each answer to each request. */
function acknowledged(page: Page): string[] {
  const ids: string[] = [];
  page.on("response", async (response) => {
    if (!response.url().endsWith("/api/events") || !response.ok()) return;
    const { results } = (await response.json()) as { results: { feedback_id?: string }[] };
    ids.push(...results.flatMap(({ feedback_id }) => feedback_id ?? []));
  });
  return ids;
}

/** How many ratings the server has of each interaction. */
async function storedOf(request: APIRequestContext, interactions: string[]): Promise<number[]> {
  const headers = { authorization: `Bearer ${owner().secretKey}` };
  const counts = interactions.map(async (id) => {
    const answer = await request.get(`/api/feedback/${encodeURIComponent(id)}`, { headers });
    expect(answer.ok(), await answer.text()).toBe(true);
    return ((await answer.json()) as { feedback: unknown[] }).feedback.length;
  });
  return Promise.all(counts);
}

test("three answers rated offline all arrive once, when the device is back online", async ({
  page,
  context,
  request,
}) => {
  const interactions = await threeAnswers(page);
  const arrived = acknowledged(page);
  await context.setOffline(true);
  for (const task of tasks) {
    await choose(page, task);
    await up(page).click();
    await expect(up(page)).toHaveAttribute("aria-pressed", "true");
    await expect(shown(page, kept)).toBeVisible();
  }
  expect(await storedOf(request, interactions)).toEqual([0, 0, 0]);
  await context.setOffline(false);
  for (const task of tasks) {
    await choose(page, task);
    await expect(shown(page, "Thank you for your rating.")).toBeVisible();
  }
  expect(await storedOf(request, interactions)).toEqual([1, 1, 1]);
  expect([arrived.length, new Set(arrived).size]).toEqual([3, 3]);
});

test("what was rated while the server was out of reach arrives once after a reload", async ({
  page,
  request,
}) => {
  const interactions = await threeAnswers(page);
  await page.route("**/api/events*", (route) => route.abort());
  for (const task of tasks) {
    await choose(page, task);
    await up(page).click();
    await expect(shown(page, keptForServer)).toBeVisible();
  }
  await page.reload();
  const arrived = acknowledged(page);
  expect(await storedOf(request, interactions)).toEqual([0, 0, 0]);
  await page.unroute("**/api/events*");
  await page.reload();
  await expect.poll(() => arrived.length).toBe(3);
  expect(await storedOf(request, interactions)).toEqual([1, 1, 1]);
  await page.reload();
  await page.getByRole("button", { name: "Write a draft" }).click();
  await expect(up(page)).toBeVisible();
  expect(arrived).toHaveLength(3);
});

test("a comment typed offline stays in sight, and is stored without another press", async ({
  page,
  context,
}) => {
  await page.goto("/playground");
  await page.getByRole("button", { name: "Write a draft" }).click();
  await page.getByRole("button", { name: "Bad response" }).click();
  await expect(shown(page, "Thank you for your rating.")).toBeVisible();
  const comment = page.getByRole("textbox", { name: /^Comment/ }).first();
  await comment.fill("Typed while the network was fine");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(shown(page, kept)).toBeVisible();
  await expect(comment).toHaveValue("Typed while the network was fine");
  await context.setOffline(false);
  await expect(shown(page, "Thank you for the details.")).toBeVisible();
});
