import { createServerClient } from "#components/feedback/client/index.ts";
import { assignVariant } from "#lib/domain/assignment.ts";
import { expect, test } from "./api-test.ts";
import { refusedFor } from "./dashboard-case.ts";

const arms = [
  { variant: "now", weight: 0.5 },
  { variant: "next", weight: 0.5 },
];
const draft = (experiment: string, more: object = {}) => ({
  ...{ experiment, hypothesis: "The next one is liked better.", arms },
  ...{ primary_metric: { metric: "positive_rate" }, guardrails: [{ metric: "latency", tolerance: 0.1 }] },
  ...more,
});
const reason = { reason: "Reviewed by the team." };

test("an experiment goes from a draft to a decision, and is refused by name on the way", async ({ api }) => {
  const key = api.secretKey;
  const call = (method: string, path: string, body?: object) =>
    api.call(method, `/api/experiments${path}`, { key, body });
  const unbalanced = draft("api-steps", { arms: [arms[0], { ...arms[1], weight: 0.4 }] });
  expect(refusedFor(await call("POST", "", unbalanced))).toEqual([400, "invalid_body", "arms"]);
  expect(refusedFor(await call("POST", "", { ...draft("api-steps"), color: "red" }))).toEqual([
    ...[400, "invalid_body", "color"],
  ]);
  const made = await call("POST", "", draft("api-steps", { hypothesis: "" }));
  expect([made.status, made.json.state, made.json.created_by]).toEqual([
    ...[201, "draft", expect.stringMatching(/^API key /)],
  ]);
  expect(refusedFor(await call("POST", "", draft("api-steps")))).toEqual([409, "conflict", "experiment"]);
  expect(refusedFor(await call("POST", "/api-steps/start", reason))).toEqual([
    ...[422, "experiment_incomplete", "hypothesis"],
  ]);
  expect((await call("PATCH", "/api-steps", { hypothesis: "It is better." })).status).toBe(200);
  expect(refusedFor(await call("POST", "/api-steps/start", { reason: " " }))).toEqual([
    ...[400, "invalid_body", "reason"],
  ]);
  expect((await call("POST", "/api-steps/start", reason)).json.state).toBe("running");
  expect(refusedFor(await call("PATCH", "/api-steps", { primary_metric: { metric: "star_mean" } }))).toEqual([
    ...[409, "conflict", "primary_metric"],
  ]);
  expect((await call("POST", "/api-steps/pause", reason)).json.state).toBe("paused");
  expect((await call("POST", "/api-steps/resume", reason)).json.state).toBe("running");
  expect(refusedFor(await call("POST", "/api-steps/promote", { ...reason, winner: "nobody" }))).toEqual([
    ...[400, "invalid_body", "winner"],
  ]);
  const decided = await call("POST", "/api-steps/promote", { ...reason, winner: "next" });
  expect(decided.json).toMatchObject({ state: "promoted", winner: "next" });
  expect(decided.json.decision.analysis.winner).toBeNull();
  expect((await call("POST", "/api-steps/stop", reason)).status).toBe(409);
  const { json } = await call("GET", "/api-steps");
  expect(json.transitions.map(({ to }: { to: string }) => to)).toEqual([
    ...["draft", "running", "paused", "running", "promoted"],
  ]);
  const { json: list } = await call("GET", "?state=promoted");
  expect(list.data.map(({ experiment }: { experiment: string }) => experiment)).toContain("api-steps");
  expect((await call("GET", "/nowhere/results")).status).toBe(404);
  expect((await api.call("GET", "/api/experiments", { key: api.publishableKey })).status).toBe(403);
});

test("users are counted where the salt deals them, whoever assigns", async ({ api }) => {
  const key = api.secretKey;
  await api.call("POST", "/api/experiments", { key, body: draft("api-users") });
  const { json: experiment } = await api.call("POST", "/api/experiments/api-users/start", {
    key,
    body: reason,
  });
  const users = Array.from({ length: 40 }, (_, index) => `user-${index}`);
  const dealt = users.map((user) => assignVariant(experiment, user));
  const answer = (index: number, variant: string | null) => ({
    ...{ type: "interaction", interaction_id: `api-users-${index}`, feature_name: "api-users" },
    ...{ model_name: "m", response_text: "It is so.", experiment: "api-users", response_latency_ms: 90 },
    ...{ user_id: users[index], variant },
  });
  const thumb = (index: number) => ({
    ...{ type: "feedback", interaction_id: `api-users-${index}`, rating_type: "binary" },
    ...{ rating_value: 1, user_id: users[index] },
  });
  const events = users.flatMap((_, index) => [answer(index, dealt[index] ?? null), thumb(index)]);
  const strange = { ...answer(0, "strange"), interaction_id: "api-users-strange" };
  const sent = await api.call("POST", "/api/events", { key, body: { events: [...events, strange] } });
  expect(sent.status).toBe(201);
  const now = dealt.filter((variant) => variant === "now").length;
  // A reader leaves to the job what that is counting just then.
  await expect(async () => {
    const { json } = await api.call("GET", "/api/experiments/api-users/results", { key });
    expect(json.analysis.arms).toMatchObject([
      { variant: "now", is_control: true, exposed: now, ratings: now, switched: 0 },
      { variant: "next", is_control: false, exposed: 40 - now, ratings: 40 - now, switched: 0 },
    ]);
    expect(json.uncounted).toEqual({ unknown_variant: 1, anonymous: 0 });
    expect(json.analysis.winner).toBeNull();
    expect(json.analysis.missing[0].message).toContain("are needed");
  }).toPass();
});

test("two versions of a prompt are compared in one question", async ({ api }) => {
  const key = api.secretKey;
  const events = ["v1", "v2"].flatMap((version, place) =>
    Array.from({ length: 40 }, (_, index) => {
      const interaction_id = `api-pair-${version}-${index}`;
      const user_id = `pair-${version}-${index}`;
      return [
        {
          ...{ type: "interaction", interaction_id, feature_name: "api-pair", model_name: "m", user_id },
          ...{ response_text: "It is so.", prompt_template: "api-pair", prompt_version: version },
        },
        {
          ...{ type: "feedback", interaction_id, rating_type: "binary", user_id },
          rating_value: index % 20 < (place === 0 ? 2 : 19) ? 1 : 0,
        },
      ];
    }).flat(),
  );
  expect((await api.call("POST", "/api/events", { key, body: { events } })).status).toBe(201);
  const compare = (query: string) => api.call("GET", `/api/experiments/compare?${query}`, { key });
  const { status, json } = await compare("template=api-pair&a=v1&b=v2");
  expect([status, json.winner, json.side]).toEqual([200, "v2", "side_by_side"]);
  expect(json).toMatchObject({
    a: { interactions: 40, users: 40, thumbs_up: 4, thumbs_down: 36, positive_rate: { value: 0.1, n: 40 } },
    b: { interactions: 40, users: 40, thumbs_up: 38, thumbs_down: 2, positive_rate: { value: 0.95, n: 40 } },
    difference: { value: 0.85 },
  });
  expect(json.reason.message).toContain("not assigned at random");
  expect((await compare("template=api-pair&a=v1&b=v9")).json).toMatchObject({
    ...{ winner: null, confidence: "insufficient_data", b: { users: 0, latency_ms: null } },
  });
  expect(refusedFor(await compare("template=api-pair&a=v1&b=v1"))).toEqual([400, "invalid_query", "b"]);
});

test("a prompt's readers are dealt alike by the server and by the package, and promoting ends that", async ({
  api,
  baseURL,
}) => {
  const key = api.secretKey;
  const call = (method: string, path: string, body?: object) =>
    api.call(method, `/api${path}`, { key, body });
  await call("POST", "/prompts", { template: "dealt", kind: "text", text: "Long {{name}}" });
  await call("POST", "/prompts/dealt/versions", { text: "Short {{name}}", parent_version: "v1" });
  await call("PUT", "/prompts/dealt/labels/production", { version: "v1", reason: "" });
  const split = { kind: "prompt", prompt_template: "dealt", label: "production" };
  const versions = arms.map((arm, index) => ({ ...arm, prompt_version: `v${index + 1}` }));
  await call("POST", "/experiments", draft("api-dealt", { ...split, arms: versions }));
  expect((await call("GET", "/prompts/dealt")).json.experiment).toBeNull();
  expect((await call("POST", "/experiments/api-dealt/start", reason)).status).toBe(200);
  const client = createServerClient({ baseUrl: baseURL ?? "", secretKey: key });
  const dealt = new Set<string>();
  for (let index = 0; index < 10; index++) {
    const user = `dealt-${index}`;
    const { json } = await call("GET", `/prompts/dealt?user_id=${user}`);
    const prompt = await client.getPrompt("dealt", { user, fallback: "" });
    expect(json.assignment).toEqual({ experiment: "api-dealt", variant: prompt.variant });
    expect([json.version, json.text]).toEqual([prompt.version, prompt.text]);
    expect(prompt.track).toMatchObject({ ...json.assignment, prompt_version: json.version, user_id: user });
    dealt.add(json.version);
  }
  expect([...dealt].sort()).toEqual(["v1", "v2"]);
  await client.close();
  await call("POST", "/experiments/api-dealt/promote", { ...reason, winner: "next" });
  const { json: after } = await call("GET", "/prompts/dealt?user_id=dealt-1");
  expect(after).toMatchObject({ version: "v2", experiment: null, assignment: null });
  const { json: labels } = await call("GET", "/prompts/dealt/labels");
  expect(labels.moves[0]).toMatchObject({ from_version: "v1", to_version: "v2" });
  expect(labels.moves[0].reason).toContain("api-dealt");
});
