import { log } from "#lib/platform/log.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { Sender } from "#lib/platform/route/index.ts";
import { WorkFailed } from "#lib/platform/threads/index.ts";
import { annotationRow } from "../annotations/index.ts";
import { prepareFeedback } from "../feedback/index.ts";
import { interactionRow, type RowContext } from "../interactions/index.ts";
import { preferenceRow } from "../preferences/index.ts";
import { type Redactor, redactAhead } from "../redaction/index.ts";
import { signalRow } from "../signals/index.ts";
import { describeAhead } from "./clip/describe-ahead.ts";
import type { DescribeText } from "./clip/describe-data.ts";
import type { EventBody, PreparedEvent } from "./event.ts";

/** What an event becomes before it is written; a Problem when this sender may not send it. A large one is redacted in a thread. */
export async function prepareEvent(
  sender: Sender,
  event: EventBody,
  context: RowContext,
): Promise<PreparedEvent | Problem> {
  try {
    // What is only looked at needs no fingerprint, which takes long of megabytes.
    const make = (redact: Redactor, isTrial = false) =>
      prepare(sender, event, { ...context, redact, ...(isTrial && { fingerprint: () => "" }) });
    const redact = await redactAhead(sender.caller.project.redaction, event.body, make);
    return { ...make(redact), clipped: event.clipped };
  } catch (error) {
    if (error instanceof Problem) return error;
    if (error instanceof WorkFailed) return unfinished(error);
    // One event that we cannot make out must not fail its neighbours.
    log().error({ err: error, type: event.type }, "an event could not be prepared");
    return new Problem("internal_error", "This event could not be read. Nothing of it was stored.");
  }
}

/** Checks an event of a large body, whose texts are looked through in a thread. */
export async function checkLarge(
  event: unknown,
  check: (event: unknown, describe: DescribeText) => EventBody | Problem,
): Promise<EventBody | Problem> {
  try {
    return check(event, await describeAhead(event));
  } catch (error) {
    if (error instanceof WorkFailed) return unfinished(error);
    throw error;
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

const unfinished = ({ fault }: WorkFailed): Problem => (fault === "busy" ? tooBusy() : unredacted());

const tooBusy = (): Problem =>
  new Problem(
    "too_busy",
    "More is arriving than can be looked through for encoded and personal data. Nothing of this event was stored; send it again with the same id.",
    { retryAfterSeconds: 1 },
  );

const unredacted = (): Problem =>
  new Problem(
    "invalid_body",
    "This event took too long to be looked through for encoded and personal data. Nothing of it was stored; send shorter texts.",
  );

function requireSecretKey({ caller }: Sender): void {
  if (caller.kind === "secret") return;
  throw new Problem(
    "key_kind_not_allowed",
    "A publishable key may not log interactions; it takes a secret key.",
  );
}
