import type { Dimension } from "#lib/domain/dimensions.ts";
import type { FeedbackSource } from "#lib/domain/rating.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import type { partKinds } from "../rollups/slice-columns.ts";
import type { MetricFilter } from "../schema.ts";
import { readScorePart, type ScoreTarget } from "../score-part.ts";
import { chooseSource } from "./choose-source.ts";
import { amongOf, beside, type Reading, slicesOf, stretchesOf } from "./groups-store.ts";
import type { Span } from "./spans.ts";

/** The count of something named. */
export interface PartCount extends PartName {
  /** As of a {@link Group}. */
  key: string[];
  count: number;
  /** For scores: the sum of their values and of their squares. */
  sum: number;
  sumSquares: number;
}

interface PartName {
  kind: string;
  name: string;
}

/** Which named counts to read, and how to group them. */
export interface PartsAsked {
  kinds: readonly (typeof partKinds)[number][];
  by?: readonly Dimension[] | undefined;
  /** Restricts each dimension to these values, in the order of `by`. */
  among?: readonly (readonly string[])[] | undefined;
  /** Restricts scores to this one. */
  score?: { name: string; target: ScoreTarget; source: FeedbackSource } | undefined;
}

/** The named counts of a filter over some spans, by dimensions, most frequent first. */
export async function readParts(
  filter: MetricFilter,
  spans: readonly Span[],
  asked: PartsAsked,
): Promise<PartCount[]> {
  const { by: dimensions = [], among = [] } = asked;
  const isKept = chooseSource(filter, dimensions).cube !== null;
  const known = isKept ? await namesOf(filter.projectId, asked) : new Map<string, PartName>();
  if (isKept && known.size === 0) return [];
  const { stretch, use } = stretchesOf(spans);
  const within = amongOf(dimensions, among);
  const numbers = [...known.keys()].map(Number);
  const and: Reading["and"] = (columns) =>
    isKept ? Prisma.sql`AND part = ANY(${numbers}::int[]) ${within(columns)}` : within(columns);
  const reading = { stretch, by: dimensions, of: "parts" as const, and };
  const { ctes, from: slices, columnOf: columns } = await slicesOf(filter, spans, reading);
  const by = beside("label", dimensions, columns);
  const inner = beside("stretch", dimensions, columns);
  const rows = await db().$queryRaw<(Omit<PartCount, "kind" | "name"> & { part: string })[]>`
    ${ctes ? Prisma.sql`WITH ${ctes}` : Prisma.empty}
    SELECT ARRAY[${by}]::text[] AS key, part::text, sum(sign * count)::float8 AS count, sum(sign * sum) AS sum,
      sum(sign * sum_squares) AS "sumSquares"
    FROM (
      SELECT ${inner}, part, sum(count) AS count, sum(sum) AS sum, sum(sum_squares) AS sum_squares ${slices}
      GROUP BY ${inner}, part
    ) AS stretched JOIN ${use} USING (stretch) GROUP BY ${by}, part HAVING sum(sign * count) > 0`;
  return rows
    .flatMap(({ part, ...counted }) => {
      const named = isKept ? known.get(part) : readSinglePart(part);
      return named && isAsked(named, asked) ? [{ ...counted, ...named }] : [];
    })
    .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1));
}

/** The requested names, by the numbers stored in slices. */
async function namesOf(projectId: string, asked: PartsAsked): Promise<Map<string, PartName>> {
  const found = await db().metricName.findMany({ where: { projectId, kind: { in: [...asked.kinds] } } });
  return new Map(
    found
      .filter((one) => isAsked(one, asked))
      .map(({ nameId, kind, name }) => [String(nameId), { kind, name }]),
  );
}

/** A part of single answers, as single-slices-store.ts names it. */
function readSinglePart(part: string): PartName {
  const [kind = "", name = ""] = JSON.parse(part) as string[];
  return { kind, name };
}

function isAsked({ kind, name }: PartName, { kinds, score }: PartsAsked): boolean {
  if (!(kinds as readonly string[]).includes(kind)) return false;
  if (!score) return true;
  const part = readScorePart(name);
  return part.name === score.name && part.target === score.target && part.source === score.source;
}
