import { db, Prisma } from "#lib/platform/db/client.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { candidateIsFirst, toVerdict, type Verdict } from "./blind-order.ts";
import { SHADOWS_COUNTED } from "./candidates-store.ts";
import type { CandidateKey, SentVerdict } from "./schema.ts";

/** The most characters of each text to compare. */
const TEXT_SHOWN = 20_000;

/** Two answers to one input, in an order that tells nothing. */
export interface BlindPair {
  shadowId: string;
  input: string | null;
  first: string;
  second: string;
}

/** Which pairs a reviewer compares. */
interface PairsAsked {
  reviewerId: string;
  candidate: CandidateKey;
  /** Older answers are not compared any more. */
  since: Date;
}

/** The newest pair that a reviewer has not compared yet, and how many there are; null where none is left. */
export async function nextPair(
  projectId: string,
  { reviewerId, candidate, since }: PairsAsked,
): Promise<{ pair: BlindPair | null; left: number; judged: number }> {
  const project = Prisma.sql`${projectId}::uuid`;
  // The same ones as candidates are counted from.
  const shadows = Prisma.sql`(
    SELECT * FROM shadow_answer
    WHERE project_id = ${project} AND NOT in_progress AND created_at >= ${since.toISOString()}::text::timestamptz
    ORDER BY created_at DESC, shadow_id DESC LIMIT ${SHADOWS_COUNTED}::int
  )`;
  const isOwn = Prisma.sql`s.feature_name = ${candidate.feature}
    AND s.model_name = ${candidate.model} AND s.prompt_template = ${candidate.prompt_template}
    AND s.prompt_version = ${candidate.prompt_version}`;
  const isJudged = Prisma.sql`EXISTS (SELECT FROM shadow_verdict AS v
    WHERE (v.project_id, v.shadow_id, v.reviewer_id) = (${project}, s.shadow_id, ${reviewerId}))`;
  const [counts] = await db().$queryRaw<{ left: number; judged: number }[]>`
    SELECT count(*) FILTER (WHERE NOT judged)::int AS left, count(*) FILTER (WHERE judged)::int AS judged FROM (
      SELECT ${isJudged} AS judged FROM ${shadows} AS s
      JOIN interactions AS i ON (i.project_id, i.interaction_id) = (s.project_id, s.shadow_of) WHERE ${isOwn}
    ) AS pairs`;
  const [found] = await db().$queryRaw<
    { shadowId: string; input: string | null; own: string; shown: string }[]
  >`
    SELECT s.shadow_id AS "shadowId", left(i.input, ${TEXT_SHOWN}::int) AS input,
      left(s.response_text, ${TEXT_SHOWN}::int) AS own, left(i.response_text, ${TEXT_SHOWN}::int) AS shown
    FROM ${shadows} AS s
    JOIN interactions AS i ON (i.project_id, i.interaction_id) = (s.project_id, s.shadow_of)
    WHERE ${isOwn} AND NOT ${isJudged} ORDER BY s.created_at DESC, s.shadow_id DESC LIMIT 1`;
  const { left = 0, judged = 0 } = counts ?? {};
  if (!found) return { pair: null, left, judged };
  const { shadowId, input, own, shown } = found;
  const [first, second] = candidateIsFirst(shadowId, reviewerId) ? [own, shown] : [shown, own];
  return { pair: { shadowId, input, first, second }, left, judged };
}

/**
 * Keeps a reviewer's verdict on a pair, and tells whose answer came first.
 * @throws Problem 404 where there is no such pair, 409 where the reviewer gave a verdict before: by now they know whose
 *   answer was which.
 */
export async function judgePair(
  projectId: string,
  { shadowId, reviewerId, better }: { shadowId: string; reviewerId: string; better: SentVerdict },
  at: Date,
): Promise<{ verdict: Verdict; first: "candidate" | "shown" }> {
  const isFirst = candidateIsFirst(shadowId, reviewerId);
  const verdict = toVerdict(better, isFirst);
  const [found] = await db().$queryRaw<{ isNew: boolean }[]>`
    WITH pair AS (
      SELECT s.project_id, s.shadow_id FROM shadow_answer AS s
      JOIN interactions AS i ON (i.project_id, i.interaction_id) = (s.project_id, s.shadow_of)
      WHERE s.project_id = ${projectId}::uuid AND s.shadow_id = ${shadowId} AND NOT s.in_progress
    ),
    kept AS (
      INSERT INTO shadow_verdict (project_id, shadow_id, reviewer_id, verdict, created_at)
      SELECT project_id, shadow_id, ${reviewerId}, ${verdict}::"ShadowVerdictValue", ${at.toISOString()}::text::timestamptz
      FROM pair ON CONFLICT DO NOTHING RETURNING 1
    )
    SELECT EXISTS (SELECT FROM kept) AS "isNew" FROM pair`;
  if (!found)
    throw new Problem("not_found", `No shadow answer “${shadowId}” with a shown answer to compare with.`);
  if (found.isNew) return { verdict, first: isFirst ? "candidate" : "shown" };
  throw new Problem("conflict", "You have compared these two answers before, and know whose they are.");
}
