import { expect, test } from "./api-test.ts";
import { refusedFor } from "./dashboard-case.ts";

const answers = (...ids: string[]) => ({
  interactions: ids.map((interaction_id) => ({
    ...{ interaction_id, feature_name: "compared", model_name: "m", response_text: "It is so." },
  })),
});

test("a preference is stored once under its id, ties too, listed, and taken back", async ({ api }) => {
  const key = api.secretKey;
  const send = (body: object) => api.call("POST", "/api/preferences", { key, body });
  await api.call("POST", "/api/interactions", { key, body: answers("pr-a", "pr-b") });
  const won = { preference_id: "pr-1", preferred_id: "pr-a", rejected_id: "pr-b", user_id: "ada" };
  const first = await send(won);
  expect([first.status, first.json.preference_id]).toEqual([201, "pr-1"]);
  expect((await send(won)).json).toEqual(first.json);
  expect((await send({ ...won, preferred_id: "pr-b", rejected_id: "pr-a" })).status).toBe(422);
  const tie = {
    preference_id: "pr-2",
    preferred_id: "pr-b",
    rejected_id: "pr-a",
    tie: true,
    source: "reviewer",
  };
  expect((await send({ preferences: [tie] })).status).toBe(201);
  const list = async () =>
    (await api.call("GET", "/api/preferences?interaction_id=pr-a", { key })).json.data.map(
      ({ preference_id, tie: tied, source }: Record<string, unknown>) => [preference_id, tied, source],
    );
  expect((await list()).toSorted()).toEqual([
    ["pr-1", false, "user"],
    ["pr-2", true, "reviewer"],
  ]);
  expect((await api.call("DELETE", "/api/preferences/pr-1", { key })).status).toBe(204);
  expect(await list()).toEqual([["pr-2", true, "reviewer"]]);
  expect((await api.call("DELETE", "/api/preferences/pr-1", { key })).status).toBe(404);
});

test("a preference that does not fit is refused by the name of the field", async ({ api }) => {
  const pair = { preferred_id: "no-a", rejected_id: "no-b" };
  for (const [body, path] of [
    [{ preferred_id: "no-a" }, "rejected_id"],
    [{ rejected_id: "no-b" }, "preferred_id"],
    [{ ...pair, rejected_id: "no-a" }, "rejected_id"],
    [{ ...pair, tie: "yes" }, "tie"],
    [{ ...pair, source: "nobody" }, "source"],
    [{ ...pair, winner: "no-a" }, "winner"],
  ] as const)
    expect(refusedFor(await api.call("POST", "/api/preferences", { key: api.secretKey, body }))).toEqual([
      ...[400, "invalid_body", path],
    ]);
});

test("a browser compares two answers with the tokens of both, and waits for neither with a secret key", async ({
  api,
}) => {
  const key = api.secretKey;
  const logged = await api.call("POST", "/api/interactions", { key, body: answers("both-a", "both-b") });
  const [token, rejected_feedback_token] = logged.json.results.map(
    ({ feedback_token }: { feedback_token: string }) => feedback_token,
  );
  const pair = { preferred_id: "both-a", rejected_id: "both-b" };
  const browser = { key: api.publishableKey, token };
  const send = (body: object) => api.call("POST", "/api/preferences", { ...browser, body });
  expect((await send(pair)).status).toBe(403);
  expect((await send({ ...pair, rejected_feedback_token })).status).toBe(201);
  expect(refusedFor(await send({ ...pair, rejected_feedback_token, source: "reviewer" }))).toEqual([
    ...[400, "invalid_body", "source"],
  ]);
  const early = { preferred_id: "both-early", rejected_id: "both-late" };
  expect((await api.call("POST", "/api/preferences", { key, body: early })).status).toBe(202);
});

test("the dashboard's numbers say what was preferred", async ({ api }) => {
  const key = api.secretKey;
  const made = (id: string, model: string) => ({
    ...{ interaction_id: id, feature_name: "won-often", model_name: model, response_text: "It is so." },
    ...{ prompt_template: "reply", prompt_version: model === "won-large" ? "v2" : "v1" },
  });
  await api.call("POST", "/api/interactions", {
    key,
    body: { interactions: [made("won-a", "won-large"), made("won-b", "won-small")] },
  });
  const preferences = ["ada", "bob", "cyd"].map((user_id, index) => ({
    ...{ preferred_id: "won-a", rejected_id: "won-b", user_id, tie: index === 2 },
  }));
  expect((await api.call("POST", "/api/preferences", { key, body: { preferences } })).status).toBe(201);
  const { json } = await api.call("GET", "/api/dashboard/preferences?feature=won-often&days=7", { key });
  const numbers = { preferred: 2, rejected: 0, ties: 1, preferred_share: { value: 1, n: 2 } };
  expect(json.models[0]).toMatchObject({ model_name: "won-large", ...numbers });
  expect(json.prompt_versions).toContainEqual(
    expect.objectContaining({
      prompt_template: "reply",
      prompt_version: "v2",
      preferred: 2,
      rejected: 0,
      ties: 1,
    }),
  );
});
