import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { runQuietly, StepFailure } from "../launch/run-quietly.mjs";
import { step } from "../launch/step.mjs";

const ON_PATH = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The browser for the browser tests: CHROMIUM_PATH, Playwright's own, or the system's; otherwise one is downloaded.
 * @throws StepFailure that says how to install one manually.
 */
export async function findChromium(): Promise<string> {
  const found = lookForChromium();
  if (found) return found;
  return step("Downloading a browser", async () => {
    try {
      await runQuietly("npx", ["playwright", "install", "--with-deps", "chromium"], { advice: "" });
    } catch (failure) {
      if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) throw failure;
      await installFromDebian();
    }
    const brought = lookForChromium();
    if (brought) return brought;
    throw new StepFailure(
      "The browser was installed but not found. Set CHROMIUM_PATH to a Chromium or Chrome.",
    );
  });
}

function lookForChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) {
    throw new StepFailure(`CHROMIUM_PATH points to ${given}, which does not exist.`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  const inSystem = ON_PATH.flatMap((name) => ["/usr/bin", ...folders].map((folder) => join(folder, name)));
  return [given, chromium.executablePath(), ...inSystem].find((path) => path && existsSync(path));
}

async function installFromDebian(): Promise<void> {
  const advice = "The browser tests need Chromium. Install it, or set CHROMIUM_PATH, then try again.";
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runQuietly("apt-get", ["update"], { env, advice });
  await runQuietly("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env, advice });
}
