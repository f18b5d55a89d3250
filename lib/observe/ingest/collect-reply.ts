import { Problem } from "#lib/platform/problem/index.ts";
import type { TakenEvent } from "./event.ts";
import { eventStatus, resultJson, takenJson } from "./event-json.ts";

/** The answer to a request that stored something. */
export interface CollectReply {
  status: 200 | 201 | 202 | 207;
  body: ReturnType<typeof takenJson> | { results: ReturnType<typeof resultJson>[] };
}

/** What the events of a request come to: its answer, or its refusal. */
export type Compose = (results: readonly (TakenEvent | Problem)[]) => CollectReply | Problem;

/** The answer to a request of one event. */
export const composeOne: Compose = ([result]) => {
  if (!result || result instanceof Problem)
    return result ?? new Problem("internal_error", "The event has no result.");
  return { status: eventStatus(result), body: takenJson(result) };
};

/** The answer to a batch: 201 when all were taken, 207 when some were refused; each has a result in its place. */
export const composeBatch: Compose = (results) => ({
  status: results.some((result) => result instanceof Problem) ? 207 : 201,
  body: { results: results.map(resultJson) },
});

/** The answer to a mixed batch, whose results name their type; null where an event's type could not be told. */
export const composeMixed =
  (types: readonly (string | null)[]): Compose =>
  (results) => ({
    status: results.some((result) => result instanceof Problem) ? 207 : 201,
    body: {
      results: results.map((result, index) => ({ type: types[index] ?? null, ...resultJson(result) })),
    },
  });
