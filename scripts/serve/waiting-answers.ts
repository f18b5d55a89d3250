import type { IncomingMessage, ServerResponse } from "node:http";
import { Problem } from "#lib/platform/problem/index.ts";
import { preflightHeaders } from "#lib/platform/route/index.ts";
import { isApi } from "./methods.ts";
import { refuse } from "./refuse.ts";

/** When a client may ask again, in seconds. */
const RETRY_AFTER = 2;

/** Answers while there is no database to answer from: alive, not ready, come back. */
export function answerWhileWaiting(request: IncomingMessage, response: ServerResponse): void {
  const { method = "", url = "", headers } = request;
  // What the sender still sends is read and dropped, so that its connection stays usable.
  request.resume();
  if (/^\/api\/health(?:[?]|$)/.test(url)) {
    response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
    response.end(JSON.stringify({ status: "ok" }));
  } else if (method === "OPTIONS" && headers.origin && isApi(request)) {
    // The request itself is refused; without this its page could not read that.
    response.writeHead(204, preflightHeaders(headers.origin, "GET, POST, PUT, DELETE")).end();
  } else {
    refuse(
      request,
      response,
      new Problem(
        "database_unavailable",
        "The app is starting and waits for its database. Nothing was stored; try again.",
        { retryAfterSeconds: RETRY_AFTER },
      ),
    );
  }
}
