import { type APIRequestContext, test as base, expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "../driving/accessible.ts";
import { checkedPages } from "../driving/dashboard-pages.ts";
import { ownProject } from "../driving/own-project.ts";
import { sessionFile } from "../driving/owner.ts";
import { expectFits } from "../driving/sound.ts";

/** Answers of one kind, of which so many were rated. */
interface Answers {
  fields: Record<string, string>;
  count: number;
  up: number;
  down: number;
}

const reply = { feature_name: "reply", prompt_template: "support", response_text: "So." };
const kinds: Answers[] = [
  {
    fields: { ...reply, prompt_version: "v1", model_name: "small", tenant: "acme", language: "de" },
    ...{ count: 60, up: 20, down: 10 },
  },
  {
    fields: { ...reply, prompt_version: "v2", model_name: "large", tenant: "globex", language: "en" },
    ...{ count: 60, up: 6, down: 24 },
  },
  {
    fields: {
      feature_name: "notes",
      response_text: "So.",
      model_name: "small",
      tenant: "acme",
      language: "en",
    },
    ...{ count: 80, up: 36, down: 4 },
  },
  {
    fields: { feature_name: "tiny", response_text: "So.", model_name: "small", tenant: "few" },
    ...{ count: 3, up: 3, down: 0 },
  },
];

/** A project that these tests share; they only read it. */
const test = base.extend<object, { own: string }>({
  own: [
    async ({ playwright }, use, worker) => {
      const baseURL = worker.project.use.baseURL ?? "";
      const owner = await playwright.request.newContext({ baseURL, storageState: sessionFile() });
      const server = await playwright.request.newContext({ baseURL });
      await use(await ratedProject(owner, server));
      await Promise.all([owner.dispose(), server.dispose()]);
    },
    { scope: "worker" },
  ],
});

async function ratedProject(owner: APIRequestContext, server: APIRequestContext): Promise<string> {
  const { slug, send } = await ownProject(owner, "Comparisons", { server });
  const events = kinds.flatMap(({ fields, count, up, down }) =>
    Array.from({ length: count }, (_, index) => {
      const interaction_id = crypto.randomUUID();
      const logged = { type: "interaction", interaction_id, ...fields, response_latency_ms: 500 + index };
      const rating = { type: "feedback", interaction_id, rating_type: "binary" };
      return index < up + down ? [logged, { ...rating, rating_value: index < up ? 1 : 0 }] : [logged];
    }).flat(),
  );
  await send("/api/events", { events });
  return `/${slug}`;
}

test.use({ storageState: sessionFile() });

const card = (page: Page, name: string): Locator => page.getByRole("region", { name, exact: true });

/** The row of a card that carries this name. */
const rowOf = (page: Page, within: Locator, name: string): Locator =>
  within.getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) });

for (const path of [...checkedPages.comparison, "/cohorts?kind=language"]) {
  for (const width of [1440, 390]) {
    test(`${path} is accessible and fits at ${width} pixels, as charts and as tables`, async ({
      page,
      own,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(own + path);
      const tables = page.getByRole("main").getByRole("button", { name: "Table", exact: true });
      await expect(tables.first()).toBeVisible();
      await expectFits(page);
      await expectAccessible(page);
      for (const table of await tables.all()) await table.click();
      await expectFits(page);
      await expectAccessible(page);
    });
  }
}

test("the model that others are held against is chosen in its row and stands in the address", async ({
  page,
  own,
}) => {
  await page.goto(`${own}/models`);
  const rates = card(page, "Positive rate by model");
  await expect(rowOf(page, rates, "small"), "the one with most thumbs").toContainText("Reference");
  await expect(rowOf(page, rates, "large")).toContainText("−");
  await rates.getByRole("link", { name: "Set as reference: large" }).click();
  await expect(page).toHaveURL(/against=large/);
  await expect(rowOf(page, rates, "large")).toContainText("Reference");
  await expect(rowOf(page, rates, "small")).toContainText("+");
});

test("figures that stand side by side are sorted by any head, either way", async ({ page, own }) => {
  await page.goto(`${own}/models`);
  const table = page.getByRole("table", { name: "All metrics by model" });
  const names = table.getByRole("rowheader");
  const head = (name: string) => table.getByRole("columnheader", { name });
  for (const name of ["Interactions", "Response rate", "p95"]) {
    await head(name).getByRole("button").click();
    await expect(head(name)).toHaveAttribute("aria-sort", "descending");
  }
  await head("Interactions").getByRole("button").click();
  await expect(names).toHaveText(["small", "large"]);
  await head("Interactions").getByRole("button").click();
  await expect(head("Interactions")).toHaveAttribute("aria-sort", "ascending");
  await expect(names).toHaveText(["large", "small"]);
});

test("a row leads to its answers and to its course", async ({ page, own }) => {
  await page.goto(`${own}/models?days=7`);
  await page.getByRole("link", { name: /interactions? of large$/ }).click();
  await expect(page).toHaveURL(/\/interactions\?(?=.*days=7)(?=.*model=large)/);
  await page.goBack();
  await page.getByRole("link", { name: "Trend of large" }).click();
  await expect(page).toHaveURL(/\/trends\?(?=.*days=7)(?=.*model=large)/);
});

test("a model alone has nothing to be held against", async ({ page, own }) => {
  await page.goto(`${own}/models?model=large`);
  await expect(rowOf(page, card(page, "Positive rate by model"), "large")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Set as reference/ })).toHaveCount(0);
});

test("prompt versions stand by template, and a threshold marks those under it", async ({ page, own }) => {
  await page.goto(`${own}/prompt-versions`);
  const support = card(page, "support");
  await expect(rowOf(page, support, "v1")).not.toContainText(/below/i);
  await expect(rowOf(page, support, "v2")).toContainText("Below 50%");
  await expect(rowOf(page, support, "v2")).toContainText(/since \d+ \w+ \d{4}/);
  const bad = card(page, "Below 50%");
  await expect(bad.getByRole("listitem")).toHaveCount(1);
  await expect(bad.getByRole("listitem")).toContainText("support · v2");
  await page.getByRole("navigation", { name: "Threshold" }).getByRole("link", { name: "80%" }).click();
  await expect(page).toHaveURL(/threshold=0\.8/);
  await expect(rowOf(page, support, "v1"), "its interval holds 80 %").not.toContainText(/below/i);
  await support.getByRole("link", { name: /^Set as reference: support v/ }).click();
  await expect(page, "the threshold stays").toHaveURL(/(?=.*threshold=0\.8)(?=.*against=v)/);
  await support.getByRole("link", { name: /interactions? of v2$/ }).click();
  await expect(page).toHaveURL(/\/interactions\?(?=.*prompt_template=support)(?=.*prompt_version=v2)/);
});

test("three ratings do not lead the features, and a feature leads to its overview", async ({ page, own }) => {
  await page.goto(`${own}/features`);
  const ranked = card(page, "Features by rank");
  await expect(ranked.getByRole("listitem")).toHaveCount(3);
  await expect(ranked.getByRole("listitem").first()).toContainText("notes");
  await expect(rowOf(page, ranked, "tiny")).toContainText("Not enough data");
  await ranked.getByRole("link", { name: "notes", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${own}\\?(.*&)?feature=notes`));
});

test("cohorts are held against the others, and small ones are withheld", async ({ page, own }) => {
  await page.goto(`${own}/cohorts`);
  const tenants = card(page, "Tenants compared with all others");
  await expect(tenants.getByRole("listitem")).toHaveCount(2);
  await expect(page.getByText("1 tenant with fewer than 10 thumbs is hidden")).toBeVisible();
  await expect(page.getByRole("link", { name: "Change the minimum" })).toHaveAttribute(
    "href",
    `${own}/settings`,
  );
  await page.getByRole("link", { name: "Languages" }).click();
  await expect(page).toHaveURL(/kind=language/);
  const languages = card(page, "Languages compared with all others");
  await expect(rowOf(page, languages, "German (de)")).toBeVisible();
  await languages.getByRole("link", { name: /interactions? of German \(de\)$/ }).click();
  await expect(page).toHaveURL(/\/interactions\?(.*&)?language=de/);
});

test("models within a tenant are counted from single answers, which is said", async ({ page, own }) => {
  await page.goto(`${own}/models?tenant=acme`);
  await expect(page.getByText(/from individual answers\. This period has 203 /)).toBeVisible();
  await expect(rowOf(page, card(page, "Positive rate by model"), "small")).toContainText("140 interactions");
  await expect(card(page, "Positive rate by model").getByText("large")).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: /^140 interactions of small$/ }).click();
  await expect(page.getByText("140 interactions, latest 50 shown")).toBeVisible();
  await expect(page.getByRole("list", { name: "Active filters" }).getByRole("listitem")).toHaveCount(2);
  await page.getByRole("link", { name: "Remove filter Tenant: acme" }).click();
  await expect(page.getByText("143 interactions, latest 50 shown")).toBeVisible();
});

test("what fits nothing says so", async ({ page, own }) => {
  for (const path of ["/models?feature=none", "/prompt-versions?feature=none", "/features?feature=none"]) {
    await page.goto(own + path);
    await expect(page.getByText("No data matches these filters")).toBeVisible();
  }
  await page.goto(`${own}/cohorts?kind=segment`);
  await expect(page.getByText("No segments in this period")).toBeVisible();
});
