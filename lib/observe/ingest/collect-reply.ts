import { Problem } from "#lib/platform/problem/index.ts";
import type { TakenEvent } from "./event.ts";
import { eventStatus, resultJson, takenJson } from "./event-json.ts";

/** The response to a request that stored something. */
export interface CollectReply {
  status: 200 | 201 | 202 | 207;
  body: ReturnType<typeof takenJson> | { results: ReturnType<typeof resultJson>[] };
}

/** Turns the results of a request's events into a response, or an error. */
export type Compose = (results: readonly (TakenEvent | Problem)[]) => CollectReply | Problem;

/** The response to a request with one event. */
export const composeOne: Compose = ([result]) => {
  if (!result || result instanceof Problem)
    return result ?? new Problem("internal_error", "The event has no result.");
  return { status: eventStatus(result), body: takenJson(result) };
};

/**
 * The response to a batch: 201 if all events were accepted, 207 if some were rejected. Results are in the
 * order of the events.
 */
export const composeBatch: Compose = (results) => ({
  status: results.some((result) => result instanceof Problem) ? 207 : 201,
  body: { results: results.map(resultJson) },
});

/** The response to a mixed batch, whose results name their type; null if an event's type is unknown. */
export const composeMixed =
  (types: readonly (string | null)[]): Compose =>
  (results) => ({
    status: results.some((result) => result instanceof Problem) ? 207 : 201,
    body: {
      results: results.map((result, index) => ({ type: types[index] ?? null, ...resultJson(result) })),
    },
  });
