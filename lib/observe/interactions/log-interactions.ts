import { feedbackToken } from "#lib/platform/access/feedback-token";
import type { ProjectContext } from "#lib/platform/access/project-context";
import { userHash } from "#lib/platform/access/user-hash";
import { now } from "#lib/platform/clock";
import { newId } from "#lib/platform/ids";
import { Problem } from "#lib/platform/problem/index";
import { type InteractionRow, interactionRow } from "./interaction-row.ts";
import type { InteractionBody } from "./schema.ts";
import { type StoredInteraction, storeInteractions } from "./store.ts";

/** The answer to a logged interaction: what its sender hands on to the page that shows the answer. */
export interface LoggedInteraction {
  interactionId: string;
  feedbackToken: string;
  createdAt: Date;
}

/** The row that a body becomes in this project, now. */
export const rowFor = (project: ProjectContext, body: InteractionBody): InteractionRow =>
  interactionRow(body, { newId, hashUser: (id) => userHash(project.userHashKey, id), now: now() });

/**
 * Logs one interaction. The same body under the same id again changes nothing and is answered the same.
 * @throws Problem 422 when the id belongs to an interaction with other content.
 */
export async function logInteraction(
  project: ProjectContext,
  body: InteractionBody,
): Promise<LoggedInteraction> {
  const [outcome] = await logInteractions(project, [body]);
  if (!outcome || outcome instanceof Problem) throw outcome ?? new Error("one body, no outcome");
  return outcome;
}

/** Logs many in one statement; each has an outcome of its own, in the order given. */
export async function logInteractions(
  project: ProjectContext,
  bodies: readonly InteractionBody[],
): Promise<(LoggedInteraction | Problem)[]> {
  const rows = bodies.map((body) => rowFor(project, body));
  const firstOfId = new Map(rows.toReversed().map((row) => [row.interaction_id, row]));
  const stored = await storeInteractions(project.projectId, [...firstOfId.values()]);
  return rows.map((row) => outcomeOf(project, row, stored.get(row.interaction_id)));
}

function outcomeOf(
  project: ProjectContext,
  row: InteractionRow,
  stored: StoredInteraction | undefined,
): LoggedInteraction | Problem {
  if (!stored) throw new Error(`interaction ${row.interaction_id} was neither stored nor found`);
  if (stored.fingerprint !== row.fingerprint) {
    return new Problem(
      "id_reused",
      `interaction_id “${row.interaction_id}” belongs to an interaction with other content. Use a new id.`,
    );
  }
  return {
    interactionId: row.interaction_id,
    feedbackToken: feedbackToken(project, row.interaction_id, stored.receivedAt),
    createdAt: stored.createdAt,
  };
}
