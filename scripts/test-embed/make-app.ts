import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { npm, withoutNpm } from "../launch/npm.mjs";
import { runQuietly } from "../launch/run-quietly.mjs";
import { packageFolders } from "../package/folders.ts";
import { cleanEnvironment } from "../test-app/clean-environment.ts";

const EXAMPLES = "examples";
/** What tests need in addition to an example's own files. */
const TEMPLATES = "tests/embed/apps";

/** A command that Node runs in an app's folder. */
export interface AppCommand {
  /** A script and its arguments. */
  line: readonly string[];
  env?: Record<string, string>;
}

/**
 * Creates an app from an example, with folders of tests/embed/apps copied over it, and the packed tarball.
 */
export const makeFromFolders =
  (example: string, templates: readonly string[], builds: readonly AppCommand[]) =>
  async (folder: string): Promise<void> => {
    await cp(join(EXAMPLES, example), folder, { recursive: true, filter: isOfTheExample });
    await layTemplates(folder, templates);
    await installPackages(folder, packageFolders(process.cwd()).tarball);
    for (const build of builds) await runInApp(folder, build);
  };

/** Excludes files created by running the example in its own folder. */
const isOfTheExample = (path: string): boolean =>
  !/[\\/](node_modules|dist|\.next|next-env\.d\.ts|package-lock\.json|[^\\/]+\.tgz)$/.test(path);

/** Copies templates into an app's folder. */
export async function layTemplates(folder: string, templates: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const template of templates) await cp(join(TEMPLATES, template), folder, { recursive: true });
}

/** Installs the dependencies in the app's package.json, and the package from `tarball`, a path or a URL. */
export async function installPackages(folder: string, tarball: string): Promise<void> {
  await runNpm(folder, ["install", tarball, "--prefer-offline", "--ignore-scripts"]);
}

/** Runs npm in an app's folder. */
export const runNpm = (folder: string, args: string[]): Promise<string> =>
  npm(process.execPath, args, {
    cwd: folder,
    // As on a developer's machine; in production npm leaves out build tools.
    env: { ...withoutNpm(), NODE_ENV: "development" },
    advice: "npm downloads the packages of these apps from its registry. Check that it is reachable.",
  });

/**
 * Runs a command in an app that has its packages.
 * @throws StepFailure with its output if it fails.
 */
export async function runInApp(folder: string, { line, env }: AppCommand): Promise<void> {
  await runQuietly(process.execPath, [...line], {
    cwd: folder,
    env: { ...cleanEnvironment(), NEXT_TELEMETRY_DISABLED: "1", ...env },
    advice: `An app in ${EXAMPLES} or ${TEMPLATES} does not build with the package.`,
  });
}
