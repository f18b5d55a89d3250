import { type EvaluationContext, OpenFeature, ProviderEvents, ProviderStatus } from "@openfeature/server-sdk";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { problem } from "../client/testing/fake-server.ts";
import { trackOf, WhetstoneProvider, type WhetstoneProviderOptions } from "./index.ts";
import { flag, flagServer, flagsOf } from "./testing/flag-server.ts";

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(async () => {
  await OpenFeature.close();
  vi.useRealTimers();
});

const INSIDE = { targetingKey: "Ada Lovelace" };
const OUTSIDE = { targetingKey: "user-2" };

/** A provider that has not been handed to the SDK yet. */
function made(options: Partial<WhetstoneProviderOptions> = {}) {
  const server = flagServer();
  const provider = new WhetstoneProvider({
    ...{ baseUrl: "https://whetstone.test/", secretKey: "sk_test", fetch: server.fetch },
    ...options,
  });
  return { server, provider };
}

/** The SDK's client on a provider that is ready. */
async function ready(options: Partial<WhetstoneProviderOptions> = {}, flags: object[] = [flag]) {
  const { server, provider } = made(options);
  server.flags = () => flagsOf(...flags);
  await OpenFeature.setProviderAndWait(provider);
  return { server, client: OpenFeature.getClient() };
}

describe("an experiment is a flag", () => {
  it("whose value is the user's variant, as everywhere else", async () => {
    const { server, client } = await ready();
    expect(await client.getStringDetails("shorter", "control", INSIDE)).toEqual({
      ...{ flagKey: "shorter", value: "short", variant: "short", reason: "SPLIT" },
      flagMetadata: { state: "running", experiment: "shorter", variant: "short" },
    });
    expect(await client.getStringValue("shorter", "none", { targetingKey: "user-1" })).toBe("control");
    expect(server.received[0]?.url).toBe("https://whetstone.test/api/flags");
    expect(server.received[0]?.init.headers).toMatchObject({ Authorization: "Bearer sk_test" });
    expect(server.received, "evaluated without a request").toHaveLength(1);
  });

  it("whose variants have the values that the provider was given", async () => {
    const values = { shorter: { short: { limit: 80 }, control: { limit: 400 } } };
    const { client } = await ready({ values });
    expect(await client.getObjectValue("shorter", {}, INSIDE)).toEqual({ limit: 80 });
    expect(await client.getObjectValue("shorter", {}, { targetingKey: "user-1" })).toEqual({ limit: 400 });
    expect(await client.getObjectValue("shorter", { limit: 1 }, OUTSIDE)).toEqual({ limit: 1 });
  });

  it.each<[string, object, EvaluationContext, object]>([
    ["outside of its traffic", {}, OUTSIDE, { reason: "DEFAULT", flagMetadata: { state: "running" } }],
    ["paused", { state: "paused" }, INSIDE, { reason: "DISABLED", flagMetadata: { state: "paused" } }],
    ["a draft", { state: "draft" }, {}, { reason: "DISABLED", flagMetadata: { state: "draft" } }],
    ["stopped", { state: "stopped" }, {}, { reason: "DISABLED", flagMetadata: { state: "stopped" } }],
  ])("%s: the code's default, and no exposure", async (_, change, context, expected) => {
    const { server, client } = await ready({}, [{ ...flag, ...change }]);
    const details = await client.getStringDetails("shorter", "mine", context);
    expect(details).toEqual({ flagKey: "shorter", value: "mine", ...expected });
    expect(trackOf(details)).toEqual({});
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.sent()).toEqual([]);
  });

  it("promoted: the winner for everybody, without an exposure", async () => {
    const { server, client } = await ready({}, [{ ...flag, state: "promoted", winner: "short" }]);
    expect(await client.getStringDetails("shorter", "control")).toMatchObject({
      ...{ value: "short", variant: "short", reason: "STATIC", flagMetadata: { state: "promoted" } },
    });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.sent()).toEqual([]);
  });

  it.each<[string, string, EvaluationContext, string, RegExp]>([
    ["no experiment of the name", "longer", INSIDE, "FLAG_NOT_FOUND", /“longer”/],
    ["nobody to assign", "shorter", {}, "TARGETING_KEY_MISSING", /targetingKey/],
    ["an empty user", "shorter", { targetingKey: "" }, "TARGETING_KEY_MISSING", /targetingKey/],
  ])("an error by name: %s", async (_, key, context, errorCode, errorMessage) => {
    const { client } = await ready();
    expect(await client.getStringDetails(key, "mine", context)).toMatchObject({
      ...{ value: "mine", reason: "ERROR", errorCode, errorMessage: expect.stringMatching(errorMessage) },
    });
  });

  it("a variant without a value of the type that is asked for is an error, and exposes nobody", async () => {
    const { server, client } = await ready({ values: { shorter: { short: 80 } } });
    expect(await client.getNumberValue("shorter", 1, INSIDE)).toBe(80);
    for (const details of [
      await client.getBooleanDetails("shorter", true, { targetingKey: "user-1" }),
      await client.getObjectDetails("shorter", {}, { targetingKey: "user-1" }),
      await client.getNumberDetails("shorter", 1, { targetingKey: "user-1" }),
    ])
      expect(details).toMatchObject({
        ...{
          reason: "ERROR",
          errorCode: "TYPE_MISMATCH",
          errorMessage: expect.stringContaining("“control”"),
        },
      });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.sent()).toEqual([expect.objectContaining({ variant: "short" })]);
  });
});

describe("an evaluation is an exposure", () => {
  const exposure = { type: "exposure", experiment: "shorter", variant: "short" };

  it("sent once for a user and variant, of a session where it is one", async () => {
    const { server, client } = await ready();
    for (let time = 0; time < 3; time++) await client.getStringValue("shorter", "control", INSIDE);
    await client.getStringValue("shorter", "control", { ...INSIDE, kind: "session" });
    await vi.advanceTimersByTimeAsync(5_000);
    await client.getStringValue("shorter", "control", INSIDE);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.sent()).toEqual([
      { ...exposure, user_id: "Ada Lovelace" },
      { ...exposure, session_id: "Ada Lovelace" },
    ]);
  });

  it("sent again when the server refused it", async () => {
    const refusals: string[] = [];
    const { server, client } = await ready({ onRefused: (_, { code }) => refusals.push(code) });
    server.events = () =>
      Response.json({ results: [{ status: 400, code: "invalid_body", detail: "No." }] }, { status: 207 });
    await client.getStringValue("shorter", "control", INSIDE);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(refusals).toEqual(["invalid_body"]);
    await client.getStringValue("shorter", "control", INSIDE);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.sent()).toHaveLength(2);
  });

  it("sent before the provider closes", async () => {
    const { server, client } = await ready();
    await client.getStringValue("shorter", "control", INSIDE);
    await OpenFeature.close();
    expect(server.sent()).toEqual([{ ...exposure, user_id: "Ada Lovelace" }]);
    const requests = server.received.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.received, "and nothing is read after it").toHaveLength(requests);
  });

  it("sent by answers alone if that is wanted, which take it along", async () => {
    const { server, client } = await ready({ sendExposures: false });
    const details = await client.getStringDetails("shorter", "control", INSIDE);
    expect(trackOf(details)).toEqual({ experiment: "shorter", variant: "short" });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.sent()).toEqual([]);
  });
});

describe("the provider and its server", () => {
  /** The events that the SDK tells an application of, in order. */
  function listened() {
    const told: string[] = [];
    for (const event of Object.values(ProviderEvents))
      OpenFeature.addHandler(event, (details) => {
        const changed = details && "flagsChanged" in details ? ` ${details.flagsChanged}` : "";
        told.push(`${event}${changed}`);
      });
    return told;
  }

  it("tells of changes, and evaluates by them", async () => {
    const { server, client } = await ready();
    const told = listened();
    told.length = 0;
    server.flags = () => flagsOf({ ...flag, traffic: 0 }, { ...flag, experiment: "other" });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told).toEqual(["PROVIDER_CONFIGURATION_CHANGED shorter,other"]);
    expect(await client.getStringDetails("shorter", "mine", INSIDE)).toMatchObject({ reason: "DEFAULT" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told, "nothing changed since").toHaveLength(1);
  });

  it("goes on while the server is away, stale after five minutes, and is ready again afterwards", async () => {
    const { server, client } = await ready();
    const told = listened();
    told.length = 0;
    server.flags = () => Promise.reject(new TypeError("fetch failed"));
    await vi.advanceTimersByTimeAsync(200_000);
    expect(told).toEqual([]);
    expect(await client.getStringDetails("shorter", "mine", INSIDE)).toMatchObject({ reason: "SPLIT" });
    await vi.advanceTimersByTimeAsync(300_000);
    expect(told).toEqual(["PROVIDER_STALE"]);
    expect(client.providerStatus).toBe(ProviderStatus.STALE);
    expect(await client.getStringDetails("shorter", "mine", INSIDE)).toMatchObject({
      ...{ value: "short", variant: "short", reason: "STALE" },
    });
    server.flags = () => flagsOf(flag);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual(["PROVIDER_STALE", "PROVIDER_READY"]);
    expect(client.providerStatus).toBe(ProviderStatus.READY);
    expect(await client.getStringDetails("shorter", "mine", INSIDE)).toMatchObject({ reason: "SPLIT" });
  });

  it("is not ready where the server was never reached, and becomes so by itself", async () => {
    const { server, provider } = made();
    server.flags = () => Promise.reject(new TypeError("fetch failed"));
    await expect(OpenFeature.setProviderAndWait(provider)).rejects.toThrow();
    const client = OpenFeature.getClient();
    expect(client.providerStatus).toBe(ProviderStatus.ERROR);
    expect(await client.getStringDetails("shorter", "mine", INSIDE)).toMatchObject({
      ...{ value: "mine", reason: "ERROR", errorCode: "PROVIDER_NOT_READY" },
    });
    server.flags = () => flagsOf(flag);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(client.providerStatus).toBe(ProviderStatus.READY);
    expect(await client.getStringValue("shorter", "mine", INSIDE)).toBe("short");
  });

  it("gives up on a key that is refused", async () => {
    const { server, provider } = made();
    server.flags = () => problem(401, "key_invalid");
    await expect(OpenFeature.setProviderAndWait(provider)).rejects.toThrow();
    expect(OpenFeature.getClient().providerStatus).toBe(ProviderStatus.FATAL);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.received).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ["no list", {}],
    ["an arm that is none", { data: [{ ...flag, arms: [...flag.arms, null] }] }],
    ["a state that is unknown", { data: [{ ...flag, state: "resting" }] }],
    ["no salt", { data: [{ ...flag, salt: undefined }] }],
  ])("keeps what it has when it is answered %s", async (_, answer) => {
    const { server, client } = await ready();
    server.flags = () => Response.json(answer);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await client.getStringValue("shorter", "mine", INSIDE)).toBe("short");
  });
});
