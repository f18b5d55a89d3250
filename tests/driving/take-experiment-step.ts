import { expect, type Page } from "@playwright/test";
import { press } from "./press.ts";

/** Takes a step of the experiment whose page is open, with a reason. */
export async function takeExperimentStep(page: Page, step: string, reason: string): Promise<void> {
  await press(page, step);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill(reason);
  await press(dialog, step);
  await expect(dialog).toBeHidden();
}
