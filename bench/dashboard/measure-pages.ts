import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { navPages } from "#components/dashboard/shell/nav-pages.ts";
import { buildForTests, removeTestBuild } from "#scripts/test-app/choose-dist.ts";
import { findChromium } from "#scripts/test-app/find-chromium.ts";
import { startApp } from "#scripts/test-app/start-app.ts";
import { OWNER } from "./environment.ts";

/** How long a page took to draw its metrics, in milliseconds, and how much JavaScript it loads, gzipped. */
export interface PageTiming {
  path: string;
  times: number[];
  scriptBytes: number;
}

/** Those that are about a window; the history has no scores. */
const paths = navPages.filter(({ filtered, path }) => filtered && path !== "/scores").map(({ path }) => path);

/** How often each page is opened. */
const OPENED = 5;

/**
 * Starts the app on a filled database and opens every page of the project, signed in and with warm caches.
 */
export async function measurePages(
  { dataDir, slug, lastDay }: { dataDir: string; slug: string; lastDay: string },
  say: (text: string) => void,
): Promise<PageTiming[]> {
  const root = process.cwd();
  const dist = await buildForTests(root);
  const app = await startApp({ dataDir, dist });
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu"],
  });
  try {
    const context = await browser.newContext({ baseURL: app.url, viewport: { width: 1440, height: 900 } });
    const signedIn = await context.request.post("/api/auth/sign-in/email", {
      data: OWNER,
      headers: { origin: app.url },
    });
    if (!signedIn.ok()) throw new Error(`Sign-in failed: ${await signedIn.text()}`);
    const timings: PageTiming[] = [];
    for (const path of paths) {
      timings.push(
        await measurePage(context, `/${slug}${path}?days=30&to=${lastDay}`, path || "/ (overview)"),
      );
      say(`page ${path || "/"}`);
    }
    return timings;
  } finally {
    await browser.close();
    await app.stop();
    await removeTestBuild(root);
  }
}

async function measurePage(context: BrowserContext, address: string, path: string): Promise<PageTiming> {
  const scripts = new Map<string, number>();
  const page = await context.newPage();
  page.on("response", async (response) => {
    if (response.request().resourceType() !== "script") return;
    const body = await response.body().catch(() => Buffer.alloc(0));
    scripts.set(response.url(), gzipSync(body).length);
  });
  await untilDrawn(page, address);
  await page.waitForLoadState("networkidle");
  const times: number[] = [];
  for (let round = 0; round < OPENED; round++) times.push(await untilDrawn(page, address));
  await page.close();
  return { path, times, scriptBytes: [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) };
}

/**
 * Opens a URL and returns how long it took until nothing on the page was loading, in milliseconds since the
 * navigation began.
 */
async function untilDrawn(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: "commit" });
  const drawn = await page.waitForFunction(
    () => {
      const main = document.querySelector("main");
      const figures = main?.querySelector("h2, dl, table, svg");
      return document.readyState !== "loading" &&
        figures &&
        !main?.querySelector(".animate-pulse, [role=status][aria-label=Loading]")
        ? performance.now()
        : null;
    },
    undefined,
    { polling: "raf" },
  );
  return (await drawn.jsonValue()) ?? Number.NaN;
}
