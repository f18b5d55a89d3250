import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { parseArgs } from "node:util";
import {
  createKeysCommand,
  createOwnerCommand,
  createProjectCommand,
  setPasswordCommand,
} from "./admin-commands.ts";
import { runCommand } from "./run-command.ts";
import { withDatabase } from "./with-database.ts";

// npm run -s admin -- COMMAND: does what /setup and the settings page do, for scripts and containers. Prints
// one JSON object.
const usage = `Usage:
  npm run -s admin -- create-owner EMAIL [--name NAME] [--organization NAME]   (password from standard input)
  npm run -s admin -- set-password EMAIL                                       (password from standard input)
  npm run -s admin -- create-project NAME
  npm run -s admin -- create-keys PROJECT [--origin URL]...                    (PROJECT: name, slug or id)`;

const options = {
  name: { type: "string" },
  organization: { type: "string" },
  origin: { type: "string", multiple: true },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];

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

/** Reads the password from standard input: piped, without its last line break, or typed without echo. */
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

await runCommand({
  usage,
  read(args) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [name = "", argument, ...rest] = positionals;
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new Error(name === "" ? "Specify a command." : `Unknown command “${name}”.`);
    if (argument === undefined || rest.length > 0) throw new Error(`${name} takes one argument.`);
    return () => command(argument, values);
  },
  run: async (command) => console.log(JSON.stringify(await command())),
});
