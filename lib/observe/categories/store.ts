import { BEYOND } from "#lib/domain/beyond.ts";
import { CATEGORIES_LISTED_MAX } from "#lib/domain/category.ts";
import { now } from "#lib/platform/clock.ts";
import { advisoryLocks } from "#lib/platform/db/advisory-locks.ts";
import { anyTime } from "#lib/platform/db/any-time.ts";
import { db, Prisma, TRANSACTION_TIMES, type Transaction } from "#lib/platform/db/client.ts";
import { lockCountingWithin } from "#lib/platform/db/counting-lock.ts";
import { hasErrorCode } from "#lib/platform/db/error-codes.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import type { Statements } from "#lib/platform/db/statements.ts";
import { Problem } from "#lib/platform/problem/index.ts";

/** A category that a project has listed or dismissed. */
export interface DecidedCategory {
  name: string;
  /** Whether it has its own count. */
  listed: boolean;
}

/** Categories that ratings name but the project has neither listed nor dismissed. */
export interface OfferedCategories {
  /** The most frequent ones, most frequent first, each with its number of ratings. */
  offered: { name: string; ratings: number }[];
  total: number;
}

/** How many of the newest ratings to search for suggestions, and how many categories to suggest. */
const [LOOKED_THROUGH, OFFERED_MAX] = [20_000, 50];

/** The categories that a project has listed or dismissed, by name. */
export const decidedCategories = (projectId: string): Promise<DecidedCategory[]> =>
  db().category.findMany({
    where: { projectId },
    select: { name: true, listed: true },
    orderBy: { name: "asc" },
  });

/** Categories named by a project's newest ratings that it has neither listed nor dismissed. */
export async function offeredCategories(projectId: string): Promise<OfferedCategories> {
  const rows = await db().$queryRaw<{ name: string; ratings: number; total: number }[]>`
    SELECT name, count(*)::int AS ratings, (count(*) OVER ())::int AS total FROM (
      SELECT rating_categories FROM feedback WHERE project_id = ${projectId}::uuid AND ${anyTime}
        AND ${notLeftOut(Prisma.sql`${projectId}::uuid`)}
      ORDER BY created_at DESC LIMIT ${LOOKED_THROUGH}::int
    ) AS newest CROSS JOIN LATERAL (SELECT DISTINCT unnest(rating_categories) AS name) AS named
    WHERE NOT EXISTS (SELECT FROM categories AS c WHERE (c.project_id, c.name) = (${projectId}::uuid, named.name))
    GROUP BY name ORDER BY ratings DESC, name LIMIT ${OFFERED_MAX}::int`;
  return { offered: rows.map(({ name, ratings }) => ({ name, ratings })), total: rows[0]?.total ?? 0 };
}

/**
 * Lists a category, giving it its own count, or dismisses it. Affected counts are then marked for recounting,
 * or left to the job if that fails. Ratings that name new categories wait for the decision, but not for the
 * search for what to recount.
 * @throws Problem 409 if the project's list is full.
 */
export async function decideCategory(
  projectId: string,
  name: string,
  listed: boolean,
): Promise<DecidedCategory> {
  await db().$transaction(async (tx) => {
    await lockListing(tx, projectId);
    const known = await tx.category.findUnique({ where: { projectId_name: { projectId, name } } });
    if (known?.listed === listed) return;
    if (listed && (await countListed(tx, projectId)) >= CATEGORIES_LISTED_MAX) {
      throw new Problem(
        "conflict",
        `A project can list at most ${CATEGORIES_LISTED_MAX} categories. Dismiss one first.`,
      );
    }
    const data = { listed, decidedAt: now(), recount: true };
    await tx.category.upsert({
      where: { projectId_name: { projectId, name } },
      create: { projectId, name, ...data },
      update: data,
    });
  });
  await recount({ projectId, name });
  return { name, listed };
}

/** Locks a project's category list until the transaction ends. */
export const lockListing = (tx: Statements, projectId: string): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks.categories}::int, hashtext(${projectId}))`;

/** How many categories a project has listed. */
export async function countListed(tx: Statements, projectId: string): Promise<number> {
  const [counted] = await tx.$queryRaw<{ listed: number }[]>`
    SELECT count(*)::int AS listed FROM categories WHERE project_id = ${projectId}::uuid AND listed`;
  return counted?.listed ?? 0;
}

/** How long a decision waits for a running count, in milliseconds; after that the job does the marking. */
const WAIT_MS = 2_000;

const lockTaken: ReadonlySet<string> = new Set(["55P03"]);

/**
 * Marks the slices that count any of these categories or "other", by hour and, where minutes are kept, by
 * minute. Reads no ratings, so its cost depends only on the number of hours. Waits for counts that still use
 * the old list; later ones use the new list.
 */
async function markNaming(tx: Transaction, projectId: string, names: readonly string[]): Promise<void> {
  await lockCountingWithin(tx, projectId, WAIT_MS);
  await tx.$executeRaw`
    INSERT INTO metric_marks (project_id, minute)
    SELECT DISTINCT project_id, start FROM metric_slices
    WHERE project_id = ${projectId}::uuid AND cube = 'all' AND width = ANY (ARRAY['hour', 'minute']::"SliceWidth"[])
      AND part_names && ARRAY(
        SELECT name_id FROM metric_names WHERE project_id = ${projectId}::uuid
          AND kind IN ('category_down', 'category_else') AND name = ANY(${[BEYOND, ...names]}::text[])
      )`;
}

/** Marks what to recount for learned categories, which was not possible when they were learned. */
export const recountLearned = (): Promise<void> => recount({});

/**
 * Marks what to recount after decisions on categories. Runs after their commit: anything counted before it
 * used the old list. A category whose decision changes meanwhile stays due.
 */
async function recount(which: { projectId?: string; name?: string }): Promise<void> {
  const due = await db().category.findMany({
    where: { ...which, recount: true },
    select: { projectId: true, name: true, decidedAt: true },
  });
  for (const [projectId, decided] of Map.groupBy(due, (row) => row.projectId)) {
    const names = decided.map(({ name }) => name);
    await db()
      .$transaction(async (tx) => {
        await markNaming(tx, projectId, names);
        await tx.category.updateMany({ where: { OR: decided }, data: { recount: false } });
      }, TRANSACTION_TIMES)
      .catch((error: unknown) => {
        if (!hasErrorCode(error, lockTaken)) throw error;
      });
  }
}
