import { expect, test } from "@playwright/test";
import { expectAccessible } from "../driving/accessible.ts";
import { keepOwner, keepSession } from "../driving/owner.ts";

const owner = { email: "ada@example.com", password: "correct horse battery" };

test("whoever holds the terminal's link becomes the owner, once", async ({ page }) => {
  const printed = process.env.WHETSTONE_SETUP_LINK;
  if (!printed) throw new Error("WHETSTONE_SETUP_LINK is not set: run these tests through `npm test`.");

  // As somebody opens it who is not at the machine itself: under a host name, over plain http.
  const link = printed.replace("//localhost:", "//whetstone.test:");
  const { origin } = new URL(link);

  await test.step("without the token, set-up is refused", async () => {
    await page.goto(`${origin}/setup?token=guess`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This setup link is not valid");
    await expect(page.getByLabel("Password")).toHaveCount(0);
  });

  await test.step("with it, a bad value is named by its field and nothing is lost", async () => {
    await page.goto(link);
    await expectAccessible(page);
    await page.getByLabel("Your name").fill("Ada Lovelace");
    await page.getByLabel("Email").fill(owner.email);
    await page.getByLabel("Password").fill(owner.password);
    await page.getByLabel("Organization").fill("Analytical Engines");
    await page.getByLabel("First project").fill("   ");
    await page.getByRole("button", { name: "Create" }).click();
    await expect(page.getByLabel("First project")).toHaveAccessibleDescription(/Must not be empty/);
    await expect(page.getByLabel("Your name")).toHaveValue("Ada Lovelace");
    await page.getByLabel("First project").fill("Support Copilot");
    await page.getByRole("button", { name: "Create" }).click();
  });

  await test.step("the two keys are shown once, and the owner is signed in", async () => {
    const keys = page.locator("code", { hasText: /^(pk|sk)_[\w-]{32}$/ });
    await expect(keys).toHaveCount(2);
    const shown = await keys.allTextContents();
    const [publishableKey = "", secretKey = ""] = shown.map((text) => text.trim()).sort();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Go to dashboard" }).click();
    await expect(page).toHaveURL(`${origin}/support-copilot`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    keepOwner({ ...owner, projectSlug: "support-copilot", publishableKey, secretKey });
    await keepSession(page.context());
  });

  await test.step("the link is spent", async () => {
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Setup is complete");
  });
});
