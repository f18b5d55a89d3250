import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { crashPage } from "../driving/crash-page.ts";
import { ownProject } from "../driving/own-project.ts";
import { sessionFile } from "../driving/owner.ts";

test.use({ storageState: sessionFile() });

const tasks = ["Summarise an article", "Answer a support mail", "Draft an announcement"];
const kept = "Kept on this device. It will be sent when you are back online.";
const keptForServer = "Kept on this device. It will be sent when the server is back.";

/** The part of the page that shows; the other tasks' drafts are hidden. */
const shown = (page: Page, text: string | RegExp) =>
  page.getByRole("status").filter({ hasText: text }).locator("visible=true");
const choose = (page: Page, task: string) => page.getByRole("radio", { name: task }).check({ force: true });
const up = (page: Page) => page.getByRole("button", { name: "Good response" });

interface Answers {
  /** The address of the page. */
  playground: string;
  interactions: string[];
  secretKey: string;
}

/** Opens the playground of a new project, so that no other test counts these ratings. */
async function openPlayground(page: Page): Promise<string> {
  const { slug, secretKey } = await ownProject(page.request, "Offline");
  await page.goto(`/playground?project=${slug}`);
  return secretKey;
}

/** Has a draft of each task written. */
async function threeAnswers(page: Page): Promise<Answers> {
  const secretKey = await openPlayground(page);
  const interactions: string[] = [];
  for (const task of tasks) {
    await choose(page, task);
    await page.getByRole("button", { name: "Generate draft" }).click();
    await expect(up(page)).toBeVisible();
    const origin = page.locator("span", { hasText: /^Interaction/ }).locator("visible=true");
    interactions.push((await origin.locator("code").textContent())?.trim() ?? "");
  }
  return { playground: page.url(), interactions, secretKey };
}

/** Presses a thumb under each answer, and waits until its widget says `words`. */
async function rateAll(page: Page, words: string): Promise<void> {
  for (const task of tasks) {
    await choose(page, task);
    await up(page).click();
    await expect(up(page)).toHaveAttribute("aria-pressed", "true");
    await expect(shown(page, words)).toBeVisible();
  }
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
async function storedOf(request: APIRequestContext, answers: Answers): Promise<number[]> {
  const headers = { authorization: `Bearer ${answers.secretKey}` };
  const counts = answers.interactions.map(async (id) => {
    const answer = await request.get(`/api/feedback/${encodeURIComponent(id)}`, { headers });
    expect(answer.ok(), await answer.text()).toBe(true);
    return ((await answer.json()) as { data: unknown[] }).data.length;
  });
  return Promise.all(counts);
}

test("three answers rated offline all arrive once, when the device is back online", async ({
  page,
  context,
  request,
}) => {
  const answers = await threeAnswers(page);
  const arrived = acknowledged(page);
  await context.setOffline(true);
  await rateAll(page, kept);
  expect(await storedOf(request, answers)).toEqual([0, 0, 0]);
  await context.setOffline(false);
  for (const task of tasks) {
    await choose(page, task);
    await expect(shown(page, "Thank you for your rating.")).toBeVisible();
  }
  expect(await storedOf(request, answers)).toEqual([1, 1, 1]);
  // The page may have read the answers before this process has.
  await expect.poll(() => new Set(arrived).size).toBe(3);
  expect(arrived).toHaveLength(3);
});

test("what was rated offline outlives the page, and arrives once with the next one", async ({
  page,
  context,
  request,
}) => {
  const answers = await threeAnswers(page);
  await context.setOffline(true);
  await rateAll(page, kept);
  await crashPage(page);
  await context.setOffline(false);
  expect(await storedOf(request, answers)).toEqual([0, 0, 0]);
  const next = await context.newPage();
  const arrived = acknowledged(next);
  await next.goto(answers.playground);
  await expect.poll(() => arrived.length).toBe(3);
  expect(await storedOf(request, answers)).toEqual([1, 1, 1]);
  await next.reload();
  await next.getByRole("button", { name: "Generate draft" }).click();
  await expect(up(next)).toBeVisible();
  expect(arrived).toHaveLength(3);
});

test("what no request could carry goes with the page that is left, and sent again it is the same", async ({
  page,
  request,
}) => {
  const answers = await threeAnswers(page);
  // Requests of the page, not the beacons that the browser sends after it.
  await page.route("**/api/events", (route) => route.abort());
  await rateAll(page, keptForServer);
  await page.reload();
  await expect.poll(() => storedOf(request, answers)).toEqual([1, 1, 1]);
  // Nobody has acknowledged them yet, so the page tries again by itself: its queue, and the drafts that it shows again.
  const arrived = acknowledged(page);
  await page.unroute("**/api/events");
  await expect.poll(() => new Set(arrived).size, { timeout: 30_000 }).toBe(3);
  expect(await storedOf(request, answers)).toEqual([1, 1, 1]);
});

test("a comment typed offline stays in sight, and is stored without another press", async ({
  page,
  context,
}) => {
  await openPlayground(page);
  await page.getByRole("button", { name: "Generate draft" }).click();
  await page.getByRole("button", { name: "Bad response" }).click();
  const comment = page.getByRole("textbox", { name: /^Comment/ }).first();
  // The panel closes itself on Escape, so there must be one.
  await expect(comment).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(shown(page, "Thank you for your rating.")).toBeVisible();
  await page.getByRole("button", { name: "Tell us more" }).click();
  await comment.fill("Typed while the network was fine");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(shown(page, kept)).toBeVisible();
  await expect(comment).toHaveValue("Typed while the network was fine");
  await context.setOffline(false);
  await expect(shown(page, "Thank you for the details.")).toBeVisible();
});
