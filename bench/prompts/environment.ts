import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPrompt, keyAuthor, moveLabel } from "#lib/act/prompts/index.ts";
import { connectDatabase, disconnectDatabase } from "#lib/platform/db/client.ts";
import { acquireDatabase } from "#lib/platform/db/embedded/index.ts";
import { migrate } from "#lib/platform/migrate/index.ts";
import { createOwnerCommand, createProjectCommand } from "#scripts/admin-commands.ts";
import { buildForTests, removeTestBuild } from "#scripts/test-app/choose-dist.ts";
import { startApp } from "#scripts/test-app/start-app.ts";
import { startBare } from "./bare-app.ts";
import { startObvious } from "./obvious-app.ts";

/** The prompt that is read: two kilobytes with three variables. */
export const TEMPLATE = "support-reply";
const SENTENCE = "Answer in the language of the question, and say what you are not sure of. ";
const TEXT = `You help the customers of {{company}}.\n\n${SENTENCE.repeat(26)}\n\n{{history}}\n\n{{question}}`;

/** Both apps on one PostgreSQL, and a listener with nothing behind it. */
export interface PromptsEnvironment {
  /** Where each of them serves, by name. */
  urls: { whetstone: string; obvious: string; bare: string };
  secretKey: string;
  close(): Promise<void>;
}

/** Starts a PostgreSQL with a prompt in it, and both apps. */
export async function openEnvironment(say: (text: string) => void): Promise<PromptsEnvironment> {
  const dataDir = await mkdtemp(join(tmpdir(), "whetstone-prompts-"));
  const database = await acquireDatabase({ dataDir, onMessage: say });
  const closers = [() => rm(dataDir, { recursive: true, force: true }), () => database.release()];
  const close = async () => {
    for (const each of closers.toReversed()) await each();
  };
  try {
    await migrate(database.url);
    const secretKey = await makePrompt(database.url);
    const app = await startApp({ dataDir, dist: await buildForTests(process.cwd()) });
    closers.push(
      () => removeTestBuild(process.cwd()),
      () => app.stop(),
    );
    const obvious = await startObvious(database.url);
    closers.push(obvious.stop);
    const bare = await startBare();
    closers.push(bare.stop);
    return { urls: { whetstone: app.url, obvious: obvious.url, bare: bare.url }, secretKey, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function makePrompt(url: string): Promise<string> {
  connectDatabase(url);
  try {
    await createOwnerCommand({ email: "bench@example.com", password: crypto.randomUUID() });
    const { project_id: projectId = "", secret_key: secretKey = "" } = await createProjectCommand("Prompts");
    const draft = {
      ...{ kind: "text" as const, content: TEXT, variables: ["company", "history", "question"] },
      ...{ includes: [], modelName: null, modelParams: null, note: "" },
    };
    const author = keyAuthor("bench");
    await createPrompt({ projectId, template: TEMPLATE, draft, author, logged: [] });
    const key = { projectId, template: TEMPLATE, label: "production" };
    await moveLabel(key, { version: "v1", reason: "Measured." }, author);
    return secretKey;
  } finally {
    await disconnectDatabase();
  }
}
