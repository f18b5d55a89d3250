import { expect, test } from "./api-test.ts";

const answer = { feature_name: "f", response_text: "r", model_name: "m" };

test("one interaction is logged, retried and read back; its token is the same each time", async ({ api }) => {
  const body = { ...answer, interaction_id: "log-1", input: "q", metadata: { plan: "pro" }, user_id: "u-1" };
  const send = () => api.call("POST", "/api/interactions", { key: api.secretKey, body });
  const [first, second] = [await send(), await send()];
  expect(first.status).toBe(201);
  expect(Object.keys(first.json).sort()).toEqual(["created_at", "feedback_token", "interaction_id"]);
  expect(second.json).toEqual(first.json);
  const read = await api.call("GET", "/api/interactions/log-1", { key: api.secretKey });
  expect(read.json).toMatchObject({ ...answer, input: "q", metadata: { plan: "pro" }, feedback: [] });
  expect(JSON.stringify(read.json)).not.toContain("u-1");
  const other = { ...body, response_text: "another" };
  const reused = await api.call("POST", "/api/interactions", { key: api.secretKey, body: other });
  expect(`${reused.status} ${reused.json.code}`).toBe("422 id_reused");
});

test("too much of one field does not cost the answer, and long ids are the same to every route", async ({
  api,
}) => {
  const key = api.secretKey;
  const long = `user-${"x".repeat(150)}`;
  const body = {
    ...{ ...answer, user_id: long, session_id: long, interaction_id: long },
    metadata: { ticket: "T-1", trace: "y".repeat(20_000) },
    tool_calls: [{ name: "search", arguments: '{"q":"refund"}' }],
  };
  const logged = await api.call("POST", "/api/interactions", { key, body });
  expect(logged.status).toBe(201);
  expect(logged.json.feedback_token).toEqual(expect.any(String));
  const paths = ["interaction_id", "user_id", "session_id", "metadata.trace"];
  expect(logged.json.clipped.map(({ path }: { path: string }) => path).sort()).toEqual(paths.sort());
  expect((await api.call("POST", "/api/interactions", { key, body })).json).toEqual(logged.json);
  const rated = await api.call("POST", "/api/feedback", {
    key: api.publishableKey,
    token: logged.json.feedback_token,
    origin: "http://localhost:4321",
    body: { interaction_id: long, user_id: long, rating_type: "binary", rating_value: 1 },
  });
  expect(rated.status, JSON.stringify(rated.json)).toBe(201);
  const read = await api.call("GET", `/api/interactions/${encodeURIComponent(logged.json.interaction_id)}`, {
    key,
  });
  expect(read.json).toMatchObject({
    metadata: { ticket: "T-1" },
    tool_calls: [{ name: "search" }],
    clipped: logged.json.clipped,
    feedback: [{ rating_value: 1, user_hash: read.json.user_hash }],
  });
});

test("an answer of tool calls alone is logged and rated", async ({ api }) => {
  const key = api.secretKey;
  const silent = { ...answer, response_text: "" };
  const post = (body: object) => api.call("POST", "/api/interactions", { key, body });
  expect((await post(silent)).json.errors).toMatchObject([{ path: "response_text" }]);
  expect((await post({ ...silent, tool_calls: [{ name: "search" }] })).status).toBe(201);
  expect((await post({ ...silent, finish_reason: "content-filter" })).status).toBe(201);
});

test("what hangs on an interaction is read with it", async ({ api }) => {
  const key = api.secretKey;
  const on = { interaction_id: "hung-1", user_id: "u-1" };
  await api.call("POST", "/api/interactions", { key, body: { ...answer, interaction_id: "hung-1" } });
  const read = async () => (await api.call("GET", "/api/interactions/hung-1", { key })).json;
  expect(await read()).toMatchObject({ annotations: [], signals: [] });
  const annotations = [
    { ...on, annotation_id: "hung-a-1", quote: { exact: "says", prefix: "It " }, category: "wrong" },
    { ...on, annotation_id: "hung-a-2", quote: { exact: "It" }, position: { start: 0, end: 2 } },
  ].map((body, index) => ({ ...body, created_at: `2026-05-01T00:00:0${index}Z` }));
  await api.call("POST", "/api/annotations", { key, body: { annotations } });
  const signal = { ...on, signal_id: "hung-s-1", signal: "dwell", value: 12.5, session_id: "s-1" };
  await api.call("POST", "/api/signals", { key, body: { ...signal, occurred_at: "2026-05-01T00:00:00Z" } });
  const user_hash = expect.stringMatching(/^[\w-]{43}$/);
  const hung = await read();
  expect(hung.annotations).toEqual([
    {
      ...{ annotation_id: "hung-a-1", quote: { exact: "says", prefix: "It ", suffix: null }, position: null },
      ...{ category: "wrong", comment: null, user_hash, session_id: null },
      created_at: "2026-05-01T00:00:00.000Z",
    },
    expect.objectContaining({ annotation_id: "hung-a-2", position: { start: 0, end: 2 }, category: null }),
  ]);
  expect(hung.signals).toEqual([
    {
      ...{ signal_id: "hung-s-1", signal: "dwell", value: 12.5, user_hash, session_id: "s-1" },
      occurred_at: "2026-05-01T00:00:00.000Z",
    },
  ]);
});

test("a batch has a result for each member; 201 when all were stored, 207 when some were refused", async ({
  api,
}) => {
  const send = (interactions: unknown[]) =>
    api.call("POST", "/api/interactions", { key: api.secretKey, body: { interactions } });
  const whole = await send([{ ...answer, interaction_id: "batch-1" }, answer]);
  expect(whole.status).toBe(201);
  expect(whole.json.results).toHaveLength(2);
  const mixed = await send([answer, { ...answer, model_name: 7 }]);
  expect(mixed.status).toBe(207);
  expect(mixed.json.results[1]).toMatchObject({ status: 400, errors: [{ path: "model_name" }] });
  const tooMany = await send(Array.from({ length: 1_001 }, () => ({})));
  expect(`${tooMany.status} ${tooMany.json.errors[0].path}`).toBe("400 interactions");
});

test("the list is filtered and paged, and a wrong value of each filter is named", async ({ api }) => {
  const key = api.secretKey;
  const interactions = Array.from({ length: 5 }, (_, index) => ({
    ...answer,
    feature_name: "paged",
    interaction_id: `paged-${index}`,
    created_at: `2026-05-0${index + 1}T00:00:00Z`,
  }));
  await api.call("POST", "/api/interactions", { key, body: { interactions } });
  const seen: string[] = [];
  let cursor = "";
  do {
    const page = await api.call(
      "GET",
      `/api/interactions?feature=paged&limit=2&cursor=${cursor}`.replace(/&cursor=$/, ""),
      { key },
    );
    seen.push(...page.json.data.map((line: { interaction_id: string }) => line.interaction_id));
    cursor = page.json.next_cursor;
  } while (cursor);
  expect(seen).toEqual(["paged-4", "paged-3", "paged-2", "paged-1", "paged-0"]);
  const window = await api.call(
    "GET",
    "/api/interactions?feature=paged&from=2026-05-02T00:00:00Z&to=2026-05-04T00:00:00Z",
    { key },
  );
  expect(window.json.data).toHaveLength(2);
  for (const wrong of [
    "limit=0",
    "limit=1e2",
    "cursor=x",
    "from=yesterday",
    "rating=good",
    "feature=%00",
    "x=1",
  ]) {
    const { status, json } = await api.call("GET", `/api/interactions?${wrong}`, { key });
    expect([status, json.code, json.errors[0].path], wrong).toEqual([
      400,
      "invalid_query",
      wrong.split("=")[0],
    ]);
  }
});

test("the dashboard's numbers come with n and interval, and days are cut in the zone asked for", async ({
  api,
}) => {
  const key = api.secretKey;
  const rate = (id: string, value: number, created_at: string) =>
    api.call("POST", "/api/feedback", {
      key,
      body: {
        ...answer,
        feature_name: "zoned",
        interaction_id: id,
        rating_type: "binary",
        rating_value: value,
        rating_categories: value ? [] : ["too_long"],
        created_at,
      },
    });
  await rate("zoned-1", 1, "2026-06-01T23:30:00Z");
  await rate("zoned-2", 0, "2026-06-02T12:00:00Z");
  const trend = async (tz: string) => {
    const { json } = await api.call(
      "GET",
      `/api/dashboard/trends/zoned?from=2026-06-01&to=2026-06-03&tz=${tz}`,
      { key },
    );
    return json.data.map((day: { day: string; positive_rate: { value: number | null; n: number } }) => [
      day.day,
      day.positive_rate.value,
      day.positive_rate.n,
    ]);
  };
  expect(await trend("UTC")).toEqual([
    ["2026-06-01", 1, 1],
    ["2026-06-02", 0, 1],
    ["2026-06-03", null, 0],
  ]);
  expect(await trend("Asia/Tokyo")).toEqual([
    ["2026-06-01", null, 0],
    ["2026-06-02", 0.5, 2],
    ["2026-06-03", null, 0],
  ]);
  const window = "from=2026-06-01&to=2026-06-03";
  const categories = await api.call("GET", `/api/dashboard/categories/zoned?${window}`, { key });
  expect(categories.json.data).toMatchObject([
    { category: "too_long", count: 1, share_of_thumbs_down: { value: 1, n: 1 } },
  ]);
  const models = await api.call("GET", `/api/dashboard/models/zoned?${window}`, { key });
  expect(models.json.data).toMatchObject([
    { model_name: "m", interactions: 2, response_rate: { value: 1, n: 2 } },
  ]);
  const features = await api.call("GET", `/api/dashboard/features?${window}`, { key });
  expect(features.json.data).toMatchObject([{ feature_name: "zoned", thumbs_up: 1, thumbs_down: 1 }]);
  for (const wrong of ["tz=Mars/Base", "tz=SST", "days=0", "from=2026-06-01", "days=x"]) {
    const { status } = await api.call("GET", `/api/dashboard/trends/zoned?${wrong}`, { key });
    expect(status, wrong).toBe(400);
  }
});

test("health, readiness and the contract need no key; an unknown address is a problem", async ({ api }) => {
  expect((await api.call("GET", "/api/health")).json).toEqual({ status: "ok" });
  expect((await api.call("GET", "/api/ready")).json).toEqual({
    status: "ready",
    event_loop_delay_ms: { p99: expect.any(Number), max: expect.any(Number) },
  });
  const contract = await api.call("GET", "/api/openapi.json");
  expect(contract.json.openapi).toBe("3.1.0");
  expect(Object.keys(contract.json.paths)).toContain("/api/feedback");
  expect((await api.call("GET", "/api/nowhere/at/all")).json.code).toBe("not_found");
  expect((await api.call("GET", "/api/interactions/%FF", { key: api.secretKey })).json.code).toBe(
    "malformed_address",
  );
});
