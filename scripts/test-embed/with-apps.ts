import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { keepGround } from "#tests/embed/ground.ts";
import { type Outcome, single } from "../checks/outcome.ts";
import { runTogether } from "../checks/show-progress.ts";
import { startApp } from "../test-app/start-app.ts";
import type { AppServer, EmbedApp } from "./apps.ts";
import { atMost } from "./at-most.ts";
import { type EmbedProject, prepareProject } from "./prepare-project.ts";
import { type ServedApp, serveApp } from "./serve-app.ts";

/** What to set up. */
export interface AppsOptions {
  /** An empty folder for everything they write. */
  folder: string;
  /** The build of Whetstone to serve. */
  dist: string;
  apps: readonly EmbedApp[];
  /** Where to put screenshots of every state. */
  screenshots?: string | undefined;
  /** Aborts the run, between two apps. */
  signal?: AbortSignal | undefined;
}

/** How many apps are created in parallel: each command uses about one core. */
const AT_A_TIME = 2;

/**
 * Starts Whetstone, creates the apps with the packed package, and serves them while `use` runs.
 * @param use gets the file that tells specs about the apps; not called if no app could be created
 * @returns an outcome for each app, followed by those of `use`
 */
export async function withApps(
  { folder, dist, apps, screenshots, signal }: AppsOptions,
  use: (groundFile: string) => Promise<Outcome[]>,
): Promise<Outcome[]> {
  await mkdir(folder, { recursive: true });
  const whetstone = await startApp({ dataDir: join(folder, "data"), dist });
  const served: NamedServer[] = [];
  try {
    const project = await prepareProject(whetstone, folder);
    const inTurn = atMost(AT_A_TIME);
    const making = (app: EmbedApp) => async () => {
      try {
        const home = join(folder, app.name);
        const make = () => {
          signal?.throwIfAborted();
          return madeAndServed(app, home, project);
        };
        served.push(...(await inTurn(make)));
        return single(`app ${app.name}`, true, "");
      } catch (error) {
        return single(`app ${app.name}`, false, error instanceof Error ? error.message : String(error));
      }
    };
    const made = await runTogether(Object.fromEntries(apps.map((app) => [`app ${app.name}`, making(app)])));
    signal?.throwIfAborted();
    if (served.length === 0) return made;
    const addresses = served.map(({ name, host, app }) => [name, `http://${host}:${app.port}`]);
    const groundFile = join(folder, "ground.json");
    keepGround(groundFile, {
      ...project,
      apps: Object.fromEntries(addresses),
      screenshots: screenshots === undefined ? null : resolve(screenshots),
    });
    return [...made, ...(await use(groundFile))];
  } finally {
    await Promise.all(served.map(({ app }) => app.stop()));
    await whetstone.stop();
  }
}

/** A running server of an app. */
interface NamedServer extends Pick<AppServer, "name" | "host"> {
  app: ServedApp;
}

async function madeAndServed(app: EmbedApp, home: string, project: EmbedProject): Promise<NamedServer[]> {
  await app.make(home, project);
  const env = {
    WHETSTONE_URL: project.server,
    WHETSTONE_SECRET_KEY: project.secretKey,
    WHETSTONE_PUBLISHABLE_KEY: project.publishableKey,
  };
  const served: NamedServer[] = [];
  try {
    for (const { name, host, line } of app.servers)
      served.push({ name, host, app: await serveApp(home, line, env) });
    return served;
  } catch (error) {
    await Promise.all(served.map((each) => each.app.stop()));
    throw error;
  }
}
