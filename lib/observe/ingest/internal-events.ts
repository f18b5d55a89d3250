import { Problem } from "#lib/platform/problem/index.ts";
import type { ProjectContext } from "#lib/platform/projects/project-context.ts";
import { turns } from "#lib/platform/threads/index.ts";
import type { FeedbackBody, Receipt } from "../feedback/index.ts";
import { type InteractionBody, type LoggedInteraction, rowContext } from "../interactions/index.ts";
import { ownServer } from "../raters/index.ts";
import type { EventBody, PreparedEvent, TakenEvent } from "./event.ts";
import { prepareEvent } from "./prepare-event.ts";
import { writeEvents } from "./write-queue-store.ts";

/** The size that counts for one of the app's own events in the write queue, in bytes. */
const EVENT_BYTES = 2_000;

/** Logs one interaction on behalf of the app. */
export async function logInteraction(
  project: ProjectContext,
  body: InteractionBody,
): Promise<LoggedInteraction> {
  const [outcome] = await logInteractions(project, [body]);
  if (!outcome || outcome instanceof Problem) throw outcome ?? new Error("no result for the event");
  return outcome;
}

/** Logs interactions from a trusted source in one commit; returns a result for each, in the given order. */
export async function logInteractions(
  project: ProjectContext,
  bodies: readonly InteractionBody[],
): Promise<(LoggedInteraction | Problem)[]> {
  const results = await recordEvents(
    project,
    bodies.map((body) => ({ type: "interaction", body })),
  );
  return results.map((result) =>
    result instanceof Problem ? result : expectType(result, "interaction").receipt,
  );
}

/** Stores ratings from a trusted source in one commit; returns a result for each, in the given order. */
export async function recordFeedback(
  project: ProjectContext,
  bodies: readonly FeedbackBody[],
): Promise<(Receipt | Problem)[]> {
  const results = await recordEvents(
    project,
    bodies.map((body) => ({ type: "feedback", body })),
  );
  return results.map((result) =>
    result instanceof Problem ? result : expectType(result, "feedback").receipt,
  );
}

/**
 * Stores events from a trusted source in one commit, as if sent with a secret key, without limits or
 * idempotency keys.
 */
export async function recordEvents(
  project: ProjectContext,
  events: readonly EventBody[],
): Promise<(TakenEvent | Problem)[]> {
  const context = rowContext(project);
  let results: readonly (TakenEvent | Problem)[] = [];
  const prepared: (PreparedEvent | Problem)[] = [];
  const turn = turns();
  for (const event of events) {
    prepared.push(await prepareEvent(ownServer, event, project, context));
    await turn();
  }
  const answer = await writeEvents({
    project,
    events: prepared,
    claim: null,
    compose: (taken) => {
      results = taken;
      return { status: 201, body: { results: [] } };
    },
    bytes: events.length * EVENT_BYTES,
  });
  if (answer instanceof Problem) throw answer;
  return [...results];
}

function expectType<Type extends TakenEvent["type"]>(
  event: TakenEvent,
  type: Type,
): Extract<TakenEvent, { type: Type }> {
  if (event.type !== type) throw new Error(`expected an event of type ${type}, got ${event.type}`);
  return event as Extract<TakenEvent, { type: Type }>;
}
