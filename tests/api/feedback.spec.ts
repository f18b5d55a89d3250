import { expect, test } from "./api-test.ts";

const curlBody = {
  interaction_id: "int_abc123",
  feature_name: "article-summarizer",
  rating_type: "binary",
  rating_value: 0,
  rating_categories: ["inaccurate", "too_long"],
  feedback_comment: "Missed the main point",
  prompt_text: "Summarize the following article...",
  response_text: "This article discusses...",
  model_name: "gpt-4o-mini",
  prompt_template: "summarize-article",
  prompt_version: "v1",
};

test("a rating with its interaction inline is stored, replaced, and seen in the stats", async ({ api }) => {
  const key = api.secretKey;
  const first = await api.call("POST", "/api/feedback", { key, body: curlBody });
  expect(first.status).toBe(201);
  expect(first.json).toEqual({
    feedback_id: expect.any(String),
    interaction_id: "int_abc123",
    created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    message: expect.any(String),
  });
  const stats = await api.call("GET", "/api/feedback/stats/article-summarizer?days=7", { key });
  expect(stats.status).toBe(200);
  expect(stats.json).toEqual({
    feature: "article-summarizer",
    days: 7,
    stats: [
      {
        model_name: "gpt-4o-mini",
        prompt_version: "v1",
        total: 1,
        thumbs_up: 0,
        thumbs_down: 1,
        positive_rate: 0,
        positive_rate_low: 0,
        positive_rate_high: expect.closeTo(0.7935, 4),
        positive_rate_users: 1,
        star_count: 0,
        star_mean: null,
        correction_count: 0,
        comment_count: 1,
        scores: [],
      },
    ],
  });
  const second = await api.call("POST", "/api/feedback", { key, body: { ...curlBody, rating_value: 1 } });
  expect(second.status).toBe(200);
  expect(second.json.feedback_id).toBe(first.json.feedback_id);
  const after = await api.call("GET", "/api/feedback/stats/article-summarizer?days=7", { key });
  expect(after.json.stats[0]).toMatchObject({ total: 1, thumbs_up: 1, thumbs_down: 0, positive_rate: 1 });
});

const long = (count: number) => "x".repeat(count);

const wrongValues: [string, unknown][] = [
  ["interaction_id", ""],
  ["interaction_id", 7],
  ["rating_type", "thumb"],
  ["rating_value", 2],
  ["rating_value", "1"],
  ["rating_value", null],
  ["rating_categories", "too_long"],
  ["correction_text", "an edit"],
  ["session_id", 5],
  ["feedback_token", 5],
  ["metadata", "text"],
  ["created_at", "yesterday"],
  ["created_at", "2999-01-01T00:00:00Z"],
  ["feature_name", ""],
  ["response_text", 1],
  ["input", 1],
  ["prompt_version", 2],
  ["prompt_variables", "text"],
  ["retrieved_context", "text"],
  ["citations", {}],
  ["model_params", []],
  ["response_latency_ms", -1],
  ["output_tokens", "9"],
  ["cost_usd", -0.1],
  ["tenant", 1],
  ["language", "not a language"],
  ["experiment", 1],
  ["variant", 1],
  ["surprise", 1],
];

for (const [path, value] of wrongValues) {
  const name = path.split(".")[0] ?? path;
  test(`a wrong ${path} (${JSON.stringify(value)?.slice(0, 30)}) gets a 400 that names it`, async ({
    api,
  }) => {
    const answer = await api.call("POST", "/api/feedback", {
      key: api.secretKey,
      body: { ...curlBody, interaction_id: "int_wrong", [name]: value },
    });
    expect(answer.status).toBe(400);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(answer.json).toMatchObject({ status: 400, code: "invalid_body", instance: "/api/feedback" });
    expect(answer.json.request_id).toBe(answer.headers["x-request-id"]);
    expect(answer.json.errors.map((error: { path: string }) => error.path)).toContain(path);
    const stored = await api.call("GET", "/api/interactions/int_wrong", { key: api.secretKey });
    expect(stored.status, "nothing of a refused body is stored").toBe(404);
  });
}

const tooMuch: [field: string, value: unknown, path: string][] = [
  ["rating_categories", Array.from({ length: 21 }, (_, index) => `c${index}`), "rating_categories"],
  ["rating_categories", [long(129)], "rating_categories.0"],
  ["feedback_comment", long(100_001), "feedback_comment"],
  ["user_id", long(155), "user_id"],
  ["feedback_id", long(129), "feedback_id"],
  ["response_text", long(100_001), "response_text"],
  ["model_name", long(129), "model_name"],
  ["prompt_text", long(100_001), "prompt_text"],
  ["retrieved_context", Array.from({ length: 150 }, () => "p"), "retrieved_context"],
  ["retrieved_context", [{ text: long(120_000) }], "retrieved_context.0.text"],
  ["metadata", { a: long(20_000) }, "metadata.a"],
  ["token_count", 3e9, "token_count"],
];

for (const [field, value, path] of tooMuch) {
  test(`too much of ${path} is cut, and the rating and its answer are kept`, async ({ api }) => {
    const key = api.secretKey;
    const interaction_id = `int_cut_${path}_${Math.random()}`;
    const body = { ...curlBody, interaction_id, [field]: value };
    const rated = await api.call("POST", "/api/feedback", { key, body });
    expect(rated).toMatchObject({ status: 201, json: { clipped: [{ path, message: expect.any(String) }] } });
    expect(await api.call("POST", "/api/feedback", { key, body }), "a retry is the same").toMatchObject({
      json: { feedback_id: rated.json.feedback_id },
    });
    const stored = await api.call("GET", `/api/interactions/${interaction_id}`, { key });
    expect(stored.json).toMatchObject({ feedback: [{ rating_value: 0 }], clipped: [{ path }] });
  });
}

test("a body that is not JSON, empty, too large, too deep or with a NUL is refused by name", async ({
  api,
}) => {
  const send = async (body: string) => {
    const { status, json } = await api.call("POST", "/api/feedback", { key: api.secretKey, body });
    return `${status} ${json.code}`;
  };
  expect(await send('{"interaction_id":')).toBe("400 malformed_json");
  expect(await send(" ")).toBe("400 malformed_json");
  expect(await send("[1]")).toBe("400 invalid_body");
  expect(await send(JSON.stringify({ ...curlBody, response_text: long(1_000_001) }))).toBe(
    "413 body_too_large",
  );
  expect(await send(`{"metadata":${'{"a":'.repeat(25)}1${"}".repeat(25)}}`)).toBe("400 invalid_body");
  expect(await send(JSON.stringify({ ...curlBody, feedback_comment: "a\0b" }))).toBe("400 invalid_body");
  expect(await send(JSON.stringify({ ...curlBody, feedback_comment: "\ud800" }))).toBe("400 invalid_body");
});

test("a correction, stars and a comment are kept beside each other", async ({ api }) => {
  const rate = (fields: Record<string, unknown>) =>
    api.call("POST", "/api/feedback", {
      key: api.secretKey,
      body: {
        interaction_id: "int_many",
        feature_name: "f",
        response_text: "r",
        model_name: "m",
        user_id: "u",
        ...fields,
      },
    });
  expect((await rate({ rating_type: "stars", rating_value: 4 })).status).toBe(201);
  expect((await rate({ rating_type: "correction", correction_text: "better" })).status).toBe(201);
  expect((await rate({ rating_type: "comment", feedback_comment: "Thanks" })).status).toBe(201);
  const all = await api.call("GET", "/api/feedback/int_many", { key: api.secretKey });
  expect(all.json.data.map((item: { rating_type: string }) => item.rating_type)).toEqual([
    "stars",
    "correction",
    "comment",
  ]);
  expect(JSON.stringify(all.json)).not.toContain('"u"');
});
