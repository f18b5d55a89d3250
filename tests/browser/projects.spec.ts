import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible } from "../driving/accessible.ts";
import { expectAlive } from "../driving/alive.ts";
import { sessionFile } from "../driving/owner.ts";

test.use({ storageState: sessionFile() });

interface MadeProject {
  name: string;
  slug: string;
  secretKey: string;
}

async function makeProject(page: Page): Promise<MadeProject> {
  const name = `Throwaway ${crypto.randomUUID()}`;
  const made = await page.request.post("/api/projects", { data: { name } });
  const { project_slug: slug, secret_key: secretKey } = await made.json();
  return { name, slug, secretKey };
}

const switcher = (page: Page) => page.getByRole("button", { name: /^Project:/ }).filter({ visible: true });

async function openSwitcher(page: Page): Promise<Locator> {
  await expectAlive(switcher(page));
  await switcher(page).click();
  return page.locator(`[id="${await switcher(page).getAttribute("aria-controls")}"]`);
}

/** Nothing lies over a panel, and nothing of it is cut off: at its corners and in its middle it is what a click meets. */
async function expectOnTop(panel: Locator): Promise<void> {
  const met = await panel.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const inset = 6;
    const xs = [left + inset, (left + right) / 2, right - inset];
    const ys = [top + inset, (top + bottom) / 2, bottom - inset];
    return xs.flatMap((x) => ys.map((y) => element.contains(document.elementFromPoint(x, y))));
  });
  expect(met).toEqual(met.map(() => true));
}

for (const width of [1440, 1024, 390]) {
  test(`the project menu lies over the page at ${width} pixels, and makes a project`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const { slug } = await makeProject(page);
    await page.goto(`/${slug}/settings`);
    await expectOnTop(await openSwitcher(page));
    await page.getByRole("button", { name: "New project" }).filter({ visible: true }).first().click();
    const dialog = page.getByRole("dialog", { name: "New project" });
    const name = `Made ${crypto.randomUUID()}`;
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByRole("button", { name: "Create project" }).click();
    await dialog.getByRole("button", { name: "Open project" }).click();
    await expect(switcher(page)).toHaveAccessibleName(`Project: ${name}`);
  });
}

test("a project is renamed, and keeps its address", async ({ page }) => {
  const { name, slug } = await makeProject(page);
  await page.goto(`/${slug}/settings`);
  const form = page.getByRole("form", { name: "Rename project" });
  await expectAlive(form);
  await form.getByLabel("Project name").fill("Support Copilot");
  await form.getByRole("button", { name: "Rename" }).click();
  await expect(form.getByLabel("Project name"), "another has the name").toHaveAccessibleDescription(
    /A project named “Support Copilot” already exists/,
  );
  await form.getByLabel("Project name").fill(`${name} again`);
  await form.getByRole("button", { name: "Rename" }).click();
  await expect(switcher(page)).toHaveAccessibleName(`Project: ${name} again`);
  expect(new URL(page.url()).pathname).toBe(`/${slug}/settings`);
});

test("a project is deleted by its name, its key is unknown at once, and its page is gone", async ({
  page,
}) => {
  const { name, slug, secretKey } = await makeProject(page);
  const headers = { authorization: `Bearer ${secretKey}` };
  const read = async () => (await page.request.get("/api/interactions", { headers })).status();
  expect(await read()).toBe(200);
  await page.goto(`/${slug}/settings`);
  const open = page.getByRole("button", { name: "Delete project" });
  await expectAlive(open);
  await open.click();
  const dialog = page.getByRole("dialog", { name: `Delete “${name}”?` });
  const confirm = dialog.getByRole("button", { name: "Delete project" });
  await expectAccessible(page);
  await page.keyboard.type(name.slice(0, -1));
  await expect(confirm, "a part of the name is not enough").toBeDisabled();
  await page.keyboard.type(name.slice(-1));
  await confirm.click();
  await expect(page, "home leads to another project").not.toHaveURL(new RegExp(slug));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await read()).toBe(401);
  expect((await page.goto(`/${slug}`))?.status()).toBe(404);
  await page.goto("/");
  await expect((await openSwitcher(page)).getByText(name)).toHaveCount(0);
});
