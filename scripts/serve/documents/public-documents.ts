import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { ownOrigin } from "#lib/platform/access/own-origin";
import { log } from "#lib/platform/log";
import type { Handler } from "../edge.ts";
import { hashPolicy } from "../page-policy.ts";
import { renderInside } from "./render-inside.ts";
import { etagOf, filled, ORIGIN_HOST, scriptHashes, type Template, templateOf } from "./template.ts";

/** Documents that depend on no session, nor on the database: on the build, the reader's theme and the origin alone. */
const PAGES = new Set(["/docs", "/docs/api", "/docs/widgets"]);
const FILES = new Set(["/api/openapi.json"]);

/** How many compressed forms are kept. Who has many hosts to ask at may fill this, and no more. */
const FORMS_MAX = 36;

/** How often a new one is made, in milliseconds: compressing is most of what is left to do. */
const FORM_EVERY_MS = 1_000;

/** After how long what could not be rendered is tried again, in milliseconds. */
const AGAIN_MS = 60_000;

const compress = promisify(gzip);

/** Whether a request is for a document that is kept. */
export const isPublicDocument = ({ method, url = "" }: IncomingMessage): boolean =>
  (method === "GET" || method === "HEAD") && pathOf(url) !== undefined;

/** A path of ours, however it is written. */
function pathOf(url: string): string | undefined {
  const path = decodeURIComponent(url.split("?", 1)[0] ?? "");
  return PAGES.has(path) || FILES.has(path) ? path : undefined;
}

/**
 * Answers requests for public documents from memory. Each is rendered once a theme, for an origin that stands for all;
 * the origin is filled in when it is sent. The rest goes to `toNext`, as does what cannot be kept.
 */
export function publicDocuments(toNext: Handler, render: Handler): Handler {
  const templates = new Map<string, Promise<Template>>();
  const forms = keptForms();
  const templateAt = (path: string, theme: string): Promise<Template> => {
    const name = `${path} ${theme}`;
    const known = templates.get(name);
    if (known) return known;
    const made = renderTemplate(render, path, theme);
    templates.set(name, made);
    made.catch((error: unknown) => {
      log().error({ err: error, path }, "a public document is not kept");
      setTimeout(() => templates.delete(name), AGAIN_MS).unref();
    });
    return made;
  };
  return async (request, response) => {
    const { url = "", headers } = request;
    const path = pathOf(url) ?? "";
    if (PAGES.has(path)) {
      // Next asks for a page's data when somebody follows a link; told of none, the browser opens the page itself.
      if (headers.rsc !== undefined)
        return void response.writeHead(204, { "cache-control": "no-store" }).end();
      if (url !== path) return void response.writeHead(307, { location: path }).end();
    }
    const theme = PAGES.has(path) ? themeIn(headers.cookie) : "";
    const template = await templateAt(path, theme).catch(() => undefined);
    if (!template) return toNext(request, response);
    await send(request, response, template, forms);
  };
}

async function renderTemplate(render: Handler, path: string, theme: string): Promise<Template> {
  const cookie = theme ? { cookie: `theme=${theme}` } : {};
  const { status, headers, body } = await renderInside(render, path, { host: ORIGIN_HOST, ...cookie });
  if (status !== 200) throw new Error(`${path} was answered with ${status}`);
  return templateOf(headers["content-type"] ?? "", body);
}

/** As app/reader-theme.ts reads it. */
const themeIn = (cookie = ""): string => /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(cookie)?.[1] ?? "";

/** A document as it is sent to everybody who sees it at one origin. */
interface Form {
  policy: string | undefined;
  body: Promise<Buffer>;
}

async function send(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  template: Template,
  forms: ReturnType<typeof keptForms>,
): Promise<void> {
  const origin = ownOrigin(headersFor(headers));
  const etag = etagOf(template, origin);
  response.setHeader("cache-control", "private, no-cache");
  response.setHeader("etag", etag);
  response.setHeader("vary", "accept-encoding, cookie");
  if (headers["if-none-match"]?.split(/,\s*/).includes(etag)) {
    // The policy that came with the document goes on.
    response.removeHeader("content-security-policy");
    return void response.writeHead(304).end();
  }
  const form = forms(template, origin, etag);
  const policy = form ? form.policy : policyFor(template, origin);
  if (policy) response.setHeader("content-security-policy", policy);
  response.setHeader("content-type", template.contentType);
  const isGzip = form !== undefined && takesGzip(headers["accept-encoding"]);
  const pieces = isGzip ? [await form.body] : filled(template, origin);
  if (isGzip) response.setHeader("content-encoding", "gzip");
  response.setHeader(
    "content-length",
    pieces.reduce((sum, { length }) => sum + length, 0),
  );
  response.cork();
  if (method !== "HEAD") for (const piece of pieces) response.write(piece);
  response.end();
  response.uncork();
}

const policyFor = (template: Template, origin: string): string | undefined =>
  template.scripts && hashPolicy(scriptHashes(template, origin));

/** What an own origin is read off. */
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

/** The forms that are kept, those that were asked for last; undefined for one that is not and must not be made now. */
function keptForms(): (template: Template, origin: string, etag: string) => Form | undefined {
  const forms = new Map<string, Form>();
  let lastMade = Number.NEGATIVE_INFINITY;
  return (template, origin, etag) => {
    const known = forms.get(etag);
    const now = performance.now();
    if (!known && now - lastMade < FORM_EVERY_MS) return undefined;
    if (!known) lastMade = now;
    const form = known ?? {
      policy: policyFor(template, origin),
      body: compress(Buffer.concat(filled(template, origin)), { level: 9 }),
    };
    forms.delete(etag);
    forms.set(etag, form);
    if (forms.size > FORMS_MAX) forms.delete(forms.keys().next().value as string);
    return form;
  };
}
