import { acquireDatabase } from "#lib/platform/db/embedded/index.ts";

// A process that holds a share in the server of a data folder until SIGTERM. Says "has URL" when it has it.
const say = (text: string) => process.stdout.write(`${text}\n`);
const [dataDir = ""] = process.argv.slice(2);
const database = await acquireDatabase({ dataDir, onMessage: say });
const hold = setInterval(() => {}, 1_000);
process.once("SIGTERM", () => {
  clearInterval(hold);
  void database.release();
});
say(`has ${database.url}`);
