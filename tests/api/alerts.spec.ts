import { sessionFile } from "../driving/owner.ts";
import { expect, test } from "./api-test.ts";

const slow = {
  ...{ name: "Slow answers", metric: "latency_p95", window_minutes: 60, minimum: 1 },
  condition: { type: "threshold", op: "above", value: 5_000 },
};

test("rules are there from the first day, made, changed, paused and deleted with a secret key", async ({
  api,
}) => {
  const key = api.secretKey;
  const first = await api.call("GET", "/api/alert-rules", { key });
  const defaults = first.json.data.map(({ metric }: { metric: string }) => metric);
  expect(defaults.sort()).toEqual(["answers", "positive_rate", "ratings", "response_rate"]);
  const made = await api.call("POST", "/api/alert-rules", { key, body: slow });
  expect(made).toMatchObject({
    status: 201,
    json: {
      ...{
        name: "Slow answers",
        enabled: true,
        is_default: false,
        state: "ok",
        looked_at: null,
        muted: false,
      },
      words: "The 95th percentile of latency of all answers is above 5,000 ms within 1 hour",
      ...{ scope: {}, resolve_minutes: 60, created_by: expect.stringMatching(/^API key /) },
    },
  });
  const path = `/api/alert-rules/${made.json.rule_id}`;
  const mute = [{ type: "weekly", weekdays: [6, 7], from: "00:00", to: "23:59", tz: "Europe/Berlin" }];
  expect(await api.call("PATCH", path, { key, body: { mute, name: "Slow" } })).toMatchObject({
    status: 200,
    json: { name: "Slow", mute, condition: slow.condition, minimum: 1 },
  });
  expect(await api.call("PATCH", path, { key, body: { enabled: false } })).toMatchObject({
    json: { enabled: false, state: "ok", mute },
  });
  const alerts = await api.call("GET", "/api/alerts?state=ok", { key });
  expect(alerts.json.data).toContainEqual(expect.objectContaining({ name: "Slow", enabled: false }));
  expect((await api.call("GET", "/api/alerts?state=firing", { key })).json.data).toEqual([]);
  expect((await api.call("DELETE", path, { key })).status).toBe(204);
  expect((await api.call("DELETE", path, { key })).status).toBe(404);
  expect((await api.call("PATCH", path, { key, body: { enabled: true } })).status).toBe(404);
});

const berlin = { type: "weekly", weekdays: [1], from: "00:00", to: "01:00", tz: "Mars/Base" };

for (const [what, change, path, words] of [
  ["a metric", { metric: "happiness" }, "metric", /positive_rate.*category:NAME/],
  [
    "a category",
    { metric: "category:nonsense" },
    "metric",
    /category “nonsense”, which this project never had/,
  ],
  ["a check", { metric: "check:nonsense" }, "metric", /check \(a score that is true or false\) “nonsense”/],
  ["a dimension", { scope: { galaxy: "a" } }, "scope.galaxy", /not a known parameter/],
  [
    "dimensions together",
    { scope: { model: "m", language: "de" } },
    "scope",
    /not counted together by the hour/,
  ],
  ["a time zone", { mute: [berlin] }, "mute.0.tz", /IANA time zone/],
  ["a window", { window_minutes: 4 }, "window_minutes", /at least 5/],
  ["a longer window", { window_minutes: 10_081 }, "window_minutes", /at most 10080/],
  [
    "a condition",
    { condition: { type: "budget", usd: 1, per: "day" } },
    "condition.type",
    /a budget needs the metric cost/,
  ],
] as const)
  test(`${what} that cannot be watched is refused by name`, async ({ api }) => {
    const key = api.secretKey;
    const { status, json } = await api.call("POST", "/api/alert-rules", {
      key,
      body: { ...slow, ...change },
    });
    expect({ status, code: json.code }).toEqual({ status: 400, code: "invalid_body" });
    expect(json.errors[0].path).toBe(path);
    expect(json.errors[0].message).toMatch(words);
  });

test("a member previews a rule, and whoever is no member changes nothing", async ({
  api,
  playwright,
  baseURL,
}) => {
  const signedIn = await playwright.request.newContext({
    baseURL: baseURL ?? "",
    storageState: sessionFile(),
  });
  const url = `/api/projects/${api.projectId}/alert-rules`;
  const hours = [50, 49, 48].map((back) => new Date(Date.now() - back * 3_600_000).toISOString());
  const logged = hours.map((created_at, index) => ({
    ...{ interaction_id: `slow ${index} ${crypto.randomUUID()}`, feature_name: "f", model_name: "m" },
    ...{ response_text: "r", response_latency_ms: 9_000, created_at },
  }));
  await api.call("POST", "/api/interactions", { key: api.secretKey, body: { interactions: logged } });
  const previewed = await signedIn.post(`${url}/preview`, { data: slow });
  expect(await previewed.json()).toMatchObject({
    ...{ looks: 720, told: expect.any(Number), episodes: [{ value: 9_000, against: 5_000, n: 1 }] },
    differences: ["Means stand for percentiles, which are not kept by the hour."],
  });
  const refused = await signedIn.post(`${url}/preview`, { data: { ...slow, metric: "check:none" } });
  expect(refused.status()).toBe(400);
  const made = await signedIn.post(url, { data: slow });
  expect(made.status()).toBe(201);
  const { rule_id } = await made.json();
  expect((await signedIn.patch(`${url}/${rule_id}`, { data: {} })).status()).toBe(400);
  expect((await signedIn.delete(`${url}/${rule_id}`)).status()).toBe(204);
  await signedIn.dispose();
  expect((await api.call("POST", url, { key: api.secretKey, body: slow })).status).toBe(401);
});
