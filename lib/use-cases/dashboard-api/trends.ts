import { z } from "zod";
import { promptMoveJson, promptMovesField } from "#lib/act/prompts/index.ts";
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
import { labelMoves } from "../trend-changes.ts";
import { contradiction } from "./contradiction.ts";
import { scoreFigureFields, scoreFiguresJson } from "./score-json.ts";
import { windowJson, windowSchema } from "./window.ts";

/** Maximum days of an hourly trend, and of a split one, to limit the size of responses. */
const HOURLY_DAYS_MAX = 31;
const SPLIT_DAYS_MAX = 400;

/** What a trend can be split by, by its name in addresses. */
const splits = Object.fromEntries(trendSplits.map((name) => [dimensions[name].param, name])) as {
  [Name in TrendSplit as (typeof dimensions)[Name]["param"]]: Name;
};

/** The query parameters for trends. */
export const trendFields = {
  ...coreFields,
  ...cohortFields,
  unit: z
    .enum(["day", "hour"])
    .default("day")
    .describe(`Time resolution: local days, or hours for at most ${HOURLY_DAYS_MAX} days.`),
  split: z
    .enum(Object.keys(splits) as [keyof typeof splits, ...(keyof typeof splits)[]])
    .optional()
    .describe(
      `Adds a series for each of the ${SERIES_MAX} values with the most answers. At most ${SPLIT_DAYS_MAX} days.`,
    ),
  score: idSchema
    .optional()
    .describe(
      "Adds this score to each point. User scores only. A session score counts with the session's latest answer at that time.",
    ),
  score_of: z
    .enum(["interaction", "session"])
    .default("interaction")
    .describe("With `score`: whether to use scores of interactions or of sessions."),
  half_life: wholeNumberSchema
    .pipe(z.int().min(1, "must be at least 1").max(365, "must be at most 365"))
    .optional()
    .describe("Adds the decayed rate, in which a rating's weight halves every this many days, 1 to 365."),
};

const pointSchema = summarySchema.and(
  z.object({
    score: z
      .object(scoreFigureFields)
      .optional()
      .describe("The score requested with `score`. Absent without it."),
    day: dateSchema.describe("The local date."),
    hour: z.iso.datetime().optional().describe("Start of the hour (UTC). Absent with `unit=day`."),
  }),
);

/** A trend with its points. */
export const trendsSchema = z.object({
  window: windowSchema.describe("The time window."),
  data: z.array(pointSchema).describe("Every point in the window in order, including those without answers."),
  series: z
    .array(
      z.object({
        name: z
          .string()
          .describe(
            "The value; empty for answers without one. Prompt versions are prefixed with their template.",
          ),
        data: z.array(pointSchema).describe("The points of the series."),
      }),
    )
    .nullable()
    .describe("One series per value of the split, most answers first; null without a split."),
  decayed: z
    .array(
      z.object({
        day: dateSchema,
        positive_rate: rateSchema.describe(
          "The decayed rate at the end of the day; n is the effective sample size.",
        ),
      }),
    )
    .nullable()
    .describe("The overall decayed rate by day; null without half_life."),
  deployments: z
    .array(
      z.object({
        at: z.iso.datetime().describe("The hour of its first answer."),
        kind: z.enum(["prompt", "model"]).describe("Whether a prompt version or a model is new."),
        name: z.string().describe("The model, or the prompt with its version."),
        features: z.array(z.string()).describe("Features that started using it."),
      }),
    )
    .describe("Prompt versions and models that features started using in the window."),
  label_moves: promptMovesField,
});

interface TrendQuery {
  unit: TrendUnit;
  split?: keyof typeof splits | undefined;
  half_life?: number | undefined;
  score?: string | undefined;
  score_of?: ScoreTarget | undefined;
}

/** The trend for a filter. */
export async function answerTrends(
  filter: MetricFilter,
  { unit, split, half_life: halfLife, score, score_of: target = "interaction" }: TrendQuery,
): Promise<z.input<typeof trendsSchema>> {
  refuseContradictions(filter, { unit, split, half_life: halfLife });
  const asked = { unit, histograms: ["latency"], raters: true } as const;
  const definition = score === undefined ? null : await scoreNamed(filter.projectId, score);
  const cut = { unit, split: split && splits[split] };
  const named = definition && { name: definition.name, target };
  const [[whole], parts, decayed, deployed, moved, [scored], scoredParts] = await Promise.all([
    trends(filter, asked),
    split ? trends(filter, { ...asked, ...cut }) : null,
    halfLife ? decayedTrend(filter, halfLife) : null,
    deployments(filter),
    labelMoves(filter),
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
    label_moves: moved.map(promptMoveJson),
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
  if (!definition) throw contradiction("score", "is not a score of this project: see GET /api/scores");
  return definition;
}

function refuseContradictions(filter: MetricFilter, { unit, split, half_life: halfLife }: TrendQuery): void {
  const length = daysBetween(filter.from, filter.to);
  if (unit === "hour" && length > HOURLY_DAYS_MAX)
    throw contradiction("unit", `hour is limited to ${HOURLY_DAYS_MAX} days`);
  if (unit === "hour" && halfLife) throw contradiction("half_life", "cannot be combined with unit=hour");
  if (split && length > SPLIT_DAYS_MAX) throw contradiction("split", `is limited to ${SPLIT_DAYS_MAX} days`);
}
