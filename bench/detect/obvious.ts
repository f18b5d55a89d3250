import type { Client } from "pg";
import { dimensionNames, dimensions } from "#lib/domain/dimensions.ts";

/** Choices of up to `deepest` of some columns. */
function choices(columns: readonly string[], deepest: number): string[][] {
  const [first, ...rest] = columns;
  if (first === undefined || deepest === 0) return [[]];
  return [...choices(rest, deepest), ...choices(rest, deepest - 1).map((chosen) => [first, ...chosen])];
}

/** Every set of up to three dimensions: 93 of eight. */
export const dimensionSets: readonly (readonly string[])[] = choices(
  dimensionNames.map((name) => dimensions[name].column),
  3,
);

/** Thumbs by hour and by the values of some columns, with how many people gave them, over raw rows. */
const byHour = (columns: readonly string[]): string => {
  const by = columns.map((column) => `, i.${column}`).join("");
  return `
    SELECT date_trunc('hour', i.created_at) AS hour${by}, count(*) AS n, count(*) FILTER (WHERE f.rating_value = 0) AS bad,
      count(DISTINCT f.rater) AS raters
    FROM interactions AS i JOIN feedback AS f ON (f.project_id, f.interaction_id) = (i.project_id, i.interaction_id)
    WHERE i.project_id = $1::uuid AND i.created_at >= $2 AND f.rating_type = 'binary' AND f.source = 'user'
    GROUP BY 1${by}`;
};

/** Every so manieth set is read in a round, beginning with another one in each. */
const EVERY = 8;

/**
 * What one would write: a query for each set of dimensions that a scope may name. A round reads one in eight.
 * @returns how long all of them would have taken.
 */
export async function obviousQueries(
  client: Client,
  projectId: string,
  { since, round }: { since: Date; round: number },
): Promise<number> {
  const read = dimensionSets.filter((_, at) => at % EVERY === round % EVERY);
  const began = performance.now();
  for (const columns of read) await client.query(byHour(columns), [projectId, since]);
  return ((performance.now() - began) * dimensionSets.length) / read.length;
}

/** The least that one can read of raw rows: all dimensions at once, added up elsewhere. */
export async function oneQuery(client: Client, projectId: string, since: Date): Promise<void> {
  await client.query(byHour(dimensionNames.map((name) => dimensions[name].column)), [projectId, since]);
}
