import { expect, test } from "@playwright/test";
import { expectAccessible } from "../driving/accessible.ts";
import { expectAlive } from "../driving/alive.ts";
import { owner, sessionFile } from "../driving/owner.ts";
import { expectFits } from "../driving/sound.ts";

test.use({ storageState: sessionFile() });
test.describe.configure({ mode: "serial" });

const page = () => `/${owner().projectSlug}/privacy`;

for (const width of [1440, 390]) {
  test(`the privacy page is accessible and fits at ${width} pixels, on and off`, async ({ page: tab }) => {
    await tab.setViewportSize({ width, height: 900 });
    await tab.goto(page());
    await expect(tab.locator("mark")).toHaveCount(7);
    await expectAccessible(tab);
    await tab.getByLabel("Redact texts before they are stored").uncheck();
    await expect(tab.getByText("Redaction is off: stored unchanged")).toBeVisible();
    await tab.getByRole("button", { name: "Add pattern" }).click();
    await expectAccessible(tab);
    await expectFits(tab);
  });
}

test("what would be taken from a pasted text is shown at once, before it is saved", async ({ page: tab }) => {
  await tab.goto(page());
  const stored = tab.getByRole("region", { name: "Stored text" });
  await expect(tab.locator("mark")).toHaveCount(7);
  const text = tab.getByLabel("Text", { exact: true });
  await expectAlive(text);
  await text.fill("Mail ada@example.com about CASE-77");
  await expect(stored).toHaveText("Mail [EMAIL] about CASE-77");
  await tab.getByRole("checkbox", { name: /^Email addresses/ }).uncheck();
  await expect(stored).toHaveText("Mail ada@example.com about CASE-77");
  await tab.getByRole("button", { name: "Add pattern" }).click();
  await tab.getByLabel("Name", { exact: true }).fill("case id");
  await tab.getByLabel("Pattern", { exact: true }).fill("CASE-\\d+");
  await expect(stored).toHaveText("Mail ada@example.com about [CASE_ID]");
  await expect(tab.locator("mark")).toContainText("CASE-77");
});

test("settings are saved, found again, and refused by what does not fit", async ({ page: tab }) => {
  await tab.goto(page());
  await expectAlive(tab.getByRole("checkbox", { name: /^IP addresses/ }));
  await tab.getByRole("checkbox", { name: /^IP addresses/ }).uncheck();
  await tab.getByRole("button", { name: "Add pattern" }).click();
  await tab.getByLabel("Name", { exact: true }).fill("case id");
  await tab.getByLabel("Pattern", { exact: true }).fill("(?=CASE)");
  await tab.getByRole("button", { name: "Save" }).click();
  await expect(tab.getByText(/uses lookaround/).first()).toBeVisible();
  await tab.getByLabel("Pattern", { exact: true }).fill("CASE-\\d+");
  await tab.getByRole("button", { name: "Save" }).click();
  await expect(tab.getByText(/^Saved\./)).toBeVisible();
  await tab.reload();
  await expect(tab.getByRole("checkbox", { name: /^IP addresses/ })).not.toBeChecked();
  await expect(tab.getByLabel("Pattern", { exact: true })).toHaveValue("CASE-\\d+");
  await tab.getByRole("checkbox", { name: /^IP addresses/ }).check();
  await tab.getByRole("button", { name: "Remove pattern 1" }).click();
  await tab.getByRole("button", { name: "Save" }).click();
  await expect(tab.getByText(/^Saved\./)).toBeVisible();
});
