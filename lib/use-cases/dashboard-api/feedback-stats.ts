import { z } from "zod";
import { feedbackStats, lastDays, statsRowJson, statsRowSchema } from "#lib/evaluate/metrics/index.ts";
import { statsScores } from "../compare-scores.ts";
import { ownScoresJson, ownScoresSchema } from "./score-json.ts";

/** A feature's rating statistics and scores over recent days. */
export const feedbackStatsSchema = z.object({
  feature: z.string(),
  days: z.int(),
  stats: z
    .array(statsRowSchema.extend({ scores: ownScoresSchema }))
    .describe("One row per model and prompt version with ratings or scores."),
});

/** A feature's rating statistics and scores over the last `days` days, including today. */
export async function answerFeedbackStats(asked: {
  projectId: string;
  feature: string;
  days: number;
  now: Date;
  /** The IANA zone that defines the days. Defaults to UTC. */
  tz?: string;
}): Promise<z.input<typeof feedbackStatsSchema>> {
  const { projectId, feature, days, now, tz = "UTC" } = asked;
  const filter = { projectId, feature, tz, ...lastDays(days, tz, now) };
  const rows = await feedbackStats(filter);
  const scores = await statsScores(filter, rows);
  const stats = rows.map((row, index) => ({ ...statsRowJson(row), scores: ownScoresJson(scores, index) }));
  return { feature, days, stats: stats.filter(({ total, scores }) => total > 0 || scores.length > 0) };
}
