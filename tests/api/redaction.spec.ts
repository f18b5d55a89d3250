import type { APIRequestContext } from "@playwright/test";
import { owner, sessionFile } from "../driving/owner.ts";
import { type Api, test as base, expect } from "./api-test.ts";

/** The owner's own requests, as their pages send them. */
const test = base.extend<{ person: APIRequestContext }>({
  person: async ({ playwright, baseURL }, use) => {
    const person = await playwright.request.newContext({ baseURL, storageState: sessionFile() });
    await use(person);
    await person.dispose();
  },
});

const text = "Mail ada@example.com or call +1 415 555 2671 about C-4411.";

async function stored(api: Api): Promise<Record<string, unknown>> {
  const body = {
    feature_name: "f",
    model_name: "m",
    response_text: text,
    retrieved_context: [text],
    metadata: { note: text, deep: [{ phone: "4155552671" }] },
  };
  const made = await api.call("POST", "/api/interactions", { key: api.secretKey, body });
  expect(made.status).toBe(201);
  return (await api.call("GET", `/api/interactions/${made.json.interaction_id}`, { key: api.secretKey }))
    .json;
}

test("nothing personal reaches the database, in texts, context and metadata", async ({ api }) => {
  const answer = JSON.stringify(await stored(api));
  expect(answer).toContain("Mail [EMAIL] or call [PHONE] about C-4411.");
  expect(answer).not.toMatch(/ada@|555/);
});

test("a dry run shows what would be taken, and where", async ({ api }) => {
  const { status, json } = await api.call("POST", "/api/redaction/preview", {
    key: api.secretKey,
    body: { text },
  });
  expect(status).toBe(200);
  expect(json.redacted).toBe("Mail [EMAIL] or call [PHONE] about C-4411.");
  expect(json.finds).toEqual([
    { kind: "email", start: 5, end: 20, placeholder: "[EMAIL]" },
    { kind: "phone", start: 29, end: 44, placeholder: "[PHONE]" },
  ]);
  const off = { enabled: false, kinds: [], patterns: [] };
  const tried = await api.call("POST", "/api/redaction/preview", {
    key: api.secretKey,
    body: { text, settings: off },
  });
  expect(tried.json).toEqual({ redacted: text, finds: [] });
});

test("a dry run is for servers, and says by name what does not fit", async ({ api }) => {
  const path = "/api/redaction/preview";
  expect((await api.call("POST", path, { key: api.publishableKey, body: { text } })).status).toBe(403);
  const settings = { enabled: true, kinds: ["email"], patterns: [{ name: "x", pattern: "(a)\\1" }] };
  const { status, json } = await api.call("POST", path, { key: api.secretKey, body: { text, settings } });
  expect(status).toBe(400);
  expect(json.errors[0].path).toBe("settings.patterns.0.pattern");
  expect(json.errors[0].message).toContain("backreference");
});

test("a project's settings are read, changed, and refused by field", async ({ api, person }) => {
  const path = `/api/projects/${api.projectId}/redaction`;
  const before = await (await person.get(path)).json();
  expect(before).toMatchObject({ enabled: true, patterns: [] });
  expect(before.kinds).toHaveLength(7);
  const settings = { enabled: true, kinds: ["phone"], patterns: [{ name: "case", pattern: "C-\\d+" }] };
  expect(await (await person.put(path, { data: settings })).json()).toEqual(settings);
  expect(await (await person.get(path)).json()).toEqual(settings);
  const preview = await person.post(`${path}/preview`, { data: { text } });
  expect((await preview.json()).redacted).toBe("Mail ada@example.com or call [PHONE] about [CASE].");
  const refused = await person.put(path, {
    data: { ...settings, patterns: [{ name: "case", pattern: "a*" }] },
  });
  expect(refused.status()).toBe(400);
  expect((await refused.json()).errors[0].path).toBe("patterns.0.pattern");
  await person.put(path, { data: before });
});

test("settings are for members of the project only", async ({ api, playwright, baseURL }) => {
  const stranger = await playwright.request.newContext({ baseURL });
  expect((await stranger.get(`/api/projects/${api.projectId}/redaction`)).status()).toBe(401);
  await stranger.dispose();
  const elsewhere = await api.call("GET", `/api/projects/${owner().projectSlug}/redaction`);
  expect(elsewhere.status).toBe(400);
});
