import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible } from "../driving/accessible.ts";
import { ownProject } from "../driving/own-project.ts";
import { owner, sessionFile } from "../driving/owner.ts";
import { clickAlive } from "../driving/press.ts";

test.use({ storageState: sessionFile() });
test.describe.configure({ mode: "serial" });

const inputs = [
  "Why is my refund late?",
  "Where is my order?",
  "The refund policy, please",
  "Change my address",
];

/** A project of the file's own with four interactions of one session, the last one the newest. */
async function makeProject(page: Page): Promise<string> {
  const { slug, send } = await ownProject(page.request, "List");
  const interactions = inputs.map((input, n) => ({
    ...{
      interaction_id: `turn-${n + 1}`,
      feature_name: "support",
      model_name: "m-1",
      session_id: "s-1",
      input,
    },
    response_text: `Answer ${n + 1} <b>about</b> it`,
    created_at: new Date(Date.now() - (10 - n) * 60_000).toISOString(),
  }));
  await send("/api/interactions", { interactions });
  const rating = { interaction_id: "turn-2", rating_type: "binary", rating_value: 0, user_id: "ada" };
  await send("/api/feedback", {
    ...rating,
    feedback_comment: "It never says when the parcel comes",
    rating_categories: ["incomplete"],
  });
  return slug;
}

let list = "";

test.beforeEach(async ({ page }) => {
  await page.goto(`/${owner().projectSlug}/interactions`);
  list ||= `/${await makeProject(page)}/interactions`;
  await page.goto(list);
});

/** A page hears keys once it is alive. */
const pressOnceAlive = (page: Page, key: string, focused: Locator) =>
  expect(async () => {
    await page.keyboard.press(key);
    await expect(focused).toBeFocused({ timeout: 500 });
  }).toPass();

const lines = (page: Page) => page.getByRole("main").locator("[data-line]");

test("words are found in texts and in what was said of them, and marked", async ({ page }) => {
  await expect(lines(page)).toHaveText([...inputs].reverse());
  await pressOnceAlive(page, "/", page.getByLabel("Search interactions"));
  await page.keyboard.type("refu");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=refu/);
  await expect(lines(page)).toHaveCount(2);
  await expect(page.locator("mark").first()).toHaveText("refund");
  await expect(page.getByText("2 interactions")).toBeVisible();
  await page.getByLabel("Search interactions").fill("parcel -refund");
  await page.keyboard.press("Enter");
  await expect(lines(page)).toHaveText(["Where is my order?"]);
  await expect(page.getByText("Said of it:")).toBeVisible();
  await expectAccessible(page);
});

test("filters of the list stand in the address", async ({ page }) => {
  await page.goto(`${list}?rating=down&category=incomplete`);
  await expect(lines(page)).toHaveCount(1);
  await page.goto(`${list}?rating=unrated&session=s-1`);
  await expect(lines(page)).toHaveCount(3);
  await page.getByRole("button", { name: "Filter by user or session" }).click();
  await page.getByLabel("User ID").fill("nobody");
  await page.getByRole("button", { name: "Apply", exact: true }).click();
  await expect(page).toHaveURL(/user=[\w-]{43}/);
  await expect(page.getByText("No data matches these filters")).toBeVisible();
});

test("the keyboard goes through the list, into one, on to its neighbours and back to its line", async ({
  page,
}) => {
  await expect(lines(page)).toHaveCount(4);
  await pressOnceAlive(page, "k", lines(page).nth(0));
  await page.keyboard.press("j");
  await expect(lines(page).nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(lines(page).nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/turn-3/);
  await page.getByRole("link", { name: "Next interaction" }).waitFor();
  await page.keyboard.press("j");
  await expect(page).toHaveURL(/\/turn-2/);
  await page.getByText("It never says when the parcel comes").waitFor();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/interactions#i-turn-2$/);
  await expect(lines(page).nth(2)).toBeFocused();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("Next and previous row");
  await expectAccessible(page);
  await page.getByLabel("Enable keyboard shortcuts").uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expect(lines(page).nth(2)).toBeFocused();
});

test("the detail shows its place in the session", async ({ page }) => {
  await page.goto(`${list}/turn-2`);
  const session = page.getByRole("region", { name: "Session" });
  await expect(session).toContainText("Turn 2 of 4");
  await expect(session.getByRole("listitem")).toHaveCount(4);
  await expectAccessible(page);
  await session.getByRole("link", { name: "Why is my refund late?" }).click();
  await expect(page).toHaveURL(/\/turn-1/);
  await expect(page.getByRole("region", { name: "Session" })).toContainText("Turn 1 of 4");
});

test("a view is saved, opened by its name, renamed and deleted", async ({ page }) => {
  await page.goto(`${list}?rating=down`);
  const views = page.getByRole("button", { name: "Saved views" });
  await clickAlive(views);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save current view" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Unhappy");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.goto(list);
  await clickAlive(views);
  await page.getByRole("link", { name: "Unhappy" }).click();
  await expect(page).toHaveURL(/rating=down/);
  await views.click();
  await page.getByRole("button", { name: "Rename “Unhappy”" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Angry");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await views.click();
  await page.getByRole("button", { name: "Delete “Angry”" }).click();
  await page.getByRole("button", { name: "Delete view" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await views.click();
  await expect(page.getByText("No saved views yet.")).toBeVisible();
});
