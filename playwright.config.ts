import { defineConfig } from "@playwright/test";

const asRoot = process.getuid?.() === 0;
const quiet = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  // A name as a network has it: no loopback host, so that pages there are no secure context.
  "--host-resolver-rules=MAP whetstone.test 127.0.0.1",
];

const url = process.env.WHETSTONE_URL ?? "http://localhost:3000";

/** Half of the pages are looked at under another address than the other half: nothing may work at localhost alone. */
const byAddress = /browser\/(?:api-docs|comparison-pages|docs|docs-home|family|loop|pages|privacy)\.spec\.ts/;

/**
 * Tests over HTTP, against an app that `npm test` starts (scripts/test-app/run-browser-tests.ts) and tells of in variables.
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
    baseURL: url,
    screenshot: "only-on-failure",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: asRoot ? ["--no-sandbox", ...quiet] : quiet,
    },
  },
  projects: [
    { name: "set-up", testMatch: "browser/*.setup.ts" },
    { name: "api", testMatch: "api/**/*.spec.ts", dependencies: ["set-up"] },
    {
      name: "browser",
      testMatch: "browser/**/*.spec.ts",
      testIgnore: byAddress,
      dependencies: ["set-up"],
    },
    {
      name: "browser at 127.0.0.1",
      testMatch: byAddress,
      use: { baseURL: url.replace("//localhost:", "//127.0.0.1:") },
      dependencies: ["set-up"],
    },
  ],
});
