import type { SignalKind } from "#lib/domain/signal";
import type { Sender } from "#lib/platform/route/index";
import { fingerprintOf, type HangingRow, type RowContext, requireToken } from "../interactions/index.ts";
import type { SignalBody } from "./schema.ts";

/** A signal ready to be stored: users hashed. Named as the columns are. */
export interface SignalRow extends HangingRow {
  signal_id: string;
  signal: SignalKind;
  value: number | undefined;
  user_hash: string | undefined;
  session_id: string | undefined;
  occurred_at: string;
  received_at: string;
}

/**
 * The row that a signal becomes.
 * @throws Problem 403 by the token's fault, with a publishable key.
 */
export function signalRow(sender: Sender, body: SignalBody, context: RowContext): SignalRow {
  requireToken(sender, body, context.now);
  const content = {
    interaction_id: body.interaction_id,
    signal: body.signal,
    value: body.value,
    user_hash: body.user_id === undefined ? undefined : context.hashUser(body.user_id),
    session_id: body.session_id,
  };
  return {
    ...content,
    project_id: context.projectId,
    signal_id: body.signal_id ?? context.newId(),
    occurred_at: (body.occurred_at ?? context.now).toISOString(),
    received_at: context.now.toISOString(),
    fingerprint: fingerprintOf([content, body.occurred_at]),
  };
}
