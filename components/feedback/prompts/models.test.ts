import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createServerClient, type ServerClientOptions } from "../client/server-client.ts";
import { fakeServer, problem } from "../client/testing/fake-server.ts";
import type { ModelFault } from "./models.ts";

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

const answering = (model_name: unknown, etag = '"e1"') =>
  Response.json({ feature: "sum", label: "production", model_name }, { headers: { ETag: etag } });

function setUp(options: Partial<ServerClientOptions> = {}) {
  const server = fakeServer();
  server.answer = () => answering("small");
  const faults: ModelFault[] = [];
  const onModelFault = (fault: ModelFault) => void faults.push(fault);
  const whetstone = { baseUrl: "https://whetstone.test/", secretKey: "sk_test", fetch: server.fetch };
  const client = createServerClient({ ...whetstone, onModelFault, ...options });
  return { server, faults, get: client.getModel };
}

it("fetches the model of a feature by its label, and tells what to log", async () => {
  const { get, server } = setUp();
  expect(await get("sum", { fallback: "tiny" })).toEqual({
    ...{ modelName: "small", isFallback: false },
    track: { feature_name: "sum", model_name: "small" },
  });
  await get("a/b c", { label: "model:x", fallback: "tiny" });
  expect(server.received.map(({ url }) => url)).toEqual([
    "https://whetstone.test/api/models/sum",
    "https://whetstone.test/api/models/a%2Fb%20c?label=model%3Ax",
  ]);
});

it("keeps it for ten seconds, and then gives the old one at once while it asks for a new one", async () => {
  const { get, server } = setUp();
  const nameOf = async () => (await get("sum", { fallback: "tiny" })).modelName;
  await Promise.all([nameOf(), nameOf()]);
  await vi.advanceTimersByTimeAsync(9_999);
  await nameOf();
  expect(server.received).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  server.answer = () => answering("large", '"e2"');
  expect(await nameOf()).toBe("small");
  await vi.advanceTimersByTimeAsync(0);
  expect(await nameOf()).toBe("large");
  expect(server.received[1]?.init.headers).toMatchObject({ "If-None-Match": '"e1"' });
});

it.each<[string, () => Response]>([
  ["404", () => problem(404, "not_found")],
  ["a page in place of JSON", () => new Response("<html>")],
  ["JSON of something else", () => Response.json([1])],
  ["a model without a name", () => answering("")],
])("takes %s for no answer, and gives the fallback", async (_, answer) => {
  const { get, server, faults } = setUp();
  server.answer = answer;
  expect(await get("sum", { fallback: "tiny" })).toEqual({
    ...{ modelName: "tiny", isFallback: true },
    track: { feature_name: "sum", model_name: "tiny" },
  });
  expect(faults).toMatchObject([{ code: "fetch_failed", feature: "sum" }]);
  expect(faults[0]?.detail).toMatch(/\(the fallback is used\)$/);
});

it("gives the last model while the server is away, whatever a handler of faults does", async () => {
  const { get, server } = setUp({
    onModelFault: () => {
      throw new Error("the product's own");
    },
  });
  await get("sum", { fallback: "tiny" });
  server.answer = () => {
    throw new TypeError("fetch failed");
  };
  await vi.advanceTimersByTimeAsync(300_000);
  expect(await get("sum", { fallback: "tiny" })).toMatchObject({ modelName: "small", isFallback: false });
});

it("gives the fallback for a name that no address can have", async () => {
  const { get } = setUp();
  expect(await get("\ud800", { fallback: "tiny" })).toMatchObject({ modelName: "tiny", isFallback: true });
});
