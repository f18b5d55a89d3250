import { expect, test } from "./api-test.ts";

const answer = (id: string) => ({
  ...{ interaction_id: id, feature_name: "support", model_name: "m", response_text: "r" },
  ...{ prompt_template: "answer", prompt_version: "v1" },
});

test("a product's own tools list what was complained about, and resolve it", async ({ api }) => {
  const { secretKey: key } = api;
  const call = (method: string, path: string, body?: unknown) => api.call(method, path, { key, body });
  const interactions = ["inbox-1", "inbox-2"].map(answer);
  await call("POST", "/api/interactions", { interactions });
  for (const { interaction_id } of interactions)
    await call("POST", "/api/feedback", {
      interaction_id,
      rating_type: "binary",
      rating_value: 0,
      user_id: "u",
    });
  const listed = await call("GET", "/api/inbox?prompt_template=answer&limit=1");
  expect(listed).toMatchObject({
    status: 200,
    json: {
      data: [{ id: "answer:inbox-2", state: "unread", is_new: true, interaction: { thumbs_down: 1 } }],
    },
  });
  const next = await call(
    "GET",
    `/api/inbox?prompt_template=answer&limit=1&cursor=${listed.json.next_cursor}`,
  );
  expect(next.json.data.map(({ id }: { id: string }) => id)).toEqual(["answer:inbox-1"]);

  const path = "/api/inbox/answer%3Ainbox-1";
  const fixed_in = { prompt_template: "answer", prompt_version: "v1" };
  const resolved = await call("PATCH", path, { state: "resolved", fixed_in, note: "Shipped." });
  expect(resolved).toMatchObject({
    status: 200,
    json: {
      state: "resolved",
      resolution: "fixed",
      fixed_in,
      history: [{ note: "Shipped." }, { step: "resolved" }],
    },
  });
  expect(resolved.json.history[0].by).toMatch(/^API key /);
  await call("POST", "/api/feedback", {
    ...{ interaction_id: "inbox-1", rating_type: "stars", rating_value: 1, user_id: "another" },
  });
  expect((await call("GET", path)).json).toMatchObject({ state: "unread", is_new: true });
});

const wrong: [string, unknown, number, string | null][] = [
  ["nothing to change", {}, 400, null],
  ["a state that is not there", { state: "done" }, 400, "state"],
  ["assigned to nobody", { state: "assigned" }, 400, "assignee"],
  ["assigned to a stranger", { assignee: "stranger@example.test" }, 400, "assignee"],
  ["waiting without a date", { state: "waiting" }, 400, "waiting_until"],
  [
    "waiting until a time that is over",
    { state: "waiting", waiting_until: "2020-01-01T00:00:00Z" },
    409,
    null,
  ],
  ["a resolution of what is not resolved", { state: "read", resolution: "fixed" }, 400, "resolution"],
  [
    "fixed in a version that is not there",
    { state: "resolved", fixed_in: { prompt_template: "answer", prompt_version: "v9" } },
    422,
    "fixed_in",
  ],
  ["eleven tags", { add_tags: [..."abcdefghijk"] }, 400, "add_tags"],
];

for (const [what, body, status, field] of wrong)
  test(`${what} is refused by name`, async ({ api }) => {
    const { secretKey: key } = api;
    await api.call("POST", "/api/interactions", { key, body: answer("refused") });
    const rating = { interaction_id: "refused", rating_type: "binary", rating_value: 0, user_id: "u" };
    await api.call("POST", "/api/feedback", { key, body: rating });
    const refused = await api.call("PATCH", "/api/inbox/answer%3Arefused", { key, body });
    expect(refused.status).toBe(status);
    if (field) expect(refused.json.errors.map(({ path }: { path: string }) => path)).toContain(field);
  });

test("an item that is not there is not found, and an ID that is none is refused", async ({ api }) => {
  const { secretKey: key } = api;
  const body = { state: "read" };
  expect((await api.call("PATCH", "/api/inbox/answer%3Anowhere", { key, body })).status).toBe(404);
  expect((await api.call("GET", "/api/inbox/nonsense", { key })).status).toBe(400);
  expect((await api.call("GET", "/api/inbox", { key: api.publishableKey })).status).toBe(403);
});
