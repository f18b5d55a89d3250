import type { Page } from "@playwright/test";
import { expect, test, widget } from "../embed-test.ts";

/** A page whose shortcuts are single keys and leave out what is typed into fields, as such pages do. */
const takeShortcuts = (page: Page, capture: boolean) =>
  page.evaluate((early) => {
    const taken: string[] = [];
    Object.assign(window, { taken });
    document.addEventListener(
      "keydown",
      (event) => {
        const target = event.target as HTMLElement;
        if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
        taken.push(event.key);
        if (event.key.length === 1) event.preventDefault();
      },
      early,
    );
  }, capture);
const taken = (page: Page) => page.evaluate(() => (window as unknown as { taken: string[] }).taken);

for (const capture of [false, true])
  test(`single-key shortcuts take nothing that is typed (${capture ? "listening early" : "as most listen"})`, async ({
    page,
    open,
  }) => {
    await open();
    await takeShortcuts(page, capture);
    const bar = widget(page, "Feedback bar");
    await bar.getByRole("button", { name: "Bad response" }).click();
    const comment = bar.getByRole("textbox");
    await comment.click();
    await page.keyboard.type("just/?gE ");
    await expect(comment).toHaveValue("just/?gE ");
    const editor = widget(page, "Editor").getByRole("textbox");
    await editor.focus();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("n e w");
    await expect(editor).toHaveValue("n e w");
    expect(await taken(page)).toEqual([]);
  });

test("Escape and Tab in a field are still the page's", async ({ page, open }) => {
  await open();
  await page.evaluate(() => {
    const taken: string[] = [];
    Object.assign(window, { taken });
    document.addEventListener("keydown", ({ key }) => taken.push(key));
  });
  await widget(page, "Editor").getByRole("textbox").focus();
  for (const key of ["a", "Escape", "Tab"]) await page.keyboard.press(key);
  expect(await taken(page)).toEqual(["Escape", "Tab"]);
});
