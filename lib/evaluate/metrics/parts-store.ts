import type { FeedbackSource } from "#lib/domain/rating";
import { db, Prisma } from "#lib/platform/db/client";
import type { Dimension } from "./choose-source.ts";
import type { partKinds } from "./rollups/slice-columns.ts";
import type { MetricFilter } from "./schema.ts";
import type { ScoreTarget } from "./score-part.ts";
import type { Span } from "./spans.ts";
import { amongOf, beside, type Reading, slicesOf, stretchesOf } from "./store.ts";

/** How often something with a name was counted. */
export interface PartCount {
  /** As of a {@link Group}. */
  key: string[];
  kind: string;
  name: string;
  count: number;
  /** Of scores: their values added up, and their squares. */
  sum: number;
  sumSquares: number;
}

/** Which of what is counted by name is read, and by what it is gathered. */
export interface PartsAsked {
  kinds: readonly (typeof partKinds)[number][];
  by?: readonly Dimension[] | undefined;
  /** Of each dimension only these values, in the order of `by`. */
  among?: readonly (readonly string[])[] | undefined;
  /** Of scores this one alone. */
  score?: { name: string; target: ScoreTarget; source: FeedbackSource } | undefined;
}

/** What a filter means over some spans and has names, by dimensions. */
export async function readParts(
  filter: MetricFilter,
  spans: readonly Span[],
  { kinds, by: dimensions = [], among = [], score }: PartsAsked,
): Promise<PartCount[]> {
  const { stretch, use } = stretchesOf(spans);
  // As count-parts-store.ts names them: a label follows.
  const named = score
    ? Prisma.sql`AND starts_with(name, rtrim(jsonb_build_array(
        ${score.name}::text, ${score.target}::text, ${score.source}::text)::text, ']'))`
    : Prisma.empty;
  const within = amongOf(dimensions, among);
  const and: Reading["and"] = (columns) =>
    Prisma.sql`AND slice.kind = ANY(${[...kinds]}::text[]) ${named} ${within(columns)}`;
  const reading = { stretch, by: dimensions, table: "metric_slice_parts" as const, and };
  const { ctes, from: slices, columnOf: columns } = await slicesOf(filter, spans, reading);
  const by = beside("label", dimensions, columns);
  const inner = beside("stretch", dimensions, columns);
  return db().$queryRaw`
    ${ctes ? Prisma.sql`WITH ${ctes}` : Prisma.empty}
    SELECT ARRAY[${by}]::text[] AS key, kind, name, sum(sign * count)::float8 AS count, sum(sign * sum) AS sum,
      sum(sign * sum_squares) AS "sumSquares"
    FROM (
      SELECT ${inner}, kind, name, sum(count) AS count, sum(sum) AS sum, sum(sum_squares) AS sum_squares ${slices}
      GROUP BY ${inner}, kind, name
    ) AS stretched JOIN ${use} USING (stretch) GROUP BY ${by}, kind, name HAVING sum(sign * count) > 0
    ORDER BY count DESC, name`;
}
