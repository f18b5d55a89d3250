import type { IncomingMessage } from "node:http";
import * as annotations from "#app/api/annotations/route.ts";
import * as events from "#app/api/events/route.ts";
import * as feedback from "#app/api/feedback/route.ts";
import * as health from "#app/api/health/route.ts";
import * as interactions from "#app/api/interactions/route.ts";
import * as model from "#app/api/models/[feature]/route.ts";
import * as prompt from "#app/api/prompts/[template]/route.ts";
import * as ready from "#app/api/ready/route.ts";
import * as signals from "#app/api/signals/route.ts";
import type { RouteContext, RouteHandler } from "#lib/platform/route/index.ts";
import type { Handler } from "./edge.ts";
import type { Place, Wait } from "./limits/in-lanes.ts";

/** The error for reading a body that ended early. */
const brokenOff = () => new Error("The connection closed before the request body was complete.");

/**
 * The part of a web-standard Request that routes for keys use, on top of Node's request. A full Request, even a lazy
 * one, costs as much as everything else done for a rating.
 */
class CollectionRequest {
  readonly #incoming: IncomingMessage;
  readonly headers: Pick<Headers, "get">;

  constructor(incoming: IncomingMessage) {
    this.#incoming = incoming;
    const { headers } = incoming;
    this.headers = { get: (name) => headers[name.toLowerCase()]?.toString() ?? null };
  }

  get method(): string {
    return this.#incoming.method ?? "GET";
  }

  /** The requested URL. Its host is not used here; the one in `headers` counts. */
  get url(): string {
    return `http://${this.#incoming.headers.host ?? "localhost"}${this.#incoming.url}`;
  }

  /**
   * The complete body.
   * @throws Error if the connection ends early.
   */
  bytes(): Promise<Uint8Array> {
    const incoming = this.#incoming;
    const chunks: Uint8Array[] = [];
    return new Promise((resolve, reject) => {
      incoming.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      incoming.once("end", () =>
        resolve(chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks)),
      );
      incoming.once("error", reject);
      incoming.once("close", () => {
        if (!incoming.complete) reject(brokenOff());
      });
    });
  }

  /** The body as a stream. Reading can stop early, and the connection can still be used to respond. */
  get body(): AsyncIterable<Uint8Array> | null {
    const incoming = this.#incoming;
    if (incoming.method === "GET" || incoming.method === "HEAD") return null;
    return {
      async *[Symbol.asyncIterator]() {
        for await (const chunk of incoming.iterator({ destroyOnReturn: false })) yield chunk as Uint8Array;
        if (!incoming.complete) throw brokenOff();
      },
    };
  }
}

type RouteFunction = ((request: Request) => Promise<Response>) | RouteHandler;

/** What a route's path names, as Next tells it. */
type Named = (url: string) => RouteContext | undefined;

/** The collection and health routes by path and method: the same modules that Next mounts. */
const routes: Record<string, Record<string, RouteFunction>> = {
  "/api/annotations": { ...annotations },
  "/api/events": { ...events },
  "/api/feedback": { ...feedback },
  "/api/health": { ...health, HEAD: health.GET },
  "/api/interactions": { ...interactions },
  "/api/ready": { ...ready, HEAD: ready.GET },
  "/api/signals": { ...signals },
};

/** What products ask for with each answer, by its name: the pattern of its path, and what the name is called. */
const reads: readonly { path: RegExp; param: string; route: RouteFunction }[] = [
  // The two addresses beside a prompt's are Next's.
  {
    path: /^\/api\/prompts\/(?!(?:export|import)(?:[?]|$))([^/?]+)(?:[?]|$)/,
    param: "template",
    route: prompt.GET,
  },
  { path: /^\/api\/models\/([^/?]+)(?:[?]|$)/, param: "feature", route: model.GET },
];

const namedBy =
  ({ path, param }: Pick<(typeof reads)[number], "path" | "param">): Named =>
  (url) => {
    const name = path.exec(url)?.[1];
    return name === undefined
      ? undefined
      : { params: Promise.resolve({ [param]: decodeURIComponent(name) }) };
  };

function waitOf(path: string, method: string): Wait {
  if (path === "/api/health" || path === "/api/ready" || method === "OPTIONS") return "nobody";
  return method === "POST" ? "collecting" : "calls";
}

/** Writes a response directly, without creating a Response, which would cost as much as all the rest. */
const listener =
  (route: RouteFunction, named?: Named): Handler =>
  async (incoming, outgoing) => {
    const request = new CollectionRequest(incoming) as unknown as Request;
    const context = named?.(incoming.url ?? "");
    const answer = await ("answer" in route ? route.answer(request, context) : route(request));
    const isResponse = answer instanceof Response;
    const text = isResponse ? await answer.text() : answer.text;
    const headers = isResponse ? Object.fromEntries(answer.headers) : answer.headers;
    if (text) headers["content-length"] = String(Buffer.byteLength(text));
    outgoing.writeHead(answer.status, headers);
    outgoing.end(text || undefined);
    // A body that was rejected unread still has to be received before the next request on the connection.
    if (!incoming.complete) incoming.resume();
  };

/**
 * Finds the handler of a collection or health route, or of reading a prompt or a model, without Next, which costs many times as
 * much as the route itself (docs/benchmarks/collect.md).
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
  // They wait with those who collect: what they cost is little, and a product waits for them.
  const readers = reads.map((read) => ({
    path: read.path,
    handler: place("collecting", listener(read.route, namedBy(read))),
  }));
  return ({ method, url = "" }) => {
    const reader = method === "GET" ? readers.find(({ path }) => path.test(url)) : undefined;
    if (reader) return reader.handler;
    const query = url.indexOf("?");
    return listeners.get(`${method} ${query < 0 ? url : url.slice(0, query)}`);
  };
}
