import type { FeedbackBody } from "#lib/observe/feedback/index.ts";
import type { ScoreDeclaration } from "#lib/observe/scores/index.ts";
import type { Answer } from "./make-answer.ts";
import type { Random } from "./random.ts";

/** The scores of the sample project, as it declares them. */
export const sampleScores: Readonly<Record<string, ScoreDeclaration>> = {
  task_solved: { type: "boolean", direction: "higher", labels: [] },
  answer_grade: { type: "category", direction: "higher", labels: ["poor", "fair", "good", "excellent"] },
  session_ease: { type: "number", direction: "higher", labels: [], min: 1, max: 7 },
};

/** Which answers the product's server judges, which ones readers grade, and which sessions say how easy they were. */
const SCORED = { solved: 0.1, graded: 0.05, session: 0.05 } as const;

/** How likely a grade is of answers without a flaw and with one. */
const grades = {
  sound: { poor: 1, fair: 3, good: 9, excellent: 7 },
  flawed: { poor: 7, fair: 8, good: 4, excellent: 1 },
} as const;

/** The scores that an answer gets: few, as each of them is a row of many aggregates. */
export function scoreAnswer(
  random: Random,
  { body, feature, flaw, person }: Answer,
  now: Date,
): FeedbackBody[] {
  const at = new Date(body.created_at.getTime() + Math.round(random.lognormal(90, 0.6) * 1000));
  const scored = (name: string, value: Partial<FeedbackBody>): FeedbackBody => ({
    ...{ interaction_id: body.interaction_id, session_id: body.session_id, rating_type: "score" as const },
    ...{ score_name: name, rating_categories: [], created_at: at },
    ...{ feedback_id: `${body.interaction_id}-${name}`, ...value },
  });
  if (at > now) return [];
  if (feature === "support" && random.chance(SCORED.solved))
    return [scored("task_solved", { score_value: random.chance(flaw ? 0.25 : 0.92), user_id: "server" })];
  if ((feature === "article" || feature === "meeting") && random.chance(SCORED.graded)) {
    const label = random.weighted(grades[flaw ? "flawed" : "sound"]);
    return [scored("answer_grade", { score_label: label, user_id: person.userId })];
  }
  return [];
}

/** How easy a session was, from the answers that it had; null for most. */
export function scoreSession(random: Random, answers: readonly Answer[], now: Date): FeedbackBody | null {
  const last = answers.at(-1);
  if (!last || !random.chance(SCORED.session)) return null;
  const at = new Date(last.body.created_at.getTime() + 240_000);
  const flaws = answers.filter(({ flaw }) => flaw).length / answers.length;
  const ease = Math.round(5.8 - 3 * flaws + random.normal());
  if (at > now) return null;
  return {
    ...{ session_id: last.body.session_id, rating_type: "score", score_name: "session_ease" },
    ...{ score_value: Math.min(7, Math.max(1, ease)), rating_categories: [], user_id: last.person.userId },
    ...{ feedback_id: `${last.body.session_id}-ease`, created_at: at },
  };
}
