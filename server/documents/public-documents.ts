import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
} from "node:http";
import { duplexPair } from "node:stream";
import { buffer } from "node:stream/consumers";
import { ownOrigin } from "#lib/platform/auth/own-origin.ts";
import { log } from "#lib/platform/log.ts";
import type { Handler } from "../edge.ts";
import { clientName } from "../limits/in-lane.ts";
import { type Form, keptForms } from "./kept-forms.ts";
import { filled, ORIGIN_HOST, type Template, toEtag, toTemplate } from "./template.ts";

/** Documents that depend only on the build, the reader's theme and the origin, not on a session or the database. */
const PAGES = new Set(["/docs", "/docs/api", "/docs/widgets"]);
const FILES = new Set(["/api/openapi.json"]);

/** How long to wait before retrying a failed rendering, in milliseconds. */
const AGAIN_MS = 60_000;

/** Whether a request is for a cached document. */
export const isPublicDocument = ({ method, url = "" }: IncomingMessage): boolean =>
  (method === "GET" || method === "HEAD") && pathOf(url) !== undefined;

/** The path of a cached document, however it is encoded. */
function pathOf(url: string): string | undefined {
  const path = decodeURIComponent(url.split("?", 1)[0] ?? "");
  return PAGES.has(path) || FILES.has(path) ? path : undefined;
}

/** The handlers that documents need. */
export interface DocumentsOptions {
  /** Handles what cannot be cached. */
  toNext: Handler;
  /** Renders a document for the cache, without a policy. */
  render: Handler;
  /** Makes the sending of a document wait for a place, like other responses. */
  inPlace: (handler: Handler) => Handler;
}

/**
 * Serves public documents from memory. Each is rendered once per theme with a placeholder origin, which is
 * replaced in every response.
 */
export function publicDocuments({ toNext, render, inPlace }: DocumentsOptions): Handler {
  const templates = new Map<string, Promise<Template>>();
  const formOf = keptForms();
  const templateAt = (path: string, theme: string): Promise<Template> => {
    const name = `${path} ${theme}`;
    const known = templates.get(name);
    if (known) return known;
    const made = renderTemplate(render, path, theme);
    templates.set(name, made);
    made.catch((error: unknown) => {
      log().error({ err: error, path }, "a public page is not cached");
      setTimeout(() => templates.delete(name), AGAIN_MS).unref();
    });
    return made;
  };
  return async (request, response) => {
    const { url = "", headers } = request;
    const path = pathOf(url) ?? "";
    if (PAGES.has(path)) {
      // Next requests a page's data when a link is followed; without data, the browser loads the page itself.
      if (headers.rsc !== undefined)
        return void response.writeHead(204, { "cache-control": "no-store" }).end();
      if (url !== path) return void response.writeHead(307, { location: path }).end();
    }
    const theme = PAGES.has(path) ? themeIn(headers.cookie) : "";
    const template = await templateAt(path, theme).catch(() => undefined);
    if (!template) return toNext(request, response);
    const origin = ownOrigin(headersFor(headers));
    const etag = toEtag(template, origin);
    response.setHeader("cache-control", "private, no-cache");
    response.setHeader("etag", etag);
    response.setHeader("vary", "accept-encoding, cookie");
    if (headers["if-none-match"]?.split(/,\s*/).includes(etag)) {
      // The browser keeps the policy it got with the document.
      response.removeHeader("content-security-policy");
      return void response.writeHead(304).end();
    }
    const form = await formOf(clientName(request), template, origin, etag);
    if (form.policy) response.setHeader("content-security-policy", form.policy);
    response.setHeader("content-type", template.contentType);
    return inPlace((_, answer) =>
      send(request, answer, takesGzip(headers["accept-encoding"]) ? form : filled(template, origin)),
    )(request, response);
  };
}

async function renderTemplate(render: Handler, path: string, theme: string): Promise<Template> {
  const cookie = theme ? { cookie: `theme=${theme}` } : {};
  const { status, headers, body } = await renderInside(render, path, { host: ORIGIN_HOST, ...cookie });
  if (status !== 200) throw new Error(`${path} returned ${status}`);
  return toTemplate(headers["content-type"] ?? "", body);
}

/** Must match app/reader-theme.ts. */
const themeIn = (cookie = ""): string => /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(cookie)?.[1] ?? "";

/** Sends a document, compressed or uncompressed. */
function send({ method }: IncomingMessage, response: ServerResponse, body: Form | Buffer[]): void {
  const pieces = Array.isArray(body) ? body : [body.gzipped];
  if (!Array.isArray(body)) response.setHeader("content-encoding", "gzip");
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  response.setHeader("content-length", length);
  response.cork();
  if (method !== "HEAD") for (const piece of pieces) response.write(piece);
  response.end();
  response.uncork();
}

/** The headers that determine the app's own origin. */
const headersFor = ({ host = "", origin, referer, ...others }: IncomingMessage["headers"]): Headers => {
  const scheme = others["x-forwarded-proto"]?.toString();
  return new Headers({
    host,
    ...(origin ? { origin } : {}),
    ...(referer ? { referer } : {}),
    ...(scheme ? { "x-forwarded-proto": scheme } : {}),
  });
};

const takesGzip = (accepted: IncomingMessage["headers"]["accept-encoding"] = ""): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(String(accepted));

/** The response of a handler. */
interface Rendered {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/**
 * Calls a handler for a path like a client would, but without a network connection.
 * @throws if the rendering fails, for example if the response is incomplete.
 */
async function renderInside(handler: Handler, path: string, headers: OutgoingHttpHeaders): Promise<Rendered> {
  const server = createServer((incoming, response) => {
    const fail = () => response.destroy();
    Promise.resolve(handler(incoming, response)).catch(fail);
  });
  const [ours, theirs] = duplexPair();
  server.emit("connection", theirs);
  try {
    return await new Promise((resolve, reject) => {
      const asked = request({ path, headers, createConnection: () => ours }, (answer) => {
        buffer(answer).then(
          (body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
          reject,
        );
      });
      asked.once("error", reject);
      asked.end();
    });
  } finally {
    ours.destroy();
    theirs.destroy();
  }
}
