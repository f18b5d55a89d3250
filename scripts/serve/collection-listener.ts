import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { RouteHandler } from "#lib/platform/route/index";
import * as annotations from "../../app/api/annotations/route.ts";
import * as events from "../../app/api/events/route.ts";
import * as feedback from "../../app/api/feedback/route.ts";
import * as health from "../../app/api/health/route.ts";
import * as interactions from "../../app/api/interactions/route.ts";
import * as ready from "../../app/api/ready/route.ts";
import * as signals from "../../app/api/signals/route.ts";
import type { Handler } from "./edge.ts";

type RouteFunction = ((request: Request) => Promise<Response>) | RouteHandler;

/** What a request waits for: its turn among those that collect or among calls, or for nobody. */
export type Wait = "collecting" | "calls" | "nobody";

/** Gives a handler its place among those of its kind. */
export type Place = (wait: Wait, handler: Handler) => Handler;

/** The collection routes and the signs of life, the same modules that Next mounts, by path and method. */
const routes: Record<string, Record<string, RouteFunction>> = {
  "/api/annotations": { ...annotations },
  "/api/events": { ...events },
  "/api/feedback": { ...feedback },
  "/api/health": { ...health, HEAD: health.GET },
  "/api/interactions": { ...interactions },
  "/api/ready": { ...ready, HEAD: ready.GET },
  "/api/signals": { ...signals },
};

function waitOf(path: string, method: string): Wait {
  if (path === "/api/health" || path === "/api/ready" || method === "OPTIONS") return "nobody";
  return method === "POST" ? "collecting" : "calls";
}

// Next looks after the global Request and Response of this process.
const listener = (route: RouteFunction): Handler =>
  getRequestListener((request, { outgoing }) => respond(route, request, outgoing as ServerResponse), {
    overrideGlobalObjects: false,
  }) as Handler;

/** Writes an answer as it is, where the route has not made a Response of it: that would cost as much as all the rest. */
async function respond(route: RouteFunction, request: Request, outgoing: ServerResponse): Promise<Response> {
  if (!("answer" in route)) return route(request);
  const answer = await route.answer(request);
  if (answer instanceof Response) return answer;
  const { status, headers, text } = answer;
  outgoing.writeHead(status, {
    ...headers,
    ...(text === null ? {} : { "content-length": Buffer.byteLength(text) }),
  });
  outgoing.end(text ?? undefined);
  return RESPONSE_ALREADY_SENT;
}

/**
 * Finds what answers a request to a collection route, or whether the app is alive, without going through Next, which
 * costs a request many times what the route itself does (docs/benchmarks/collect.md).
 * @returns undefined for every other request.
 */
export function collectionListeners(place: Place): (request: IncomingMessage) => Handler | undefined {
  const listeners = new Map(
    Object.entries(routes).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, route]) => [
        `${method} ${path}`,
        place(waitOf(path, method), listener(route)),
      ]),
    ),
  );
  return ({ method, url = "" }) => {
    const query = url.indexOf("?");
    return listeners.get(`${method} ${query < 0 ? url : url.slice(0, query)}`);
  };
}
