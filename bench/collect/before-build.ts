import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { SessionClient } from "#lib/platform/db/session.ts";
import { cleanEnvironment } from "#scripts/test-app/clean-environment.ts";
import type { BenchEnvironment } from "./environment.ts";
import { type MeasuredServer, startMeasured } from "./measured-server.ts";

/** An older checkout of the app, built and serving from a database of its own beside the others. */
export interface BeforeBuild {
  server: MeasuredServer;
  /** The stage with that database in place of this checkout's. */
  stage: BenchEnvironment;
  stop(): Promise<void>;
}

const DATABASE = "before_build";

/** Starts the app of another checkout, which was started by `npm start` once; nobody analyzes its tables either. */
export async function startBefore(stage: BenchEnvironment, folder: string): Promise<BeforeBuild> {
  await stage.client.query(`CREATE DATABASE ${DATABASE}`);
  const url = new URL(stage.url);
  url.pathname = `/${DATABASE}`;
  const env: NodeJS.ProcessEnv = {
    ...cleanEnvironment(),
    NODE_ENV: "production",
    DATABASE_URL: url.href,
    PORT: "0",
  };
  const server = await startMeasured({
    script: "scripts/start.ts",
    env,
    cwd: folder,
    ready: /is ready: (\S+)/,
  });
  const client = new SessionClient({ connectionString: url.href });
  const stop = async () => {
    await client.end().catch(() => {});
    await server.stop();
  };
  try {
    await client.connect();
    const admin = async (input: string, ...args: string[]): Promise<string> => {
      const child = promisify(execFile)(process.execPath, ["scripts/admin.ts", ...args], {
        env,
        cwd: folder,
      });
      child.child.stdin?.end(input);
      return (await child).stdout;
    };
    await admin(crypto.randomUUID(), "create-owner", "bench@example.com");
    const secretKey = /sk_[\w-]+/.exec(await admin("", "create-project", "Benchmark"))?.[0];
    if (!secretKey) throw new Error(`The checkout in ${folder} made no project.`);
    for (const table of ["interactions", "feedback", "feedback_submissions"])
      await client.query(`ALTER TABLE ${table} SET (autovacuum_enabled = off)`);
    const settle = async () => {
      await client.query("TRUNCATE metric_marks, search_marks");
      await client.query("CHECKPOINT");
    };
    return { server, stage: { ...stage, url: url.href, client, secretKey, settle }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
