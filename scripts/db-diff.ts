import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { throwawayDatabase } from "#lib/platform/db/embedded/index.ts";
import { diffSchema } from "#lib/platform/migrate/engine.ts";
import { MIGRATIONS, readMigrations } from "#lib/platform/migrate/folder.ts";

// npm run db:diff -- [NAME]: writes the migration from prisma/migrations to prisma/schema.prisma.
const name = (process.argv.slice(2).join("_") || "change").toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
await mkdir(MIGRATIONS, { recursive: true });
const scratch = await throwawayDatabase();
try {
  const sql = await diffSchema(scratch.url, await readMigrations());
  if (sql === null) {
    console.log("No changes: the migrations match prisma/schema.prisma.");
  } else {
    const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
    const folder = join(MIGRATIONS, `${stamp}_${name}`);
    await mkdir(folder);
    await writeFile(join(folder, "migration.sql"), sql);
    console.log(`Wrote ${join(folder, "migration.sql")}. Review it before you commit it.`);
  }
} finally {
  await scratch.release();
}
