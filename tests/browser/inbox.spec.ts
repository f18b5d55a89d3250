import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../driving/accessible.ts";
import { owner, sessionFile } from "../driving/owner.ts";

test.use({ storageState: sessionFile() });
test.describe.configure({ mode: "serial" });

const inputs = ["Why is my refund late?", "Where is my order?", "Change my address", "Cancel my plan"];

/** A project of the file's own with an answer to each input; the first complaint is the oldest. */
async function makeProject(page: Page): Promise<string> {
  const headers = { origin: new URL(page.url()).origin };
  const made = await page.request.post("/api/projects", {
    headers,
    data: { name: `Inbox ${crypto.randomUUID()}` },
  });
  const { project_slug: slug, secret_key: key } = await made.json();
  const server = { headers: { authorization: `Bearer ${key}` } };
  const at = (n: number) => new Date(Date.now() - (10 - n) * 60_000).toISOString();
  const interactions = inputs.map((input, n) => ({
    ...{ interaction_id: `answer-${n + 1}`, feature_name: "support", model_name: "m-1", input },
    ...{ prompt_template: "answer", prompt_version: n === 3 ? "v2" : "v1", response_text: `Answer ${n + 1}` },
    created_at: at(n),
  }));
  await page.request.post("/api/interactions", { ...server, data: { interactions } });
  for (const [n] of inputs.entries())
    await page.request.post("/api/feedback", {
      ...server,
      data: {
        ...{ interaction_id: `answer-${n + 1}`, rating_type: "binary", rating_value: 0, user_id: `u${n}` },
        ...{ feedback_comment: `Complaint ${n + 1}`, rating_categories: ["incomplete"], created_at: at(n) },
      },
    });
  return slug;
}

let inbox = "";
test.beforeEach(async ({ page }) => {
  await page.goto(`/${owner().projectSlug}`);
  inbox ||= `/${await makeProject(page)}/inbox`;
  await page.goto(inbox);
});

const rows = (page: Page) => page.getByRole("region", { name: "List", exact: true }).locator("[data-line]");
const detail = (page: Page) => page.getByRole("region", { name: "Item", exact: true });
const status = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text });

/** A page hears keys once it is alive. */
const openFirst = (page: Page) =>
  expect(async () => {
    await page.keyboard.press("j");
    await expect(detail(page)).toContainText("Complaint", { timeout: 1_000 });
  }).toPass();

/** Opens the item of this input by a click. */
async function open(page: Page, input: string): Promise<void> {
  await rows(page).filter({ hasText: input }).click();
  await expect(detail(page).getByText(input).first()).toBeVisible();
}

test("what is in sight for more than a moment is read, and the next item is there before it is asked for", async ({
  page,
}) => {
  await expect(rows(page)).toHaveText([...inputs].reverse().map((input) => `Unread: ${input}`));
  await expectAccessible(page);
  await open(page, "Cancel my plan");
  await page.waitForResponse((response) => response.url().endsWith("/look") && response.status() === 204);
  await expect(rows(page).first()).toHaveText("Cancel my plan");
  await expectAccessible(page);

  // Nothing comes from the server until the next item was shown.
  const gate = Promise.withResolvers<void>();
  await page.route(/inbox\?/, async (route) => {
    await gate.promise;
    await route.continue();
  });
  await page.keyboard.press("j");
  await expect(detail(page)).toContainText("Complaint 3");
  await expect(detail(page)).toContainText("Answer 3");
  gate.resolve();
  await page.unrouteAll({ behavior: "wait" });
  await expect(page).toHaveURL(/item=answer%3Aanswer-3/);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("Resolve as fixed in a prompt version");
});

test("the keyboard resolves, undoes, assigns, and says which prompt version fixed it", async ({ page }) => {
  await openFirst(page);
  await page.keyboard.press("e");
  await expect(status(page, "1 item resolved.")).toBeVisible();
  await expect(detail(page)).toContainText("Complaint 3");
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press("z");
  await expect(status(page, "Undone.")).toBeVisible();
  await expect(rows(page)).toHaveCount(4);
  await page.keyboard.press("a");
  await expect(status(page, "1 item assigned to")).toBeVisible();
  await open(page, "Where is my order?");
  await page.keyboard.press("f");
  await page.getByLabel("Fixed in prompt version").selectOption("v2");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Resolve", exact: true }).last().click();
  await expect(status(page, "1 item resolved.")).toBeVisible();
  await page.goto(`${inbox}?list=resolved`);
  await expect(page.getByRole("list", { name: "Items" })).toContainText("Fixed in answer v2");
  await page.goto(`${inbox}?list=assigned&item=answer%3Aanswer-3`);
  await expect(page.getByRole("region", { name: "History" })).toContainText("assigned it to");
});

test("many are changed at once and undone, and what the server refuses is as it was", async ({ page }) => {
  await expect(rows(page)).toHaveCount(2);
  await openFirst(page);
  await page.getByRole("button", { name: "Select all" }).click();
  await expect(status(page, "2 items selected")).toBeVisible();
  await page.keyboard.press("e");
  await expect(status(page, "2 items resolved.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(status(page, "Undone.")).toBeVisible();
  await expect(rows(page)).toHaveCount(2);

  await page.route(/\/inbox$/, (route) =>
    route.request().method() === "PATCH"
      ? route.fulfill({ status: 503, json: { detail: "Too busy." } })
      : route.continue(),
  );
  await open(page, "Why is my refund late?");
  await page.keyboard.press("e");
  await expect(status(page, "Too busy.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Items" })).not.toContainText("Handled");
});

test("on a phone one column is the list, and then the item, with the way back", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(rows(page)).toHaveCount(2);
  await open(page, "Cancel my plan");
  await expect(rows(page).first()).toBeHidden();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole("link", { name: "Inbox", exact: true }).click();
  await expect(rows(page).first()).toBeVisible();
});
