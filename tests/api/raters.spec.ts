import type { APIRequestContext } from "@playwright/test";
import { sessionFile } from "../driving/owner.ts";
import { type Api, test as base, expect } from "./api-test.ts";

/** The calls of somebody who is signed in. */
const test = base.extend<{ signedIn: APIRequestContext }>({
  signedIn: async ({ playwright, baseURL }, use) => {
    const context = await playwright.request.newContext({
      baseURL: baseURL ?? "",
      storageState: sessionFile(),
    });
    await use(context);
    await context.dispose();
  },
});

/** Logs an answer; what a page that shows it may do with its token, as which device. */
async function logged(api: Api, named: object = {}) {
  const { json } = await api.call("POST", "/api/interactions", {
    key: api.secretKey,
    body: { feature_name: "f", response_text: "r", model_name: "m", ...named },
  });
  const { interaction_id: id, feedback_token: token } = json;
  const proof = { key: api.publishableKey, token };
  const rate = async (deviceId: string | undefined, more: object = {}) => {
    const call = { ...proof, ...(deviceId ? { deviceId } : {}) };
    const body = { interaction_id: id, rating_type: "binary", rating_value: 1, ...more };
    const answer = await api.call("POST", "/api/feedback", { ...call, body });
    return { outcome: answer.json.code ?? answer.status, id: answer.json.feedback_id };
  };
  const takeBack = async (feedbackId: string, deviceId?: string) => {
    const call = { ...proof, ...(deviceId ? { deviceId } : {}) };
    const answer = await api.call("DELETE", `/api/feedback/${feedbackId}`, call);
    return answer.json.code ?? answer.status;
  };
  const detail = async () => (await api.call("GET", `/api/interactions/${id}`, { key: api.secretKey })).json;
  return { rate, takeBack, detail };
}

test("an answer that was given to somebody is rated by nobody else", async ({ api }) => {
  const { rate, takeBack, detail } = await logged(api, { user_id: "owner" });
  const owners = await rate("phone", { user_id: "owner" });
  expect(owners.outcome).toBe(201);
  expect((await rate("laptop", { rating_value: 0 })).id).toBe(owners.id);
  expect((await rate("phone", { user_id: "somebody" })).outcome).toBe("token_for_other_user");
  const { feedback, user_hash } = await detail();
  expect(feedback).toMatchObject([{ rating_value: 0, user_hash }]);
  expect(await takeBack(owners.id, "tablet")).toBe(204);
});

test("who shares an answer that was given to nobody by name neither replaces nor deletes the other's rating", async ({
  api,
}) => {
  const { rate, takeBack, detail } = await logged(api);
  const [ada, ben] = [await rate("a", { user_id: "u" }), await rate("b", { user_id: "u", rating_value: 0 })];
  expect([ada.outcome, ben.outcome]).toEqual([201, 201]);
  expect(await takeBack(ada.id, "b")).toBe("not_found");
  expect(await takeBack(ada.id)).toBe("not_found");
  expect((await detail()).feedback.map((item: { rating_value: number }) => item.rating_value).sort()).toEqual(
    [0, 1],
  );
  expect(await takeBack(ada.id, "a")).toBe(204);
});

test("as many devices rate such an answer as the settings say, and its page says when more came", async ({
  api,
  signedIn,
}) => {
  const path = `/api/projects/${api.projectId}/voter-limits`;
  const put = async (data: unknown) => {
    const response = await signedIn.put(path, { data });
    return { status: response.status(), json: await response.json() };
  };
  const { rate, detail } = await logged(api);
  const outcomes = async (devices: string[]) => {
    const found: unknown[] = [];
    for (const device of devices) found.push((await rate(device)).outcome);
    return found;
  };
  expect(await outcomes(["a", "b", "c", "d", "e", "f"])).toEqual([...Array(5).fill(201), "too_many_voters"]);
  expect((await detail()).voters_refused_at).toMatch(/^\d{4}-/);
  expect(await put({ voters_per_address: 6 })).toEqual({
    status: 200,
    json: { voters_per_answer: 5, voters_per_address: 6 },
  });
  expect(await outcomes(["f"])).toEqual(["too_many_voters"]);
  expect(await put({ voters_per_answer: 6 })).toMatchObject({ json: { voters_per_answer: 6 } });
  expect(await outcomes(["f", "g", "a"])).toEqual([201, "too_many_voters", 200]);
  expect(await put({ voters_per_answer: 5, voters_per_address: 5 })).toMatchObject({ status: 200 });
});

test("what is no number of devices is refused by name, and so is who may not say it", async ({
  api,
  signedIn,
}) => {
  const path = `/api/projects/${api.projectId}/voter-limits`;
  for (const [field, value, message] of [
    ["voters_per_answer", 0, "must be at least 1"],
    ["voters_per_address", 10_001, "must be at most 10000"],
    ["voters_per_answer", null, "must be a number"],
  ] as const) {
    const answer = await (await signedIn.put(path, { data: { [field]: value } })).json();
    expect(answer).toMatchObject({ status: 400, errors: [{ path: field, message }] });
  }
  expect((await signedIn.put(path, { data: {} })).status()).toBe(400);
  const body = { voters_per_answer: 100 };
  expect((await api.call("PUT", path, { key: api.secretKey, body })).status).toBe(401);
});

test("a page of another origin may name its device", async ({ api }) => {
  const preflight = await api.call("OPTIONS", "/api/feedback", { origin: "http://localhost:5173" });
  expect(preflight.headers["access-control-allow-headers"]).toContain("x-device-id");
});
