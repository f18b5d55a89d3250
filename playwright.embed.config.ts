import { defineConfig } from "@playwright/test";
import { ground } from "#tests/embed/ground.ts";
import base from "./playwright.config.ts";

/** The specs that drive what is served: those of what it has. */
const specs: Record<string, string[]> = {
  next: ["widgets", "react", "next", "examples"],
  "react-19": ["widgets", "react", "vite", "named-chunks"],
  "react-18": ["widgets", "react", "vite", "named-chunks"],
  page: ["widgets", "page", "named-chunks"],
  zero: ["zero"],
  "react-vite": ["examples"],
  "plain-page": ["examples"],
  vue: ["examples", "vue"],
  "ai-sdk-chat": ["ai-sdk-chat"],
};

/** Drives the apps that `npm run test:embed` has made of examples/ and tests/embed/apps with the packed package. */
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
