import { globSync } from "node:fs";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { expectAlive } from "../driving/alive.ts";
import { ownProject } from "../driving/own-project.ts";
import { sessionFile } from "../driving/owner.ts";

/** What the browser refused a page, as it says itself. */
interface Refused {
  directive: string;
  what: string;
}

/** Opens pages that keep what they were refused. */
async function watched(page: Page): Promise<Refused[]> {
  const refused: Refused[] = [];
  await page.exposeFunction("noteRefused", (one: Refused) => refused.push(one));
  await page.addInitScript(() => {
    const { noteRefused } = window as unknown as { noteRefused(one: Refused): void };
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample, sourceFile }) =>
      noteRefused({
        directive: effectiveDirective,
        what: [blockedURI, sample, sourceFile, location.pathname].join(" "),
      }),
    );
  });
  page.on("console", (message) => {
    if (/Content.Security.Policy/i.test(message.text()))
      refused.push({ directive: "console", what: message.text() });
  });
  return refused;
}

/** The pages of a project, as their folders are named. */
const projectPages = globSync("app/(dashboard)/[[]project]/**/page.tsx").map(
  (file) => file.match(/\[project\](.*)\/page\.tsx$/)?.[1] ?? "",
);

const MARKDOWN =
  "# An answer\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```js\nconst a = 1;\n```\n\n<script>1</script>";

/** A project with something of every kind to draw; the address of its pages, and the id of an answer. */
async function projectToDraw(request: APIRequestContext): Promise<{ base: string; id: string }> {
  const { slug, send } = await ownProject(request, "Policy");
  const id = crypto.randomUUID();
  const events = Array.from({ length: 24 }, (_, index) => ({
    ...{ type: "feedback", interaction_id: index === 0 ? id : crypto.randomUUID(), feature_name: "drawn" },
    ...{ response_text: MARKDOWN, model_name: `model-${index % 2}`, user_id: `u-${index}` },
    ...(index % 3 === 0
      ? { rating_type: "correction", correction_text: `${MARKDOWN} and more` }
      : { rating_type: "binary", rating_value: index % 2 }),
  }));
  await send("/api/events", { events });
  return { base: `/${slug}`, id };
}

test.describe("signed in", () => {
  test.use({ storageState: sessionFile() });

  let drawn = { base: "", id: "" };
  test.beforeAll(async ({ playwright, baseURL }) => {
    const request = await playwright.request.newContext({ baseURL, storageState: sessionFile() });
    drawn = await projectToDraw(request);
    await request.dispose();
  });

  test("every page of a project is looked at", () => {
    expect(projectPages.length).toBeGreaterThan(10);
  });

  const ofProject = projectPages.map((path) => `/:project${path}`);
  for (const path of [...ofProject, "/no-such-project", "/playground"]) {
    test(`${path} asks for nothing that its policy forbids, and every script has its nonce`, async ({
      page,
    }) => {
      const refused = await watched(page);
      const response = await page.goto(path.replace("/:project", drawn.base).replace("[id]", drawn.id));
      expect(response?.headers()["cache-control"]).toContain("no-store");
      const policy = response?.headers()["content-security-policy"] ?? "";
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "none";
      const scripts = (await response?.text())?.match(/<script[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
      await expectAlive(page.locator("a, button").first());
      expect(refused).toEqual([]);
    });
  }

  test("charts are saved without what the policy forbids", async ({ page }) => {
    const refused = await watched(page);
    await page.goto(`${drawn.base}/trends`);
    const menu = page.getByRole("button", { name: /^Export / }).first();
    await expectAlive(menu);
    for (const [action, file] of [
      ["Download PNG", /\.png$/],
      ["Download CSV", /\.csv$/],
    ] as const) {
      await menu.click();
      const saved = page.waitForEvent("download");
      await page.getByRole("menuitem", { name: action }).click();
      expect((await saved).suggestedFilename()).toMatch(file);
    }
    expect(refused).toEqual([]);
  });
});

for (const path of ["/docs", "/docs/widgets", "/docs/api"]) {
  test(`${path}, the same for all, runs its own inline scripts by their hashes, and no other`, async ({
    page,
  }) => {
    const refused = await watched(page);
    const response = await page.goto(path);
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy).toMatch(/script-src 'self'(?: 'sha256-[\w+/]+=*')+;/);
    expect(response?.headers()).toMatchObject({
      "cache-control": "private, no-cache",
      etag: expect.any(String),
    });
    await expectAlive(page.getByRole("button").first());
    expect(refused).toEqual([]);
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'it ran'";
      document.body.append(script);
    });
    expect(await page.title()).not.toBe("it ran");
    expect(refused.map(({ directive }) => directive)).toContain("script-src-elem");
  });
}

test("links between the docs and the pages lead on", async ({ page }) => {
  await page.goto("/docs");
  await page.getByRole("link", { name: /^API reference/ }).click();
  await expect(page).toHaveURL("/docs/api");
  await expect(page.getByRole("heading", { level: 1, name: "API" })).toBeVisible();
  await page.getByRole("link", { name: "widgets", exact: true }).click();
  await expect(page).toHaveURL("/docs/widgets");
  await page.getByRole("link", { name: "Dashboard", exact: true }).click();
  await expect(page).toHaveURL("/sign-in");
});

test("set-up and sign-in ask for nothing that their policy forbids", async ({ page }) => {
  const refused = await watched(page);
  for (const path of ["/", "/setup?token=none", "/sign-in"]) await page.goto(path);
  await expectAlive(page.getByRole("button").first());
  expect(refused).toEqual([]);
});

test("a script that got into a page does not run", async ({ page }) => {
  const refused = await watched(page);
  const injected = `<script>document.title = "taken"</script><script src="/embed.js"></script>
    <img src="data:," alt="" onerror="document.title = 'taken'"><base href="http://elsewhere.test/">`;
  await page.route("/sign-in", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/<body[^>]*>/, `$&${injected}`) });
  });
  await page.goto("/sign-in");
  await expectAlive(page.getByRole("button").first());
  const directives = new Set(refused.map(({ directive }) => directive));
  expect(directives).toEqual(new Set(["base-uri", "console", "script-src-attr", "script-src-elem"]));
  await expect(page).not.toHaveTitle("taken");
});
