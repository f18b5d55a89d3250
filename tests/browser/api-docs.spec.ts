import { expect, test } from "@playwright/test";
import { expectAccessible } from "../driving/accessible.ts";
import { expectSmallFirstLoad } from "../driving/first-load.ts";
import { expectFits } from "../driving/sound.ts";

test("every operation of the contract is told of, to whoever asks", async ({ page, request }) => {
  const contract = await (await request.get("/api/openapi.json")).json();
  const operations = Object.entries<object>(contract.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  await page.goto("/docs/api");
  const told = await page.getByRole("main").locator("article h3").allInnerTexts();
  const headings = told.map((text) => text.replaceAll(/\s+/g, " ").trim());
  expect(operations.length).toBeGreaterThan(25);
  for (const operation of operations) expect(headings).toContain(operation);
});

test("every place of the contents is on the page, and every link inside it leads somewhere", async ({
  page,
}) => {
  await page.goto("/docs/api");
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
      .map((link) => link.getAttribute("href") ?? "")
      .filter((href) => !document.getElementById(href.slice(1))),
  );
  expect(lost).toEqual([]);
  const contents = page.getByRole("navigation", { name: "On this page" });
  await contents.getByRole("link", { name: "GET /dashboard/problems" }).click();
  await expect(page).toHaveURL(/#get-dashboard-problems$/);
  await expect(page.getByRole("heading", { name: "GET /api/dashboard/problems" })).toBeInViewport();
});

test("an operation says who may call it, what it takes and answers, and how it reads", async ({ page }) => {
  await page.goto("/docs/api#get-dashboard-cohorts");
  const cohorts = page.getByRole("article", { name: "GET /api/dashboard/cohorts", exact: true });
  await expect(cohorts).toContainText("Secret key");
  await expect(cohorts).toContainText("curl");
  await expect(cohorts).toContainText("-d kind=language");
  await expect(cohorts.locator("dt").filter({ hasText: /^kind/ }).first()).toContainText("required");
  await cohorts.getByText("Example", { exact: true }).click();
  await expect(cohorts).toContainText('"cohort_minimum"');
  await cohorts.getByRole("link", { name: "Summary" }).first().click();
  await expect(page.getByRole("heading", { name: "Summary" })).toBeInViewport();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page reads the same, and its examples unfold", async ({ page }) => {
    await page.goto("/docs/api");
    const feedback = page.getByRole("article", { name: "POST /api/feedback", exact: true });
    await expect(feedback).toContainText("rating_type");
    await feedback.getByText("Example", { exact: true }).first().click();
    await expect(feedback).toContainText("Feedback replaced.");
  });
});

for (const width of [1440, 390]) {
  test(`the page is accessible and fits at ${width} pixels, with an operation of each group unfolded`, async ({
    page,
  }) => {
    test.slow();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/docs/api");
    await page.evaluate(() => {
      // All of them are the same few parts; a look at every one takes minutes.
      for (const details of document.querySelectorAll<HTMLDetailsElement>(
        "section article:first-of-type details",
      ))
        details.open = true;
    });
    // The same parts at any width; a look at all of them takes most of a minute.
    if (width === 1440) await expectAccessible(page);
    await expectFits(page);
    expect(complaints).toEqual([]);
  });
}

test("its first load of JavaScript is small", ({ page }) => expectSmallFirstLoad(page, "/docs/api"));
