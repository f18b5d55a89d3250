import { expect, type Page, test } from "@playwright/test";
import { ownProject } from "../driving/own-project.ts";
import { sessionFile } from "../driving/owner.ts";
import { expectSound } from "../driving/sound.ts";

test.use({ storageState: sessionFile() });

const shown = (page: Page, text: string | RegExp) =>
  page.getByRole("status").filter({ hasText: text }).locator("visible=true");

type View = "Rate" | "Comment" | "Highlight" | "Edit";

/** Opens one of the playground's views of the draft. */
async function open(page: Page, view: View): Promise<void> {
  const views = page.getByRole("group", { name: "Feedback on the draft" });
  await views.getByRole("button", { name: view }).click();
}

/** Holds the view, as it stands, at a phone's width; and goes back to a desk's. */
async function expectSoundOnPhone(page: Page): Promise<void> {
  await expectSound(page, [390]);
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Copies a part of the draft the way a reader does. */
async function copyFromDraft(page: Page): Promise<void> {
  await page.locator("main p", { hasText: "Harrow Bay" }).locator("visible=true").first().dblclick();
  await page.keyboard.press("ControlOrMeta+c");
}

test("what a reader says and does with a draft, by every widget, is on the dashboard", async ({ page }) => {
  test.slow();
  // Time goes on as ever, and can be told to go faster.
  await page.clock.install();
  const { slug } = await ownProject(page.request, "Family");
  await page.goto(`/playground?project=${slug}`);
  await page.getByRole("button", { name: "Generate draft" }).click();
  await expect(page.getByRole("button", { name: "Good response" })).toBeVisible();
  const answer = await page.getByRole("link", { name: "View on dashboard" }).getAttribute("href");

  await test.step("a thumb with praise, and stars", async () => {
    await page.getByRole("button", { name: "Good response" }).click();
    await page.getByText("Helpful", { exact: true }).click();
    await page.getByRole("button", { name: "Send" }).click();
    await expect(shown(page, "Thank you for the details.")).toBeVisible();
    await page.getByTitle("4 stars").click();
    await expect(shown(page, "Thank you for your rating.")).toBeVisible();
    await copyFromDraft(page);
    // Who reads takes longer than this test.
    await page.clock.fastForward(5_000);
    await expectSoundOnPhone(page);
  });

  await test.step("a category and a comment, which join", async () => {
    await open(page, "Comment");
    await page.getByText("Incomplete", { exact: true }).click();
    await page.getByLabel("Your comment").fill("It says nothing of the fares.");
    await page.getByRole("button", { name: "Send" }).click();
    await expect(shown(page, "Thank you for your feedback.").first()).toBeVisible();
    await expectSoundOnPhone(page);
  });

  await test.step("a passage, highlighted by keyboard", async () => {
    await open(page, "Highlight");
    await page.getByRole("button", { name: "Highlight a passage" }).click();
    for (const _ of [1, 2, 3]) await page.keyboard.press("Control+Shift+ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByText("Inaccurate", { exact: true }).locator("visible=true").click();
    await page.getByRole("textbox").locator("visible=true").last().fill("Which ferry?");
    await page.getByRole("button", { name: "Send" }).click();
    await expect(shown(page, "Thank you. Your highlight was saved.")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Your highlights \(1\)/ })).toBeVisible();
    await expectSoundOnPhone(page);
  });

  await test.step("an edit", async () => {
    await open(page, "Edit");
    const editor = page.getByRole("textbox", { name: "Edit the draft" });
    await editor.fill(`${await editor.inputValue()} Fares stay as they are.`);
    await page.getByRole("button", { name: "Submit" }).click();
    await expect(shown(page, "Thank you. Your edit was saved.")).toBeVisible();
    await expectSoundOnPhone(page);
  });

  await test.step("another draft of the same text", async () => {
    await page.getByRole("button", { name: "Generate another draft" }).click();
    await expect(page.getByRole("link", { name: "View on dashboard" })).not.toHaveAttribute(
      "href",
      answer ?? "",
    );
  });

  await test.step("the interaction has all of it", async () => {
    await page.goto(answer ?? "");
    const main = page.getByRole("main");
    const annotations = page.getByRole("region", { name: "Annotations" });
    await expect(annotations.locator("mark")).toHaveText(/^The ferry/);
    await expect(annotations).toContainText("Which ferry?");
    await expect(main.getByText("It says nothing of the fares.")).toBeVisible();
    for (const category of ["Helpful", "Incomplete"]) await expect(main.getByText(category)).toBeVisible();
    await expect(main.locator("ins", { hasText: "Fares stay as they are" })).toBeVisible();
    const signals = page.getByRole("region", { name: "Signals", exact: true });
    // The last ones come by a beacon, which nobody waits for.
    await expect(async () => {
      await page.reload();
      for (const words of ["Copied", "Dwell time", "Regenerated"]) {
        await expect(signals).toContainText(words, { timeout: 1_000 });
      }
    }).toPass();
  });
});
