import { gzipSync } from "node:zlib";
import { expect, type Page } from "@playwright/test";

/** Most JavaScript that a page may load before anybody touches it, in bytes, gzipped. */
const FIRST_LOAD_MAX = 300_000;

/** Opens a page, says how much JavaScript it loads, and expects little of it. */
export async function expectSmallFirstLoad(page: Page, path: string): Promise<void> {
  const scripts: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(path, { waitUntil: "networkidle" });
  const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
  process.stdout.write(`${path} loads ${bytes} bytes of JavaScript, gzipped\n`);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(FIRST_LOAD_MAX);
}
