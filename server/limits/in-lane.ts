import type { IncomingMessage, ServerResponse } from "node:http";
import { clientNetwork } from "#lib/platform/rate-limit/client-address.ts";
import type { Handler } from "../edge.ts";
import type { Lane, Leave } from "./lane.ts";
import { whenOver } from "./pipeline.ts";

/** How long an aborted request keeps its place while it is still being processed, in milliseconds. */
const ORPHAN_MS = 10_000;

/**
 * A handler that runs when its lane has a place, and keeps it until the response is sent or the client is
 * gone.
 */
export function inLane(lane: Lane, handler: Handler): Handler {
  return withPlace(lane, (request, response, leave) => {
    whenOver(request, response, leave);
    return handler(request, response);
  });
}

/**
 * A handler for requests that take work and can be large: it keeps its place while it works, even if the
 * client is gone, but not while the response waits for its reader.
 */
export function inWorkLane(lane: Lane, handler: Handler): Handler {
  return withPlace(lane, async (request, response, leave) => {
    let isWorkedOn = true;
    whenOver(request, response, () => {
      if (isWorkedOn) setTimeout(leave, ORPHAN_MS).unref();
      else leave();
    });
    leaveWhileUnread(response, leave);
    try {
      await handler(request, response);
    } finally {
      isWorkedOn = false;
      if (response.writableEnded || request.socket.destroyed) leave();
    }
  });
}

type PlacedHandler = (request: IncomingMessage, response: ServerResponse, leave: Leave) => unknown;

function withPlace(lane: Lane, handler: PlacedHandler): Handler {
  return (request, response) => {
    const place = lane.enter(clientName(request));
    if (!(place instanceof Promise)) return handler(request, response, place);
    return place.then((leave) => (request.socket.destroyed ? leave() : handler(request, response, leave)));
  };
}

/** The client, as resolved by the listener (name-client.ts). */
export const clientName = ({ headers }: IncomingMessage): string =>
  clientNetwork(headers["x-forwarded-for"]?.toString() ?? "unknown");

/** Releases the place once the connection cannot take more of the response. */
function leaveWhileUnread(response: ServerResponse, leave: Leave): void {
  const { write } = response;
  response.write = (...written: unknown[]) => {
    const isTaken: boolean = Reflect.apply(write, response, written);
    if (!isTaken) leave();
    return isTaken;
  };
}
