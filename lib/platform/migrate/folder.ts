import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";

/** One folder of prisma/migrations. */
export interface Migration {
  /** For example "20261121000000_init"; the order of names is the order of application. */
  name: string;
  sql: string;
}

/** The migrations folder, relative to the checkout in which every command runs. */
export const MIGRATIONS = "prisma/migrations";

/** The migrations of this checkout, oldest first. */
export async function readMigrations(folder: string = MIGRATIONS): Promise<Migration[]> {
  const names = await migrationNames(folder);
  return Promise.all(
    names.map(async (name) => ({
      name,
      sql: await readFile(join(resolve(/* turbopackIgnore: true */ folder), name, "migration.sql"), "utf8"),
    })),
  );
}

/** The names alone, oldest first. */
export async function migrationNames(folder: string = MIGRATIONS): Promise<string[]> {
  const entries = await readdir(resolve(/* turbopackIgnore: true */ folder), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Whether `checksum`, as stored by Prisma, matches `sql`, regardless of line endings changed by git. */
export function hasChecksum(sql: string, checksum: string): boolean {
  const unix = sql.replaceAll("\r\n", "\n");
  return [sql, unix, unix.replaceAll("\n", "\r\n")].some((text) => sha256(text) === checksum);
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
