import type { IncomingMessage, ServerResponse } from "node:http";
import { clientNetwork } from "#lib/platform/access/client-address";
import type { Handler } from "../edge.ts";
import type { Lane, Leave } from "./lane.ts";
import { whenOver } from "./pipeline.ts";

/** How long a request whose client is gone keeps its place while it is still worked on, in milliseconds. */
const ORPHAN_MS = 10_000;

/**
 * A handler that answers when its lane has a place. The place is held while there is work: what waits for its reader
 * costs nothing, and what its client no longer waits for is worked on all the same.
 */
export function inLane(lane: Lane, handler: Handler): Handler {
  const answer = async (request: IncomingMessage, response: ServerResponse, leave: Leave) => {
    let isWorkedOn = true;
    whenOver(request, response, () => {
      if (isWorkedOn) setTimeout(leave, ORPHAN_MS).unref();
      else leave();
    });
    leaveWhileUnread(response, leave);
    try {
      if (!request.socket.destroyed) await handler(request, response);
    } finally {
      isWorkedOn = false;
      if (response.writableEnded || request.socket.destroyed) leave();
    }
  };
  return (request, response) => {
    const place = lane.enter(clientOf(request));
    return place instanceof Promise
      ? place.then((leave) => answer(request, response, leave))
      : answer(request, response, place);
  };
}

/** Who asks, as the listener has named them (name-client.ts). */
const clientOf = ({ headers }: IncomingMessage): string =>
  clientNetwork(headers["x-forwarded-for"]?.toString() ?? "unknown");

/** Gives the place back once what was written is more than the connection takes. */
function leaveWhileUnread(response: ServerResponse, leave: Leave): void {
  const { write } = response;
  response.write = (...written: unknown[]) => {
    const isTaken: boolean = Reflect.apply(write, response, written);
    if (!isTaken) leave();
    return isTaken;
  };
}
