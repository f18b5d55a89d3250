import { type Api, expect, test } from "./api-test.ts";

const interaction = { feature_name: "f", response_text: "r", model_name: "m" };

async function logged(api: Api): Promise<{ interaction_id: string; feedback_token: string }> {
  return (await api.call("POST", "/api/interactions", { key: api.secretKey, body: interaction })).json;
}

const rating = (interaction_id: string) => ({ interaction_id, rating_type: "binary", rating_value: 1 });

test("a publishable key rates with the interaction's token, in the body or the header, and takes back", async ({
  api,
}) => {
  const { interaction_id, feedback_token } = await logged(api);
  const key = api.publishableKey;
  const body = rating(interaction_id);
  const first = await api.call("POST", "/api/feedback", { key, body: { ...body, feedback_token } });
  expect(first.status).toBe(201);
  const second = await api.call("POST", "/api/feedback", {
    key,
    token: feedback_token,
    body: { ...body, rating_value: 0 },
  });
  expect(second.status).toBe(200);
  const path = `/api/feedback/${first.json.feedback_id}`;
  expect((await api.call("DELETE", path, { key })).json.code).toBe("token_missing");
  expect((await api.call("DELETE", path, { key, token: feedback_token })).status).toBe(204);
  expect((await api.call("DELETE", path, { key, token: feedback_token })).status).toBe(404);
});

test("a token that does not fit is refused with its fault's name", async ({ api }) => {
  const [one, two] = [await logged(api), await logged(api)];
  const send = async (token: string | undefined) => {
    const { status, json } = await api.call("POST", "/api/feedback", {
      key: api.publishableKey,
      ...(token ? { token } : {}),
      body: rating(one.interaction_id),
    });
    return `${status} ${json.code}`;
  };
  const [payload, signature] = one.feedback_token.split(".");
  expect(await send(undefined)).toBe("403 token_missing");
  expect(await send(two.feedback_token)).toBe("403 token_for_other_interaction");
  expect(await send("nonsense")).toBe("403 token_malformed");
  expect(await send(`${payload}.${signature?.slice(1)}A`)).toBe("403 token_changed");
  const elsewhere = Buffer.from(
    JSON.stringify([1, "feedback", "00000000-0000-7000-8000-000000000000", one.interaction_id, 4e9]),
  );
  expect(await send(`${elsewhere.toString("base64url")}.${signature}`)).toBe("403 token_for_other_project");
});

test("a publishable key reads nothing and logs nothing", async ({ api }) => {
  const key = api.publishableKey;
  const { interaction_id, feedback_token } = await logged(api);
  for (const path of [
    "/api/interactions",
    `/api/interactions/${interaction_id}`,
    `/api/feedback/${interaction_id}`,
    "/api/feedback/stats/f",
    "/api/dashboard/features",
    "/api/dashboard/trends/f",
    "/api/dashboard/categories/f",
    "/api/dashboard/models/f",
  ]) {
    const { status, json } = await api.call("GET", path, { key });
    expect(`${status} ${json.code}`, path).toBe("403 key_kind_not_allowed");
  }
  expect((await api.call("POST", "/api/interactions", { key, body: interaction })).status).toBe(403);
  const inline = await api.call("POST", "/api/feedback", {
    key,
    token: feedback_token,
    body: { ...rating(interaction_id), ...interaction },
  });
  expect(inline.status).toBe(400);
  expect(inline.json.errors.map((error: { path: string }) => error.path)).toContain("response_text");
});

test("no key, an unknown one and a wrong scheme are 401", async ({ api }) => {
  const code = async (key?: string) => {
    const answer = await api.call("GET", "/api/interactions", key ? { key } : {});
    return `${answer.status} ${answer.json.code}`;
  };
  expect(await code()).toBe("401 credentials_missing");
  expect(await code("sk_unknown")).toBe("401 credentials_invalid");
  expect(await code("hello")).toBe("401 credentials_invalid");
});

test("another project's interaction is not there", async ({ api, playwright }, info) => {
  const { interaction_id } = await logged(api);
  const { sessionFile } = await import("../driving/owner.ts");
  const signedIn = await playwright.request.newContext({
    baseURL: info.project.use.baseURL ?? "",
    storageState: sessionFile(),
  });
  const other = await (
    await signedIn.post("/api/projects", { data: { name: `Other ${crypto.randomUUID()}` } })
  ).json();
  const key = other.secret_key;
  expect((await api.call("GET", `/api/interactions/${interaction_id}`, { key })).status).toBe(404);
  expect((await api.call("POST", "/api/feedback", { key, body: rating(interaction_id) })).status).toBe(202);
  const ours = await api.call("GET", `/api/feedback/${interaction_id}`, { key: api.secretKey });
  expect(ours.json.data, "it waits in its own project for an interaction of this id").toEqual([]);
  expect((await api.call("GET", "/api/interactions", { key })).json).toEqual({ data: [], next_cursor: null });
  await signedIn.dispose();
});

test("a request is held against its key's list of origins, and a page that is not on it can read that", async ({
  api,
}) => {
  const { interaction_id, feedback_token } = await logged(api);
  const preflight = async (origin: string) =>
    (await api.call("OPTIONS", "/api/feedback", { origin })).headers["access-control-allow-origin"];
  expect(await preflight("http://localhost:5173")).toBe("http://localhost:5173");
  expect(await preflight("https://evil.example")).toBe("https://evil.example");
  const send = (origin: string) =>
    api.call("POST", "/api/feedback", {
      key: api.publishableKey,
      token: feedback_token,
      origin,
      body: rating(interaction_id),
    });
  const fine = await send("http://localhost:5173");
  expect(fine.status).toBe(201);
  expect(fine.headers["access-control-allow-origin"]).toBe("http://localhost:5173");
  const evil = await send("https://evil.example");
  expect(`${evil.status} ${evil.json.code}`).toBe("403 origin_not_allowed");
  expect(evil.headers["access-control-allow-origin"]).toBe("https://evil.example");
});

test("a revoked key stops working, a replaced one hands over, and origins can be changed", async ({
  api,
  playwright,
}, info) => {
  const { sessionFile } = await import("../driving/owner.ts");
  const baseURL = info.project.use.baseURL ?? "";
  const signedIn = await playwright.request.newContext({ baseURL, storageState: sessionFile() });
  const keys = `/api/projects/${api.projectId}/keys`;
  const made = await (await signedIn.post(keys, { data: { kind: "secret", name: "Second" } })).json();
  expect((await api.call("GET", "/api/interactions", { key: made.key })).status).toBe(200);
  const next = await (await signedIn.post(`${keys}/${made.key_id}/replace`)).json();
  expect((await api.call("GET", "/api/interactions", { key: made.key })).json.code).toBe("key_revoked");
  expect((await api.call("GET", "/api/interactions", { key: next.key })).status).toBe(200);
  expect((await signedIn.delete(`${keys}/${next.key_id}`)).status()).toBe(204);
  expect((await api.call("GET", "/api/interactions", { key: next.key })).json.code).toBe("key_revoked");
  const pk = await (await signedIn.post(keys, { data: { kind: "publishable", name: "Site" } })).json();
  const changed = await signedIn.patch(`${keys}/${pk.key_id}`, {
    data: { allowed_origins: ["https://shop.example"] },
  });
  expect(changed.status()).toBe(204);
  const wrong = await signedIn.patch(`${keys}/${pk.key_id}`, {
    data: { allowed_origins: ["shop.example/path"] },
  });
  expect(wrong.status()).toBe(400);
  const stranger = await playwright.request.newContext({ baseURL });
  expect((await stranger.post(keys, { data: { kind: "secret", name: "x" } })).status()).toBe(401);
  const crossSite = await signedIn.post(keys, {
    data: { kind: "secret", name: "x" },
    headers: { origin: "https://evil.example" },
  });
  expect(crossSite.status()).toBe(403);
  await Promise.all([signedIn.dispose(), stranger.dispose()]);
});

test("a second set-up is refused, with any token", async ({ api }) => {
  const body = {
    token: "guess",
    name: "Eve",
    email: "eve@example.com",
    password: "long enough",
    organization_name: "E",
    project_name: "E",
  };
  const answer = await api.call("POST", "/api/setup", { body });
  expect(`${answer.status} ${answer.json.code}`).toBe("403 setup_refused");
});

test("nobody signs up by themselves", async ({ api }) => {
  const body = { name: "Eve", email: "eve@example.com", password: "long enough pw" };
  const answer = await api.call("POST", "/api/auth/sign-up/email", { body });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  const after = await api.call("POST", "/api/auth/sign-in/email", {
    body: { email: body.email, password: body.password },
  });
  expect(after.status).toBe(401);
});
