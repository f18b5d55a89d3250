import { expect, type Locator } from "@playwright/test";

/** Waits until React has taken over an element: what is chosen or typed before that is lost. */
export async function expectAlive(part: Locator): Promise<void> {
  const isAlive = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactFiber"));
  await expect.poll(() => part.evaluate(isAlive), { timeout: 20_000 }).toBe(true);
}
