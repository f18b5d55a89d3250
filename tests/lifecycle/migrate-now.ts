import { migrate } from "#lib/platform/migrate/index.ts";

// A process that migrates the database it is given and says what it applied.
const [url = ""] = process.argv.slice(2);
const { applied } = await migrate(url);
process.stdout.write(`applied ${JSON.stringify(applied)}\n`);
