import { expect, test } from "@playwright/test";
import { expectAccessible } from "../driving/accessible.ts";
import { sessionFile } from "../driving/owner.ts";
import { countAt, figuresOf } from "../driving/walk-figures.ts";

test.use({ storageState: sessionFile() });

/** What six users say of answers by v1, and three of answers by v2. */
const COMMENTS = [
  "Far too long, two sentences would do",
  "too long, nobody reads so many paragraphs",
  "Too long and too many paragraphs",
  "Please shorten it, too long",
  "much too long, long paragraphs",
  "too long for such a question",
  "The wrong date again",
  "wrong date, it was in June",
  "That is the wrong date",
];

test("what several users say becomes a theme, leads to its answers, and is renamed and hidden", async ({
  page,
  request,
  playwright,
  baseURL,
}) => {
  test.slow();
  const made = await request.post("/api/projects", { data: { name: `Themes ${crypto.randomUUID()}` } });
  const { project_slug: slug, secret_key: key } = await made.json();
  const server = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  const events = COMMENTS.flatMap((comment, index) => [
    {
      ...{
        type: "interaction",
        interaction_id: `answer-${index}`,
        feature_name: "reply",
        model_name: "small",
      },
      ...{
        response_text: "It is as it is.",
        prompt_template: "reply",
        prompt_version: index < 6 ? "v1" : "v2",
      },
      user_id: `user-${index}`,
    },
    {
      ...{ type: "feedback", interaction_id: `answer-${index}`, rating_type: "binary", rating_value: 0 },
      ...{ feedback_comment: comment, user_id: `user-${index}` },
    },
  ]);
  const headers = { authorization: `Bearer ${key}` };
  expect((await server.post("/api/events", { headers, data: { events } })).ok()).toBe(true);
  const themes = async () => (await (await server.get("/api/themes", { headers })).json()).data;
  await expect.poll(async () => (await themes()).length, { timeout: 60_000 }).toBe(2);

  await page.goto(`/${slug}/themes`);
  await expect(page.getByText("9 of 9 negative comments, edits and highlights are in a theme")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Too long" })).toContainText("66.7%");
  const look = async (name: string) => {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, "nothing is wider than the screen").toBeLessThanOrEqual(0);
      await page.screenshot({ path: test.info().outputPath(`${name}-${width}.png`), fullPage: true });
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  await look("themes");
  const figures = await figuresOf(page, `/${slug}/themes`);
  expect(figures.map(({ count }) => count)).toEqual([6, 3]);
  for (const figure of figures) expect(await countAt(page, figure), figure.href).toBe(figure.count);

  await page.goto(`/${slug}/themes`);
  await page.getByRole("link", { name: /^Too long/ }).click();
  await expect(page.getByRole("link", { name: "See the 6 interactions" })).toBeVisible();
  await expect(page.getByText("much too long, long paragraphs")).toBeVisible();
  await look("theme");
  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByLabel("Title").fill("Answers are too long");
  await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Answers are too long");
  await page.getByRole("button", { name: "Hide" }).click();
  await expect(page.getByRole("button", { name: "Show again" })).toBeVisible();
  await page.goto(`/${slug}/themes`);
  await expect(page.getByText("Answers are too long")).toHaveCount(0);
  await page.getByRole("link", { name: "Show 1 hidden theme" }).click();
  await expect(page.getByRole("link", { name: "Answers are too long" })).toBeVisible();
  await server.dispose();
});
