import type { APIRequestContext } from "@playwright/test";
import { sessionFile } from "../driving/owner.ts";
import { test as base, expect } from "./api-test.ts";

/** Calls about the saved views of the file's own project, by its owner. */
const test = base.extend<{ views: (method: string, path: string, data?: unknown) => Promise<Answer> }>({
  views: async ({ playwright, baseURL, api }, use) => {
    const signedIn = await playwright.request.newContext({
      baseURL: baseURL ?? "",
      storageState: sessionFile(),
    });
    await use((method, path, data) =>
      call(signedIn, method, `/api/projects/${api.projectId}/saved-views${path}`, data),
    );
    await signedIn.dispose();
  },
});

interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever JSON comes
  json: any;
}

async function call(
  context: APIRequestContext,
  method: string,
  path: string,
  data?: unknown,
): Promise<Answer> {
  const response = await context.fetch(path, { method, ...(data === undefined ? {} : { data }) });
  return { status: response.status(), json: await response.json().catch(() => null) };
}

test("a view is saved, listed by name, renamed, changed and deleted", async ({ views }) => {
  const saved = await views("POST", "", { name: " Angry ", query: "rating=down&cursor=abc&q=a+b" });
  expect(saved).toMatchObject({ status: 201, json: { name: "Angry", query: "rating=down&q=a+b" } });
  await views("POST", "", { name: "Aardvarks", query: "q=aardvark" });
  const listed = await views("GET", "");
  expect(listed.json.data.map(({ name }: { name: string }) => name)).toEqual(["Aardvarks", "Angry"]);
  const path = `/${saved.json.view_id}`;
  expect(await views("PATCH", path, { name: "Unhappy" })).toMatchObject({
    status: 200,
    json: { name: "Unhappy", query: "rating=down&q=a+b" },
  });
  expect(await views("PATCH", path, { query: "rating=up" })).toMatchObject({ json: { query: "rating=up" } });
  expect((await views("DELETE", path)).status).toBe(204);
  expect((await views("DELETE", path)).status).toBe(404);
  expect((await views("PATCH", path, { name: "x" })).status).toBe(404);
});

test("a name that is taken, empty or too long is refused by name", async ({ views }) => {
  await views("POST", "", { name: "Once", query: "" });
  expect(await views("POST", "", { name: "Once", query: "q=x" })).toMatchObject({
    status: 409,
    json: { code: "conflict", errors: [{ path: "name" }] },
  });
  for (const name of ["", " ", "x".repeat(81)])
    expect(await views("POST", "", { name, query: "" })).toMatchObject({
      status: 400,
      json: { errors: [{ path: "name" }] },
    });
  expect((await views("POST", "", { name: "y", query: "q".repeat(2_001) })).status).toBe(400);
});

test("they are for members alone", async ({ api }) => {
  const path = `/api/projects/${api.projectId}/saved-views`;
  expect((await api.call("GET", path)).status).toBe(401);
  expect((await api.call("POST", path, { key: api.secretKey, body: { name: "x", query: "" } })).status).toBe(
    401,
  );
});
