import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** The password on standard input: what is piped in without its last line break, or what a person types unseen. */
export async function readPassword(): Promise<string> {
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
