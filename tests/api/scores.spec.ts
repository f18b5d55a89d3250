import { expect, test } from "./api-test.ts";
import { refusedFor } from "./dashboard-case.ts";

const FEATURE = "scored-support";
const OCTOBER = "from=2026-10-01&to=2026-10-31";
const PREVIOUS = "from=2026-10-16&to=2026-10-31";

const answerOf = (interaction_id: string, model_name: string, more: object = {}) => ({
  ...{ type: "interaction", interaction_id, feature_name: FEATURE, model_name, response_text: "It is so." },
  ...{ prompt_template: "support", prompt_version: "v1", created_at: "2026-10-20T10:00:00Z" },
  ...more,
});
const scoreOf = (score_name: string, value: boolean | number | string, more: object = {}) => ({
  ...{ type: "feedback", rating_type: "score", score_name },
  ...(typeof value === "string" ? { score_label: value } : { score_value: value }),
  ...more,
});
const body = ({ type: _, ...rest }: { type: string; [field: string]: unknown }) => rest;

test("a score is declared, listed, changed while it has no values of another type, and deleted", async ({
  api,
}) => {
  const key = api.secretKey;
  const put = (name: string, declared: object) =>
    api.call("PUT", `/api/scores/${name}`, { key, body: declared });
  const declared = { type: "category", labels: ["poor", "fair", "good"], direction: "higher" };
  const made = await put("declared%20grade", declared);
  expect([made.status, made.json]).toEqual([
    200,
    { name: "declared grade", ...declared, min: null, max: null, confirmed: true },
  ]);
  const { json: list } = await api.call("GET", "/api/scores", { key });
  expect(list.data).toContainEqual(made.json);
  expect(refusedFor(await put("wrong", { type: "number", min: 3, max: 1 }))).toEqual([
    400,
    "invalid_body",
    "max",
  ]);
  expect((await put("wrong", { type: "category", labels: [] })).status).toBe(400);
  expect((await api.call("PUT", "/api/scores/x", { key: api.publishableKey, body: declared })).status).toBe(
    403,
  );
  const first = answerOf("declared-1", "small");
  const given = scoreOf("declared grade", "good", {
    interaction_id: "declared-1",
    feedback_id: "declared-f",
  });
  const sent = await api.call("POST", "/api/events", { key, body: { events: [first, given] } });
  expect(sent.status).toBe(201);
  expect((await put("declared%20grade", { type: "boolean" })).status).toBe(409);
  expect((await api.call("DELETE", "/api/scores/declared%20grade", { key })).status).toBe(409);
  expect((await api.call("DELETE", "/api/feedback/declared-f", { key })).status).toBe(204);
  expect((await api.call("DELETE", "/api/scores/declared%20grade", { key })).status).toBe(204);
  expect((await api.call("DELETE", "/api/scores/declared%20grade", { key })).status).toBe(404);
});

test("a secret key teaches a score, and a publishable key may only send what was declared", async ({
  api,
}) => {
  const key = api.secretKey;
  const logged = await api.call("POST", "/api/interactions", {
    key,
    body: body(answerOf("learn-1", "small")),
  });
  const send = (score: Parameters<typeof body>[0], call: object) =>
    api.call("POST", "/api/feedback", { ...call, body: body(score) });
  const browser = { key: api.publishableKey, token: logged.json.feedback_token };
  const helpful = scoreOf("helpful", true, { interaction_id: "learn-1" });
  expect(refusedFor(await send(helpful, browser))).toEqual([400, "invalid_body", "score_name"]);
  expect((await send({ ...helpful, user_id: "server" }, { key })).status).toBe(201);
  const learned = (await api.call("GET", "/api/scores", { key })).json.data;
  expect(learned).toContainEqual(
    expect.objectContaining({ name: "helpful", type: "boolean", confirmed: false }),
  );
  expect(refusedFor(await send(helpful, browser))).toEqual([400, "invalid_body", "score_name"]);
  await api.call("PUT", "/api/scores/helpful", { key, body: { type: "boolean", direction: "higher" } });
  expect((await send(helpful, browser)).status).toBe(201);
  for (const [score, path] of [
    [scoreOf("helpful", 0.5, { interaction_id: "learn-1" }), "score_value"],
    [scoreOf("helpful", "yes", { interaction_id: "learn-1" }), "score_label"],
    [{ ...helpful, score_value: undefined }, "score_value"],
    [{ ...helpful, score_name: undefined }, "score_name"],
  ] as const)
    expect(refusedFor(await send(score, { key }))).toEqual([400, "invalid_body", path]);
  expect(refusedFor(await send({ ...helpful, source: "reviewer" }, browser))).toEqual([
    ...[400, "invalid_body", "source"],
  ]);
});

test("one value is current for each name, rater and target, of an answer or of a session", async ({
  api,
}) => {
  const key = api.secretKey;
  await api.call("POST", "/api/events", {
    key,
    body: {
      events: ["one-1", "one-2"].map((id, index) =>
        answerOf(id, "small", { session_id: "one-s", created_at: `2026-10-20T1${index}:00:00Z` }),
      ),
    },
  });
  const send = async (value: number, more: object) => {
    const score = body(scoreOf("one effort", value, { user_id: "ada", ...more }));
    const { status, json } = await api.call("POST", "/api/feedback", { key, body: score });
    return [status, json.interaction_id, json.feedback_id] as const;
  };
  const [created, , id] = await send(3, { interaction_id: "one-1" });
  const [replaced, , same] = await send(5, { interaction_id: "one-1" });
  expect([created, replaced, same]).toEqual([201, 200, id]);
  expect((await send(4, { interaction_id: "one-1", user_id: "bob" }))[0]).toBe(201);
  expect((await send(1, { interaction_id: "one-1", source: "reviewer" }))[0]).toBe(201);
  // A session's lies on the answer that it had come to, and stays there when it is replaced.
  expect((await send(2, { session_id: "one-s" })).slice(0, 2)).toEqual([201, null]);
  expect((await send(6, { session_id: "one-s" })).slice(0, 2)).toEqual([200, null]);
  const later = await api.call("GET", "/api/feedback/one-2", { key });
  expect(later.json.data).toMatchObject([{ score_value: 6, scored_session: expect.anything() }]);
  const { json } = await api.call("GET", "/api/feedback/one-1", { key });
  const values = json.data.map(({ score_value, source }: Record<string, unknown>) => [source, score_value]);
  expect(values).toEqual(
    expect.arrayContaining([
      ["user", 5],
      ["user", 4],
      ["reviewer", 1],
    ]),
  );
  expect(values).toHaveLength(3);
  expect((await api.call("DELETE", `/api/feedback/${id}`, { key })).status).toBe(204);
  expect((await api.call("GET", "/api/feedback/one-1", { key })).json.data).toHaveLength(2);
});

test("scores stand in the trends, beside models, prompts and features, in the overview and in the stats", async ({
  api,
}) => {
  const key = api.secretKey;
  const models = ["large", "small"].flatMap((model, index) =>
    Array.from({ length: 12 }, (_, each) => ({
      id: `sc-${model}-${each}`,
      model,
      solved: each < 9 - 6 * index,
    })),
  );
  const sent = await api.call("POST", "/api/events", {
    key,
    body: {
      events: models.flatMap(({ id, model, solved }) => [
        answerOf(id, model),
        scoreOf("sc solved", solved, { interaction_id: id, user_id: "server" }),
        scoreOf("sc solved", false, { interaction_id: id, source: "reviewer" }),
      ]),
    },
  });
  expect(sent.status).toBe(201);
  const get = async (path: string) => {
    const { status, json } = await api.call("GET", path, { key });
    expect(status, JSON.stringify(json)).toBe(200);
    return json;
  };
  const own = (scores: { score_name: string }[]) =>
    scores.find(({ score_name }) => score_name === "sc solved");
  const overview = await get(`/api/dashboard/overview?feature=${FEATURE}&${PREVIOUS}`);
  expect(own(overview.scores)).toMatchObject({
    ...{ score_type: "boolean", target: "interaction", compared_label: null },
    ...{ current: { n: 24, share_true: { value: 0.5, n: 24 } }, previous: null, change: null },
  });
  const compared = (await get(`/api/dashboard/models/${FEATURE}?${OCTOBER}&against=small`)).compared;
  const large = compared.find(({ model_name }: { model_name: string }) => model_name === "large");
  expect(own(large.scores)).toMatchObject({
    ...{
      n: 12,
      share_true: { value: 0.75, low: expect.closeTo(0.4677, 3), high: expect.closeTo(0.9111, 3) },
    },
    ...{ difference: { value: 0.5, low: expect.closeTo(0.1008, 3), high: expect.closeTo(0.7277, 3) } },
  });
  const [version] = (await get(`/api/dashboard/prompts/${FEATURE}?${OCTOBER}`)).data;
  expect(own(version.scores)).toMatchObject({ n: 24, difference: null });
  const features = (await get(`/api/dashboard/features?${OCTOBER}`)).data;
  const feature = features.find(({ feature_name }: { feature_name: string }) => feature_name === FEATURE);
  expect(own(feature.scores)).toMatchObject({ n: 24, target: "interaction" });
  const trend = await get(`/api/dashboard/trends/${FEATURE}?${OCTOBER}&score=sc%20solved&split=model`);
  const dayOf = (points: { day: string; score: object }[]) =>
    points.find(({ day }) => day === "2026-10-20")?.score;
  expect(dayOf(trend.data)).toMatchObject({ n: 24, labels: [{ label: "true", count: 12 }, { count: 12 }] });
  const lines = trend.series.map(({ name, data }: { name: string; data: never[] }) => [name, dayOf(data)]);
  expect(lines).toContainEqual(["large", expect.objectContaining({ n: 12 })]);
  const plain = await get(`/api/dashboard/trends/${FEATURE}?${OCTOBER}`);
  expect(dayOf(plain.data)).toBeUndefined();
  const unknown = await api.call("GET", "/api/dashboard/trends?score=no%20such", { key });
  expect(refusedFor(unknown)).toEqual([400, "invalid_query", "score"]);
  const { stats } = await get(`/api/feedback/stats/${FEATURE}?days=3660`);
  const row = stats.find(({ model_name }: { model_name: string }) => model_name === "large");
  expect(row).toMatchObject({ total: 0, positive_rate: null });
  expect(own(row.scores)).toMatchObject({ n: 12, share_true: { value: 0.75 } });
  const reviewed = await get(`/api/dashboard/scores?feature=${FEATURE}&${OCTOBER}&source=reviewer`);
  expect(reviewed.data.find(({ name }: { name: string }) => name === "sc solved")).toMatchObject({
    ...{ n: 24, share_true: { value: 0 } },
  });
});
