import type { Locator } from "@playwright/test";

/** Clicks a toggle button; whether it was pressed before, and when the next frame is drawn. */
export const isPressed = (button: Locator): Promise<{ before: string | null; after: string | null }> =>
  button.evaluate(async (own: HTMLElement) => {
    const pressed = () => own.getAttribute("aria-pressed");
    const before = pressed();
    own.click();
    await new Promise(requestAnimationFrame);
    return { before, after: pressed() };
  });
