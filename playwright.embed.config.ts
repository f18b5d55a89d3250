import { defineConfig } from "@playwright/test";
import { ground } from "#tests/embed/ground.ts";
import base from "./playwright.config.ts";

/** The specs that drive an app: those of what it has. */
const specs: Record<string, string[]> = {
  next: ["widgets", "react", "next"],
  "react-19": ["widgets", "react", "vite", "named-chunks"],
  "react-18": ["widgets", "react", "vite", "named-chunks"],
  page: ["widgets", "page", "named-chunks"],
  zero: ["zero"],
};

/** Drives the apps that `npm run test:embed` has made of tests/embed/apps with the packed package. */
export default defineConfig({
  ...base,
  testDir: "tests/embed",
  outputDir: "test-results/embed",
  fullyParallel: true,
  use: {
    ...base.use,
    launchOptions: {
      ...base.use?.launchOptions,
      // A host that is none of this machine's for the browser, as sites without https are.
      args: [...(base.use?.launchOptions?.args ?? []), "--host-resolver-rules=MAP embed.test 127.0.0.1"],
    },
  },
  projects: Object.entries(ground().apps).map(([name, baseURL]) => ({
    name,
    testMatch: (specs[name] ?? []).map((folder) => `${folder}/*.spec.ts`),
    use: { baseURL },
  })),
});
