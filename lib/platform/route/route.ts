import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { ApiKeyKind } from "#lib/domain/api-key.ts";
import { Problem, validationProblem } from "#lib/platform/problem/index.ts";
import { type Access, type AddressParams, authorise, type CallerOf } from "./access.ts";
import { type Answer, jsonAnswer, toResponse } from "./answer.ts";
import { readingHeaders } from "./cors.ts";
import { problemAnswer } from "./problem-answer.ts";
import { BODY_LIMIT, readJson, withLimitedBody } from "./read-body.ts";

type Schema = z.ZodType;
type Output<S> = S extends Schema ? z.output<S> : undefined;

/** The responses of a route by status; `null` means no body. */
export type Replies = Record<number, Schema | null>;

/** One of a route's declared responses, or a Response if the route declares a raw one. */
export type Reply<R extends Replies> = {
  [Status in keyof R & number]: {
    status: Status;
    body: R[Status] extends Schema ? z.input<R[Status]> : null;
    headers?: Record<string, string>;
  };
}[keyof R & number];

/** A declared response without a body. */
export function reply<const S extends number>(status: S): { status: S; body: null };
/** A declared response with its JSON. */
export function reply<const S extends number, B>(status: S, body: B): { status: S; body: B };
export function reply(status: number, body: unknown = null): { status: number; body: unknown } {
  return { status, body };
}

/** A declared response whose JSON text was made before: what is read often is written once. */
export const prepared = (status: number, text: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  text,
});

/** Documentation of a route beyond its schemas. */
export interface ContractNotes {
  /** Details beyond the summary. */
  description?: string;
  /** Request headers that the handler uses. */
  requestHeaders?: z.ZodObject;
  /** Response headers, including those of errors; Retry-After is implied. */
  replyHeaders?: z.ZodObject;
  /** The route's own errors by status; those of every route are implied. */
  refusals?: Record<number, string>;
}

/** The declaration of a route. Everything but `access` and `replies` is optional. */
export interface RouteSpec<A extends Access, P, Q, B, R extends Replies> {
  /** The summary in the API documentation. */
  summary: string;
  access: A;
  params?: P;
  query?: Q;
  body?: B;
  /** The documented body, if the validating schema cannot express it. */
  bodyOutline?: Schema;
  /** Maximum bytes of the body. Defaults to 1 MB. */
  bodyLimit?: number;
  replies: R;
  notes?: ContractNotes;
  /** Called for an unreadable or invalid body before it is rejected; if it throws, that error is returned instead. */
  unfit?(call: InvalidCall<A>): Promise<unknown>;
  handle(call: RouteCall<A, P, Q, B>): Promise<Reply<R> | Answer | Response>;
}

/** The validated input of a handler. */
export interface RouteCall<A extends Access, P, Q, B> {
  caller: CallerOf<A>;
  params: Output<P>;
  query: Output<Q>;
  body: Output<B>;
  /** The size of the body in bytes; 0 if the route declares none. */
  bodyBytes: number;
  request: Request;
}

/** A call with an unreadable or invalid body. */
export interface InvalidCall<A extends Access> {
  caller: CallerOf<A>;
  request: Request;
  /** As many as declared, up to the limit. */
  bodyBytes: number;
}

/** The part of a route that the API documentation needs. */
export interface RouteContract {
  summary: string;
  access: Access;
  params?: Schema;
  query?: Schema;
  body?: Schema;
  bodyOutline?: Schema;
  replies: Replies;
  notes?: ContractNotes;
}

/** Next's context of a handler: the values of the [parameters]. */
export interface RouteContext {
  params: Promise<AddressParams>;
}

/** A route handler for Next, with its contract. */
export interface RouteHandler {
  (request: Request, context?: RouteContext): Promise<Response>;
  /** The same response before it becomes a Response, or a Response if the handler created one. */
  answer(request: Request, context?: RouteContext): Promise<Answer | Response>;
  contract: RouteContract;
}

/** Data read with a session or a key is private, which is the default for routes. */
const NO_STORE = "no-store";

/**
 * Creates a web-standard handler from a declaration: authenticates, authorizes, limits, parses and validates, and turns
 * errors into problem+json. `handle` only receives what the declaration describes.
 */
export function route<
  const A extends Access,
  const R extends Replies,
  P = undefined,
  Q = undefined,
  B = undefined,
>(spec: RouteSpec<A, P, Q, B, R>): RouteHandler {
  const isForBrowsers = ({ access }: { access: Access }) =>
    access.by === "key" && access.kinds.includes("publishable");
  const answer = async (request: Request, context?: RouteContext): Promise<Answer | Response> => {
    const requestId = randomUUID();
    const given = await handle(spec, request, (await context?.params) ?? {}).catch((error: unknown) =>
      problemAnswer(error, new URL(request.url).pathname, requestId),
    );
    const headers = {
      "x-request-id": requestId,
      ...(isForBrowsers(spec) ? readingHeaders(request.headers.get("origin")) : {}),
    };
    if (given instanceof Response) {
      for (const each of Object.entries(headers)) given.headers.set(...each);
      if (!given.headers.has("cache-control")) given.headers.set("cache-control", NO_STORE);
    } else Object.assign(given.headers, { "cache-control": NO_STORE, ...given.headers, ...headers });
    return given;
  };
  const handler = async (request: Request, context?: RouteContext): Promise<Response> => {
    const given = await answer(request, context);
    return given instanceof Response ? given : toResponse(given);
  };
  return Object.assign(handler, { answer, contract: spec as unknown as RouteContract });
}

async function handle<A extends Access, P, Q, B, R extends Replies>(
  spec: RouteSpec<A, P, Q, B, R>,
  request: Request,
  rawParams: AddressParams,
): Promise<Answer | Response> {
  const params = parse(spec.params, rawParams, "invalid_query") as Output<P>;
  const caller = (await authorise(spec.access, request, rawParams)) as CallerOf<A>;
  const query = parse(spec.query, queryOf(request), "invalid_query") as Output<Q>;
  const bodyLimit = bodyLimitOf(spec.bodyLimit ?? BODY_LIMIT, caller);
  const { body, bodyBytes } = await readBody(spec, request, bodyLimit).catch(async (error: unknown) => {
    const declared = Number(request.headers.get("content-length") ?? 0);
    await spec.unfit?.({ caller, request, bodyBytes: Math.min(declared, bodyLimit) || 0 });
    throw error;
  });
  const whole = spec.body ? request : await withLimitedBody(request, bodyLimit);
  const answer = await spec.handle({ caller, params, query, body, bodyBytes, request: whole });
  if (answer instanceof Response || "text" in answer) return answer;
  return jsonAnswer(answer.status, answer.body, answer.headers);
}

async function readBody<B>(
  { body: schema }: { body?: B },
  request: Request,
  bodyLimit: number,
): Promise<{ body: Output<B>; bodyBytes: number }> {
  const read = schema ? await readJson(request, bodyLimit) : null;
  return { body: parse(schema, read?.value, "invalid_body") as Output<B>, bodyBytes: read?.bytes ?? 0 };
}

/** The higher limit for servers does not apply to publishable keys, which anybody can read off a page. */
const bodyLimitOf = (limit: number, caller: unknown): number =>
  (caller as { kind?: ApiKeyKind } | null)?.kind === "publishable" ? Math.min(limit, BODY_LIMIT) : limit;

/** @throws Problem 400 for a repeated parameter, which would be ambiguous. */
function queryOf(request: Request): Record<string, string> {
  if (!request.url.includes("?")) return Object.create(null);
  const given = [...new URL(request.url).searchParams];
  const names = new Set<string>();
  const twice = given.map(([name]) => name).find((name) => names.size === names.add(name).size);
  if (twice !== undefined) {
    const errors = [{ path: twice, message: "must not be repeated" }];
    throw new Problem("invalid_query", `${twice} must not be repeated.`, { errors });
  }
  return Object.assign(Object.create(null), Object.fromEntries(given));
}

function parse(schema: unknown, value: unknown, code: "invalid_query" | "invalid_body"): unknown {
  if (!schema) return undefined;
  const parsed = (schema as Schema).safeParse(value);
  if (parsed.success) return parsed.data;
  throw validationProblem(parsed.error, code);
}
