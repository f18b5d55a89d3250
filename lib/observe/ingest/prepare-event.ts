import { log } from "#lib/platform/log.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { ProjectContext } from "#lib/platform/projects/project-context.ts";
import { WorkFailed } from "#lib/platform/threads/index.ts";
import type { RowContext } from "../interactions/index.ts";
import type { Submitter } from "../raters/index.ts";
import { type Redactor, redactAhead } from "../redaction/index.ts";
import { describeAhead } from "./clip/describe-ahead.ts";
import type { DescribeText } from "./clip/describe-data.ts";
import type { EventBody, PreparedEvent } from "./event.ts";
import { entryOf } from "./event-types.ts";

/**
 * Prepares an event to be stored, or returns a Problem if this sender cannot send it. Large events are
 * redacted in a worker thread.
 */
export async function prepareEvent(
  from: Submitter,
  event: EventBody,
  project: Pick<ProjectContext, "redaction">,
  context: RowContext,
): Promise<PreparedEvent | Problem> {
  try {
    const { authorize, prepare } = entryOf(event.type);
    const by = authorize(from, event.body, context);
    // The trial run only collects what to redact. It needs no fingerprint, which takes long for megabytes.
    const make = (redact: Redactor, isTrial = false) =>
      prepare(
        event.body,
        by,
        { ...context, redact, ...(isTrial && { fingerprint: () => "" }) },
        event.clipped,
      );
    const redact = await redactAhead(project.redaction, event.body, make);
    return { type: event.type, ...make(redact), clipped: event.clipped } as unknown as PreparedEvent;
  } catch (error) {
    if (error instanceof Problem) return error;
    if (error instanceof WorkFailed) return unfinished(error);
    // An event that cannot be processed must not fail the rest of its batch.
    log().error({ err: error, type: event.type }, "an event could not be prepared");
    return new Problem("internal_error", "This event could not be processed. Nothing was stored.");
  }
}

/** Validates an event of a large body, whose texts are searched for data in a worker thread. */
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

const unfinished = ({ fault }: WorkFailed): Problem => (fault === "busy" ? tooBusy() : unredacted());

const tooBusy = (): Problem =>
  new Problem(
    "too_busy",
    "The server is too busy to redact this event. Nothing was stored. Retry with the same ID.",
    { retryAfterSeconds: 1 },
  );

const unredacted = (): Problem =>
  new Problem("invalid_body", "Redacting this event took too long. Nothing was stored. Send shorter texts.");
