import { request as httpRequest } from "node:http";
import { expect, test } from "./api-test.ts";

const answer = { feature_name: "f", response_text: "It says …", model_name: "m" };
const unique = () => `i-${crypto.randomUUID()}`;

test("a mixed batch is stored, with a result for each event in order", async ({ api }) => {
  const key = api.secretKey;
  const id = unique();
  const events = [
    { type: "interaction", ...answer, interaction_id: id },
    { type: "feedback", interaction_id: id, rating_type: "stars", rating_value: 4 },
    { type: "annotation", interaction_id: id, quote: { exact: "It says" }, category: "wrong" },
    { type: "signal", interaction_id: id, signal: "dwell", value: 12.5 },
  ];
  const whole = await api.call("POST", "/api/events", { key, body: { events } });
  expect(whole.status).toBe(201);
  expect(whole.json.results).toEqual([
    {
      ...{ type: "interaction", status: 201, interaction_id: id },
      ...{ feedback_token: expect.any(String), created_at: expect.any(String) },
    },
    expect.objectContaining({ type: "feedback", status: 201, interaction_id: id }),
    expect.objectContaining({ type: "annotation", status: 201, annotation_id: expect.any(String) }),
    expect.objectContaining({ type: "signal", status: 201, signal_id: expect.any(String) }),
  ]);
  const part = await api.call("POST", "/api/events", {
    key,
    body: { events: [events[3], { type: "signal", interaction_id: id, signal: "clap" }, { type: "x" }] },
  });
  expect(part.status).toBe(207);
  expect(part.json.results.map(({ status }: { status: number }) => status)).toEqual([201, 400, 400]);
  expect(part.json.results[2].errors).toEqual([
    { path: "type", message: expect.stringContaining("interaction") },
  ]);
});

test("annotations and signals come one by one or in batches", async ({ api }) => {
  const key = api.secretKey;
  const id = unique();
  await api.call("POST", "/api/interactions", { key, body: { ...answer, interaction_id: id } });
  const note = { interaction_id: id, quote: { exact: "says" }, position: { start: 3, end: 7 } };
  const signal = { interaction_id: id, signal: "copy" };
  expect(await api.call("POST", "/api/annotations", { key, body: note })).toMatchObject({
    status: 201,
    json: { annotation_id: expect.any(String), interaction_id: id },
  });
  expect(await api.call("POST", "/api/signals", { key, body: signal })).toMatchObject({
    status: 201,
    json: { signal_id: expect.any(String), interaction_id: id },
  });
  const notes = await api.call("POST", "/api/annotations", { key, body: { annotations: [note, {}] } });
  expect(notes).toMatchObject({ status: 207, json: { results: [{ status: 201 }, { status: 400 }] } });
  const signals = await api.call("POST", "/api/signals", { key, body: { signals: [signal, signal] } });
  expect(signals).toMatchObject({ status: 201, json: { results: [{ status: 201 }, { status: 201 }] } });
  const backwards = { ...note, position: { start: 7, end: 3 } };
  expect((await api.call("POST", "/api/annotations", { key, body: backwards })).json.errors).toEqual([
    { path: "position.end", message: "must be greater than start" },
  ]);
});

test("a page that is being left may send a beacon, with its publishable key in the address", async ({
  api,
}) => {
  const { json } = await api.call("POST", "/api/interactions", { key: api.secretKey, body: answer });
  const events = [
    {
      ...{ type: "signal", interaction_id: json.interaction_id, signal: "abandon" },
      feedback_token: json.feedback_token,
    },
  ];
  const beacon = (key: string) =>
    api.call("POST", `/api/events?key=${key}`, {
      origin: "http://localhost:4321",
      contentType: "text/plain;charset=UTF-8",
      body: { events },
    });
  expect(await beacon(api.publishableKey)).toMatchObject({
    status: 201,
    json: { results: [{ status: 201 }] },
  });
  expect((await beacon(api.secretKey)).json.code).toBe("key_kind_not_allowed");
  expect((await beacon("pk_unknown")).json.code).toBe("credentials_invalid");
  const elsewhere = await api.call("POST", `/api/feedback?key=${api.publishableKey}`, { body: {} });
  expect(elsewhere.json.code, "only batches take beacons").toBe("credentials_missing");
});

test("feedback that comes before its interaction is kept, listed, and joined when it arrives", async ({
  api,
}) => {
  const key = api.secretKey;
  const id = unique();
  const rating = { interaction_id: id, rating_type: "binary", rating_value: 0 };
  const early = await api.call("POST", "/api/feedback", { key, body: rating });
  expect(early).toMatchObject({ status: 202, json: { interaction_id: id } });
  const { json } = await api.call("GET", "/api/events?state=waiting", { key });
  expect(json.data).toContainEqual({
    ...{ type: "feedback", event_id: early.json.feedback_id, interaction_id: id, state: "waiting" },
    received_at: expect.any(String),
    event: expect.objectContaining({ rating_type: "binary", rating_value: 0 }),
  });
  expect(JSON.stringify(json)).not.toContain("fingerprint");
  await api.call("POST", "/api/interactions", { key, body: { ...answer, interaction_id: id } });
  const joined = await api.call("GET", `/api/feedback/${id}`, { key });
  expect(joined.json.data).toMatchObject([{ feedback_id: early.json.feedback_id, rating_value: 0 }]);
});

test("events that wait are deleted one by one or all of a state", async ({ api }) => {
  const key = api.secretKey;
  const ids = [unique(), unique()];
  for (const interaction_id of ids)
    await api.call("POST", "/api/signals", {
      key,
      body: { interaction_id, signal_id: interaction_id, signal: "copy" },
    });
  const waiting = async () => {
    const { json } = await api.call("GET", "/api/events?state=waiting&limit=200", { key });
    return ids.filter((id) => JSON.stringify(json.data).includes(id));
  };
  const remove = (query: string) => api.call("DELETE", `/api/events?${query}`, { key });
  expect(await waiting()).toEqual(ids);
  const one = `state=waiting&type=signal&event_id=${ids[0]}`;
  expect(await remove(one)).toMatchObject({ status: 200, json: { deleted: 1 } });
  expect(await remove(one)).toMatchObject({ status: 200, json: { deleted: 0 } });
  expect(await waiting()).toEqual([ids[1]]);
  expect(await remove("state=orphaned")).toMatchObject({ status: 200, json: { deleted: 0 } });
  for (const wrong of ["", "state=all", "type=signal", "state=waiting&type=x"])
    expect((await remove(wrong)).status, wrong).toBe(400);
  expect((await api.call("DELETE", "/api/events?state=waiting", { key: api.publishableKey })).status).toBe(
    403,
  );
});

test("an Idempotency-Key brings the first answer again", async ({ api }) => {
  const key = api.secretKey;
  const idempotencyKey = unique();
  const post = (body: unknown) => api.call("POST", "/api/interactions", { key, idempotencyKey, body });
  const first = await post(answer);
  expect(first.status).toBe(201);
  expect(await post(answer)).toMatchObject({ status: 201, json: first.json });
  expect(await post({ ...answer, response_text: "Other" })).toMatchObject({
    status: 422,
    json: { code: "idempotency_key_reused" },
  });
  const elsewhere = { key, idempotencyKey, body: { events: [{ type: "interaction", ...answer }] } };
  expect((await api.call("POST", "/api/events", elsewhere)).json.code).toBe("idempotency_key_reused");
});

test("a browser is told how much it may still write, and when to come again", async ({ api }) => {
  const { json } = await api.call("POST", "/api/interactions", { key: api.secretKey, body: answer });
  const call = { key: api.publishableKey, token: json.feedback_token, origin: "http://localhost:4321" };
  const body = (count: number) => ({
    signals: Array.from({ length: count }, () => ({ interaction_id: json.interaction_id, signal: "copy" })),
  });
  const first = await api.call("POST", "/api/signals", { ...call, body: body(1) });
  expect(first.headers).toMatchObject({
    "ratelimit-limit": "60",
    "ratelimit-policy": "60;w=60",
    "access-control-expose-headers": expect.stringContaining("ratelimit-remaining"),
  });
  const most = await api.call("POST", "/api/signals", { ...call, body: body(60) });
  expect(most.status).toBe(207);
  expect(most.json.results.at(-1)).toMatchObject({ status: 429, retry_after: expect.any(Number) });
  const last = await api.call("POST", "/api/signals", { ...call, body: body(1) });
  expect(last).toMatchObject({ status: 429, json: { code: "too_many_writes" } });
  expect(last.headers).toMatchObject({ "ratelimit-remaining": "0" });
  expect(Number(last.headers["retry-after"])).toBeGreaterThan(0);
  const forged = await api.call("POST", "/api/signals", {
    ...call,
    forwardedFor: "203.0.113.9",
    body: body(1),
  });
  expect(forged.status, "a client's own X-Forwarded-For is not believed").toBe(429);
});

test("personal data is taken out of every text before it is stored", async ({ api }) => {
  const key = api.secretKey;
  const id = unique();
  const secret = "jane.doe@example.com";
  await api.call("POST", "/api/interactions", {
    key,
    body: {
      ...{ feature_name: "f", model_name: "m", interaction_id: id, input: `I am ${secret}` },
      response_text: `Hello ${secret}`,
      prompt_text: `Answer ${secret}`,
      retrieved_context: [{ id: "d", text: `Customer ${secret}` }, `Mail ${secret}`],
      metadata: { deep: { list: [`from ${secret}`] } },
    },
  });
  await api.call("POST", "/api/feedback", {
    key,
    body: { interaction_id: id, rating_type: "comment", feedback_comment: `Write to ${secret}` },
  });
  const { json } = await api.call("GET", `/api/interactions/${id}`, { key });
  expect(JSON.stringify(json)).not.toContain(secret);
  expect(json).toMatchObject({
    response_text: "Hello [EMAIL]",
    retrieved_context: [{ id: "d", text: "Customer [EMAIL]" }, "Mail [EMAIL]"],
    metadata: { deep: { list: ["from [EMAIL]"] } },
  });
});

test("a body that is too large is refused before it is read", async ({ baseURL, api }) => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const request = httpRequest(`${baseURL}/api/signals`, {
      method: "POST",
      headers: { authorization: `Bearer ${api.secretKey}`, "content-length": "900000000" },
    });
    request.on("response", (response) => {
      resolve(response.statusCode);
      request.destroy();
    });
    request.on("error", reject);
    request.write("{");
  });
  expect(status).toBe(413);
});
