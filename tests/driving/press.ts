import type { Locator, Page } from "@playwright/test";
import { expectAlive } from "./alive.ts";

/** Clicks what React has taken over: a click before that is lost. */
export async function clickAlive(part: Locator): Promise<void> {
  await expectAlive(part);
  await part.click();
}

/** Clicks the button of exactly this name, once React has taken it over. */
export const press = (within: Page | Locator, name: string): Promise<void> =>
  clickAlive(within.getByRole("button", { name, exact: true }));
