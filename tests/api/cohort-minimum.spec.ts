import type { APIRequestContext } from "@playwright/test";
import { sessionFile } from "../driving/owner.ts";
import { test as base, expect } from "./api-test.ts";

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

const pathOf = (projectId: string) => `/api/projects/${projectId}/cohort-minimum`;

test("a member who manages the project changes it", async ({ api, signedIn }) => {
  for (const cohort_minimum of [2, 1_000, 10]) {
    const response = await signedIn.put(pathOf(api.projectId), { data: { cohort_minimum } });
    expect({ status: response.status(), json: await response.json() }).toEqual({
      status: 200,
      json: { cohort_minimum },
    });
  }
});

test("what is no whole number from 2 to 1,000 is refused by name", async ({ api, signedIn }) => {
  for (const [value, message] of [
    [1, "must be at least 2"],
    [1_001, "must be at most 1000"],
    [2.5, "must be an integer"],
    ["10", "must be a number"],
    [null, "must be a number"],
    [undefined, "is required"],
  ]) {
    const response = await signedIn.put(pathOf(api.projectId), { data: { cohort_minimum: value } });
    expect({ status: response.status(), json: await response.json() }, String(value)).toMatchObject({
      status: 400,
      json: { code: "invalid_body", errors: [{ path: "cohort_minimum", message }] },
    });
  }
  const surprise = await signedIn.put(pathOf(api.projectId), { data: { cohort_minimum: 5, stars: 2 } });
  expect(await surprise.json()).toMatchObject({ status: 400, errors: [{ path: "stars" }] });
});

test("only who is signed in, from our own pages, and a member may change it", async ({ api, signedIn }) => {
  const body = { cohort_minimum: 5 };
  expect((await api.call("PUT", pathOf(api.projectId), { body })).status).toBe(401);
  expect((await api.call("PUT", pathOf(api.projectId), { key: api.secretKey, body })).status).toBe(401);
  const headers = { origin: "https://evil.example" };
  expect((await signedIn.put(pathOf(api.projectId), { data: body, headers })).status()).toBe(403);
  const elsewhere = pathOf("00000000-0000-7000-8000-000000000000");
  expect((await signedIn.put(elsewhere, { data: body })).status()).toBe(404);
});
