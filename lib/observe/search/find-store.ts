import { anyTime } from "#lib/platform/db/any-time.ts";
import { db, Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { hasErrorCode } from "#lib/platform/db/error-codes.ts";
import { type Facts, factsQuery } from "./facts.ts";
import type { WordQuery } from "./query-store.ts";
import { firstStep, nextStep, type Step, shorterStep, type Walk } from "./search-steps.ts";
import { timeQuery } from "./time-words.ts";

/** The most matches of a time range to sort; beyond that, a shorter range is searched. */
const SORTED_MAX = 20_000;

/** How long to search for longer words that begin with the typed one, in milliseconds. */
const PREFIX_PATIENCE = 2_000;

/** What to find; all conditions must be met. */
export interface Find {
  words: WordQuery | null;
  facts: Facts;
  since: Date | undefined;
  until: Date | undefined;
  /** The result after which the page begins. */
  after: Found | undefined;
  limit: number;
  /**
   * SQL condition on rows of feedback; interactions without any are not found. Documents only know which
   * kinds exist.
   */
  ratings?: Prisma.Sql | null;
  /** SQL condition on the row of the interaction. */
  answer?: Prisma.Sql | null;
  /** How far to count beyond the page. */
  countTo?: number;
  /** Whether to return results above a position instead of below it, nearest first. */
  backwards?: boolean;
}

/** A found interaction. */
export interface Found {
  at: Date;
  id: string;
}

/** The newest results. */
export interface FoundPage {
  found: Found[];
  /** The minimum number of results from here on. */
  atLeast: number;
  /** The number of matching ratings on them; 0 if the search has no condition on ratings. */
  ratings: number;
  /** Whether there are no more than that. */
  complete: boolean;
  /** Whether too many words begin with the last one to search for all of them. */
  wholeWordsOnly: boolean;
}

/**
 * The newest interactions with these words and facts. To stay cheap for any search, it goes back in time in
 * ranges of growing length until the page is full, and shortens a range that matches too much.
 */
export async function findInteractions(projectId: string, find: Find): Promise<FoundPage> {
  const { words } = find;
  if (!words?.exact) return search(projectId, find, words?.query ?? "", 0);
  try {
    return await search(projectId, find, words.query, PREFIX_PATIENCE);
  } catch (error) {
    if (!hasErrorCode(error, canceled)) throw error;
    return { ...(await search(projectId, find, words.exact, 0)), wholeWordsOnly: true };
  }
}

const canceled: ReadonlySet<string> = new Set(["57014"]);

const search = (projectId: string, find: Find, words: string, patience: number): Promise<FoundPage> =>
  db().$transaction(
    async (tx) => {
      await settle(tx, patience);
      const way = await wayOf(tx, projectId, find);
      return way ? walk(tx, projectId, find, words, way) : nothing;
    },
    { timeout: 60_000, maxWait: 6_000 },
  );

const nothing: FoundPage = { found: [], atLeast: 0, ratings: 0, complete: true, wholeWordsOnly: false };

/**
 * Makes the planner use the index of words, whatever its statistics say: no other plan is fast for every
 * project.
 */
const settle = (tx: Transaction, patience: number) => tx.$executeRaw`
  SELECT set_config('enable_seqscan', 'off', true), set_config('work_mem', '32MB', true),
    set_config('statement_timeout', ${String(patience)}, true)`;

async function walk(
  tx: Transaction,
  projectId: string,
  find: Find,
  words: string,
  way: Walk,
): Promise<FoundPage> {
  const facts = factsQuery(find.facts);
  const found: Found[] = [];
  let [atLeast, ratings] = [0, 0];
  let step: Step | null = firstStep(way);
  while (step && (found.length <= find.limit || atLeast < (find.countTo ?? 0))) {
    const time = timeQuery(projectId, step.since, step.until);
    const query = [words && `(${words})`, facts, time].filter(Boolean).join(" & ");
    const shorter = shorterStep(way, step);
    const here = await look(tx, projectId, query, step, find, shorter ? SORTED_MAX : null);
    if (shorter && here.looked > SORTED_MAX) {
      step = shorter;
      continue;
    }
    found.push(...here.found);
    atLeast += here.count;
    ratings += here.ratings;
    step = nextStep(way, step);
  }
  const page = found.slice(0, find.limit + 1);
  return { found: page, atLeast, ratings, complete: step === null, wholeWordsOnly: false };
}

interface Looked {
  found: Found[];
  /**
   * How many documents the index matched, how many of them meet all conditions, and how many matching ratings
   * are on those.
   */
  looked: number;
  count: number;
  ratings: number;
}

type LookedRow = Omit<Looked, "found"> & { [Name in keyof Found]: Found[Name] | null };

/**
 * Searches one time range. IS TRUE keeps the planner from using an index on the project, which the words
 * already contain.
 */
async function look(
  tx: Transaction,
  projectId: string,
  query: string,
  { since, until }: Step,
  find: Find,
  most: number | null,
): Promise<Looked> {
  const { after, limit, backwards = false } = find;
  const order = Prisma.raw(backwards ? "ASC" : "DESC");
  const beyond = after
    ? Prisma.sql`AND (created_at, interaction_id) ${Prisma.raw(backwards ? ">" : "<")}
        (${after.at.toISOString()}::timestamptz, ${after.id}::text)`
    : Prisma.empty;
  const rows = await tx.$queryRaw<LookedRow[]>`
    WITH looked AS MATERIALIZED (
      SELECT created_at, interaction_id FROM search_documents
      WHERE words @@ ${query}::tsquery AND (project_id = ${projectId}::uuid) IS TRUE
        AND created_at >= ${since.toISOString()}::timestamptz AND created_at < ${until.toISOString()}::timestamptz
        ${beyond} ${most === null ? Prisma.empty : Prisma.sql`LIMIT ${most + 1}`}
    ),
    found AS MATERIALIZED (${matching(projectId, find)})
    SELECT (SELECT count(*) FROM looked)::float8 AS looked, total.*, page.* FROM (
      SELECT count(*)::float8 AS count, COALESCE(sum(ratings), 0)::float8 AS ratings FROM found
    ) AS total LEFT JOIN (
      SELECT created_at AS at, interaction_id AS id FROM found
      ORDER BY created_at ${order}, interaction_id ${order} LIMIT ${limit + 1}
    ) AS page ON true ORDER BY at ${order}, id ${order}`;
  const { looked = 0, count = 0, ratings = 0 } = rows[0] ?? {};
  const found = rows.flatMap(({ at, id }) => (at && id !== null ? [{ at, id }] : []));
  return { found, looked, count, ratings };
}

/**
 * The matches whose rows meet the conditions. OFFSET 0 keeps the lookup of each by its key from becoming a
 * join.
 */
function matching(projectId: string, { ratings, answer }: Find): Prisma.Sql {
  const rows = (table: string, where: Prisma.Sql) => Prisma.sql`
    SELECT FROM ${Prisma.raw(table)} AS own WHERE own.project_id = ${projectId}::uuid
      AND own.interaction_id = looked.interaction_id AND ${where} OFFSET 0`;
  const rated = ratings
    ? Prisma.sql`(SELECT count(*) FROM (${rows("feedback", ratings)}) AS own)`
    : Prisma.sql`0`;
  return Prisma.sql`
    SELECT * FROM (SELECT created_at, interaction_id, ${rated} AS ratings FROM looked OFFSET 0) AS looked
    WHERE ${ratings ? Prisma.sql`ratings > 0` : Prisma.sql`true`}
      ${answer ? Prisma.sql`AND EXISTS (${rows("interactions", answer)})` : Prisma.empty}`;
}

/** The part of the requested time range that has interactions; null if there are none. */
async function wayOf(tx: Transaction, projectId: string, find: Find): Promise<Walk | null> {
  const { since, until, after, backwards = false } = find;
  const [there] = await tx.$queryRaw<{ oldest: Date | null; newest: Date | null }[]>`
    SELECT
      (SELECT created_at FROM interactions WHERE project_id = ${projectId}::uuid AND ${anyTime}
        ORDER BY project_id, created_at ASC LIMIT 1) AS oldest,
      (SELECT created_at FROM interactions WHERE project_id = ${projectId}::uuid
        AND created_at < COALESCE(${until?.toISOString() ?? null}::timestamptz, 'infinity')
        ORDER BY project_id, created_at DESC LIMIT 1) AS newest`;
  if (!there?.oldest || !there.newest) return null;
  const places = after ? [after.at.getTime()] : [];
  const begin = [there.oldest.getTime(), since?.getTime() ?? 0, ...(backwards ? places : [])];
  const end = [there.newest.getTime(), ...(backwards ? [] : places)];
  const way = { since: new Date(Math.max(...begin)), until: new Date(Math.min(...end) + 1), backwards };
  return way.since < way.until ? way : null;
}
