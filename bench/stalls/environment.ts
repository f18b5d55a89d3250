import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectDatabase, db, disconnectDatabase } from "#lib/platform/db/client.ts";
import { acquireDatabase } from "#lib/platform/db/embedded/index.ts";
import { migrate } from "#lib/platform/migrate/index.ts";
import { createOwnerCommand, createProjectCommand } from "#scripts/admin-commands.ts";
import { buildForTests, removeTestBuild } from "#scripts/test-app/choose-dist.ts";
import { startApp } from "#scripts/test-app/start-app.ts";

/** The user who opens the pages. The database only listens on loopback and is deleted afterwards. */
const OWNER = { email: "bench@example.com", password: "a quiet afternoon in the library" };

/** An app that reports its stalls, with one project. */
export interface StallsEnvironment {
  /** The file that the app writes its stalls to. */
  stalls: string;
  projectId: string;
  slug: string;
  publishableKey: string;
  /** The app's URL and process ID. */
  url: string;
  pid: number;
  /** The number of error responses, by status and code. */
  refusals: ReadonlyMap<string, number>;
  /** Calls the app with the secret key. @throws Error for a status of 500 or more. */
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Opens a page as the owner. @returns its size in bytes. */
  open(path: string): Promise<number>;
  close(): Promise<void>;
}

/** Creates a database with an owner and a project, and starts the app on it. */
export async function openEnvironment(say: (text: string) => void): Promise<StallsEnvironment> {
  const folder = await mkdtemp(join(tmpdir(), "whetstone-stalls-"));
  const [dataDir, stalls] = [join(folder, "data"), join(folder, "stalls.jsonl")];
  const made = await makeProject(dataDir, say);
  const root = process.cwd();
  const probe = import.meta.resolve("./report-stalls.ts");
  const app = await startApp({
    dataDir,
    dist: await buildForTests(root),
    env: { WHETSTONE_STALLS: stalls, NODE_OPTIONS: `--import ${probe}` },
  });
  const cookie = await signIn(app.url);
  const refusals = new Map<string, number>();
  const ask = async (path: string, init: RequestInit) => {
    const response = await fetch(new URL(path, app.url), init);
    const text = await response.text();
    if (response.status >= 500 && response.status !== 503)
      throw new Error(`${path} responded with ${response.status}: ${text}`);
    if (!response.ok) {
      const kind = `${response.status} ${/"code":"(\w+)"/.exec(text)?.[1] ?? ""} at ${path.replace(/[?].*/, "")}`;
      refusals.set(kind, (refusals.get(kind) ?? 0) + 1);
    }
    return text;
  };
  const headers = { authorization: `Bearer ${made.secretKey}`, "content-type": "application/json" };
  return {
    ...made,
    url: app.url,
    pid: app.pid,
    stalls,
    refusals,
    call: async (method, path, body) => {
      const text = await ask(path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
      return text === "" ? null : JSON.parse(text);
    },
    open: async (path) => Buffer.byteLength(await ask(path, { headers: { cookie } })),
    close: async () => {
      await app.stop();
      await removeTestBuild(root);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeProject(dataDir: string, say: (text: string) => void) {
  const database = await acquireDatabase({ dataDir, onMessage: say });
  await migrate(database.url);
  connectDatabase(database.url);
  try {
    await createOwnerCommand(OWNER);
    const made = await createProjectCommand("Stalls");
    const {
      project_id: projectId = "",
      secret_key: secretKey = "",
      publishable_key: publishableKey = "",
    } = made;
    const { slug } = await db().project.findUniqueOrThrow({ where: { projectId } });
    return { projectId, slug, secretKey, publishableKey };
  } finally {
    await disconnectDatabase();
    await database.release();
  }
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(new URL("/api/auth/sign-in/email", url), {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify(OWNER),
  });
  if (!response.ok) throw new Error(`Sign-in failed: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((each) => each.split(";", 1)[0])
    .join("; ");
}
