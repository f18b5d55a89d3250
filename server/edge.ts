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

/** Answers while there is no database to answer from: alive, not ready, come back. */
function answerWhileWaiting(request: IncomingMessage, response: ServerResponse): void {
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
        "Whetstone is starting and waiting for its database. Nothing was stored. Try again.",
        { retryAfterSeconds: RETRY_AFTER },
      ),
    );
  }
}

/** How long a request, and its headers, may take to arrive whole, in milliseconds: what comes slower holds memory for nothing. */
const REQUEST_MS = 60_000;
const HEADERS_MS = 15_000;

/** How often Node looks for those that take longer, in milliseconds. */
const LOOK_MS = 5_000;

/** What answers a request. What it throws, at once or later, is answered too. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** How the listener is to treat what reaches it. */
export interface EdgeOptions {
  /** Addresses of proxies whose X-Forwarded-For, -Host and -Proto are believed. */
  trustedProxies: readonly string[];
  /** Told what a person at the terminal should know. */
  say: (text: string) => void;
  /** Whether sockets may become WebSockets: pages that are being developed reload by one. */
  webSockets: boolean;
  limits: ConnectionLimits & PipelineLimits;
}

/** The listener, and who answers what it lets through. */
export interface Edge {
  server: Server;
  answerWith(handler: Handler): void;
}

/**
 * The listener in front of everything: names who asks and for what, refuses what cannot be read, and answers whatever
 * goes wrong. Until it is told who answers, it says that the app is starting.
 *
 * An Upgrade header is an offer, which a server may ignore (RFC 9110, 7.8): Java's and curl's clients make one with each
 * first request, and are answered by HTTP/1.1.
 */
export function edgeServer({ trustedProxies, say, webSockets, limits }: EdgeOptions): Edge {
  let handle: Handler = answerWhileWaiting;
  const onUnlistedProxy = sayUnlistedOnce(say);
  const options = {
    requestTimeout: REQUEST_MS,
    headersTimeout: HEADERS_MS,
    connectionsCheckingInterval: LOOK_MS,
    // We answer it in our own words.
    requireHostHeader: false,
    shouldUpgradeCallback: ({ headers }: IncomingMessage) =>
      webSockets && headers.upgrade?.toLowerCase() === "websocket",
  };
  const answer: Handler = (request, response) => {
    secure(response);
    // Whole answers are always allowed (RFC 9110, 14.2); Next answers ranges that it cannot send with 500.
    setHeader(request, "range", undefined);
    // Nobody writes here by what they read before; Next answers preconditions that fail with 500.
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

/** A handler of which nothing that is thrown gets out: neither an exception nor a rejection may end the process. */
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

/** Bytes that are no HTTP, tunnels, and expectations: answered in the form of all refusals, and the connection ends. */
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

/** Once is enough for who runs the proxy; anybody may send what a proxy sends. */
function sayUnlistedOnce(say: (text: string) => void): (address: string) => void {
  let said = false;
  return (address) => {
    if (!said)
      say(`Ignoring the X-Forwarded-* headers from ${address}, which is not listed in TRUSTED_PROXIES`);
    said = true;
  };
}
