import { expect, type Page, test } from "@playwright/test";
import { ownProject } from "../driving/own-project.ts";
import { owner, sessionFile } from "../driving/owner.ts";

test.use({ storageState: sessionFile() });

/** Most bytes of an interaction's page, whatever hangs on it. */
const PAGE_MAX = 500_000;

const words = Array.from({ length: 50_000 }, (_, index) => String.fromCharCode(97 + (index % 26)));

/** An answer of 50,000 words in a project of its own, with an edit of a few of them and one that is too large to compare. */
async function makeLongAnswer(page: Page): Promise<string> {
  const { slug, send } = await ownProject(page.request, "Long");
  const answer = ["**Begin**", ...words].join(" ").slice(0, 100_000);
  const core = { feature_name: "support", model_name: "m-1", response_text: answer };
  await send("/api/interactions", { interaction_id: "long", input: `${"why ".repeat(1_000)}end`, ...core });
  const correct = (user_id: string, correction_text: string) =>
    send("/api/feedback", { interaction_id: "long", rating_type: "correction", user_id, correction_text });
  await correct("ada", answer.replace(" m n o ", " M N O "));
  await correct("bob", words.toReversed().join(" "));
  return `/${slug}/interactions/long`;
}

test("a page stays small, however long its texts are, and leads to the whole of each", async ({ page }) => {
  await page.goto(`/${owner().projectSlug}/interactions`);
  const path = await makeLongAnswer(page);
  const answered = await page.goto(path);
  expect((await answered?.body())?.length).toBeLessThan(PAGE_MAX);

  const response = page.getByRole("region", { name: "Response" });
  await expect(response.locator("strong")).toHaveText("Begin");
  const edits = page.getByRole("region", { name: "Edit" });
  await expect(edits.nth(0).locator("ins")).toHaveText(["M", "N", "O"]);
  await expect(edits.nth(1)).toContainText("too large or too different");

  const input = page.getByRole("region", { name: "Input" });
  await expect(input).not.toContainText("end");
  await input.getByRole("link", { name: "Show all 4,003 characters" }).click();
  await expect(input).toContainText("end");
  await input.getByRole("link", { name: "Show less" }).click();
  await expect(input).not.toContainText("end");
});
