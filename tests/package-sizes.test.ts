import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { bundleForPage, gzippedBytes } from "#scripts/package/bundle-for-page.ts";

const react = JSON.stringify(resolve(".packed/package/dist/react.js"));

it("the feedback bar and its adapter are small", async () => {
  const { first, later } = await bundleForPage(`export { FeedbackBar, httpAdapter } from ${react};`);
  const bytes = gzippedBytes(first);
  process.stdout.write(
    `FeedbackBar and httpAdapter: ${bytes} bytes gzipped; the queue that follows: ${gzippedBytes(later)}\n`,
  );
  expect(bytes).toBeLessThanOrEqual(7_000);
});

it("embed.js is small", async () => {
  const bytes = gzippedBytes([await readFile(resolve("public/embed.js"))]);
  process.stdout.write(`embed.js: ${bytes} bytes gzipped\n`);
  expect(bytes).toBeLessThanOrEqual(14_000);
});

it("a page with the bar alone gets no other widget, no other language and no difference library", async () => {
  const { first, later } = await bundleForPage(`export { FeedbackBar } from ${react};`);
  expect(first.join()).toContain("Good response");
  // What a thumb unfolds comes once the bar is on the screen.
  expect(first.join()).not.toContain("What was wrong?");
  expect(later.join()).toContain("What was wrong?");
  expect([...first, ...later].join()).not.toMatch(
    /Clear rating|Show changes|Your highlights|[ぁ-んア-ン؀-ۿ]/,
  );
  expect([...first, ...later].join()).not.toContain("oneChangePerToken");
});

it("the difference library comes when an editor asks for it", async () => {
  const { first, later } = await bundleForPage(`export { CorrectionEditor } from ${react};`);
  expect(first.join()).not.toContain("oneChangePerToken");
  expect(later.join()).toContain("oneChangePerToken");
});
