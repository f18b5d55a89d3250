import { defineConfig } from "vitest/config";

const pure = [
  "lib/**/*.test.ts",
  "components/**/*.test.ts",
  "app/**/*.test.ts",
  "scripts/**/*.test.ts",
  "tests/*.test.ts",
];

/** Which tests need what: nothing, a browser's DOM, a PostgreSQL, or whole processes of the app. */
export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        test: { name: "unit", include: pure, exclude: ["**/*.db.test.ts"], environment: "node" },
      },
      {
        test: { name: "widgets", include: ["components/**/*.test.tsx"], environment: "jsdom" },
      },
      {
        test: {
          name: "database",
          include: ["{lib,scripts}/**/*.db.test.ts"],
          environment: "node",
          globalSetup: ["tests/database-server.ts"],
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
