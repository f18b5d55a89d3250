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

/** The answers of a route by their status; `null` stands for an answer without a body. */
export type Replies = Record<number, Schema | null>;

/** One of a route's declared answers, or a Response where the route declares a raw one. */
export type Reply<R extends Replies> = {
  [Status in keyof R & number]: {
    status: Status;
    body: R[Status] extends Schema ? z.input<R[Status]> : null;
    headers?: Record<string, string>;
  };
}[keyof R & number];

/** A declared answer without a body. */
export function reply<const S extends number>(status: S): { status: S; body: null };
/** A declared answer with its JSON. */
export function reply<const S extends number, B>(status: S, body: B): { status: S; body: B };
export function reply(status: number, body: unknown = null): { status: number; body: unknown } {
  return { status, body };
}

/** What the contract tells of a route beyond its schemas. */
export interface ContractNotes {
  /** What there is to know beyond the summary. */
  description?: string;
  /** Headers of the request that the handler heeds. */
  requestHeaders?: z.ZodObject;
  /** Headers of what it answers, refusals included; Retry-After goes without saying. */
  replyHeaders?: z.ZodObject;
  /** When it refuses with which status; what every route may refuse goes without saying. */
  refusals?: Record<number, string>;
}

/** What a route declares. Everything but `access` and `replies` may be left out. */
export interface RouteSpec<A extends Access, P, Q, B, R extends Replies> {
  /** One line for the contract. */
  summary: string;
  access: A;
  params?: P;
  query?: Q;
  body?: B;
  /** The body as the contract shows it, where the schema that checks it cannot say. */
  bodyOutline?: Schema;
  /** Most bytes of the body; 1 MB where nothing is said. */
  bodyLimit?: number;
  replies: R;
  notes?: ContractNotes;
  /** Told of a body that cannot be read or does not fit, before it is refused; what it throws is answered instead. */
  unfit?(call: InvalidCall<A>): Promise<unknown>;
  handle(call: RouteCall<A, P, Q, B>): Promise<Reply<R> | Response>;
}

/** What a handler is given: everything checked, nothing raw. */
export interface RouteCall<A extends Access, P, Q, B> {
  caller: CallerOf<A>;
  params: Output<P>;
  query: Output<Q>;
  body: Output<B>;
  /** What the body came in, in bytes; 0 where the route declares none. */
  bodyBytes: number;
  request: Request;
}

/** A call whose body cannot be read or does not fit. */
export interface InvalidCall<A extends Access> {
  caller: CallerOf<A>;
  request: Request;
  /** As many as it says it has, up to the most that is read. */
  bodyBytes: number;
}

/** What the contract needs of a route. */
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

/** What Next tells a handler of the address: the values of its [parts]. */
export interface RouteContext {
  params: Promise<AddressParams>;
}

/** A route as Next mounts it, with its contract beside it. */
export interface RouteHandler {
  (request: Request, context?: RouteContext): Promise<Response>;
  /** The same answer before it becomes a Response; a Response where the route's own handler made one. */
  answer(request: Request, context?: RouteContext): Promise<Answer | Response>;
  contract: RouteContract;
}

/** What is read with a session or a key is nobody else's, and a route that says nothing else is of that kind. */
const NO_STORE = "no-store";

/**
 * Makes a web-standard handler of a declaration: authenticates, authorises, limits and parses, handles, and turns what
 * is thrown into problem+json. Nothing reaches `handle` that the declaration does not describe.
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
  if (answer instanceof Response) return answer;
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

/** Where servers may send more, whoever has read a publishable key off a page may not. */
const bodyLimitOf = (limit: number, caller: unknown): number =>
  (caller as { kind?: ApiKeyKind } | null)?.kind === "publishable" ? Math.min(limit, BODY_LIMIT) : limit;

/** @throws Problem 400 for a name that is given twice: which of the two was meant, nobody knows. */
function queryOf(request: Request): Record<string, string> {
  if (!request.url.includes("?")) return Object.create(null);
  const given = [...new URL(request.url).searchParams];
  const names = new Set<string>();
  const twice = given.map(([name]) => name).find((name) => names.size === names.add(name).size);
  if (twice !== undefined) {
    const errors = [{ path: twice, message: "is given more than once" }];
    throw new Problem("invalid_query", `${twice} is given more than once.`, { errors });
  }
  return Object.assign(Object.create(null), Object.fromEntries(given));
}

function parse(schema: unknown, value: unknown, code: "invalid_query" | "invalid_body"): unknown {
  if (!schema) return undefined;
  const parsed = (schema as Schema).safeParse(value);
  if (parsed.success) return parsed.data;
  throw validationProblem(parsed.error, code);
}
