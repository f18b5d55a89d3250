import { sessionFile } from "../driving/owner.ts";
import { expect, test } from "./api-test.ts";

test("a member sets quotas, and what goes beyond one is refused by name", async ({
  playwright,
  baseURL,
  api,
}) => {
  const signedIn = await playwright.request.newContext({
    baseURL: baseURL ?? "",
    storageState: sessionFile(),
  });
  const made = await signedIn.post("/api/projects", { data: { name: `Quotas ${crypto.randomUUID()}` } });
  const { project_id, publishable_key, secret_key } = await made.json();
  const path = `/api/projects/${project_id}/quotas`;
  const put = async (data: object) => {
    const response = await signedIn.put(path, { data });
    return { status: response.status(), json: await response.json() };
  };
  expect(await put({ answer_events: 10 })).toEqual({
    status: 200,
    json: {
      answer_events: 10,
      answer_kilobytes: 2_000,
      address_kilobytes: 10_000,
      day_events: 1_000_000,
      day_megabytes: 500,
    },
  });
  expect(await put({ day_events: 99 })).toMatchObject({
    status: 400,
    json: { errors: [{ path: "day_events", message: "must be at least 100" }] },
  });
  expect((await put({})).status).toBe(400);
  expect((await api.call("PUT", path, { key: secret_key, body: { answer_events: 10 } })).status).toBe(401);

  const { json } = await api.call("POST", "/api/interactions", {
    key: secret_key,
    body: { feature_name: "f", response_text: "r", model_name: "m" },
  });
  const events = Array.from({ length: 9 }, () => ({
    ...{ type: "signal", interaction_id: json.interaction_id, signal: "copy" },
  }));
  const sent = await api.call("POST", "/api/events", {
    key: publishable_key,
    token: json.feedback_token,
    origin: "http://localhost:4321",
    body: { events },
  });
  expect(sent.json.results.map(({ status }: { status: number }) => status)).toEqual([
    ...Array.from({ length: 8 }, () => 201),
    403,
  ]);
  expect(sent.json.results[8]).toMatchObject({ code: "answer_full" });
  await signedIn.dispose();
});
