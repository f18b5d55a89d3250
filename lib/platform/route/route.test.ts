import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { Problem } from "#lib/platform/problem/index.ts";
import { requireOwnPage } from "../auth/require-own-page.ts";
import { anyone, person, reply, route } from "./index.ts";

const echo = route({
  summary: "Says what it was told",
  access: anyone,
  params: z.object({ id: z.string().max(5) }),
  query: z.strictObject({ times: z.coerce.number().max(3).default(1) }),
  body: z.strictObject({ word: z.string() }),
  bodyLimit: 100,
  replies: { 200: z.object({ said: z.string() }) },
  async handle({ params, query, body }) {
    return reply(200, { said: `${params.id} ${body.word.repeat(query.times)}` });
  },
});

const fails = (error: unknown) =>
  route({
    summary: "Fails",
    access: anyone,
    replies: {},
    handle: async (): Promise<Response> => {
      throw error;
    },
  });

const post = (body: BodyInit | null, path = "/api/echo", init: RequestInit = {}) =>
  new Request(`http://localhost${path}`, { method: "POST", body, duplex: "half", ...init } as RequestInit);
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const told = async (answer: Response) => {
  const { status, code, errors } = (await answer.json()) as {
    status: number;
    code: string;
    errors?: { path: string }[];
  };
  return [`${status} ${code}`, ...(errors ?? []).map(({ path }) => path)];
};

/** A body of unknown length that never ends by itself. */
function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(64).fill(32)) });
}

afterEach(() => vi.unstubAllEnvs());

describe("a route", () => {
  it("hands its handler what it declared, parsed", async () => {
    const answer = await echo(post('{"word":"ho"}', "/api/echo?times=2"), at("one"));
    expect(await answer.json()).toEqual({ said: "one hoho" });
    expect(answer.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
  });

  it.each([
    ["a body that does not fit", post('{"word":1,"more":2}'), "one", ["400 invalid_body", "word", "more"]],
    ["an address that does not fit", post('{"word":"a"}'), "too long", ["400 invalid_query", "id"]],
    ["a query that does not fit", post('{"word":"a"}', "/?times=4"), "one", ["400 invalid_query", "times"]],
    [
      "a query name given twice",
      post('{"word":"a"}', "/?times=1&times=2"),
      "one",
      ["400 invalid_query", "times"],
    ],
    [
      "an unknown query name",
      post('{"word":"a"}', "/?__proto__=1"),
      "one",
      ["400 invalid_query", "__proto__"],
    ],
    ["no body", post(null), "one", ["400 malformed_json"]],
    ["text that is not JSON", post("{word}"), "one", ["400 malformed_json"]],
    ["bytes that are not UTF-8", post(new Uint8Array([0xff, 0xfe])), "one", ["400 malformed_json"]],
    [
      "a packed body",
      post("{}", "/", { headers: { "content-encoding": "gzip" } }),
      "one",
      ["400 malformed_json"],
    ],
    ["a body over the limit", post(JSON.stringify({ word: "a".repeat(100) })), "one", ["413 body_too_large"]],
    ["a body without end", post(endless()), "one", ["413 body_too_large"]],
  ])("refuses %s by name", async (_, request, id, expected) => {
    expect(await told(await echo(request, at(id)))).toEqual(expected);
  });

  it("tells its handler how large the body was, declared or not", async () => {
    const weigh = route({
      summary: "Weighs",
      access: anyone,
      body: z.unknown(),
      replies: { 200: z.int() },
      handle: async ({ bodyBytes }) => reply(200, bodyBytes),
    });
    const parts = new Blob(['{"word":', '"hö"}']).stream();
    expect(await (await weigh(post(parts))).json()).toBe(14);
    const headers = { "content-length": "14" };
    expect(await (await weigh(post('{"word":"hö"}', "/", { headers }))).json()).toBe(14);
  });

  it("limits a body that it hands on unread", async () => {
    const raw = route({
      summary: "Raw",
      access: anyone,
      bodyLimit: 100,
      replies: {},
      handle: async () => new Response(),
    });
    expect(await told(await raw(post(endless())))).toEqual(["413 body_too_large"]);
  });

  it("answers a refusal as problem+json with when to come back", async () => {
    const away = new Problem("database_unavailable", "Away.", { retryAfterSeconds: 7 });
    const answer = await fails(away)(post(null, "/api/x"));
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("retry-after")).toBe("7");
    expect(await answer.json()).toMatchObject({ status: 503, detail: "Away.", instance: "/api/x" });
  });

  it("takes a lost connection for the database being away, and tells nothing of a fault of ours", async () => {
    vi.stubEnv("LOG_LEVEL", "silent");
    const lost = await fails(Object.assign(new Error("secret"), { code: "ECONNREFUSED" }))(post(null));
    expect(await told(lost)).toEqual(["503 database_unavailable"]);
    const broken = await fails(new TypeError("secret path"))(post(null));
    expect(broken.status).toBe(500);
    expect(await broken.text()).not.toContain("secret");
  });

  it("refuses a write that another site makes with a person's cookies", async () => {
    const own = route({
      summary: "Own",
      access: person,
      replies: { 204: null },
      handle: async () => reply(204),
    });
    const from = (headers: Record<string, string>) =>
      own(post("{}", "/", { headers: { host: "localhost", ...headers } }));
    expect(await told(await from({ origin: "https://evil.example" }))).toEqual(["403 origin_not_allowed"]);
    expect(await told(await from({ origin: "http://x@localhost" }))).toEqual(["403 origin_not_allowed"]);
    expect(await told(await from({ origin: "null" }))).toEqual(["403 origin_not_allowed"]);
    expect(await told(await from({ "sec-fetch-site": "cross-site" }))).toEqual(["403 origin_not_allowed"]);
  });

  it("lets through a write from its own page, whatever host that has, and tells any other what to set", async () => {
    vi.stubEnv("LOG_LEVEL", "silent");
    const page = route({
      summary: "Own",
      access: anyone,
      replies: { 204: null },
      handle: async ({ request }) => {
        requireOwnPage(request);
        return reply(204);
      },
    });
    const from = (host: string, origin: string) => page(post("{}", "/", { headers: { host, origin } }));
    for (const host of ["127.0.0.1:3000", "[::1]:3000", "whetstone.test", "192.168.1.5:3000"])
      expect((await from(host, `http://${host}`)).status, host).toBe(204);
    const refused = await from("10.0.0.7:3000", "https://w.example");
    expect(refused.status).toBe(403);
    const { detail } = (await refused.json()) as { detail: string };
    expect(detail).toContain("Whetstone received it as http://10.0.0.7:3000");
    expect(detail).toContain("set PUBLIC_URL=https://w.example");
  });

  it("does not compile without its access, or with an answer that was not declared", () => {
    const summary = "Never made";
    const done = async () => reply(204);
    // @ts-expect-error: there is no default access.
    const open = route({ summary, replies: { 204: null }, handle: done });
    // @ts-expect-error: 204 is not declared.
    const other = route({ summary, access: anyone, replies: { 201: null }, handle: done });
    expect([open, other]).toHaveLength(2);
  });
});
