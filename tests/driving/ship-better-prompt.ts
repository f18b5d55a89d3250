import { expect, type Locator, type Page, test } from "@playwright/test";
import { createServerClient } from "#components/feedback/client/index.ts";
import { expectAccessible } from "./accessible.ts";
import { expectAlive } from "./alive.ts";
import { press } from "./press.ts";
import { takeExperimentStep } from "./take-experiment-step.ts";

/** The sample project at an app that has a model. */
export interface Shop {
  /** The app's origin. */
  origin: string;
  /** A secret key of the project. */
  secretKey: string;
}

const TEMPLATE = "summarize-article";
const EXPERIMENT = "three-points";
const USERS = 2_000;

/**
 * From a prompt that only answers name to a better one in production, and back: the next version is written, run on
 * logged inputs, given to half of 2,000 users, found to be better by what they say, promoted, and rolled back.
 */
export async function shipBetterPrompt(page: Page, shop: Shop): Promise<void> {
  const project = `${shop.origin}/sample-project`;
  await test.step("what is in production is written down, and the next version", () => write(page, shop));
  await test.step("the next version is run on logged inputs", () => bench(page, project));
  await test.step("an experiment is started", () => start(page, project));
  await test.step("2,000 users get and rate one of the two", () => feed(shop));
  await test.step("it is decided, and promoted", () => promote(page, project));
  await test.step("the trend has the marker, and the label is rolled back", () => rollBack(page, project));
}

async function write(page: Page, { origin, secretKey }: Shop): Promise<void> {
  const headers = { authorization: `Bearer ${secretKey}` };
  const text = "Summarize the article in at most three sentences. Begin with the news.\n\n{{input}}";
  const first = await page.request.post(`${origin}/api/prompts`, {
    data: { template: TEMPLATE, kind: "text", text, note: "As the product has it." },
    headers,
  });
  expect(first.status(), await first.text()).toBe(201);
  expect((await first.json()).version, "after those that were logged").toBe("v3");
  const label = await page.request.put(`${origin}/api/prompts/${TEMPLATE}/labels/production`, {
    data: { version: "v3", reason: "In production." },
    headers,
  });
  expect(label.ok(), await label.text()).toBe(true);

  await page.goto(`${origin}/sample-project/prompts/${TEMPLATE}`);
  await page.getByRole("link", { name: "New version" }).click();
  const field = page.getByLabel("Text", { exact: true });
  await expectAlive(field);
  await field.fill("Summarize the article in three points. Keep every number.\n\n{{input}}");
  await press(page, "Add version");
  await expect(page.getByRole("region", { name: "Version v4" })).toContainText("in three points");
}

async function bench(page: Page, project: string): Promise<void> {
  await page.goto(`${project}/prompts/${TEMPLATE}/bench?version=v4`);
  const run = page.getByRole("button", { name: "Run v4", exact: true });
  await expectAlive(run);
  await page.getByLabel("Number of inputs").fill("5");
  await run.click();
  const card = page.getByRole("region", { name: "Run of v4" });
  await expect(card.getByText("Finished", { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(card.getByRole("status")).toHaveText("5 of 5 inputs done: 5 answered");
  await expect(card.getByRole("listitem").first()).toContainText(
    "Echo: Summarize the article in three points.",
  );
  await expectAccessible(page);
}

async function start(page: Page, project: string): Promise<void> {
  await page.goto(`${project}/new-experiment`);
  const name = page.getByLabel("Name", { exact: true });
  await expectAlive(name);
  await name.fill(EXPERIMENT);
  await page.getByRole("textbox", { name: "Hypothesis" }).fill("Three points are liked better.");
  await page.getByLabel("Arms differ in").selectOption("prompt");
  await page.getByLabel("Prompt template").fill(TEMPLATE);
  await page.getByLabel("Label", { exact: true }).fill("production");
  await page.getByLabel("Prompt version").first().fill("v3");
  await page.getByLabel("Prompt version").last().fill("v4");
  await press(page, "Create draft");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(EXPERIMENT);
  await takeExperimentStep(page, "Start", "The bench looks good.");
  await expect(page.getByText("Running", { exact: true })).toBeVisible();
}

/** Each user asks for the prompt, gets an answer and rates it: of ten users six like v3, and eight v4. */
async function feed({ origin, secretKey }: Shop): Promise<void> {
  const refused: string[] = [];
  const client = createServerClient({
    ...{ baseUrl: origin, secretKey },
    onRefused: ({ type }, { message }) => refused.push(`${type}: ${message}`),
  });
  const served = { v3: 0, v4: 0 };
  const ratings: object[] = [];
  for (let index = 0; index < USERS; index++) {
    const user = `reader-${index}`;
    const prompt = await client.getPrompt(TEMPLATE, {
      user,
      variables: { input: `Article ${index}` },
      fallback: "",
    });
    const version = prompt.version as keyof typeof served;
    const { interactionId } = client.logInteraction({
      ...{ feature_name: "article-summary", model_name: "atlas-mini", response_text: `Summary ${index}.` },
      ...prompt.track,
    });
    const isLiked = served[version]++ % 10 < (version === "v4" ? 8 : 6);
    ratings.push({
      ...{ type: "feedback", interaction_id: interactionId, user_id: user },
      ...{ rating_type: "binary", rating_value: isLiked ? 1 : 0 },
    });
  }
  expect(await client.close(30_000)).toBe(true);
  expect(refused).toEqual([]);
  expect(Math.min(served.v3, served.v4), "about half of the users each").toBeGreaterThan(0.45 * USERS);
  while (ratings.length > 0) {
    const sent = await fetch(`${origin}/api/events`, {
      method: "POST",
      headers: { authorization: `Bearer ${secretKey}`, "content-type": "application/json" },
      body: JSON.stringify({ events: ratings.splice(0, 1_000) }),
    });
    expect(sent.status, await sent.text()).toBe(201);
  }
}

async function promote(page: Page, project: string): Promise<void> {
  await page.goto(`${project}/experiments/${EXPERIMENT}`);
  const result = page.getByRole("region", { name: "Result" });
  await expect(async () => {
    await page.reload();
    await expect(result).toContainText("“candidate” wins", { timeout: 500 });
  }).toPass();
  const [control, candidate] = ["control", "candidate"].map((arm) =>
    page.getByRole("region", { name: "Arms", exact: true }).getByRole("row", { name: new RegExp(`^${arm}`) }),
  );
  await expect(control as Locator).toContainText("60");
  await expect(candidate as Locator).toContainText("80");
  await expectAccessible(page);
  await takeExperimentStep(page, "Promote", "Twenty points better.");
  await expect(page.getByRole("region", { name: "Decision" })).toContainText("Twenty points better.");
}

async function rollBack(page: Page, project: string): Promise<void> {
  await page.goto(`${project}/trends?days=7&feature=article-summary`);
  await expect(page.getByTitle(new RegExp(`Label ${TEMPLATE} production → v4`)).first()).toBeVisible();
  await page.goto(`${project}/prompts/${TEMPLATE}`);
  await press(page, "Roll back production to v3");
  const moves = page.getByRole("region", { name: "Label history" }).getByRole("listitem");
  await expect(moves.first()).toHaveText(/^productionv4 → v3.*Rolled back from v4\.$/);
  await expect(moves.nth(1)).toHaveText(new RegExp(`^productionv3 → v4.*${EXPERIMENT}`));
}
