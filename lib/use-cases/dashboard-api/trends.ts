import { z } from "zod";
import { daysBetween, localDate } from "#lib/domain/calendar.ts";
import { dimensions } from "#lib/domain/dimensions.ts";
import { idSchema, wholeNumberSchema } from "#lib/domain/fields.ts";
import type { ScoreDefinition } from "#lib/domain/score.ts";
import {
  cohortFields,
  coreFields,
  dateSchema,
  deployments,
  type MetricFilter,
  rateJson,
  rateSchema,
  type ScorePoint,
  type ScoreTarget,
  SERIES_MAX,
  scoreTrends,
  summaryJson,
  summarySchema,
  type TrendPoint,
  type TrendSplit,
  type TrendUnit,
  trendSplits,
  trends,
} from "#lib/evaluate/metrics/index.ts";
import { listScores } from "#lib/observe/scores/index.ts";
import { decayedTrend } from "../decayed-trend.ts";
import { scoreFigures } from "../score-figures.ts";
import { contradiction } from "./contradiction.ts";
import { scoreFigureFields, scoreFiguresJson } from "./score-json.ts";
import { windowJson, windowSchema } from "./window.ts";

/** Most days of a trend by hour, and of one that is split: an answer must stay of a size that can be sent. */
const HOURLY_DAYS_MAX = 31;
const SPLIT_DAYS_MAX = 400;

/** What a trend can be split by, by its name in addresses. */
const splits = Object.fromEntries(trendSplits.map((name) => [dimensions[name].param, name])) as {
  [Name in TrendSplit as (typeof dimensions)[Name]["param"]]: Name;
};

/** What an address may ask of a trend. */
export const trendFields = {
  ...coreFields,
  ...cohortFields,
  unit: z
    .enum(["day", "hour"])
    .default("day")
    .describe(`Steps of a local day, or of an hour: at most ${HOURLY_DAYS_MAX} days of those.`),
  split: z
    .enum(Object.keys(splits) as [keyof typeof splits, ...(keyof typeof splits)[]])
    .optional()
    .describe(
      `Also the trends of the ${SERIES_MAX} values with most answers; at most ${SPLIT_DAYS_MAX} days.`,
    ),
  score: idSchema
    .optional()
    .describe(
      "Adds to each step what this score came to, by users; a session's with the answer that it had come to.",
    ),
  score_of: z
    .enum(["interaction", "session"])
    .default("interaction")
    .describe("Beside score: whether it is about interactions or sessions."),
  half_life: wholeNumberSchema
    .pipe(z.int().min(1, "must be 1 or more").max(365, "must be at most 365"))
    .optional()
    .describe(
      "Adds the decayed rate, in which a rating counts half as much for each so many days of its age: 1 to 365.",
    ),
};

const pointSchema = summarySchema.and(
  z.object({
    score: z
      .object(scoreFigureFields)
      .optional()
      .describe("What the score came to that `score` asks for; absent without it."),
    day: dateSchema.describe("The local date."),
    hour: z.iso.datetime().optional().describe("When the hour begins; UTC. Absent where steps are days."),
  }),
);

/** A trend in its steps. */
export const trendsSchema = z.object({
  window: windowSchema.describe("What the trend is of."),
  data: z.array(pointSchema).describe("Every step of the window in order, also those without answers."),
  series: z
    .array(
      z.object({
        name: z
          .string()
          .describe("The value; empty where answers have none. A prompt version has its template before it."),
        data: z.array(pointSchema).describe("Its steps, like those of the whole."),
      }),
    )
    .nullable()
    .describe("The same of each value of the split, the one with most answers first; null without a split."),
  decayed: z
    .array(
      z.object({
        day: dateSchema,
        positive_rate: rateSchema.describe(
          "As it stood at the end of the day; n is the effective sample size.",
        ),
      }),
    )
    .nullable()
    .describe("The decayed rate of the whole by day; null without half_life."),
  deployments: z
    .array(
      z.object({
        at: z.iso.datetime().describe("The hour of the first answer of it."),
        kind: z.enum(["prompt", "model"]).describe("What is new."),
        name: z.string().describe("The model, or the prompt with its version."),
        features: z.array(z.string()).describe("Which features began to use it."),
      }),
    )
    .describe("The prompt versions and models that features began to use in the window."),
});

interface TrendQuery {
  unit: TrendUnit;
  split?: keyof typeof splits | undefined;
  half_life?: number | undefined;
  score?: string | undefined;
  score_of?: ScoreTarget | undefined;
}

/** The trend of what a filter chooses. */
export async function answerTrends(
  filter: MetricFilter,
  { unit, split, half_life: halfLife, score, score_of: target = "interaction" }: TrendQuery,
): Promise<z.input<typeof trendsSchema>> {
  refuseContradictions(filter, { unit, split, half_life: halfLife });
  const asked = { unit, histograms: ["latency"] } as const;
  const definition = score === undefined ? null : await scoreNamed(filter.projectId, score);
  const cut = { unit, split: split && splits[split] };
  const named = definition && { name: definition.name, target };
  const [[whole], parts, decayed, deployed, [scored], scoredParts] = await Promise.all([
    trends(filter, asked),
    split ? trends(filter, { ...asked, ...cut }) : null,
    halfLife ? decayedTrend(filter, halfLife) : null,
    deployments(filter),
    named ? scoreTrends(filter, named, { unit }) : [],
    named && split ? scoreTrends(filter, named, cut) : [],
  ]);
  const pointsJson = (points: readonly TrendPoint[], scores: readonly ScorePoint[] = []) =>
    points.map((point, index) => ({
      ...pointJson(point, unit, filter.tz),
      ...scoreJson(definition, scores[index]),
    }));
  return {
    window: windowJson(filter),
    data: pointsJson(whole?.points ?? [], scored?.points),
    series:
      parts?.map(({ name, points }) => ({
        name: name ?? "",
        data: pointsJson(points, scoredParts.find((line) => line.name === name)?.points),
      })) ?? null,
    decayed: decayed?.map(({ day, rate }) => ({ day, positive_rate: rateJson(rate) })) ?? null,
    deployments: deployed.map(({ at, ...deployment }) => ({ at: at.toISOString(), ...deployment })),
  };
}

const pointJson = (
  { at, ...summary }: TrendPoint,
  unit: TrendUnit,
  tz: string,
): z.input<typeof pointSchema> => ({
  ...(unit === "day" ? { day: at } : { day: localDate(tz, new Date(at)), hour: at }),
  ...summaryJson(summary),
});

const scoreJson = (definition: ScoreDefinition | null, point: ScorePoint | undefined) =>
  definition && point ? { score: scoreFiguresJson(scoreFigures(definition, point)) } : {};

async function scoreNamed(projectId: string, name: string): Promise<ScoreDefinition> {
  const definition = (await listScores(projectId)).find((score) => score.name === name);
  if (!definition) throw contradiction("score", "names no score of this project: see GET /api/scores");
  return definition;
}

function refuseContradictions(filter: MetricFilter, { unit, split, half_life: halfLife }: TrendQuery): void {
  const length = daysBetween(filter.from, filter.to);
  if (unit === "hour" && length > HOURLY_DAYS_MAX)
    throw contradiction("unit", `can be hour for at most ${HOURLY_DAYS_MAX} days`);
  if (unit === "hour" && halfLife)
    throw contradiction("half_life", "cannot stand beside unit=hour: it goes by day");
  if (split && length > SPLIT_DAYS_MAX)
    throw contradiction("split", `can be asked for at most ${SPLIT_DAYS_MAX} days`);
}
