import { z } from "zod";
import { feedbackStats, lastDays, statsRowJson, statsRowSchema } from "#lib/evaluate/metrics/index.ts";
import { statsScores } from "../compare-scores.ts";
import { ownScoresJson, ownScoresSchema } from "./score-json.ts";

/** What the ratings and scores of a feature came to, over answers of the last days. */
export const feedbackStatsSchema = z.object({
  feature: z.string(),
  days: z.int(),
  stats: z
    .array(statsRowSchema.extend({ scores: ownScoresSchema }))
    .describe("One row for each model and prompt version that was rated or scored."),
});

/** What the ratings and scores of a feature's last `days` days came to, today included. */
export async function answerFeedbackStats(asked: {
  projectId: string;
  feature: string;
  days: number;
  now: Date;
  /** The IANA zone in which days are cut; UTC where nothing is said. */
  tz?: string;
}): Promise<z.input<typeof feedbackStatsSchema>> {
  const { projectId, feature, days, now, tz = "UTC" } = asked;
  const filter = { projectId, feature, tz, ...lastDays(days, tz, now) };
  const rows = await feedbackStats(filter);
  const scores = await statsScores(filter, rows);
  const stats = rows.map((row, index) => ({ ...statsRowJson(row), scores: ownScoresJson(scores, index) }));
  return { feature, days, stats: stats.filter(({ total, scores }) => total > 0 || scores.length > 0) };
}
