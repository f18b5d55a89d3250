import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { Problem } from "#lib/platform/problem/index.ts";
import { preflightHeaders } from "#lib/platform/route/index.ts";
import { type ConnectionLimits, limitConnections } from "./limits/connections.ts";
import { inPipelines, type PipelineLimits } from "./limits/pipeline.ts";
import { isApi } from "./methods.ts";
import { nameAddress } from "./name-address.ts";
import { nameClient } from "./name-client.ts";
import { readAddress } from "./readable-address.ts";
import { refuse, refuseSocket } from "./refuse.ts";
import { secure } from "./secure-headers.ts";
import { setHeader } from "./set-header.ts";

/** When a client may ask again, in seconds. */
const RETRY_AFTER = 2;

/** Responds while there is no database: alive, not ready, retry later. */
function answerWhileWaiting(request: IncomingMessage, response: ServerResponse): void {
  const { method = "", url = "", headers } = request;
  // Reads and discards the rest of the request, so that the connection stays usable.
  request.resume();
  if (/^\/api\/health(?:[?]|$)/.test(url)) {
    response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
    response.end(JSON.stringify({ status: "ok" }));
  } else if (method === "OPTIONS" && headers.origin && isApi(request)) {
    // The request itself is rejected, but its page must be able to read that.
    response.writeHead(204, preflightHeaders(headers.origin, "GET, POST, PUT, DELETE")).end();
  } else {
    refuse(
      request,
      response,
      new Problem(
        "database_unavailable",
        "Whetstone is starting and waiting for its database. Nothing was stored. Try again.",
        { retryAfterSeconds: RETRY_AFTER },
      ),
    );
  }
}

/** Time limits for receiving a request and its headers, in milliseconds: slower ones only waste memory. */
const REQUEST_MS = 60_000;
const HEADERS_MS = 15_000;

/** How often Node checks these limits, in milliseconds. */
const LOOK_MS = 5_000;

/** A request handler. All its errors, synchronous or not, get a response. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Options of the listener. */
export interface EdgeOptions {
  /** Addresses of proxies whose X-Forwarded-For, -Host and -Proto are trusted. */
  trustedProxies: readonly string[];
  /** Prints a message to the terminal. */
  say: (text: string) => void;
  /** Whether WebSockets are allowed, which pages use for reloading in development. */
  webSockets: boolean;
  limits: ConnectionLimits & PipelineLimits;
}

/** The listener, and a way to set its handler. */
export interface Edge {
  server: Server;
  answerWith(handler: Handler): void;
}

/**
 * The outermost listener: resolves the client and the URL, rejects malformed requests and handles all errors. Until a
 * handler is set, it responds that the app is starting.
 *
 * An Upgrade header is an offer, which a server may ignore (RFC 9110, 7.8): Java's and curl's clients make one with
 * each first request, and are answered by HTTP/1.1.
 */
export function edgeServer({ trustedProxies, say, webSockets, limits }: EdgeOptions): Edge {
  let handle: Handler = answerWhileWaiting;
  const onUnlistedProxy = sayUnlistedOnce(say);
  const options = {
    requestTimeout: REQUEST_MS,
    headersTimeout: HEADERS_MS,
    connectionsCheckingInterval: LOOK_MS,
    // Gets our own error response.
    requireHostHeader: false,
    shouldUpgradeCallback: ({ headers }: IncomingMessage) =>
      webSockets && headers.upgrade?.toLowerCase() === "websocket",
  };
  const answer: Handler = (request, response) => {
    secure(response);
    // Responses in full are always allowed (RFC 9110, 14.2); Next responds to ranges that it cannot send with
    // 500.
    setHeader(request, "range", undefined);
    // No route supports conditional writes; Next responds to failed preconditions with 500.
    setHeader(request, "if-match", undefined);
    setHeader(request, "if-unmodified-since", undefined);
    readAddress(request);
    nameAddress(request, trustedProxies, onUnlistedProxy);
    nameClient(request, trustedProxies);
    return handle(request, response);
  };
  const server = createServer(options, inPipelines(limits, guarded(answer)));
  limitConnections(server, limits, trustedProxies);
  refuseWhatIsNoRequest(server);
  return {
    server,
    answerWith: (handler) => {
      handle = handler;
    },
  };
}

/** A handler that never throws: neither an exception nor a rejection may crash the process. */
function guarded(handler: Handler): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const fail = (error: unknown) => refuse(request, response, error);
    try {
      const answered = handler(request, response);
      if (answered instanceof Promise) answered.catch(fail);
    } catch (error) {
      fail(error);
    }
  };
}

/** Invalid HTTP, tunnels and expectations get a regular error response, and the connection is closed. */
function refuseWhatIsNoRequest(server: Server): void {
  const answers = new WeakMap<Duplex, ServerResponse>();
  server.on("request", (request, response) => answers.set(request.socket, response));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const last = answers.get(socket);
    const isUnderWay = last?.headersSent && !last.writableFinished;
    if (error.code === "ECONNRESET" || !socket.writable || isUnderWay) socket.destroy(error);
    else refuseSocket(socket, unreadable(error.code));
  });
  server.on("connect", (_request, socket) => {
    socket.on("error", () => socket.destroy());
    refuseSocket(socket, new Problem("method_not_allowed", "CONNECT is not supported: this is not a proxy."));
  });
  server.on("checkExpectation", (request, response) =>
    refuse(
      request,
      response,
      new Problem("expectation_failed", "The only supported value of Expect is 100-continue."),
    ),
  );
}

function unreadable(code: string | undefined): Problem {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return new Problem("headers_too_large", "The URL and headers exceed 16 kB. Send less.");
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return new Problem("request_timeout", "The request was not complete within a minute. Send it again.");
    default:
      return new Problem("malformed_request", `Not a valid HTTP/1.1 request (${code ?? "parse error"}).`);
  }
}

/** Printed once, since anyone can send a proxy's headers. */
function sayUnlistedOnce(say: (text: string) => void): (address: string) => void {
  let said = false;
  return (address) => {
    if (!said)
      say(`Ignoring the X-Forwarded-* headers from ${address}, which is not listed in TRUSTED_PROXIES`);
    said = true;
  };
}
