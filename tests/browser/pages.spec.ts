import { expect, test } from "@playwright/test";
import { buildForTests } from "#scripts/test-app/choose-dist.ts";
import { startApp } from "#scripts/test-app/start-app.ts";
import { expectAccessible } from "../driving/accessible.ts";
import { checkedPages, dashboardPages } from "../driving/dashboard-pages.ts";
import { dataFolder, owner, sessionFile } from "../driving/owner.ts";
import { draftWithModel, openDraft } from "../driving/read-report.ts";
import { shipBetterPrompt } from "../driving/ship-better-prompt.ts";
import { expectFits } from "../driving/sound.ts";
import { countAt, type Figure, figuresOf } from "../driving/walk-figures.ts";
import { modelServer } from "../fixtures/model-server.ts";

/** What a page with history is asked for, beyond itself. */
const asked: Partial<Record<string, string>> = {
  "/interactions": "?rating=correction",
  "/scores/pairs": `?of=${encodeURIComponent('["model","atlas-mini"]')}`,
};

/** Pages that have no figures, or that are walked with settings of their own. */
const walkedApart: readonly string[] = [
  ...["", "/trends", "/cohorts", "/interactions", "/interactions/[id]", "/scores/pairs"],
  ...["/pending", "/bursts", "/privacy", "/settings"],
  ...["/new-prompt", "/prompts/[template]", "/prompts/[template]/edit", "/prompts/[template]/report"],
  ...["/experiments", "/experiments/[experiment]", "/experiments/[experiment]/edit", "/new-experiment"],
];

/** Where figures stand: weeks that are pooled, hours, splits and both comparisons; elsewhere a few days have all kinds. */
const pagesOfFigures = [
  "?days=14",
  "/trends?days=14&split=model",
  "/prompts/describe-product/report?days=30",
  ...[
    "?compare=baseline&feature=support-reply",
    "/trends?days=2&metric=latency_p95",
    "/trends?split=prompt_version&metric=response_rate",
    ...["star_mean", "comments", "corrections", "cost"].map((metric) => `/trends?metric=${metric}`),
    `/trends?metric=${encodeURIComponent('score:["task_solved","interaction"]')}`,
    ...dashboardPages.filter((path) => !walkedApart.includes(path)),
    ...[
      "/models?tenant=harbour-goods",
      "/cohorts?kind=tenant",
      "/cohorts?kind=language",
      "/cohorts?kind=segment",
    ],
  ].map((address) =>
    address.includes("days=") ? address : `${address}${address.includes("?") ? "&" : "?"}days=4`,
  ),
];

/** What its figures count; a prompt that is surely disliked has a test of its own. */
const unitsOfSample = [
  ...["comments", "corrections", "interactions", "pairs", "ratings", "scores", "star ratings", "thumbs"],
  ...["thumbs down", "thumbs up"],
];

test.describe("signed in", () => {
  test.use({ storageState: sessionFile() });

  for (const path of checkedPages.empty) {
    for (const width of [1440, 390]) {
      test(`${path || "/overview"} is accessible and fits at ${width} pixels`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`/${owner().projectSlug}${path}`);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        await expectAccessible(page);
        await expectFits(page);
      });
    }
  }

  test.describe("with 90 days of history", () => {
    test.describe.configure({ mode: "serial" });
    let secretKey = "";

    test("the sample project is loaded, with its progress shown", async ({ page }) => {
      test.slow();
      await page.goto(`/${owner().projectSlug}/settings`);
      await page.getByRole("button", { name: "Load the sample project" }).click();
      await expect(page.getByRole("progressbar")).toBeVisible();
      await expect(page.getByRole("link", { name: "Open sample project" })).toBeVisible({
        timeout: 60_000,
      });
    });

    for (const path of checkedPages.history) {
      for (const width of [1440, 390]) {
        test(`${path || "/overview"} is accessible and fits at ${width} pixels`, async ({ page }) => {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(`/sample-project${path}${asked[path] ?? ""}`);
          await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
          const table = page.getByText("Table", { exact: true });
          await expectFits(page);
          await expectAccessible(page);
          if ((await table.count()) === 0) return;
          await table.first().click();
          await expectAccessible(page);
        });
      }
    }

    test("every figure and every point of every page opens exactly what it counts", async ({ page }) => {
      test.setTimeout(300_000);
      const base = "/sample-project";
      await expect(async () => {
        const list = await page.request.get(`${base}/interactions?rating=rated`);
        expect(await list.text()).not.toContain("searchable in a moment");
      }).toPass({ timeout: 90_000 });
      const figures: Figure[] = [];
      for (const address of pagesOfFigures) figures.push(...(await figuresOf(page, base + address)));
      const units = new Set(figures.map(({ unit }) => unit));
      expect([...units]).toEqual(expect.arrayContaining(unitsOfSample));
      const unseen = figures.filter(({ count, seen }) => !seen.includes(count.toLocaleString("en")));
      expect(unseen, "figures that do not show the number that they lead to").toEqual([]);
      const distinct = [
        ...new Map(
          figures.map((figure) => [JSON.stringify([figure.href, figure.count, figure.unit]), figure]),
        ),
      ].map(([, figure]) => figure);
      const wrong: (Figure & { there: number | null })[] = [];
      const left = [...distinct];
      const follow = async () => {
        for (let figure = left.pop(); figure; figure = left.pop()) {
          const there = await countAt(page, figure);
          if (there !== figure.count) wrong.push({ ...figure, there });
        }
      };
      await Promise.all([follow(), follow(), follow()]);
      expect(wrong, `of ${distinct.length} figures`).toEqual([]);
    });

    test("an edited answer is shown with its difference", async ({ page }) => {
      await page.goto("/sample-project/interactions?rating=correction");
      await page.getByRole("main").locator('a[href*="/interactions/"]').first().click();
      await expect(page.locator("ins, del").first()).toBeVisible();
      await expectAccessible(page);
    });

    test("a report is read, and a draft of the next version is opened from it", async ({ page }) => {
      await page.goto("/sample-project/prompts/support-reply");
      await page.getByRole("link", { name: "Report", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Report of support-reply");
      await openDraft(page, { days: 90 });
      const text = page.getByLabel("Text", { exact: true });
      await expect(text, "what was logged, with its values put back to their names").toHaveValue(
        /Say nothing about our rules[\s\S]*Help article:\n\{\{context\}\}\n\nMail:\n\{\{input\}\}$/,
      );
      await expect(text, "and what the report says, before the first of them").toHaveValue(
        /Rules:\n- [\s\S]*Example answer:\n[\s\S]*\{\{context\}\}/,
      );
      await expect(page.getByLabel("Note")).toHaveValue(/^From the report of v3: .*1 example\.$/);
      await expectAccessible(page);
    });

    test("a new key is shown once, and the dialog is accessible", async ({ page }) => {
      await page.goto("/sample-project/settings");
      await page.getByRole("button", { name: "New key" }).click();
      const dialog = page.getByRole("dialog");
      await expect(dialog).toBeVisible();
      await expectAccessible(page);
      await dialog.getByLabel("Name").fill("Readers");
      await dialog.getByRole("button", { name: "Create key" }).click();
      await expect(dialog.locator("code")).toHaveText(/^sk_/);
      secretKey = (await dialog.locator("code").textContent()) ?? "";
      await expectAccessible(page);
    });

    test("a better prompt is written, tried, tested on 2,000 users, promoted and rolled back", async ({
      page,
    }) => {
      test.setTimeout(180_000);
      const model = await modelServer();
      // A second process on the same database, with a model: the one that all other specs use has none.
      const app = await startApp({
        dataDir: dataFolder(),
        dist: await buildForTests(process.cwd()),
        env: { LLM_BASE_URL: model.url, LLM_API_KEY: "key", LLM_MODEL: "small" },
      });
      try {
        await draftWithModel(page, app.url);
        await shipBetterPrompt(page, { origin: app.url, secretKey });
      } finally {
        await app.stop();
        await model.close();
      }
    });

    test("the sample project is deleted again", async ({ page }) => {
      await page.goto("/sample-project/settings");
      await page.getByRole("button", { name: "Delete sample project" }).click();
      await page
        .getByRole("dialog")
        .getByRole("button", { name: /^Delete/ })
        .click();
      await expect(async () => expect((await page.goto("/sample-project"))?.status()).toBe(404)).toPass();
    });
  });

  test("a page has its title from the start", async ({ page }) => {
    const html = await (await page.request.get(`/${owner().projectSlug}`)).text();
    expect(html.slice(0, html.indexOf("</head>"))).toMatch(/<title>Overview · [^<]+ · Whetstone<\/title>/);
  });

  test("a project that is not there says so", async ({ page }) => {
    const response = await page.goto("/no-such-project");
    expect(response?.status()).toBe(404);
    await expectAccessible(page);
  });
});

test("who is not signed in is sent to sign in, and comes back to where they were going", async ({ page }) => {
  const { email, password, projectSlug } = owner();
  await page.goto(`/${projectSlug}/models?days=7`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expectAccessible(page);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Incorrect email or password.")).toBeVisible();
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(new RegExp(`/${projectSlug}/models\\?days=7$`));
});
