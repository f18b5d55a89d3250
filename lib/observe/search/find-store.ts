import { anyTime } from "#lib/platform/db/any-time.ts";
import { db, Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { hasErrorCode } from "#lib/platform/db/error-codes.ts";
import { type Facts, factsQuery } from "./facts.ts";
import type { WordQuery } from "./query-store.ts";
import { firstStep, nextStep, type Step, shorterStep, type Walk } from "./search-steps.ts";
import { timeQuery } from "./time-words.ts";

/** From how many on what one stretch of time has is not sorted: a shorter one is looked at. */
const SORTED_MAX = 20_000;

/** How long longer words than the one that was typed are looked for, in milliseconds. */
const PREFIX_PATIENCE = 2_000;

/** What to find: everything that is given must hold. */
export interface Find {
  words: WordQuery | null;
  facts: Facts;
  since: Date | undefined;
  until: Date | undefined;
  /** The place after which the page begins. */
  after: Found | undefined;
  limit: number;
  /** SQL: which rows of feedback are asked for; what has none is not found. Documents know of each only that it is there. */
  ratings?: Prisma.Sql | null;
  /** SQL: what must hold of the row of interactions, too. */
  answer?: Prisma.Sql | null;
  /** Up to how many are counted beyond the page. */
  countTo?: number;
  /** Those above a place instead of those below it, the nearest first. */
  backwards?: boolean;
}

/** One interaction that was found. */
export interface Found {
  at: Date;
  id: string;
}

/** The newest that were found. */
export interface FoundPage {
  found: Found[];
  /** How many there are at least from here on. */
  atLeast: number;
  /** How many of the asked ratings lie on these; 0 where none were asked for. */
  ratings: number;
  /** Whether there are no more than that. */
  complete: boolean;
  /** Whether longer words than the last one were too many to be looked for. */
  wholeWordsOnly: boolean;
}

/**
 * The newest interactions with these words and facts. Whatever is asked for, it costs little: time is looked at in
 * stretches, the newest first and each longer than the last, until the page is full; a stretch that has too many is cut.
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

/** The index of words is the only way that is fast for every project, whatever the planner believes it knows. */
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
  /** How many documents were looked at, how many of them were found, and how many ratings lie on these. */
  looked: number;
  count: number;
  ratings: number;
}

type LookedRow = Omit<Looked, "found"> & { [Name in keyof Found]: Found[Name] | null };

/** One stretch. Where the project is compared, no index may be taken for it: the words have the project in them. */
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

/** Those of what was looked at that the rows themselves fit, each looked up by its key: OFFSET 0 keeps it from becoming a join. */
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

/** The part of the asked time that has interactions at all; null where it has none. */
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
