import { expect, test } from "@playwright/test";
import { owner, sessionFile } from "../owner.ts";
import { expectAccessible } from "./accessible.ts";

const pages = ["", "/categories", "/models", "/features", "/interactions", "/settings"];

test.describe("signed in", () => {
  test.use({ storageState: sessionFile() });

  for (const path of pages) {
    for (const width of [1440, 390]) {
      test(`${path || "/overview"} is accessible and fits at ${width} pixels`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`/${owner().projectSlug}${path}`);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        await expectAccessible(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, "nothing is wider than the screen").toBeLessThanOrEqual(0);
      });
    }
  }

  test("a project that is not there says so", async ({ page }) => {
    const response = await page.goto("/no-such-project");
    expect(response?.status()).toBe(404);
    await expectAccessible(page);
  });
});

test("who is not signed in is sent to sign in, and comes back to where they were going", async ({ page }) => {
  const { email, password, projectSlug } = owner();
  await page.goto(`/${projectSlug}`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expectAccessible(page);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Email or password is wrong.")).toBeVisible();
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(new RegExp(`/${projectSlug}$`));
});
