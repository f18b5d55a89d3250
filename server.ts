import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";
import { disconnectDatabase } from "#lib/platform/db/client";
import { watchEventLoop } from "#lib/platform/event-loop";
import { collectionListener } from "./scripts/serve/collection-listener.ts";
import { listen } from "./scripts/serve/listen.ts";
import { nameAddress } from "./scripts/serve/name-address.ts";
import { nameClient } from "./scripts/serve/name-client.ts";
import { namePage } from "./scripts/serve/name-page.ts";
import { openDatabase } from "./scripts/serve/open-database.ts";
import { isReadable, refuseAddress } from "./scripts/serve/readable-address.ts";
import { answerWhileWaiting } from "./scripts/serve/waiting-answers.ts";

/** How long requests under way may take after the stop was asked for, in milliseconds. */
const DRAIN_MS = 10_000;

/** How long a request may take to arrive whole, in milliseconds: what comes slower holds memory for nothing. */
const REQUEST_MS = 60_000;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** How the app is to be served. */
export interface ServerOptions {
  /** Next's development mode, which compiles on demand and reloads. */
  dev: boolean;
  /** 0: any free one. */
  port: number;
  /** The interface to listen on; all without it. */
  host: string | undefined;
  /** The database to use; without it an embedded one in `dataDir`. */
  databaseUrl: string | undefined;
  dataDir: string;
  /** Addresses of proxies whose X-Forwarded-For, -Host and -Proto are believed. */
  trustedProxies: readonly string[];
  /** Told what a person at the terminal should know. */
  say: (text: string) => void;
}

/** A server that listens. */
export interface AppServer {
  port: number;
  /** Settles when requests are answered by the app: the database is there and migrated. Rejects when it cannot be used. */
  ready: Promise<void>;
  /** Takes no more requests, ends those under way, and gives the database back. */
  stop(): Promise<void>;
}

/**
 * Serves the app. It listens at once and answers 503 until the database is there.
 * @throws Error when the port cannot be had.
 */
export async function startServer(options: ServerOptions): Promise<AppServer> {
  watchEventLoop();
  let handle: Handler = answerWhileWaiting;
  const onUnlistedProxy = sayUnlistedOnce(options.say);
  const server = createServer((request, response) => {
    nameAddress(request, options.trustedProxies, onUnlistedProxy);
    nameClient(request, options.trustedProxies);
    if (isReadable(request.url)) handle(request, response);
    else refuseAddress(response);
  });
  server.requestTimeout = REQUEST_MS;
  const drain = drainable(server);
  const port = await listen(server, options.port, options.host);
  const asked = new AbortController();

  const { databaseUrl: url, dataDir, say } = options;
  const database = openDatabase({ url, dataDir, say, signal: asked.signal });
  const app = database.then(() => prepareNext(options, port, server));
  const ready = app.then(({ getRequestHandler }) => {
    const next = getRequestHandler();
    const toNext: Handler = (request, response) => {
      namePage(request);
      return next(request, response);
    };
    // In development Next compiles the routes anew when they change.
    handle = options.dev ? toNext : collectingFirst(toNext);
  });
  ready.catch(() => {});

  const stop = async (): Promise<void> => {
    asked.abort();
    await drain();
    const release = await database.catch(() => undefined);
    await app.then(({ close }) => close()).catch(() => {});
    await disconnectDatabase();
    await release?.();
  };
  return { port, ready, stop };
}

/** Once is enough for who runs the proxy; anybody may send what a proxy sends. */
function sayUnlistedOnce(say: (text: string) => void): (address: string) => void {
  let said = false;
  return (address) => {
    if (!said)
      say(
        `A request from ${address} came as from a proxy that TRUSTED_PROXIES does not list: what it says of the client's address, of the host and of https is not believed`,
      );
    said = true;
  };
}

/** Answers the collection routes at once, and hands the rest to Next. */
function collectingFirst(toNext: Handler): Handler {
  return (request, response) => {
    const collect = collectionListener(request);
    if (collect) void collect(request, response);
    else toNext(request, response);
  };
}

async function prepareNext({ dev, host }: ServerOptions, port: number, httpServer: Server) {
  const app = next({ dev, dir: import.meta.dirname, hostname: host ?? "localhost", port, httpServer });
  await app.prepare();
  return { getRequestHandler: () => app.getRequestHandler(), close: () => app.close() };
}

/** Ends the listener: requests under way may finish, sockets that became something else (reload in development) may not. */
function drainable(server: Server): () => Promise<void> {
  const sockets = new Set<Duplex>();
  const upgraded = new Set<Duplex>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("upgrade", (_request, socket) => {
    // Before Next listens too there is nobody to answer.
    if (server.listenerCount("upgrade") === 1) socket.destroy();
    upgraded.add(socket);
    socket.once("close", () => upgraded.delete(socket));
  });
  const destroy = (some: Set<Duplex>) => {
    for (const socket of some) socket.destroy();
  };
  return async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    destroy(upgraded);
    const cutOff = setTimeout(() => destroy(sockets), DRAIN_MS);
    await closed;
    clearTimeout(cutOff);
  };
}
