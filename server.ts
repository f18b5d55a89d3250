import { createServer, type Server } from "node:http";
import { Socket } from "node:net";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import next from "next";
import { disconnectDatabase } from "#lib/platform/db/client.ts";
import { watchEventLoop } from "#lib/platform/event-loop.ts";
import { collectionListeners } from "#server/collection-listener.ts";
import { edgeServer, type Handler } from "#server/edge.ts";
import { inLanes } from "#server/limits/in-lanes.ts";
import { type LimitSettings, toLimits } from "#server/limits/limits.ts";
import { listen } from "#server/listen.ts";
import { isApi, readMethods, requireMethod } from "#server/methods.ts";
import { namePage } from "#server/name-page.ts";
import { nameNonce } from "#server/page-policy.ts";

/** How long requests under way may take after the stop was asked for, in milliseconds. */
const DRAIN_MS = 10_000;

/** How the app is to be served. */
export interface ServerOptions {
  /** Next's development mode, which compiles on demand and reloads. */
  dev: boolean;
  /** 0: any free one. */
  port: number;
  /** The interface to listen on; all without it. */
  host: string | undefined;
  /** Connects the process to a database that is migrated; the signal ends the waiting for it. @returns what gives it back. */
  openDatabase: (signal: AbortSignal) => Promise<() => Promise<void>>;
  /** Addresses of proxies whose X-Forwarded-For, -Host and -Proto are believed. */
  trustedProxies: readonly string[];
  limits: LimitSettings;
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
  const { dev, trustedProxies } = options;
  const limits = toLimits(options.limits);
  const { server, answerWith } = edgeServer({ trustedProxies, say: options.say, webSockets: dev, limits });
  const drain = drainable(server, dev);
  const port = await listen(server, options.port, options.host);
  const asked = new AbortController();

  const database = options.openDatabase(asked.signal);
  const app = database.then(() => prepareNext(options, port, server));
  const ready = app.then(async ({ getRequestHandler }) => {
    const next = getRequestHandler();
    const methods = await readMethods(join(import.meta.dirname, "app/api"));
    const toNext: Handler = (request, response) => {
      requireMethod(request, methods, dev);
      if (!isApi(request)) nameNonce(request, response, dev);
      namePage(request);
      return next(request, response);
    };
    // In development Next compiles the routes anew when they change.
    answerWith(dev ? toNext : inLanes(limits, { listeners: collectionListeners, toNext, render: next }));
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

async function prepareNext({ dev, host }: ServerOptions, port: number, server: Server) {
  // Next listens for upgrades, and a server for which anybody does cuts off every request that offers one. Only pages
  // that are being developed need them.
  const httpServer = dev ? server : createServer();
  const app = next({ dev, dir: import.meta.dirname, hostname: host ?? "localhost", port, httpServer });
  await app.prepare();
  return { getRequestHandler: () => app.getRequestHandler(), close: () => app.close() };
}

/** Ends the listener: requests under way may finish, sockets that became something else (reload in development) may not. */
function drainable(server: Server, webSockets: boolean): () => Promise<void> {
  const sockets = new Set<Duplex>();
  const upgraded = new Set<Duplex>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  if (webSockets) {
    server.on("upgrade", (_request, socket) => {
      socket.on("error", () => socket.destroy());
      // Before Next listens too there is nobody to answer.
      if (server.listenerCount("upgrade") === 1) socket.destroy();
      // It may stand still as long as it likes.
      if (socket instanceof Socket) socket.setTimeout(0);
      upgraded.add(socket);
      socket.once("close", () => upgraded.delete(socket));
    });
  }
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
