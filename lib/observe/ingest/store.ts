import { now } from "#lib/platform/clock.ts";
import { orProjectGone } from "#lib/platform/db/project-gone.ts";
import { retryConflicts } from "#lib/platform/db/retry-conflicts.ts";
import { alone, inTransaction, type Statements } from "#lib/platform/db/statements.ts";
import { log } from "#lib/platform/log.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { ProjectContext } from "#lib/platform/projects/project-context.ts";
import { insertExposures } from "../exposures/index.ts";
import type { InteractionRow } from "../interactions/index.ts";
import { raterRefusal } from "../raters/index.ts";
import { redactorFor } from "../redaction/index.ts";
import { isShadow, shadowRefusal } from "../shadows/index.ts";
import type { CollectReply } from "./collect-reply.ts";
import type { AttachedEvent, PreparedEvent, StoredEvent, TakenEvent } from "./event.ts";
import { type AnyOutcome, type AnyRow, entryOf } from "./event-types.ts";
import { storeResponses } from "./idempotency-store.ts";
import { insertAnswers } from "./insert-answers-store.ts";
import { insertEvents, joinPending } from "./insert-events-store.ts";
import { countTaken, withinQuotas } from "./quota-store.ts";
import type { WriteRequest } from "./write-request.ts";

type Answer = CollectReply | Problem;

const isPrepared = (event: PreparedEvent | Problem): event is PreparedEvent => !(event instanceof Problem);

/**
 * Stores the events of several requests in one transaction and returns a response for each, then attaches
 * pending events to the new interactions.
 */
export async function writeGroup(requests: readonly WriteRequest[]): Promise<Answer[]> {
  const sent = requests.flatMap((request) => request.events.filter(isPrepared));
  // A single statement already is a transaction.
  const isOneStatement =
    sent.every(({ type, row }) => type === "interaction" && !isShadow(row)) &&
    requests.every(({ claim }) => claim === null);
  const refused = new Map<PreparedEvent, StoredEvent>();
  const write = async (tx: Statements) => {
    const admitted = await withinQuotas(tx, requests);
    const events = admitted.flatMap((request) => request.events.filter(isPrepared));
    const stored = await storeEvents(
      tx,
      events.filter((event) => !refused.has(event)),
    );
    refuseWithInline(stored.outcomes, refused);
    const taken = takenOf(new Map([...stored.outcomes, ...refused]));
    const answers = answerAll(admitted, taken);
    await countTaken(tx, admitted, (project, event) => !(taken(project, event) instanceof Problem));
    return { stored, answers: await keepClaimed(tx, requests, answers) };
  };
  const attempt = () => retryConflicts(() => (isOneStatement ? alone().then(write) : inTransaction(write)));
  const { stored, answers } = await untilNoneIsRefused(attempt).catch(orProjectGone);
  // The events are stored, so this must not fail the request; the cleanup job attaches them within a minute.
  await joinPending(stored.arrived, now()).catch((error: unknown) =>
    log().warn({ err: error }, "could not attach events to their interactions yet"),
  );
  return answers;
}

/** The result of storing a group of events. */
interface StoredGroup {
  outcomes: Map<PreparedEvent, StoredEvent>;
  /** Interactions with pending events. */
  arrived: InteractionRow[];
}

/**
 * Thrown if a rating is rejected whose interaction came inline. Neither may be stored, so the group is stored
 * again without them.
 */
class RefusedWithInline extends Error {}

/**
 * Records rejected ratings that brought their interaction. @throws RefusedWithInline if there are new ones,
 * to roll back.
 */
function refuseWithInline(
  outcomes: ReadonlyMap<PreparedEvent, StoredEvent>,
  refused: Map<PreparedEvent, StoredEvent>,
): void {
  const before = refused.size;
  for (const [event, outcome] of outcomes) {
    if (event.inline && isRefused(outcome)) refused.set(event, outcome);
  }
  if (refused.size > before) throw new RefusedWithInline();
}

/** Repeats the attempt. Each rollback removes at least one event, so this ends. */
async function untilNoneIsRefused<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof RefusedWithInline)) throw error;
    }
  }
}

const isRefused = ({ stored }: StoredEvent): boolean =>
  "outcome" in stored && ["id_reused", "score_refused", "shadow_answer"].includes(stored.outcome);

/** Stores interactions before other events, so that events in a batch can refer to them. */
async function storeEvents(tx: Statements, events: readonly PreparedEvent[]): Promise<StoredGroup> {
  const outcomes = new Map<PreparedEvent, StoredEvent>();
  const at = now();
  const interactions = events.filter((event) => event.type === "interaction");
  const exposures = events.filter((event) => event.type === "exposure");
  const hanging = events.filter(
    (event): event is AttachedEvent => event.type !== "interaction" && event.type !== "exposure",
  );

  const inline = hanging.flatMap((event) => event.inline ?? []);
  const rows = [...interactions.map(({ row }) => row), ...inline];
  const logged = rows.length > 0 ? await insertAnswers(tx, rows) : [];
  for (const [index, event] of interactions.entries()) {
    const stored = logged[index];
    if (stored) outcomes.set(event, { type: event.type, stored });
  }
  const exposed = exposures.map(({ row }) => row);
  const told = exposed.length > 0 ? await insertExposures(tx, exposed) : [];
  for (const [index, event] of exposures.entries()) {
    const stored = told[index];
    if (stored) outcomes.set(event, { type: event.type, stored });
  }
  for (const [event, stored] of await insertEvents(tx, hanging, at)) outcomes.set(event, stored);
  return { outcomes, arrived: rows.filter((_, index) => logged[index]?.awaited) };
}

/** The result of an event for its sender. */
type Taken = (project: ProjectContext, event: PreparedEvent) => TakenEvent | Problem;

function takenOf(outcomes: ReadonlyMap<PreparedEvent, StoredEvent>): Taken {
  return (project, event) => {
    const outcome = outcomes.get(event);
    if (!outcome) throw new Error(`an event of type ${event.type} was neither stored nor rejected`);
    return toTaken(project, event, outcome);
  };
}

function toTaken(
  project: ProjectContext,
  { type, row, clipped }: PreparedEvent,
  { stored }: StoredEvent,
): TakenEvent | Problem {
  if ("outcome" in stored && stored.outcome === "rater_refused") return raterRefusal(stored.fault);
  if ("outcome" in stored && stored.outcome === "shadow_answer") return shadowRefusal(stored.shadowId);
  const receipt = entryOf(type).take(project, row as AnyRow, stored as AnyOutcome);
  return receipt instanceof Problem ? receipt : ({ type, receipt, clipped } as TakenEvent);
}

const answerAll = (requests: readonly WriteRequest[], taken: Taken): Answer[] =>
  requests.map(({ project, events, compose }) =>
    compose(events.map((event) => (event instanceof Problem ? event : taken(project, event)))),
  );

/** Redacts a response before it is stored, since error messages can quote the event. */
function keepable(reply: CollectReply, project: ProjectContext): CollectReply {
  if (!("results" in reply.body)) return reply;
  const redact = redactorFor(project.redaction);
  const results = reply.body.results.map((result) => ("code" in result ? redact.json(result) : result));
  return { ...reply, body: { results } };
}

/**
 * Stores the responses of requests that have an Idempotency-Key.
 * @throws Problem 409 if a claim expired and another request took it; then nothing of the group may be
 * stored.
 */
async function keepClaimed(
  tx: Statements,
  requests: readonly WriteRequest[],
  answers: readonly Answer[],
): Promise<Answer[]> {
  const claimed = requests.flatMap(({ claim, project }, index) => {
    const reply = answers[index];
    if (!claim || !reply || reply instanceof Problem) return [];
    return [{ claim, reply: keepable(reply, project) }];
  });
  const lost = claimed.length > 0 ? await storeResponses(tx, claimed) : [];
  if (lost.length > 0) {
    throw new Problem(
      "request_under_way",
      "The same request was sent twice at once. Retry to get its result.",
      { retryAfterSeconds: 1 },
    );
  }
  return [...answers];
}
