import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { RouteHandler } from "#lib/platform/route/index";
import * as annotations from "../../app/api/annotations/route.ts";
import * as events from "../../app/api/events/route.ts";
import * as feedback from "../../app/api/feedback/route.ts";
import * as interactions from "../../app/api/interactions/route.ts";
import * as signals from "../../app/api/signals/route.ts";

type Handler = ((request: Request) => Promise<Response>) | RouteHandler;
type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The collection routes, the same modules that Next mounts, by path and method. */
const routes: Record<string, Record<string, Handler>> = {
  "/api/annotations": { ...annotations },
  "/api/events": { ...events },
  "/api/feedback": { ...feedback },
  "/api/interactions": { ...interactions },
  "/api/signals": { ...signals },
};

const listeners = new Map<string, Listener>(
  Object.entries(routes).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, handler]): [string, Listener] => [
      `${method} ${path}`,
      // Next looks after the global Request and Response of this process.
      getRequestListener((request, { outgoing }) => respond(handler, request, outgoing as ServerResponse), {
        overrideGlobalObjects: false,
      }),
    ]),
  ),
);

/** Writes an answer as it is, where the route has not made a Response of it: that would cost as much as all the rest. */
async function respond(handler: Handler, request: Request, outgoing: ServerResponse): Promise<Response> {
  if (!("answer" in handler)) return handler(request);
  const answer = await handler.answer(request);
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
 * What answers a request to a collection route without going through Next, which costs a request many times what the
 * route itself does (docs/benchmarks/collect.md); undefined for every other request.
 */
export function collectionListener(request: IncomingMessage): Listener | undefined {
  const path = (request.url ?? "").split("?", 1)[0];
  return listeners.get(`${request.method} ${path}`);
}
