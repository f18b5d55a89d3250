import { expect, test } from "./api-test.ts";
import { refusedFor } from "./dashboard-case.ts";

const NOBODY = "00000000-0000-7000-8000-000000000000";

test("themes are listed, and what is not there or not sound is refused by name", async ({ api }) => {
  const key = api.secretKey;
  const get = (path: string) => api.call("GET", `/api/themes${path}`, { key });
  expect(await get("?days=3")).toMatchObject({ status: 200, json: { data: expect.any(Array) } });
  expect(refusedFor(await get("?tz=Mars"))).toEqual([400, "invalid_query", "tz"]);
  expect(refusedFor(await get("?sort=n"))).toEqual([400, "invalid_query", "sort"]);
  expect((await get(`/${NOBODY}`)).status).toBe(404);
  expect((await get("/nothing")).status).toBe(400);
  expect((await api.call("GET", "/api/themes", { key: api.publishableKey })).status).toBe(403);
  expect((await api.call("GET", `/api/interactions?theme=${NOBODY}`, { key })).json).toMatchObject({
    data: [],
  });
  const path = `/api/projects/${api.projectId}/themes/${NOBODY}`;
  expect((await api.call("PATCH", path, { body: { hidden: true } })).status).toBe(401);
});
