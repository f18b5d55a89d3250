import { expect, test } from "./api-test.ts";

const answer = { feature_name: "f", response_text: "The moon is made of cheese.", model_name: "m" };

test("whoever may rate an answer may ask what its feedback led to, and nobody else", async ({ api }) => {
  const made = await api.call("POST", "/api/interactions", { key: api.secretKey, body: answer });
  const { interaction_id, feedback_token: token } = made.json;
  const key = api.publishableKey;
  const ask = (call: object, id = interaction_id) =>
    api.call("GET", `/api/impact?interaction_id=${id}`, { origin: "http://localhost:5173", ...call });
  const fine = await ask({ key, token });
  expect(fine).toMatchObject({ status: 200, json: { data: [] } });
  expect(fine.headers["access-control-allow-origin"]).toBe("http://localhost:5173");
  expect((await ask({ key: api.secretKey })).status).toBe(200);
  expect((await ask({ key })).json.code).toBe("token_missing");
  expect(await ask({ key, token }, "another")).toMatchObject({
    status: 403,
    json: { code: "token_for_other_interaction" },
  });
});
