import { type AnswerWindow, dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import type { FeedbackSource } from "#lib/domain/rating.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import type { PairCount, PairDimension, PairMaker } from "./pairs.ts";

/** Which comparisons to include: those made in the period in which either answer has the dimensions. */
export interface PairFilter extends AnswerWindow {
  source: FeedbackSource;
}

/**
 * How many comparisons of a period to count, newest first. No rollup covers them, since they concern two
 * answers.
 */
const PAIRS_MAX = 20_000;

/**
 * How many to search for those that count, so that one rater's repeated comparisons do not push out others'.
 */
const PREFERENCES_LOOKED_AT = 100_000;

/** How many pairs to list. */
export const PAIRS_LISTED = 50;

/** One maker's comparisons with all others, by outcome. */
export interface PairAsked {
  by: PairDimension;
  /** As in {@link PreferenceShare}. */
  key: readonly string[];
  outcome: "preferred" | "rejected" | "tie" | "any";
}

/** One of two compared answers. */
export interface PairAnswer extends PairMaker {
  interactionId: string;
  /** The beginning of the response, up to 280 characters. */
  excerpt: string;
}

/** Two compared answers. */
export interface Pair {
  preferenceId: string;
  preferred: PairAnswer;
  rejected: PairAnswer;
  tie: boolean;
  /** The beginning of the comment, up to 600 characters. */
  comment: string | null;
  createdAt: Date;
}

const maker = (side: "won" | "lost") =>
  Prisma.raw(`jsonb_build_object('model', ${side}.model_name, 'promptTemplate', COALESCE(${side}.prompt_template, ''),
    'promptVersion', COALESCE(${side}.prompt_version, ''))`);

const answer = (side: "won" | "lost") =>
  Prisma.sql`${maker(side)} || ${Prisma.raw(
    `jsonb_build_object('interactionId', ${side}.interaction_id, 'excerpt', left(${side}.response_text, 280))`,
  )}`;

const comment = Prisma.sql`(
  SELECT CASE WHEN length(p.comment) > 600 THEN left(p.comment, 599) || '…' ELSE p.comment END FROM preferences AS p
  WHERE (p.project_id, p.preference_id) = (won.project_id, newest.preference_id))`;

/** Compares IDs byte by byte: their order has no meaning, and collations take several times as long. */
const bytes = (column: string) => Prisma.raw(`${column} COLLATE "C"`);

/** The newest of the rows with the same values in some columns. */
const newestOf = (from: Prisma.Sql, ...columns: Prisma.Sql[]) => {
  const keys = Prisma.join(columns);
  return Prisma.sql`SELECT DISTINCT ON (${keys}) * FROM (${from}) AS given ORDER BY ${keys}, created_at DESC, preference_id DESC`;
};

/**
 * Only the last comparison of each rater and pair counts. Users compare answers on their own initiative, so
 * for them each answer counts at most once as preferred and once as rejected, the last time: someone with the
 * tokens of many answers must not count once for every pair of them.
 */
function counted(rows: Prisma.Sql, source: FeedbackSource): Prisma.Sql {
  const rater = bytes("rater");
  const preferred = bytes("preferred_id");
  const rejected = bytes("rejected_id");
  const ofPairs = newestOf(
    rows,
    rater,
    Prisma.sql`LEAST(${preferred}, ${rejected})`,
    Prisma.sql`GREATEST(${preferred}, ${rejected})`,
  );
  return source === "reviewer" ? ofPairs : newestOf(newestOf(ofPairs, rater, preferred), rater, rejected);
}

/** The newest comparisons that count, with both answers, as `newest`, `won` and `lost`. */
function compared(projectId: string, { from, to, source, ...dimensionValues }: PairFilter): Prisma.Sql {
  const project = Prisma.sql`${projectId}::uuid`;
  const side = (id: string) => Prisma.sql`CROSS JOIN LATERAL (
      SELECT * FROM interactions AS i WHERE i.project_id = ${project} AND i.interaction_id = newest.${Prisma.raw(id)} OFFSET 0
    )`;
  const asked = dimensionNames.flatMap((name) => {
    const value = dimensionValues[name];
    const { column } = dimensions[name];
    const own = (of: string) => Prisma.sql`COALESCE(${Prisma.raw(`${of}.${column}`)}, '') = ${value}`;
    return value === undefined ? [] : [Prisma.sql`AND (${own("won")} OR ${own("lost")})`];
  });
  const looked = Prisma.sql`
    SELECT preference_id, preferred_id, rejected_id, tie, rater, created_at FROM preferences
    WHERE project_id = ${project} AND source = ${source}::"FeedbackSource" AND ${notLeftOut(project)}
      AND created_at >= ${from.toISOString()}::text::timestamptz AND created_at < ${to.toISOString()}::text::timestamptz
    ORDER BY created_at DESC LIMIT ${PREFERENCES_LOOKED_AT}::int`;
  return Prisma.sql`
    FROM (
      SELECT * FROM (${counted(looked, source)}) AS counted ORDER BY created_at DESC, preference_id DESC LIMIT ${PAIRS_MAX}::int
    ) AS newest
    ${side("preferred_id")} AS won ${side("rejected_id")} AS lost
    WHERE true ${Prisma.join([Prisma.empty, ...asked], " ")}`;
}

/** Counts comparisons by the makers of both answers. */
export function countPairs(projectId: string, filter: PairFilter): Promise<PairCount[]> {
  return db().$queryRaw<PairCount[]>`
    SELECT ${maker("won")} AS preferred, ${maker("lost")} AS rejected, tie, count(*)::int AS count
    ${compared(projectId, filter)} GROUP BY 1, 2, 3`;
}

/** Lists one maker's pairs with an outcome, the newest {@link PAIRS_LISTED}, and their total number. */
export async function listPairs(
  projectId: string,
  filter: PairFilter,
  { by, key, outcome }: PairAsked,
): Promise<{ pairs: Pair[]; total: number }> {
  const [first = "", second = ""] = key;
  const isOwn = (side: "won" | "lost") =>
    by === "model"
      ? Prisma.sql`${Prisma.raw(side)}.model_name = ${first}`
      : Prisma.sql`(COALESCE(${Prisma.raw(side)}.prompt_template, ''), COALESCE(${Prisma.raw(side)}.prompt_version, ''))
          = (${first}, ${second})`;
  const outcomes = {
    any: Prisma.empty,
    tie: Prisma.sql`AND tie`,
    preferred: Prisma.sql`AND NOT tie AND ${isOwn("won")}`,
    rejected: Prisma.sql`AND NOT tie AND ${isOwn("lost")}`,
  };
  const rows = await db().$queryRaw<(Pair & { total: number })[]>`
    SELECT newest.preference_id AS "preferenceId", ${answer("won")} AS preferred, ${answer("lost")} AS rejected, tie,
      ${comment} AS comment, newest.created_at AS "createdAt", (count(*) OVER ())::int AS total
    ${compared(projectId, filter)} AND (${isOwn("won")}) <> (${isOwn("lost")}) ${outcomes[outcome]}
    ORDER BY newest.created_at DESC, newest.preference_id DESC LIMIT ${PAIRS_LISTED}::int`;
  return { pairs: rows.map(({ total: _, ...pair }) => pair), total: rows[0]?.total ?? 0 };
}
