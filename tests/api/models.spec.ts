import { createServerClient } from "#components/feedback/client/index.ts";
import { sessionFile } from "../driving/owner.ts";
import { type Api, expect, test } from "./api-test.ts";
import { refusedFor } from "./dashboard-case.ts";

const calls = (api: Api) => {
  const call = (method: string) => (path: string, body?: unknown) =>
    api.call(method, `/api${path}`, { key: api.secretKey, body });
  return { get: call("GET"), post: call("POST"), put: call("PUT") };
};

test("a model is labeled, read, switched and rolled back", async ({ api, baseURL }) => {
  const { get, put } = calls(api);
  expect((await get("/models/sum")).json).toMatchObject({ status: 404, code: "not_found" });
  const place = (model_name: string | null, more = {}) =>
    put("/models/sum/labels/production", { model_name, reason: "Better.", ...more });
  const made = await place("small");
  expect([made.status, made.json]).toEqual([200, { label: "production", model_name: "small" }]);
  const read = await get("/models/sum?label=production");
  expect(read.json).toEqual({ feature: "sum", label: "production", model_name: "small" });
  expect(read.headers).toMatchObject({
    "cache-control": "private, max-age=10, stale-while-revalidate=300",
    etag: expect.stringMatching(/^"\w+"$/),
  });
  await place("large", { from_model: "small" });
  expect((await place("huge", { from_model: "small" })).json).toMatchObject({
    status: 409,
    code: "label_moved",
  });
  const client = createServerClient({ baseUrl: baseURL ?? "", secretKey: api.secretKey });
  expect(await client.getModel("sum", { fallback: "tiny" })).toEqual({
    ...{ modelName: "large", isFallback: false, track: { feature_name: "sum", model_name: "large" } },
  });
  await place("small");
  expect((await get("/models/sum")).json).toMatchObject({ model_name: "small" });
  expect((await get("/models/sum/labels")).json).toMatchObject({
    data: [{ label: "production", model_name: "small" }],
    moves: [
      {
        from_model: "large",
        to_model: "small",
        by_itself: false,
        moved_by: expect.stringMatching(/^API key /),
      },
      { from_model: "small", to_model: "large" },
      { from_model: null, to_model: "small" },
    ],
  });
  expect((await place(null)).status).toBe(204);
  expect((await get("/models/sum")).status).toBe(404);
});

test("what cannot be is refused by name", async ({ api }) => {
  const { get, put } = calls(api);
  const named = { model_name: "m", reason: "" };
  expect(refusedFor(await put("/models/f/labels/v3", named))).toEqual([400, "invalid_query", "label"]);
  expect(refusedFor(await put("/models/f/labels/x", { reason: "" }))).toEqual([
    400,
    "invalid_body",
    "model_name",
  ]);
  expect(refusedFor(await get("/models/f?label=v3"))).toEqual([400, "invalid_query", "label"]);
  expect(refusedFor(await get("/recommendations/f?tz=Mars"))).toEqual([400, "invalid_query", "tz"]);
  expect((await get("/recommendations/never")).json).toMatchObject({ status: 404, code: "not_found" });
  for (const [method, path] of [
    ["GET", "/api/models/f"],
    ["GET", "/api/models/f/labels"],
    ["PUT", "/api/models/f/labels/production"],
    ["GET", "/api/recommendations/f"],
  ] as const) {
    const { status, json } = await api.call(method, path, {
      ...{ key: api.publishableKey, ...(method === "PUT" ? { body: named } : {}) },
    });
    expect(`${status} ${json.code}`, path).toBe("403 key_kind_not_allowed");
  }
});

test("a recommendation says what it is based on", async ({ api }) => {
  const { get, post } = calls(api);
  const answers = ["small", "large"].flatMap((model_name) =>
    Array.from({ length: 12 }, (_, at) => {
      const interaction_id = `${model_name}-${at}`;
      const answer = { feature_name: "recommend", response_text: "r", user_id: interaction_id };
      return [
        { type: "interaction", interaction_id, model_name, ...answer },
        { type: "feedback", interaction_id, rating_type: "binary", rating_value: at % 2 },
      ];
    }).flat(),
  );
  await post("/events", { events: answers });
  const { json } = await get("/recommendations/recommend");
  expect(json).toMatchObject({
    ...{ feature: "recommend", recommendation: "not_enough_data", model: null, randomized: false },
    reasons: [{ code: "too_few_ratings" }, { code: "too_few_ratings" }],
    models: [{ ratings: 12 }, { ratings: 12 }],
  });
  expect(json.warnings[0]).toMatchObject({ code: "not_randomized" });
});

test("owners allow a switch by itself, on the page alone", async ({ api, playwright, baseURL }) => {
  const page = await playwright.request.newContext({ baseURL: baseURL ?? "", storageState: sessionFile() });
  const address = `/api/projects/${api.projectId}/models/sum/automatic`;
  const allowed = await page.put(address, { data: { automatic: true } });
  expect([allowed.status(), await allowed.json()]).toEqual([200, { automatic: true }]);
  const byKey = await api.call("PUT", address, { key: api.secretKey, body: { automatic: false } });
  expect(byKey.status).toBe(401);
  await page.dispose();
});
