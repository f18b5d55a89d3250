import { isPublicDocument, publicDocuments } from "../documents/public-documents.ts";
import type { Handler } from "../edge.ts";
import { isApi } from "../methods.ts";
import { inLane, inWorkLane } from "./in-lane.ts";
import { Lane } from "./lane.ts";
import type { Limits } from "./limits.ts";

/** What a request waits for: its turn among those that collect or among calls, or for nobody. */
export type Wait = "collecting" | "calls" | "nobody";

/** Gives a handler its place among those of its kind. */
export type Place = (wait: Wait, handler: Handler) => Handler;

/** Who answers: what collects finds its own, and the rest is Next's. */
export interface Answering {
  /** Gives the handlers of collecting their places. @returns the handler of a request, undefined for every other one. */
  listeners: (place: Place) => (request: Parameters<Handler>[0]) => Handler | undefined;
  toNext: Handler;
  /** Renders what is kept, without a policy of its own. */
  render: Handler;
}

/**
 * Each kind of request waits among its own: nobody who collects stands behind pages. Documents that are kept are pages
 * and calls like others: they cost little to find, but a megabyte each to send.
 */
export function inLanes(limits: Limits, { listeners, toNext, render }: Answering): Handler {
  const [pageLane, callLane, collectingLane] = [limits.pages, limits.calls, limits.collecting].map(
    (each) => new Lane(each),
  ) as [Lane, Lane, Lane];
  const listenerOf = listeners((wait, handler) => {
    if (wait === "nobody") return handler;
    return wait === "calls" ? inWorkLane(callLane, handler) : inLane(collectingLane, handler);
  });
  const [pages, calls] = [inWorkLane(pageLane, toNext), inWorkLane(callLane, toNext)];
  const others: Handler = (request, response) => (isApi(request) ? calls : pages)(request, response);
  const documents = publicDocuments({
    toNext: others,
    render,
    inPlace: (send) => (request, response) =>
      inWorkLane(isApi(request) ? callLane : pageLane, send)(request, response),
  });
  return (request, response) =>
    (listenerOf(request) ?? (isPublicDocument(request) ? documents : others))(request, response);
}
