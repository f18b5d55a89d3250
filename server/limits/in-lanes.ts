import { isPublicDocument, publicDocuments } from "../documents/public-documents.ts";
import type { Handler } from "../edge.ts";
import { isApi } from "../methods.ts";
import { inLane, inWorkLane } from "./in-lane.ts";
import { Lane } from "./lane.ts";
import type { Limits } from "./limits.ts";

/** Which lane a request waits in, if any. */
export type Wait = "collecting" | "calls" | "nobody";

/** Puts a handler into its lane. */
export type Place = (wait: Wait, handler: Handler) => Handler;

/** The handlers: collection routes have their own, Next handles the rest. */
export interface Answering {
  /**
   * Puts the collection handlers into their lanes. @returns a function that finds the handler of a request,
   * or undefined.
   */
  listeners: (place: Place) => (request: Parameters<Handler>[0]) => Handler | undefined;
  toNext: Handler;
  /** Renders a document for the cache, without a policy. */
  render: Handler;
}

/**
 * Each kind of request has a lane of its own, so that collection never waits for pages. Cached documents use
 * the lanes of pages and API calls: finding them costs little, but each is a megabyte to send.
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
