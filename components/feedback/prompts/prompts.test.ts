import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { problem, type Received } from "../client/testing/fake-server.ts";
import { answering, setUp } from "./testing/prompt-client.ts";

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

const headersOf = ({ init }: Received) => init.headers as Record<string, string>;
/** Lets what is under way come back. */
const settle = () => vi.advanceTimersByTimeAsync(0);

describe("getPrompt", () => {
  it("fetches a prompt by its label, and fills it in", async () => {
    const { get, server } = setUp();
    const prompt = await get("greet", {
      variables: { name: "Ada", unused: "x" },
      user: "u1",
      session: "s1",
      fallback: "Hi",
    });
    expect(prompt).toEqual({
      kind: "text",
      text: "Hi Ada",
      version: "v3",
      variant: null,
      modelName: "small",
      modelParams: { temperature: 0 },
      track: {
        ...{ prompt_template: "greet", prompt_version: "v3", prompt_variables: { name: "Ada" } },
        ...{ user_id: "u1", session_id: "s1" },
      },
    });
    expect(server.received).toMatchObject([{ url: "https://whetstone.test/api/prompts/greet" }]);
    expect(headersOf(server.received[0] as Received)).toMatchObject({ Authorization: "Bearer sk_test" });
  });

  it("asks for a label, a version and a name as they are", async () => {
    const { get, server } = setUp();
    await get("a/b c", { label: "model:x" });
    await get("a/b c", { version: "v2" });
    expect(server.received.map(({ url }) => url)).toEqual([
      "https://whetstone.test/api/prompts/a%2Fb%20c?label=model%3Ax",
      "https://whetstone.test/api/prompts/a%2Fb%20c?version=v2",
    ]);
  });

  it("fills in each message of a chat prompt", async () => {
    const { get, answer } = setUp();
    const messages = [
      { role: "system", content: "Speak {{language}}." },
      { role: "user", content: "{{question}}" },
    ];
    answer(() => answering({ kind: "chat", text: undefined, messages }));
    const prompt = await get("ask", { variables: { language: "Thai", question: "Why?" }, fallback: [] });
    expect(prompt.messages).toEqual([
      { role: "system", content: "Speak Thai." },
      { role: "user", content: "Why?" },
    ]);
  });

  it("asks once for all who ask at the same time, and keeps the answer for ten seconds", async () => {
    const { get, server } = setUp();
    await Promise.all([get("greet"), get("greet"), get("greet", { variables: { name: "x" } })]);
    await vi.advanceTimersByTimeAsync(9_999);
    await get("greet");
    expect(server.received).toHaveLength(1);
  });

  it("gives the old version at once while it asks for a new one", async () => {
    const { get, server, answer } = setUp();
    await get("greet");
    await vi.advanceTimersByTimeAsync(10_000);
    answer(() => answering({ version: "v4" }, '"e2"'));
    expect((await get("greet")).version).toBe("v3");
    expect(headersOf(server.received[1] as Received)).toMatchObject({ "If-None-Match": '"e1"' });
    await settle();
    expect((await get("greet")).version).toBe("v4");
    expect(server.received).toHaveLength(2);
  });

  it("keeps what it has when the server says it is the same", async () => {
    const { get, server, answer, faults } = setUp();
    await get("greet", { variables: { name: "a" } });
    answer(() => new Response(null, { status: 304 }));
    for (let round = 2; round <= 3; round++) {
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await get("greet", { variables: { name: "a" } })).toMatchObject({ text: "Hi a" });
      await settle();
      expect(server.received).toHaveLength(round);
    }
    expect(faults).toEqual([]);
  });

  it("waits for a new one after five minutes, in a process that was asleep", async () => {
    const { get, answer } = setUp();
    await get("greet");
    await vi.advanceTimersByTimeAsync(300_000);
    answer(() => answering({ version: "v4" }));
    expect((await get("greet")).version).toBe("v4");
  });
});

describe("where the server cannot answer", () => {
  const away = () => {
    throw new TypeError("fetch failed");
  };

  it("gives the fallback, filled in, and logs it as such", async () => {
    const { get, answer, faults } = setUp();
    answer(away);
    const prompt = await get("greet", { variables: { name: "Ada" }, fallback: "Hello {{name}}" });
    expect(prompt).toMatchObject({ text: "Hello Ada", version: null });
    expect(prompt.track).toEqual({
      ...{ prompt_template: "greet", prompt_version: "fallback", prompt_variables: { name: "Ada" } },
    });
    expect(faults).toMatchObject([{ code: "fetch_failed", template: "greet" }]);
    expect(faults[0]?.detail).toMatch(/\(the fallback is used\)$/);
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ["404", () => problem(404, "not_found")],
    ["401", () => problem(401, "credentials_invalid")],
    ["500", () => new Response("<html>", { status: 500 })],
    ["a page in place of JSON", () => new Response("<html>")],
    ["JSON of something else", () => Response.json({ hello: 1 })],
    ["messages that are none", () => answering({ text: undefined, messages: [{ role: "user" }] })],
    ["a promise that fails", () => Promise.reject(new Error("broken"))],
  ])("takes %s for no answer", async (_, one) => {
    const { get, answer, faults } = setUp();
    answer(one);
    expect((await get("greet", { fallback: "Hello" })).text).toBe("Hello");
    expect(faults).toHaveLength(1);
  });

  it("gives the fallback for a name that no address can have", async () => {
    const { get } = setUp();
    expect((await get("\ud800", { fallback: "Hello" })).text).toBe("Hello");
  });

  it("waits no longer than it may, whatever fetch does", async () => {
    const { get, answer } = setUp({ promptTimeoutMs: 50 });
    answer(() => new Promise(() => {}));
    vi.useRealTimers();
    expect((await get("greet", { fallback: "Hello" })).text).toBe("Hello");
  });

  it("gives the last version for as long as it takes, and asks more and more seldom", async () => {
    const { get, server, answer, faults } = setUp();
    await get("greet", { variables: { name: "a" } });
    answer(away);
    for (let second = 0; second < 3_600; second++) {
      await vi.advanceTimersByTimeAsync(1_000);
      expect((await get("greet", { variables: { name: "a" } })).version).toBe("v3");
    }
    expect(server.received.length).toBeLessThan(400);
    expect(server.received.length).toBeGreaterThan(10);
    expect(faults[0]?.detail).toMatch(/\(v3 is used\)$/);
  });

  it("does not make the next one wait", async () => {
    const { get, server, answer } = setUp();
    answer(() => problem(503, "database_unavailable", { "Retry-After": "7" }));
    await get("greet", { fallback: "Hello" });
    await vi.advanceTimersByTimeAsync(6_900);
    expect((await get("greet", { fallback: "Hello" })).text).toBe("Hello");
    expect(server.received).toHaveLength(1);
    answer(() => answering());
    await vi.advanceTimersByTimeAsync(1_200);
    expect((await get("greet", { fallback: "Hello" })).version).toBe("v3");
  });

  it("gives an empty text where there is no fallback", async () => {
    const { get, answer } = setUp();
    answer(away);
    expect(await get("greet")).toMatchObject({ kind: "text", text: "", version: null });
  });

  it("is not stopped by what the product does when it is told", async () => {
    const { get, answer } = setUp({
      onPromptFault: () => {
        throw new Error("the product's own");
      },
    });
    answer(away);
    expect((await get("greet", { fallback: "Hello" })).text).toBe("Hello");
  });
});

it("leaves a variable without a value in the text, and tells of it once a version", async () => {
  const { get, answer, faults } = setUp();
  for (let times = 0; times < 3; times++) expect(await get("greet")).toMatchObject({ text: "Hi {{name}}" });
  expect(faults).toEqual([
    { code: "missing_variables", template: "greet", detail: "v3 of “greet” has no value for: name." },
  ]);
  answer(() => answering({ version: "v4" }));
  await vi.advanceTimersByTimeAsync(10_000);
  await get("greet");
  await settle();
  await get("greet");
  expect(faults.map(({ detail }) => detail)).toContain("v4 of “greet” has no value for: name.");
});

it("gives the fallback where the prompt is of the other kind", async () => {
  const { get, faults } = setUp();
  const messages = [{ role: "user" as const, content: "Hello {{name}}" }];
  const prompt = await get("greet", { variables: { name: "Ada" }, fallback: messages });
  expect(prompt.messages).toEqual([{ role: "user", content: "Hello Ada" }]);
  expect(prompt.track.prompt_version).toBe("fallback");
  expect(faults).toMatchObject([{ code: "wrong_kind" }]);
});

it("is logged with the answer by its track alone", async () => {
  const { get, client, server, answer } = setUp();
  const prompt = await get("greet", { user: "u1" });
  answer(({ events }) => Response.json({ results: events.map(() => ({ status: 201 })) }));
  client.logInteraction({ feature_name: "f", response_text: "r", model_name: "m", ...prompt.track });
  await client.flush();
  expect(server.received.at(-1)?.events).toMatchObject([
    { type: "interaction", prompt_template: "greet", prompt_version: "v3", user_id: "u1" },
  ]);
});
