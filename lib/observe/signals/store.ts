import { eventStore } from "../interactions/index.ts";
import type { SignalRow } from "./signal-row.ts";

/** Stores signals. If an ID is used again, the first one stays. */
export const insertSignals = eventStore<SignalRow>({
  name: "signals",
  idColumn: "signal_id",
  timeColumn: "occurred_at",
  counted: true,
  columns: {
    project_id: "uuid",
    signal_id: "text",
    interaction_id: "text",
    signal: '"SignalKind"',
    value: "float8",
    rater: "text",
    user_hash: "text",
    session_id: "text",
    occurred_at: "timestamptz",
    received_at: "timestamptz",
  },
});
