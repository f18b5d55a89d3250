import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { npm } from "../launch/npm.mjs";
import { runQuietly } from "../launch/run-quietly.mjs";
import { cleanEnvironment } from "../test-app/clean-environment.ts";
import type { EmbedApp } from "./apps.ts";

const TEMPLATES = "tests/embed/apps";

/**
 * Makes an app in an empty folder: its files, the package from `tarball` (a path or an address), its types and builds.
 * @throws StepFailure with what the failing command said.
 */
export async function makeApp(app: EmbedApp, folder: string, tarball: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const template of app.templates) await cp(join(TEMPLATES, template), folder, { recursive: true });
  await installPackages(folder, tarball);
  for (const { line, env } of app.builds) {
    await runQuietly(process.execPath, [...line], {
      cwd: folder,
      env: { ...cleanEnvironment(), NEXT_TELEMETRY_DISABLED: "1", ...env },
      advice: `The app "${app.name}" of tests/embed/apps does not build with the package.`,
    });
  }
}

/** Installs what the folder's package.json names, and the package from `tarball`. */
async function installPackages(folder: string, tarball: string): Promise<void> {
  await npm(process.execPath, ["install", tarball, "--prefer-offline", "--ignore-scripts"], {
    cwd: folder,
    env: cleanEnvironment(),
    advice: "npm brings the packages of these apps from its registry: is it in reach?",
  });
}
