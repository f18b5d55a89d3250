import { defineConfig } from "@playwright/test";

const asRoot = process.getuid?.() === 0;
const quiet = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * Tests over HTTP, against an app that `npm test` starts (scripts/test-app/browser-tests.ts) and tells of in variables.
 * Its set-up link works once, so the journey through it comes before all others.
 */
export default defineConfig({
  testDir: "tests",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  forbidOnly: true,
  // What a failed test saw; `npm test` removes it when none failed.
  outputDir: "test-results",
  use: {
    baseURL: process.env.WHETSTONE_URL ?? "http://localhost:3000",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: asRoot ? ["--no-sandbox", ...quiet] : quiet,
    },
  },
  projects: [
    { name: "set-up", testMatch: "browser/*.setup.ts" },
    { name: "api", testMatch: "api/**/*.spec.ts", dependencies: ["set-up"] },
    { name: "browser", testMatch: "browser/**/*.spec.ts", dependencies: ["set-up"] },
  ],
});
