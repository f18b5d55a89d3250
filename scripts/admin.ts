import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { parseArgs } from "node:util";
import {
  createKeysCommand,
  createOwnerCommand,
  createProjectCommand,
  setPasswordCommand,
} from "./admin-commands.ts";
import { exitWithError, USAGE_FAULT } from "./exit-with-error.ts";
import { withDatabase } from "./with-database.ts";

// npm run -s admin -- COMMAND: what /setup and the settings page do, for scripts and containers. Prints one JSON object.
const usage = `Usage:
  npm run -s admin -- create-owner EMAIL [--name NAME] [--organization NAME]   (password from standard input)
  npm run -s admin -- set-password EMAIL                                       (password from standard input)
  npm run -s admin -- create-project NAME
  npm run -s admin -- create-keys PROJECT [--origin URL]...                    (PROJECT: name, slug or id)`;

type Values = ReturnType<typeof read>["values"];

const commands: Record<string, (argument: string, values: Values) => Promise<Record<string, string>>> = {
  "create-owner": async (email, { name, organization }) => {
    const password = await readPassword();
    return withDatabase(() => createOwnerCommand({ email, password, name, organization }));
  },
  "set-password": async (email) => {
    const password = await readPassword();
    return withDatabase(() => setPasswordCommand({ email, password }));
  },
  "create-project": (name) => withDatabase(() => createProjectCommand(name)),
  "create-keys": (project, { origin }) => withDatabase(() => createKeysCommand(project, origin)),
};

function read() {
  return parseArgs({
    allowPositionals: true,
    options: {
      name: { type: "string" },
      organization: { type: "string" },
      origin: { type: "string", multiple: true },
      help: { type: "boolean", short: "h" },
    },
  });
}

function parsed(): ReturnType<typeof read> | string {
  try {
    return read();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const given = parsed();
const [name = "", argument, ...rest] = typeof given === "string" ? [] : given.positionals;
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (typeof given !== "string" && given.values.help) {
  console.log(usage);
} else if (typeof given === "string" || !command || argument === undefined || rest.length > 0) {
  console.error(typeof given === "string" ? `${given}\n${usage}` : usage);
  process.exitCode = USAGE_FAULT;
} else {
  await command(argument, given.values).then((answer) => console.log(JSON.stringify(answer)), exitWithError);
}

/** The password on standard input: what is piped in without its last line break, or what a person types unseen. */
async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) return askUnseen();
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks)
    .toString("utf8")
    .replace(/\r?\n$/, "");
}

async function askUnseen(): Promise<string> {
  process.stderr.write("Password: ");
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await lines.question("");
  } finally {
    lines.close();
    process.stderr.write("\n");
  }
}
