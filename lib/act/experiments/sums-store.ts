import type { ExperimentMetric } from "#lib/domain/experiment.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import type { Experiment } from "./experiment.ts";
import { type MetricColumns, userColumns } from "./metric-columns.ts";
import { namedMetrics } from "./validate-experiment.ts";

/** Sums of values, one a user. */
export interface UserSums {
  n: number;
  sum: number;
  sumSquares: number;
}

/** The same beside what the users said before: of those who did, their number, Σx, Σx², Σxy and Σy. */
export interface UserHistorySums extends UserSums {
  known: number;
  before: number;
  beforeSquares: number;
  products: number;
  sumOfKnown: number;
}

/** What is known of an arm: everything but `switched` is of users who were in this arm only. */
export interface ArmUserSums {
  variant: string;
  /** Users who saw an answer of this arm, and those first seen since the split was last changed. */
  exposed: number;
  exposedSinceSplit: number;
  /** Users who were in this arm first, and in another later. */
  switched: number;
  answers: number;
  /** Answers that were rated, and users who rated any. */
  responses: number;
  responders: number;
  /** Single values of the primary metric. */
  ratings: number;
  primary: UserHistorySums;
  /** The primary metric from each user's first week, and from later. */
  early: UserSums;
  later: UserSums;
  /** Other metrics by name. */
  secondary: Record<string, UserSums>;
  /** Users first seen within the last days who gave the primary metric a value, and their values. */
  recent: { raters: number; ratings: number };
}

/** A metric that is added up beside the primary one; of a heavy tail its logarithm. */
export interface SummedMetric {
  metric: ExperimentMetric;
  logarithmic: boolean;
}

/** The least that a logarithm is taken of: a millisecond, a millionth of a dollar. */
const least: Partial<Record<ExperimentMetric, string>> = { latency: "1", cost: "1e-6" };

/** The value of a user: the mean of what was said. */
const mean = ({ count, sum }: MetricColumns): string => `${sum}::float8 / NULLIF(${count}, 0)`;

const userValue = ({ metric, logarithmic }: SummedMetric, named: readonly ExperimentMetric[]): string => {
  const columns = userColumns(metric, named);
  if (!logarithmic) return mean(columns);
  return `CASE WHEN ${columns.count} > 0 THEN ln(GREATEST(${mean(columns)}, ${least[metric] ?? "1e-9"})) END`;
};

/** The three sums of a column, with a prefix. */
const sumsAs = (value: string, as: string): string =>
  `count(${value}) AS ${as}_n, COALESCE(sum(${value}), 0) AS ${as}_sum, COALESCE(sum(${value} * ${value}), 0) AS ${as}_squares`;

/**
 * Adds up an experiment's users by arm, from one row a user. Those who switched have no values. With UNION ALL, a value is
 * computed once for a user; in one query the planner would put it in place of its name wherever it is added up, and compute
 * it as often. OFFSET 0 would prevent that too, and parallel workers with it.
 * @param since from when on users count as recent.
 */
export async function readArmSums(
  projectId: string,
  { experiment, primaryMetric, guardrails, splitAt }: Experiment,
  secondary: readonly SummedMetric[],
  since: Date,
): Promise<ArmUserSums[]> {
  if (!primaryMetric) return [];
  const named = namedMetrics({ primaryMetric, guardrails });
  const primary = userColumns(primaryMetric.metric, named);
  const values = [
    `${mean(primary)} AS y`,
    `${mean({ count: "before_count", sum: "before_sum" })} AS x`,
    `${mean({ count: "early_count", sum: "early_sum" })} AS early`,
    `(${primary.sum} - early_sum)::float8 / NULLIF(${primary.count} - early_count, 0) AS later`,
    ...secondary.map((metric, index) => `${userValue(metric, named)} AS other_${index}`),
  ];
  const sums = [
    sumsAs("y", "y"),
    sumsAs("early", "early"),
    sumsAs("later", "later"),
    ...secondary.map((_, index) => sumsAs(`other_${index}`, `other_${index}`)),
  ];
  const ofExperiment = Prisma.sql`project_id = ${projectId}::uuid AND experiment = ${experiment}`;
  const rows = await db().$queryRaw<Row[]>`
    SELECT variant, switched, count(*) AS exposed, count(*) FILTER (WHERE since_split) AS since_split,
      sum(interactions) AS answers, sum(rated) AS responses, count(*) FILTER (WHERE rated > 0) AS responders,
      sum(values_given) AS ratings, count(y) FILTER (WHERE recent) AS recent_raters,
      sum(values_given) FILTER (WHERE recent) AS recent_ratings,
      count(x + y) AS known, COALESCE(sum(x) FILTER (WHERE y IS NOT NULL), 0) AS before,
      COALESCE(sum(x * x) FILTER (WHERE y IS NOT NULL), 0) AS before_squares,
      COALESCE(sum(x * y), 0) AS products, COALESCE(sum(y) FILTER (WHERE x IS NOT NULL), 0) AS sum_of_known,
      ${Prisma.raw(sums.join(",\n      "))}
    FROM (
      SELECT variant, switched, interactions, rated, ${Prisma.raw(primary.count)} AS values_given,
        first_exposed_at >= ${isoOf(splitAt)}::text::timestamptz AS since_split,
        first_exposed_at >= ${since.toISOString()}::text::timestamptz AS recent,
        ${Prisma.raw(values.join(",\n        "))}
      FROM experiment_user WHERE ${ofExperiment} AND NOT switched
      UNION ALL
      SELECT variant, true, 0, 0, 0, false, false, ${Prisma.raw(values.map(() => "NULL::float8").join(", "))}
      FROM experiment_user WHERE ${ofExperiment} AND switched
    ) AS users
    GROUP BY variant, switched`;
  return [...Map.groupBy(rows, ({ variant }) => variant)].map(([variant, own]) =>
    toSums(variant, own, secondary),
  );
}

const isoOf = (at: Date | null): string => (at ?? new Date(0)).toISOString();

type Row = { variant: string; switched: boolean } & Record<string, unknown>;

/** Of users who switched only their number counts. */
function toSums(variant: string, rows: readonly Row[], secondary: readonly SummedMetric[]): ArmUserSums {
  const stayed = rows.find(({ switched }) => !switched);
  const of = (name: string) => Number(stayed?.[name] ?? 0);
  const sumsOf = (name: string): UserSums => ({
    n: of(`${name}_n`),
    sum: of(`${name}_sum`),
    sumSquares: of(`${name}_squares`),
  });
  return {
    variant,
    exposed: of("exposed"),
    exposedSinceSplit: of("since_split"),
    switched: Number(rows.find(({ switched }) => switched)?.exposed ?? 0),
    answers: of("answers"),
    responses: of("responses"),
    responders: of("responders"),
    ratings: of("ratings"),
    primary: {
      ...sumsOf("y"),
      ...{ known: of("known"), before: of("before"), beforeSquares: of("before_squares") },
      ...{ products: of("products"), sumOfKnown: of("sum_of_known") },
    },
    early: sumsOf("early"),
    later: sumsOf("later"),
    secondary: Object.fromEntries(secondary.map(({ metric }, index) => [metric, sumsOf(`other_${index}`)])),
    recent: { raters: of("recent_raters"), ratings: of("recent_ratings") },
  };
}

/** Answers that name an experiment and count for nobody. */
export interface Uncounted {
  /** Of a variant that it does not have. */
  unknownVariant: number;
  /** Of neither a user nor a session. */
  anonymous: number;
}

/** The answers that name an experiment and count for nobody. */
export async function readUncounted(projectId: string, experiment: string): Promise<Uncounted> {
  const [found] = await db().$queryRaw<Uncounted[]>`
    SELECT COALESCE(sum(unknown), 0)::float8 AS "unknownVariant", COALESCE(sum(anonymous), 0)::float8 AS anonymous
    FROM experiment_uncounted WHERE project_id = ${projectId}::uuid AND experiment = ${experiment}`;
  return found ?? { unknownVariant: 0, anonymous: 0 };
}
