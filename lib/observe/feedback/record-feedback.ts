import type { KeyCaller } from "#lib/platform/access/authenticate-key";
import { requireFeedbackToken } from "#lib/platform/access/feedback-token";
import type { ProjectContext } from "#lib/platform/access/project-context";
import { userHash } from "#lib/platform/access/user-hash";
import { now } from "#lib/platform/clock";
import { newId } from "#lib/platform/ids";
import { Problem } from "#lib/platform/problem/index";
import { type InteractionBody, type InteractionRow, rowFor } from "../interactions/index.ts";
import { feedbackRow } from "./feedback-row.ts";
import { inlineFieldsIn, inlineInteraction } from "./inline-interaction.ts";
import type { FeedbackBody } from "./schema.ts";
import { deleteFeedback, interactionOfFeedback, type StoredFeedback, storeFeedback } from "./store.ts";

/** A rating that is stored. */
export interface Receipt {
  created: boolean;
  /** What the rating did to what was stored: a retry finds it "unchanged", history a later rating ("superseded"). */
  outcome: "created" | "replaced" | "unchanged" | "superseded";
  feedbackId: string;
  interactionId: string;
  createdAt: Date;
}

/**
 * Stores or replaces a rating. A publishable key needs the interaction's token and may not describe the interaction.
 * @throws Problem 400, 403 by the token's fault, 404 when the interaction is not known, 422 when the id is another's.
 */
export async function recordFeedback(
  caller: KeyCaller,
  body: FeedbackBody,
  tokenHeader: string | null,
): Promise<Receipt> {
  if (caller.kind === "publishable") {
    requireFeedbackToken(body.feedback_token ?? tokenHeader, caller.project, body.interaction_id, now());
    refuseServerFields(body);
  }
  const [outcome] = await recordFeedbackBatch(caller.project, [body]);
  if (!outcome || outcome instanceof Problem) throw outcome ?? new Error("one rating, no outcome");
  return outcome;
}

/** Stores many ratings of a trusted sender in one transaction; each has an outcome of its own, in the order given. */
export async function recordFeedbackBatch(
  project: ProjectContext,
  bodies: readonly FeedbackBody[],
): Promise<(Receipt | Problem)[]> {
  const context = { newId, hashUser: (id: string) => userHash(project.userHashKey, id), now: now() };
  const inline = bodies.map(inlineOrProblem);
  const ratings = bodies.filter((_, index) => !(inline[index] instanceof Problem));
  const rows = ratings.map((body) => feedbackRow(body, context));
  const stored =
    rows.length > 0 ? await storeFeedback(project.projectId, inlineRows(project, inline), rows) : [];
  const outcomes = stored.values();
  return bodies.map((body, index) => {
    const refusal = inline[index];
    return refusal instanceof Problem ? refusal : receiptOf(body, outcomes.next().value);
  });
}

/** An incomplete interaction refuses its own rating and not its neighbours. */
function inlineOrProblem(body: FeedbackBody): InteractionBody | Problem | null {
  try {
    return inlineInteraction(body);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** The interactions that came inline, one row an id; without a fingerprint, as a rating seldom brings the whole of one. */
function inlineRows(
  project: ProjectContext,
  inline: readonly (InteractionBody | Problem | null)[],
): InteractionRow[] {
  const rows = new Map<string, InteractionRow>();
  for (const interaction of inline) {
    if (!interaction || interaction instanceof Problem) continue;
    const row = { ...rowFor(project, interaction), fingerprint: null };
    if (!rows.has(row.interaction_id)) rows.set(row.interaction_id, row);
  }
  return [...rows.values()];
}

function receiptOf(body: FeedbackBody, stored: StoredFeedback | undefined): Receipt | Problem {
  if (!stored) throw new Error(`the rating of ${body.interaction_id} was neither stored nor refused`);
  if (stored.outcome === "interaction_missing") {
    return new Problem(
      "interaction_not_found",
      `There is no interaction “${body.interaction_id}”. Log it first, or send feature_name, response_text and model_name along (secret key).`,
    );
  }
  if (stored.outcome === "id_reused") {
    return new Problem(
      "id_reused",
      `feedback_id “${body.feedback_id}” was sent with another rating. Use a new id for every rating.`,
    );
  }
  const { outcome, feedbackId, createdAt } = stored;
  const repeated = outcome === "repeated";
  return {
    created: repeated ? stored.created : outcome === "created",
    outcome: repeated ? "unchanged" : outcome,
    feedbackId,
    interactionId: body.interaction_id,
    createdAt,
  };
}

function refuseServerFields(body: FeedbackBody): void {
  const names = inlineFieldsIn(body);
  if (body.created_at) names.push("created_at");
  if (names.length === 0) return;
  const errors = names.map((path) => ({ path, message: "may be sent with a secret key only" }));
  throw new Problem("invalid_body", `${names.join(", ")} may be sent with a secret key only.`, { errors });
}

/**
 * Takes a rating back. A publishable key needs the token of the interaction that was rated.
 * @throws Problem 403 by the token's fault, 404 when there is no such rating.
 */
export async function withdrawFeedback(
  caller: KeyCaller,
  feedbackId: string,
  tokenHeader: string | null,
): Promise<void> {
  const { project, kind } = caller;
  if (kind === "publishable" && !tokenHeader) requireFeedbackToken(tokenHeader, project, "", now());
  const interactionId = await interactionOfFeedback(project.projectId, feedbackId);
  const missing = new Problem("not_found", `There is no feedback “${feedbackId}”.`);
  if (interactionId === null) throw missing;
  if (kind === "publishable") requireFeedbackToken(tokenHeader, project, interactionId, now());
  if (!(await deleteFeedback(project.projectId, feedbackId))) throw missing;
}
