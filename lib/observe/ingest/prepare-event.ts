import { log } from "#lib/platform/log";
import { Problem } from "#lib/platform/problem/index";
import type { Sender } from "#lib/platform/route/index";
import { annotationRow } from "../annotations/index.ts";
import { prepareFeedback } from "../feedback/index.ts";
import { interactionRow, type RowContext } from "../interactions/index.ts";
import { preferenceRow } from "../preferences/index.ts";
import { signalRow } from "../signals/index.ts";
import type { EventBody, PreparedEvent } from "./event.ts";

/** What an event becomes before it is written; a Problem when this sender may not send it. */
export function prepareEvent(sender: Sender, event: EventBody, context: RowContext): PreparedEvent | Problem {
  try {
    return { ...prepare(sender, event, context), clipped: event.clipped };
  } catch (error) {
    if (error instanceof Problem) return error;
    // One event that we cannot make out must not fail its neighbours.
    log().error({ err: error, type: event.type }, "an event could not be prepared");
    return new Problem("internal_error", "This event could not be read. Nothing of it was stored.");
  }
}

function prepare(sender: Sender, event: EventBody, context: RowContext): PreparedEvent {
  switch (event.type) {
    case "interaction":
      requireSecretKey(sender);
      return { type: event.type, row: interactionRow(event.body, context, event.clipped) };
    case "feedback":
      return { type: event.type, ...prepareFeedback(sender, event.body, context, event.clipped) };
    case "annotation":
      return { type: event.type, row: annotationRow(sender, event.body, context) };
    case "signal":
      return { type: event.type, row: signalRow(sender, event.body, context) };
    case "preference":
      return { type: event.type, row: preferenceRow(sender, event.body, context) };
  }
}

function requireSecretKey({ caller }: Sender): void {
  if (caller.kind === "secret") return;
  throw new Problem(
    "key_kind_not_allowed",
    "A publishable key may not log interactions; it takes a secret key.",
  );
}
