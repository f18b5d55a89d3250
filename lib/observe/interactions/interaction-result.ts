import { feedbackToken } from "#lib/platform/auth/feedback-token.ts";
import { userHash } from "#lib/platform/auth/user-hash.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { ProjectContext } from "#lib/platform/projects/project-context.ts";
import { holderOf } from "../raters/index.ts";
import type { InteractionRow } from "./interaction-row.ts";
import type { StoredInteraction } from "./store.ts";

/** The response to a logged interaction, which its sender passes to the page that shows the answer. */
export interface LoggedInteraction {
  interactionId: string;
  feedbackToken: string;
  createdAt: Date;
}

/**
 * The result for an interaction's sender: 422 if its ID was used for another interaction with different
 * content.
 */
export function loggedInteraction(
  project: ProjectContext,
  row: InteractionRow,
  stored: StoredInteraction,
): LoggedInteraction | Problem {
  // An in-progress log can arrive after the final one.
  if (stored.fingerprint !== row.fingerprint && !row.in_progress) {
    return new Problem(
      "id_reused",
      `interaction_id “${row.interaction_id}” was already used with different content. Use a new ID.`,
    );
  }
  const holder = holderOf(stored, (id) => userHash(project.userHashKey, id));
  return {
    interactionId: row.interaction_id,
    feedbackToken: feedbackToken(project, row.interaction_id, stored.receivedAt, holder),
    createdAt: stored.createdAt,
  };
}
