import { CATEGORIES_LISTED_MAX } from "#lib/domain/category.ts";
import { now } from "#lib/platform/clock.ts";
import type { Statements } from "#lib/platform/db/statements.ts";
import { processWide } from "#lib/platform/process-wide.ts";
import { countListed, lockListing } from "./store.ts";

/** The fields of a rating that tell its categories, and whether its sender can introduce new ones. */
interface NamingRow {
  project_id: string;
  rating_categories: readonly string[];
  may_declare: boolean;
}

interface Naming {
  project_id: string;
  name: string;
}

/** How many names a process remembers as already decided. */
const REMEMBERED = 10_000;

/**
 * How long a process waits before it checks again whether a project with a full list has room, in
 * milliseconds.
 */
const FULL_MS = 60_000;

const learned = processWide("learned categories", () => ({
  decided: new Set<string>(),
  full: new Map<string, number>(),
}));

/**
 * Lists the categories named by ratings sent with a secret key while their project has room, since the
 * product's own server chose them. Earlier decisions stay, and each process looks them up once.
 */
export async function learnCategories(tx: Statements, rows: readonly NamingRow[]): Promise<void> {
  const { decided, full } = learned();
  const isFull = (projectId: string) =>
    performance.now() - (full.get(projectId) ?? Number.NEGATIVE_INFINITY) < FULL_MS;
  const named = new Map<string, Naming>();
  for (const { project_id, rating_categories: categories, may_declare: mayDeclare } of rows) {
    if (!mayDeclare || isFull(project_id)) continue;
    for (const name of categories) named.set(keyOf(project_id, name), { project_id, name });
  }
  for (const key of named.keys()) if (decided.has(key)) named.delete(key);
  if (named.size === 0) return;
  // What this transaction inserted can still be rolled back, so names are remembered only once they are
  // found.
  for (const { project_id, name } of await findDecided(tx, [...named.values()])) {
    named.delete(keyOf(project_id, name));
    if (decided.size >= REMEMBERED) decided.clear();
    decided.add(keyOf(project_id, name));
  }
  const projects = Map.groupBy(named.values(), ({ project_id }) => project_id);
  for (const [projectId, names] of [...projects].sort(([one], [other]) => (one < other ? -1 : 1))) {
    await lockListing(tx, projectId);
    const room = CATEGORIES_LISTED_MAX - (await countListed(tx, projectId));
    if (room < names.length) full.set(projectId, performance.now());
    if (room > 0) await list(tx, names.slice(0, room));
  }
}

const keyOf = (projectId: string, name: string): string => `${projectId} ${name}`;

const findDecided = (tx: Statements, named: readonly Naming[]): Promise<Naming[]> => tx.$queryRaw`
  SELECT given.project_id::text AS project_id, given.name
  FROM jsonb_to_recordset(${JSON.stringify(named)}::jsonb) AS given(project_id uuid, name text)
  CROSS JOIN LATERAL (
    SELECT FROM categories AS c WHERE (c.project_id, c.name) = (given.project_id, given.name) LIMIT 1
  ) AS decided`;

/** Earlier ratings sent with a publishable key may name these categories too; a job recounts them. */
async function list(tx: Statements, named: readonly Naming[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO categories (project_id, name, listed, recount, decided_at)
    SELECT project_id, name, true, true, ${now()}
    FROM jsonb_to_recordset(${JSON.stringify(named)}::jsonb) AS given(project_id uuid, name text)
    ON CONFLICT (project_id, name) DO NOTHING`;
}
