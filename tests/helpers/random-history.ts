import { randomUUID } from "node:crypto";
import { db, type Prisma } from "#lib/platform/db/client.ts";

/**
 * Writes answers with ratings of every type, two an hour or so, from a day before each window to a day after it; the same
 * at every call.
 */
export async function writeHistory(
  projectId: string,
  windows: readonly { from: string; to: string }[],
): Promise<void> {
  let state = 11;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const answers: Prisma.InteractionCreateManyInput[] = [];
  const ratings: Prisma.FeedbackCreateManyInput[] = [];
  for (const { from, to } of windows) {
    const [since, until] = [Date.parse(from) - 86_400_000, Date.parse(to) + 2 * 86_400_000];
    for (let at = since; at < until; at += random() * 3_600_000) {
      const interactionId = randomUUID();
      const createdAt = new Date(at);
      answers.push({
        projectId,
        interactionId,
        createdAt,
        featureName: pick(["summary", "reply"]),
        modelName: pick(["small", "large"]),
        promptTemplate: pick(["short", null]),
        promptVersion: pick(["v1", "v2"]),
        tenant: pick(["acme", "globex", null]),
        language: pick(["en", "de"]),
        segment: pick(["new", null]),
        responseText: "One two three four",
        responseLatencyMs: pick([null, Math.floor(random() * 9_000)]),
        costUsd: pick([null, random() / 100]),
        tokenCount: pick([null, Math.floor(random() * 2_000)]),
      });
      for (const ratingType of ["binary", "stars", "correction", "comment"] as const) {
        if (random() > 0.3) continue;
        const value = { binary: pick([0, 1]), stars: pick([1, 2, 3, 4, 5]), correction: null, comment: null };
        ratings.push({
          projectId,
          feedbackId: randomUUID(),
          interactionId,
          rater: "token",
          ratingType,
          ratingValue: value[ratingType],
          ratingCategories: pick([[], ["inaccurate"], ["too_long", "inaccurate"], ["too_long", "too_long"]]),
          correctionText: ratingType === "correction" ? "One two" : null,
          feedbackComment: pick([null, "Hm"]),
          createdAt,
          updatedAt: createdAt,
        });
      }
    }
  }
  await db().interaction.createMany({ data: answers });
  await db().feedback.createMany({ data: ratings });
  await db().$executeRaw`INSERT INTO metric_marks (project_id, minute)
    SELECT DISTINCT project_id, date_trunc('minute', created_at, 'UTC') FROM interactions WHERE project_id = ${projectId}::uuid`;
}
