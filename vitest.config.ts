import { defineConfig } from "vitest/config";

const pure = [
  "lib/**/*.test.ts",
  "components/**/*.test.ts",
  "app/**/*.test.ts",
  "{bench,scripts,server}/**/*.test.ts",
  "tests/*.test.ts",
];

/** Other checks run at the same time, on as few as two cores. */
const PATIENCE_MS = 20_000;

/** Which tests need what: nothing, a browser's DOM, a PostgreSQL, or whole processes of the app. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: pure,
          exclude: ["**/*.db.test.ts"],
          environment: "node",
          testTimeout: PATIENCE_MS,
        },
      },
      {
        test: {
          name: "widgets",
          include: ["components/**/*.test.tsx"],
          environment: "jsdom",
          testTimeout: PATIENCE_MS,
        },
      },
      {
        test: {
          name: "database",
          include: ["{bench,lib,scripts,server,tests}/**/*.db.test.ts"],
          environment: "node",
          globalSetup: ["tests/database/database-server.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "lifecycle",
          include: ["tests/lifecycle/**/*.test.ts"],
          environment: "node",
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
