import { existsSync, globSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { chromium } from "@playwright/test";
import { runQuietly, StepFailure } from "../launch/run-quietly.mjs";
import { step } from "../launch/step.mjs";

/** The whole browser also draws a window around every page that nobody sees: tests take three times as long in it. */
const SHELLS = ["chromium-headless-shell", "chrome-headless-shell"];
const BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The browser for the browser tests: CHROMIUM_PATH, or else Playwright's or the system's, a headless shell before a whole
 * browser; otherwise one is downloaded.
 * @throws StepFailure that says how to install one manually.
 */
export async function findChromium(): Promise<string> {
  const found = lookForChromium();
  if (found) return found;
  return step("Downloading a browser", async () => {
    try {
      await runQuietly("npx", ["playwright", "install", "--with-deps", "--only-shell", "chromium"], {
        advice: "",
      });
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
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter)];
  const inSystem = (names: readonly string[]) =>
    names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const playwrights = chromium.executablePath();
  // Playwright tells only where its whole browser would be; its shell is in a folder beside that.
  const shells = globSync("chromium_headless_shell-*/*/{chrome-headless-shell,headless_shell}{,.exe}", {
    cwd: dirname(dirname(dirname(playwrights))),
  }).map((path) => join(dirname(dirname(dirname(playwrights))), path));
  return [given, ...shells, ...inSystem(SHELLS), playwrights, ...inSystem(BROWSERS)].find(
    (path) => path && existsSync(path),
  );
}

async function installFromDebian(): Promise<void> {
  const advice = "The browser tests need Chromium. Install it, or set CHROMIUM_PATH, then try again.";
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runQuietly("apt-get", ["update"], { env, advice });
  await runQuietly("apt-get", ["install", "-y", "--no-install-recommends", "chromium-headless-shell"], {
    env,
    advice,
  });
}
