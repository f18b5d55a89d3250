import { type APIRequestContext, test as base, expect, type Page } from "@playwright/test";
import { expectAccessible } from "../driving/accessible.ts";
import { expectAlive } from "../driving/alive.ts";
import { checkedPages } from "../driving/dashboard-pages.ts";
import { ownProject } from "../driving/own-project.ts";
import { sessionFile } from "../driving/owner.ts";
import { expectFits } from "../driving/sound.ts";

interface Projects {
  /** The address of a project with twenty days of twelve rated answers each, of two models and two prompt versions. */
  full: string;
  /** The address of a project with one answer and one thumb down. */
  single: string;
  /** The local dates of the first and last of thirty days that end with the newest answers of both. */
  firstDay: string;
  lastDay: string;
}

const DAY = 86_400_000;

/** Tests of a signed-in reader, in projects of this file's own: what they count must not meet other tests. */
const test = base.extend<object, { projects: Projects }>({
  projects: [
    async ({ playwright }, use, worker) => {
      const baseURL = worker.project.use.baseURL ?? "";
      const owner = await playwright.request.newContext({ baseURL, storageState: sessionFile() });
      const server = await playwright.request.newContext({ baseURL });
      // Read once: a later "today" is another day when the tests run over midnight.
      const newest = Date.now() - 60_000;
      const full = await projectWith(
        owner,
        server,
        Array.from({ length: 240 }, (_, index) => ratedAnswer(index, newest)).flat(),
      );
      const single = await projectWith(owner, server, ratedAnswer(11, newest));
      const [firstDay = "", lastDay = ""] = [29, 0].map((days) =>
        new Date(newest - days * DAY).toLocaleDateString("sv"),
      );
      await use({ full, single, firstDay, lastDay });
      await Promise.all([owner.dispose(), server.dispose()]);
    },
    { scope: "worker" },
  ],
});

async function projectWith(owner: APIRequestContext, server: APIRequestContext, events: object[]) {
  const { slug, send } = await ownProject(owner, "Quality", { server });
  const sent = await send("/api/events", { events });
  const { results } = await sent.json();
  expect(results.filter(({ status }: { status: number }) => status >= 300)).toEqual([]);
  return `/${slug}`;
}

/**
 * The answer of this number, a thumb on it and, where it is down, why: v1 pleases three of twelve, v2 nine.
 * @param newest when the first twelve were given, in milliseconds.
 */
function ratedAnswer(index: number, newest: number): object[] {
  const [daysAgo, ofDay] = [Math.floor(index / 12), index % 12];
  const version = daysAgo >= 10 ? "v1" : "v2";
  const up = ofDay < (version === "v1" ? 3 : 9);
  const id = `answer-${index}`;
  const why = ofDay % 2 === 0 ? ["too_long"] : ["too_long", "inaccurate"];
  return [
    {
      type: "interaction",
      interaction_id: id,
      feature_name: "reply",
      model_name: ofDay % 2 === 0 ? "small" : "large",
      prompt_template: "answer",
      prompt_version: version,
      input: `Question ${index}?`,
      response_text: "An answer.",
      response_latency_ms: 900 + ofDay,
      cost_usd: 0.002,
      created_at: new Date(newest - daysAgo * DAY).toISOString(),
    },
    {
      type: "feedback",
      interaction_id: id,
      user_id: `user-${index}`,
      rating_type: "binary",
      rating_value: up ? 1 : 0,
      ...(up ? {} : { rating_categories: why }),
    },
  ];
}

const main = (page: Page) => page.getByRole("main");
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

/** Each panel as a table, with its numbers. */
async function showTables(page: Page): Promise<void> {
  for (const table of await page.getByRole("button", { name: "Table", exact: true }).all())
    await table.click();
}

/** Opens the trends and waits until they are alive, which their charts are drawn by: what is chosen before that is lost. */
async function openTrends(page: Page, base: string, query = ""): Promise<void> {
  await page.goto(`${base}/trends${query}`);
  await expect(main(page).locator("svg.recharts-surface").first()).toBeVisible();
}

test.use({ storageState: sessionFile() });

for (const path of checkedPages.quality) {
  for (const width of [1440, 390]) {
    test(`${path || "/overview"} is accessible and fits at ${width} pixels, as charts and as tables`, async ({
      page,
      projects,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(projects.full + path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(main(page).getByRole("heading", { level: 2 }).first()).toBeVisible();
      await expectAccessible(page);
      await expectFits(page);
      await showTables(page);
      await expect(main(page).getByRole("table").first()).toBeVisible();
      await expectAccessible(page);
      await expectFits(page);
    });
  }

  test(`${path || "/overview"} says that one rating is not enough data`, async ({ page, projects }) => {
    await page.goto(projects.single + path);
    await expect(
      main(page)
        .getByText(/not enough/i)
        .locator("visible=true")
        .first(),
    ).toBeVisible();
    await expect(main(page).getByText(/\bNaN\b/)).toHaveCount(0);
    await expectAccessible(page);
  });

  test(`${path || "/overview"} says that filters leave nothing, and clears them`, async ({
    page,
    projects,
  }) => {
    await page.goto(`${projects.full}${path}?feature=no-such-feature`);
    await expect(main(page).getByText("No data matches these filters")).toBeVisible();
    await expectAccessible(page);
    await main(page).getByRole("link", { name: "Clear filters" }).click();
    await expect(page).toHaveURL(new RegExp(`${projects.full}${path}$`));
    await expect(main(page).getByText("No data matches these filters")).toHaveCount(0);
  });
}

test("the overview counts thumbs, names the prompt that is liked too little, and leads to each picture", async ({
  page,
  projects,
}) => {
  await page.goto(projects.full);
  await expect(main(page).getByText("120 up, 120 down")).toBeVisible();
  await expect(main(page).getByText("of 2; lowest answer v1")).toBeVisible();
  const disliked = main(page).locator('a[data-unit="prompt versions"]');
  await expect(disliked).toHaveText("1");
  await disliked.click();
  await expect(page).toHaveURL(/\/prompt-versions/);
  await expect(main(page).locator('[data-total="1"][data-unit="prompt versions"]')).toBeVisible();
  await page.goBack();
  const reference = page.getByRole("combobox", { name: "Compare with" });
  await expectAlive(reference);
  await reference.selectOption("baseline");
  await expect(page).toHaveURL(/compare=baseline/);
  await expect(main(page).getByText("No earlier data").first()).toBeVisible();
  await main(page).getByRole("link", { name: "Cost per answer" }).click();
  await expect(page).toHaveURL(/\/trends\?.*metric=cost$/);
  await expect(page.getByRole("heading", { name: "Cost per answer by day" })).toBeVisible();
});

test("a trend is of the metric and split that its address says, and a point leads to its day", async ({
  page,
  projects,
}) => {
  const { full, firstDay, lastDay } = projects;
  await openTrends(page, full, `?from=${firstDay}&to=${lastDay}`);
  const metric = page.getByRole("combobox", { name: "Metric" });
  await expectAlive(metric);
  await metric.selectOption("interactions");
  await expect(page).toHaveURL(/metric=interactions/);
  await page.getByRole("combobox", { name: "Split by" }).selectOption("model");
  await expect(page).toHaveURL(/split=model/);
  const card = region(page, "Interactions by day");
  await expect(card.getByRole("button", { name: "small" })).toBeVisible();
  await expect(card.getByRole("button", { name: "large" })).toBeVisible();

  const chart = card.getByRole("application");
  await chart.focus();
  await page.keyboard.press("End");
  await expect(card.getByText(/small 6/).first()).toBeAttached();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/interactions\\?.*from=${lastDay}&to=${lastDay}`));
});

test("the decayed rate has the half-life that its reader chooses", async ({ page, projects }) => {
  await openTrends(page, projects.full);
  const card = region(page, "Decayed positive rate");
  await expect(card.getByText(/half its weight every 7 days/)).toBeVisible();
  await card.getByRole("button", { name: "30 d" }).click();
  await expect(page).toHaveURL(/half_life=30/);
  await expect(card.getByText(/half its weight every 30 days/)).toBeVisible();
  await card.getByRole("spinbutton").fill("2");
  await card.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/half_life=2/);
  await expect(card.getByText(/half its weight every 2 days/)).toBeVisible();
});

test("a category leads to the answers that it was named on", async ({ page, projects }) => {
  await page.goto(`${projects.full}/categories`);
  await expect(region(page, "Categories by model")).toBeVisible();
  await expect(region(page, "Categories by prompt version")).toBeVisible();
  await expect(region(page, "Category pairs")).toBeVisible();
  await region(page, "All categories")
    .getByRole("link", { name: /^Inaccurate/ })
    .click();
  await expect(page).toHaveURL(/\/interactions\?.*category=inaccurate/);
  await expect(main(page).locator('a[href*="/interactions/answer-"]').first()).toBeVisible();
});

test("bias says what the thumbs would mean under each assumption", async ({ page, projects }) => {
  await page.goto(`${projects.full}/bias`);
  await expect(
    main(page)
      .getByText("If unhappy users rate three times as often as happy users, 75.0% of the answers were good.")
      .last(),
  ).toBeVisible();
  await region(page, "Response rate by feature and model")
    .getByRole("link", { name: /^n = / })
    .first()
    .click();
  await expect(page).toHaveURL(/\/interactions\?.*feature=reply/);
});
