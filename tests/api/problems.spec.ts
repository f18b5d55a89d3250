import { expect, test } from "./api-test.ts";
import { refusedFor } from "./dashboard-case.ts";

const NOBODY = "00000000-0000-7000-8000-000000000000";

test("problems are listed, and what is not there or not sound is refused by name", async ({ api }) => {
  const key = api.secretKey;
  const get = (path: string) => api.call("GET", `/api/problems${path}`, { key });
  const step = (body: object) => api.call("POST", `/api/problems/${NOBODY}/steps`, { key, body });
  expect(await get("")).toMatchObject({ status: 200, json: { data: [], next: null } });
  expect((await get("?state=regressed&limit=1")).status).toBe(200);
  expect(refusedFor(await get("?state=bad"))).toEqual([400, "invalid_query", "state"]);
  expect(refusedFor(await get("?limit=0"))).toEqual([400, "invalid_query", "limit"]);
  expect((await get(`/${NOBODY}`)).status).toBe(404);
  expect((await get("/nothing")).status).toBe(400);
  expect((await step({ step: "ship" })).status).toBe(404);
  expect(refusedFor(await step({ step: "solve" }))).toEqual([400, "invalid_body", "step"]);
  expect(refusedFor(await step({ step: "link" }))).toEqual([400, "invalid_body", "link"]);
  expect(refusedFor(await step({ step: "snooze", until: "soon" }))).toEqual([400, "invalid_body", "until"]);
  expect((await api.call("GET", "/api/problems", { key: api.publishableKey })).status).toBe(403);
  const path = `/api/projects/${api.projectId}/problems/${NOBODY}/steps`;
  expect((await api.call("POST", path, { body: { step: "ship" } })).status).toBe(401);
});
