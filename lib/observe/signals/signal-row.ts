import type { SignalKind } from "#lib/domain/signal.ts";
import type { EventRow, RowContext } from "../interactions/index.ts";
import { type AuthorizedRater, eventTime, type RaterRow } from "../raters/index.ts";
import type { SignalBody } from "./schema.ts";

/** A signal ready to be stored: user hashed. Fields are named like the columns. */
export interface SignalRow extends EventRow, RaterRow {
  interaction_id: string;
  signal_id: string;
  signal: SignalKind;
  value: number | undefined;
  session_id: string | undefined;
  occurred_at: string;
  received_at: string;
}

/** The longest dwell time, in seconds: beyond this, the tab was simply left open. */
const DWELL_MAX = 86_400;

const dwellOf = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : Math.min(Math.max(seconds, 0), DWELL_MAX);

/** Builds the row for a signal. */
export function signalRow(body: SignalBody, by: AuthorizedRater, context: RowContext): SignalRow {
  const content = {
    interaction_id: body.interaction_id,
    signal: body.signal,
    value: body.signal === "dwell" ? dwellOf(body.value) : body.value,
    user_hash: by.stated.user_hash,
    session_id: body.session_id,
  };
  return {
    ...content,
    ...by.columns,
    project_id: context.projectId,
    signal_id: body.signal_id ?? context.newId(),
    occurred_at: eventTime(body.occurred_at, by, context.now).toISOString(),
    received_at: context.now.toISOString(),
    fingerprint: context.fingerprint([content, body.occurred_at, ...by.stated.device]),
  };
}
