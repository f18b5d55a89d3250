import { hasChecksum, type Migration } from "./folder.ts";

/** A row of `_prisma_migrations` that was not rolled back. */
export interface AppliedMigration {
  name: string;
  checksum: string;
  finished: boolean;
}

/** What has to happen to bring a database to this checkout. */
export interface Plan {
  /** Names in the folder that the database has not finished. */
  pending: string[];
  /** Of these, the ones that were begun and failed. */
  failed: string[];
}

/**
 * Compares a database's history with the folder.
 * @throws Error when the database is ahead of this checkout, or a migration was changed after it was applied.
 */
export function planMigrations(folder: Migration[], history: AppliedMigration[]): Plan {
  const known = new Map(folder.map((migration) => [migration.name, migration]));
  const finished = history.filter((row) => row.finished);
  const unknown = finished.filter((row) => !known.has(row.name)).map((row) => row.name);
  if (unknown.length > 0) {
    throw new Error(
      `The database is of a newer Whetstone: it has ${list(unknown)}, which this version does not know. Start the newer version, or use another database.`,
    );
  }
  const changed = finished.filter((row) => !hasChecksum(known.get(row.name)?.sql ?? "", row.checksum));
  if (changed.length > 0) {
    throw new Error(
      `${list(changed.map((row) => row.name))} was changed after it was applied to this database. Bring the file back as it was and make a new migration with \`npm run db:diff\`; a database without data worth keeping can be deleted instead.`,
    );
  }
  const done = new Set(finished.map((row) => row.name));
  const failed = new Set(history.filter((row) => !row.finished).map((row) => row.name));
  const pending = folder.map((migration) => migration.name).filter((name) => !done.has(name));
  return { pending, failed: pending.filter((name) => failed.has(name)) };
}

const list = (names: string[]): string =>
  names.length === 1 ? `migration ${names[0]}` : `migrations ${names.join(", ")}`;
