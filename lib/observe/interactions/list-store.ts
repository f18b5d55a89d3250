import { ANY_TIME } from "#lib/platform/db/any-time.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { cursorAfter, type ListCursor, parseCursor } from "#lib/platform/list-cursor.ts";
import {
  type Find,
  findInteractions,
  indexNewest,
  isIndexPending,
  parseWords,
  readMatches,
  type WordQuery,
} from "../search/index.ts";
import { toFacts } from "./filter-facts.ts";
import { COUNTED_MAX, type InteractionFilter, type InteractionPage } from "./interaction-query.ts";
import { readListItems } from "./list-item-store.ts";
import { answerMatch, ratingMatch } from "./rating-match-store.ts";

/** The default page size. */
const PAGE = 50;

/**
 * A page of a project's interactions, newest first, and the cursor of the next page. Filters by feature and
 * period use an index in list order; all others use the search documents (lib/observe/search).
 * @throws Problem 400 for an invalid cursor.
 */
export async function listInteractions(
  projectId: string,
  filter: InteractionFilter,
): Promise<InteractionPage> {
  const limit = filter.limit ?? PAGE;
  const words = filter.text === undefined ? null : await parseWords(filter.text);
  const found = await findPlaces(projectId, filter, words, limit);
  const shown = found.places.slice(0, limit);
  const ids = shown.map(({ id }) => id);
  const [data, matches, behind] = await Promise.all([
    readListItems(projectId, ids),
    words && readMatches(projectId, ids, words),
    found.searched && isIndexPending(projectId, filter.from),
  ]);
  const last = found.places.length > limit ? shown.at(-1) : undefined;
  const { wholeWordsOnly, searched } = found;
  // The search misses what is not indexed yet, so there may be more.
  const count = found.count && { ...found.count, complete: found.count.complete && !behind };
  return {
    data: data.map((line) => ({ ...line, matches: matches?.get(line.interactionId) ?? null })),
    nextCursor: last ? cursorAfter(last) : null,
    count,
    search:
      searched || filter.text !== undefined
        ? { wordless: filter.text !== undefined && words === null, wholeWordsOnly, behind }
        : null,
  };
}

/** The previous and next interaction in a list. */
export async function listNeighbours(
  projectId: string,
  filter: InteractionFilter,
  at: ListCursor,
): Promise<{ newer: string | null; older: string | null }> {
  const words = filter.text === undefined ? null : await parseWords(filter.text);
  const beside = async (backwards: boolean) => {
    const around = { ...filter, cursor: cursorAfter(at) };
    const { places } = await findPlaces(projectId, around, words, 1, backwards);
    return places[0]?.id ?? null;
  };
  const [newer, older] = await Promise.all([beside(true), beside(false)]);
  return { newer, older };
}

interface Places {
  /** One more than fits on the page if there are more. */
  places: ListCursor[];
  count: InteractionPage["count"];
  wholeWordsOnly: boolean;
  searched: boolean;
}

async function findPlaces(
  projectId: string,
  filter: InteractionFilter,
  words: WordQuery | null,
  limit: number,
  backwards = false,
): Promise<Places> {
  const after = filter.cursor === undefined ? undefined : parseCursor(filter.cursor);
  const { feature, ...facts } = toFacts(filter);
  const [ratings, answer] = [ratingMatch(projectId, filter), answerMatch(filter)];
  const searched =
    words !== null || answer !== null || Object.values(facts).some((value) => value !== undefined);
  const counted = filter.counted === true && !after;
  if (!searched) {
    const [places, count] = await Promise.all([
      walk(projectId, filter, after, limit, backwards),
      counted ? countAll(projectId, filter) : null,
    ]);
    return { places, count, wholeWordsOnly: false, searched };
  }
  await indexNewest(projectId);
  const asked: Find = {
    ...{ words, facts: { feature, ...facts }, since: filter.from, until: filter.to },
    ...{ after, limit, backwards, ratings, answer },
    ...(counted ? { countTo: COUNTED_MAX } : {}),
  };
  const { found, atLeast, complete, wholeWordsOnly, ...own } = await findInteractions(projectId, asked);
  const count = after ? null : { interactions: atLeast, ratings: ratings && own.ratings, complete };
  return { places: found, count, wholeWordsOnly, searched };
}

/** How many interactions match a feature and a period. */
async function countAll(
  projectId: string,
  { feature, from, to }: InteractionFilter,
): Promise<InteractionPage["count"]> {
  const where = [
    Prisma.sql`project_id = ${projectId}::uuid`,
    ...(feature === undefined ? [] : [Prisma.sql`feature_name = ${feature}`]),
    ...(from ? [Prisma.sql`created_at >= ${from.toISOString()}::timestamptz`] : []),
    ...(to ? [Prisma.sql`created_at < ${to.toISOString()}::timestamptz`] : []),
  ];
  const [found] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::float8 AS count FROM (
      SELECT FROM interactions WHERE ${Prisma.join(where, " AND ")} LIMIT ${COUNTED_MAX + 1}::int
    ) AS few`;
  const count = found?.count ?? 0;
  return { interactions: Math.min(count, COUNTED_MAX), ratings: null, complete: count <= COUNTED_MAX };
}

async function walk(
  projectId: string,
  { feature, from, to }: InteractionFilter,
  after: ListCursor | undefined,
  limit: number,
  backwards: boolean,
): Promise<ListCursor[]> {
  const order = backwards ? "asc" : "desc";
  const AND: Prisma.InteractionWhereInput[] = [{ createdAt: ANY_TIME }];
  if (feature !== undefined) AND.push({ featureName: feature });
  if (from) AND.push({ createdAt: { gte: from } });
  if (to) AND.push({ createdAt: { lt: to } });
  if (after) AND.push(beyond(after, backwards));
  const rows = await db().interaction.findMany({
    where: { projectId, AND },
    orderBy: [{ createdAt: order }, { interactionId: order }],
    take: limit + 1,
    select: { createdAt: true, interactionId: true },
  });
  return rows.map((row) => ({ at: row.createdAt, id: row.interactionId }));
}

const beyond = ({ at, id }: ListCursor, backwards: boolean): Prisma.InteractionWhereInput =>
  backwards
    ? { createdAt: { gte: at }, OR: [{ createdAt: { gt: at } }, { interactionId: { gt: id } }] }
    : { createdAt: { lte: at }, OR: [{ createdAt: { lt: at } }, { interactionId: { lt: id } }] };
