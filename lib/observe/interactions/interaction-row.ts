import { sha256 } from "#lib/platform/ids";
import type { InteractionBody } from "./schema.ts";

/** An interaction ready to be stored: users hashed, times and id settled. Named as the columns are. */
export interface InteractionRow extends Omit<InteractionBody, "user_id" | "interaction_id" | "created_at"> {
  interaction_id: string;
  user_hash: string | undefined;
  created_at: string;
  received_at: string;
  /** Hex of the SHA-256 of what was sent; null for one that came inline with a rating. */
  fingerprint: string | null;
}

/** What settles a body into a row. */
export interface RowContext {
  newId: () => string;
  hashUser: (userId: string) => string;
  now: Date;
}

/** The row that a body becomes. The same body always has the same fingerprint, so a retry can be told from a reused id. */
export function interactionRow(body: InteractionBody, { newId, hashUser, now }: RowContext): InteractionRow {
  const { user_id, interaction_id, created_at, ...rest } = body;
  const content = { ...rest, user_hash: user_id === undefined ? undefined : hashUser(user_id) };
  const fingerprint = Buffer.from(sha256(JSON.stringify([content, created_at]))).toString("hex");
  return {
    ...content,
    interaction_id: interaction_id ?? newId(),
    created_at: (created_at ?? now).toISOString(),
    received_at: now.toISOString(),
    fingerprint,
  };
}
