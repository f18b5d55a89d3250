import { expect, type Locator, type Page, test } from "@playwright/test";
import { ownProject } from "../driving/own-project.ts";
import { owner, sessionFile } from "../driving/owner.ts";
import { clickAlive } from "../driving/press.ts";

test.use({ storageState: sessionFile() });

/** How to open a dialog, and the field that has the focus when it opens. */
interface DialogCase {
  title: string;
  open(page: Page): Promise<void>;
  field(dialog: Locator): Locator;
}

const settings = (page: Page) => page.goto(`/${owner().projectSlug}/settings`);
const name = (dialog: Locator) => dialog.getByRole("textbox", { name: "Name" });

/** Makes a project of the test's own, with one answer; gives its slug. */
async function projectWithAnAnswer({ request }: Page): Promise<string> {
  const { slug, send } = await ownProject(request, "Dialogs");
  await send("/api/interactions", { feature_name: "f", model_name: "m", response_text: "It says so." });
  return slug;
}

const cases: DialogCase[] = [
  {
    title: "New key",
    async open(page) {
      await settings(page);
      await clickAlive(page.getByRole("button", { name: "New key" }));
    },
    field: name,
  },
  {
    title: "Allowed origins",
    async open(page) {
      await settings(page);
      await clickAlive(page.getByRole("button", { name: /^Edit origins of/ }).first());
    },
    field: (dialog) => dialog.getByRole("textbox"),
  },
  {
    title: "New project",
    async open(page) {
      await settings(page);
      await clickAlive(page.getByRole("main").getByRole("button", { name: "New project" }));
    },
    field: name,
  },
  {
    title: "Save view",
    async open(page) {
      await page.goto(`/${await projectWithAnAnswer(page)}/interactions?rating=down`);
      await clickAlive(page.getByRole("button", { name: "Saved views" }));
      await page.getByRole("button", { name: "Save current view" }).click();
    },
    field: name,
  },
];

for (const { title, open, field } of cases) {
  test(`what is typed at once goes into the dialog “${title}”`, async ({ page }) => {
    await open(page);
    const dialog = page.getByRole("dialog", { name: title });
    await expect(field(dialog)).toBeFocused();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("two words");
    await expect(field(dialog)).toHaveValue("two words");
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  });
}
