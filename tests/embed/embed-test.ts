import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { ground } from "./ground.ts";
import { Whetstone } from "./whetstone.ts";

/** What an app's address may say in place of what its own backend knows. */
export interface Asked {
  id?: string;
  key?: string;
  token?: string;
  /** Any value: the answer as the model wrote it, not as Markdown. */
  plain?: string;
  /** Any value: with the notice of what feedback led to. */
  news?: string;
}

/** What a spec has beside the page. */
interface EmbedFixtures {
  whetstone: Whetstone;
  /** The id of the answer that the page shows: another one in each test. */
  id: string;
  /** Opens the page of the app that shows every widget; it logs the answer first. */
  open(asked?: Asked, page?: Page): Promise<void>;
  /** Keeps a screenshot of the page as it stands, when they are asked for. */
  look(state: string): Promise<void>;
  /** What the page's console complained of; nothing, unless the test expects and takes it out. */
  complaints: string[];
}

export const test = base.extend<EmbedFixtures>({
  whetstone: async ({ playwright }, use) => {
    const { server, session } = ground();
    const owner = await playwright.request.newContext({
      baseURL: server,
      storageState: session,
      extraHTTPHeaders: { origin: server },
    });
    await use(new Whetstone(owner));
    await owner.dispose();
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing is needed
  id: async ({}, use, info) => use(`${info.project.name}-${crypto.randomUUID()}`),

  open: async ({ page: own, id }, use) => {
    await use(async (asked = {}, page = own) => {
      const query = new URLSearchParams({ id, ...asked });
      await page.goto(`/widgets?${query}`);
      await expect(widget(page, "Feedback bar").getByRole("button").first()).toBeVisible();
    });
  },

  look: async ({ page }, use, info) => {
    const { screenshots } = ground();
    let count = 0;
    await use(async (state) => {
      if (screenshots === null) return;
      mkdirSync(screenshots, { recursive: true });
      const name = `${info.project.name} ${info.title} ${++count} ${state}`.replace(/[^\w.-]+/g, "-");
      await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
    });
  },

  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      context.on("console", (message) => {
        const told = ["error", "warning"].includes(message.type());
        // A request without an answer is the browser's to tell, and many tests bring one about.
        if (told && !message.text().startsWith("Failed to load resource")) complaints.push(message.text());
      });
      context.on("weberror", (error) => void complaints.push(String(error.error())));
      await use(complaints);
      expect(complaints, "what the page's console said").toEqual([]);
    },
    { auto: true },
  ],
});

/** Waits for all that a page fetches by itself: the queue follows the widgets, and only then keeps what cannot be sent. */
export const settled = (page: Page): Promise<void> => page.waitForLoadState("networkidle");

/** One widget of the page, by the heading over it. */
export const widget = (page: Page, name: string): Locator => page.getByRole("region", { name, exact: true });

/** What a widget says of how it stands. */
export const status = (within: Locator): Locator => within.getByRole("status");

/** What the console told the developer of the server's refusals; the test has brought them about. */
export function refusalsTold(complaints: string[]): string[] {
  const told = complaints.filter((words) => words.startsWith("whetstone: the server refused feedback: "));
  complaints.splice(0, Number.POSITIVE_INFINITY, ...complaints.filter((words) => !told.includes(words)));
  return told;
}

/**
 * Presses a thumb and waits until the rating is stored, which is said when what the thumb unfolds is folded again:
 * thanks come after the last step.
 */
export async function rate(bar: Locator, name: "Good response" | "Bad response"): Promise<void> {
  await bar.getByRole("button", { name }).click();
  await bar.getByRole("textbox").waitFor();
  await bar.page().keyboard.press("Escape");
  await expect(status(bar)).toHaveText("Thank you for your rating.");
}

/** The id of the answer that the page rates next, which an example's own server has logged. */
export async function nextRated(page: Page): Promise<string> {
  const sent = await page.waitForRequest((request) => request.url().endsWith("/api/events"));
  return sent.postDataJSON().events[0].interaction_id;
}

/** Unfolds what there is to say beside the thumb. */
export const tellMore = (bar: Locator): Promise<void> =>
  bar.getByRole("button", { name: "Tell us more" }).click();

export { expect } from "@playwright/test";
