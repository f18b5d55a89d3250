import { sessionFile } from "../driving/owner.ts";
import { expect, test } from "./api-test.ts";

test("bursts are listed and switched by the project's server and its members, and by nobody else", async ({
  api,
  playwright,
  baseURL,
}) => {
  const { secretKey: key } = api;
  const listed = async () => (await api.call("GET", "/api/bursts", { key })).json;
  expect(await listed()).toEqual({ leave_out: false, data: [], total: 0 });
  const switched = await api.call("PUT", "/api/bursts", { key, body: { leave_out: true } });
  expect(switched).toMatchObject({ status: 200, json: { leave_out: true } });
  expect(await listed()).toMatchObject({ leave_out: true });
  const none = `/${crypto.randomUUID()}`;
  const missing = await api.call("PUT", `/api/bursts${none}`, { key, body: { dismissed: true } });
  expect(missing).toMatchObject({ status: 404, json: { code: "not_found" } });
  const odd = await api.call("PUT", "/api/bursts", { key, body: { leave_out: "yes" } });
  expect(odd).toMatchObject({ status: 400, json: { errors: [{ path: "leave_out" }] } });

  const path = `/api/projects/${api.projectId}/bursts`;
  const signedIn = await playwright.request.newContext({
    baseURL: baseURL ?? "",
    storageState: sessionFile(),
  });
  expect(await (await signedIn.put(path, { data: { leave_out: false } })).json()).toEqual({
    leave_out: false,
  });
  expect((await signedIn.put(path + none, { data: { dismissed: true } })).status()).toBe(404);
  await signedIn.dispose();
  expect(await listed()).toMatchObject({ leave_out: false });
  for (const call of [{ key: api.publishableKey }, {}]) {
    expect([401, 403]).toContain((await api.call("GET", "/api/bursts", call)).status);
    const body = { leave_out: true };
    expect([401, 403]).toContain((await api.call("PUT", "/api/bursts", { ...call, body })).status);
    expect([401, 403]).toContain((await api.call("PUT", path, { ...call, body })).status);
  }
});
