import { hasChecksum, type Migration } from "./folder.ts";

/** A row of `_prisma_migrations` that was not rolled back. */
export interface AppliedMigration {
  name: string;
  checksum: string;
  finished: boolean;
}

/** What is needed to bring a database up to date with this checkout. */
export interface Plan {
  /** Migrations that are not fully applied. */
  pending: string[];
  /** Those of them that started and failed. */
  failed: string[];
}

/**
 * Compares a database's history with the folder.
 * @throws Error if the database is ahead of this checkout, or a migration was changed after it was applied.
 */
export function planMigrations(folder: Migration[], history: AppliedMigration[]): Plan {
  const known = new Map(folder.map((migration) => [migration.name, migration]));
  const finished = history.filter((row) => row.finished);
  const unknown = finished.filter((row) => !known.has(row.name)).map((row) => row.name);
  if (unknown.length > 0) {
    throw new Error(
      `The database was created by a newer version of Whetstone: it has ${list(unknown)}, which this version does not include. Start the newer version, or use another database.`,
    );
  }
  const changed = finished.filter((row) => !hasChecksum(known.get(row.name)?.sql ?? "", row.checksum));
  if (changed.length > 0) {
    throw new Error(
      `${list(changed.map((row) => row.name))} was modified after it was applied to this database. Restore the file and create a new migration with \`npm run db:diff\`, or delete the database if you do not need its data.`,
    );
  }
  const done = new Set(finished.map((row) => row.name));
  const failed = new Set(history.filter((row) => !row.finished).map((row) => row.name));
  const pending = folder.map((migration) => migration.name).filter((name) => !done.has(name));
  return { pending, failed: pending.filter((name) => failed.has(name)) };
}

const list = (names: string[]): string =>
  names.length === 1 ? `migration ${names[0]}` : `migrations ${names.join(", ")}`;
