import { expect, test } from "./api-test.ts";

const answer = { feature_name: "f", response_text: "The moon is made of cheese.", model_name: "m" };
const origin = "http://localhost:5173";

test("whoever may rate an answer may ask what its feedback led to, and nobody else", async ({ api }) => {
  const made = await api.call("POST", "/api/interactions", { key: api.secretKey, body: answer });
  const { interaction_id, feedback_token: token } = made.json;
  const key = api.publishableKey;
  const ask = (call: object, query = `interaction_id=${interaction_id}`) =>
    api.call("GET", `/api/impact?${query}`, { origin, ...call });
  const fine = await ask({ key, token });
  expect(fine).toMatchObject({ status: 200, json: { data: [] } });
  expect(fine.headers["access-control-allow-origin"]).toBe(origin);
  expect((await ask({ key: api.secretKey })).status).toBe(200);
  expect((await ask({ key: api.secretKey }, "user_id=u")).status).toBe(200);
  expect((await ask({ key })).json.code).toBe("token_missing");
  expect(await ask({ key, token }, "interaction_id=another")).toMatchObject({
    status: 403,
    json: { code: "token_for_other_interaction" },
  });
  for (const query of ["user_id=u", "", `interaction_id=${interaction_id}&user_id=u`])
    expect(await ask({ key, token }, query)).toMatchObject({ status: 400, json: { code: "invalid_query" } });
  expect(await ask({ key: api.secretKey }, "")).toMatchObject({
    status: 400,
    json: { code: "invalid_query" },
  });
});

test("who complained is told in their language until they read it on any device, and nobody else", async ({
  api,
}) => {
  const feature_name = `impact ${Date.now()}`;
  const log = async (user_id: string) => {
    const body = { ...answer, feature_name, user_id };
    const made = await api.call("POST", "/api/interactions", { key: api.secretKey, body });
    return made.json as { interaction_id: string; feedback_token: string };
  };
  const rate = (interaction_id: string, user_id: string) =>
    api.call("POST", "/api/feedback", {
      key: api.secretKey,
      body: { interaction_id, user_id, rating_type: "binary", rating_value: 0 },
    });
  const [ada, adaLater, bob] = [await log("ada"), await log("ada"), await log("bob")];
  expect((await rate(ada.interaction_id, "ada")).status).toBe(201);

  const texts = [
    { language: "en", title: "Cheese is out" },
    { language: "de", title: "Kein Käse mehr" },
  ];
  const write = (method: string, path: string, body: object) =>
    api.call(method, path, { key: api.secretKey, body });
  const shipped_at = new Date().toISOString();
  const about = { name: "Cheese", scope: { feature: feature_name }, shipped_at, hold_out: 0 };
  const draft = await write("POST", "/api/improvements", { ...about, texts });
  expect(draft).toMatchObject({ status: 201, json: { state: "draft", people: 0, claim: null } });
  const { improvement_id } = draft.json;
  const own = `/api/improvements/${improvement_id}`;
  const markup = await write("PATCH", own, { texts: [{ language: "en", title: "Cheese is <b>out</b>" }] });
  expect(markup).toMatchObject({ status: 400, json: { code: "invalid_body" } });
  expect(markup.json.errors[0]).toMatchObject({
    path: "texts.0.title",
    message: expect.stringContaining("HTML: “<b>”"),
  });

  const ask = async ({ interaction_id, feedback_token: token }: typeof ada, language = "") => {
    const path = `/api/impact?interaction_id=${interaction_id}${language && `&language=${language}`}`;
    const told = await api.call("GET", path, { key: api.publishableKey, token, origin });
    return (told.json.data as { title: string }[]).map(({ title }) => title);
  };
  expect(await ask(ada)).toEqual([]);
  const published = await write("PATCH", own, { state: "published" });
  expect(published).toMatchObject({ status: 200, json: { state: "published", people: 1 } });
  expect(published.json.claim).toMatchObject({ verdict: "unknown", reason: "too_few" });

  expect(await ask(ada)).toEqual(["Cheese is out"]);
  expect(await ask(ada, "de-AT")).toEqual(["Kein Käse mehr"]);
  expect(await ask(adaLater)).toEqual(["Cheese is out"]);
  expect(await ask(bob)).toEqual([]);
  const byServer = await api.call("GET", "/api/impact?user_id=ada", { key: api.secretKey });
  expect(byServer.json.data).toMatchObject([
    {
      improvement_id,
      audience: "you",
      lead: null,
      people: null,
      gain: null,
      interaction_id: ada.interaction_id,
    },
  ]);

  const read = ({ interaction_id, feedback_token: token }: typeof ada) =>
    api.call("POST", "/api/impact/read", {
      ...{ key: api.publishableKey, token, origin },
      body: { interaction_id, improvement_ids: [improvement_id] },
    });
  expect((await read(bob)).status).toBe(204);
  expect(await ask(ada)).toEqual(["Cheese is out"]);
  expect((await read(adaLater)).status).toBe(204);
  expect((await read(adaLater)).status).toBe(204);
  expect(await ask(ada)).toEqual([]);
  const listed = await api.call("GET", "/api/improvements?state=published", { key: api.secretKey });
  expect(listed.json.data).toMatchObject([{ improvement_id, name: "Cheese", silent: null }]);
});
