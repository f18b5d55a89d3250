import type { APIRequestContext } from "@playwright/test";
import { sessionFile } from "../driving/owner.ts";
import { test as base, expect } from "./api-test.ts";

interface Own {
  signedIn: APIRequestContext;
  projectId: string;
  publishableKey: string;
  secretKey: string;
}

/** A project of each test's own: its limit must not meet other tests. */
const test = base.extend<{ own: Own }>({
  own: async ({ playwright, baseURL }, use) => {
    const signedIn = await playwright.request.newContext({
      baseURL: baseURL ?? "",
      storageState: sessionFile(),
    });
    const made = await signedIn.post("/api/projects", { data: { name: `Limited ${crypto.randomUUID()}` } });
    const {
      project_id: projectId,
      publishable_key: publishableKey,
      secret_key: secretKey,
    } = await made.json();
    await use({ signedIn, projectId, publishableKey, secretKey });
    await signedIn.dispose();
  },
});

const put = async ({ signedIn, projectId }: Own, data: unknown) => {
  const response = await signedIn.put(`/api/projects/${projectId}/write-limit`, { data });
  return { status: response.status(), json: await response.json() };
};

test("a lower limit holds from the next write on, and a higher one lets go on", async ({ api, own }) => {
  const logged = await api.call("POST", "/api/interactions", {
    key: own.secretKey,
    body: { feature_name: "f", response_text: "r", model_name: "m" },
  });
  const write = (key: string) =>
    api.call("POST", "/api/signals", {
      key,
      token: logged.json.feedback_token,
      origin: "http://localhost:4321",
      body: { interaction_id: logged.json.interaction_id, signal: "copy" },
    });
  const first = await write(own.publishableKey);
  expect(first).toMatchObject({ status: 201, headers: { "ratelimit-limit": "60" } });
  expect(await put(own, { writes_per_minute: 2 })).toEqual({ status: 200, json: { writes_per_minute: 2 } });
  const second = await write(own.publishableKey);
  expect(second).toMatchObject({ status: 201, headers: { "ratelimit-limit": "2" } });
  expect(await write(own.publishableKey)).toMatchObject({ status: 429, json: { code: "too_many_writes" } });
  expect((await write(own.secretKey)).status, "nobody limits a secret key").toBe(201);
  expect(await put(own, { writes_per_minute: 100_000 })).toMatchObject({ status: 200 });
  expect((await write(own.publishableKey)).status).toBe(201);
});

test("what is no whole number from 1 to 100,000 is refused by name", async ({ own }) => {
  for (const [value, message] of [
    [0, "must be at least 1"],
    [100_001, "must be at most 100000"],
    [1.5, "must be an integer"],
    ["60", "must be a number"],
    [null, "must be a number"],
    [undefined, "is required"],
  ]) {
    const answer = await put(own, { writes_per_minute: value });
    expect(answer, String(value)).toMatchObject({
      status: 400,
      json: { code: "invalid_body", errors: [{ path: "writes_per_minute", message }] },
    });
  }
  const surprise = await put(own, { writes_per_minute: 5, burst: 2 });
  expect(surprise).toMatchObject({ status: 400, json: { errors: [{ path: "burst" }] } });
});

test("only who is signed in, from our own pages, and a member may change it", async ({ api, own }) => {
  const path = `/api/projects/${own.projectId}/write-limit`;
  const body = { writes_per_minute: 5 };
  expect((await api.call("PUT", path, { body })).status).toBe(401);
  expect((await api.call("PUT", path, { key: own.secretKey, body })).status, "no key reaches it").toBe(401);
  const headers = { origin: "https://evil.example" };
  expect((await own.signedIn.put(path, { data: body, headers })).status()).toBe(403);
  const elsewhere = "/api/projects/00000000-0000-7000-8000-000000000000/write-limit";
  expect((await own.signedIn.put(elsewhere, { data: body })).status()).toBe(404);
});

test("a publishable key may send no more than a megabyte, also where a server may", async ({ api, own }) => {
  const body = { events: [{ type: "signal", interaction_id: "i", signal: "x".repeat(1_000_000) }] };
  expect((await api.call("POST", "/api/events", { key: own.publishableKey, body })).status).toBe(413);
  expect((await api.call("POST", "/api/events", { key: own.secretKey, body })).status).toBe(207);
});
