import { type Api, expect, test } from "./api-test.ts";

const answer = { feature_name: "f", response_text: "The moon is made of cheese.", model_name: "m" };

/** An answer with one highlighted passage. */
async function annotated(api: Api) {
  const { json } = await api.call("POST", "/api/interactions", { key: api.secretKey, body: answer });
  const made = await api.call("POST", "/api/annotations", {
    key: api.publishableKey,
    token: json.feedback_token,
    body: { interaction_id: json.interaction_id, quote: { exact: "cheese" }, category: "inaccurate" },
  });
  expect(made.status).toBe(201);
  const path = `/api/annotations/${made.json.annotation_id}`;
  return { id: json.interaction_id, token: json.feedback_token, path };
}

const passagesOf = async (api: Api, id: string) =>
  (await api.call("GET", `/api/interactions/${id}`, { key: api.secretKey })).json.annotations.length;

test("a highlighted passage is taken back with the answer's token, once", async ({ api }) => {
  const { id, token, path } = await annotated(api);
  const key = api.publishableKey;
  const gone = await api.call("DELETE", path, { key, token });
  expect(gone.status).toBe(204);
  expect(gone.json).toBe("");
  expect(Number(gone.headers["ratelimit-remaining"])).toBeLessThan(60);
  expect(await passagesOf(api, id)).toBe(0);
  const again = await api.call("DELETE", path, { key, token });
  expect(`${again.status} ${again.json.code}`).toBe("404 not_found");
});

test("a secret key takes it back without a token", async ({ api }) => {
  const { id, path } = await annotated(api);
  expect((await api.call("DELETE", path, { key: api.secretKey })).status).toBe(204);
  expect(await passagesOf(api, id)).toBe(0);
});

test("a token that does not fit is refused with its fault's name, and takes nothing", async ({ api }) => {
  const [one, two] = [await annotated(api), await annotated(api)];
  const remove = async (token?: string) => {
    const call = { key: api.publishableKey, ...(token ? { token } : {}) };
    const { status, json } = await api.call("DELETE", one.path, call);
    return `${status} ${json.code}`;
  };
  expect(await remove()).toBe("403 token_missing");
  expect(await remove("nonsense")).toBe("403 token_malformed");
  expect(await remove(two.token)).toBe("404 not_found");
  expect((await api.call("DELETE", one.path)).status).toBe(401);
  expect(await passagesOf(api, one.id)).toBe(1);
});

test("another project's passage is not there", async ({ api, playwright }, info) => {
  const { id, token, path } = await annotated(api);
  const { sessionFile } = await import("../driving/owner.ts");
  const signedIn = await playwright.request.newContext({
    baseURL: info.project.use.baseURL ?? "",
    storageState: sessionFile(),
  });
  const made = await signedIn.post("/api/projects", { data: { name: `Other ${crypto.randomUUID()}` } });
  expect(made.status(), await made.text()).toBe(201);
  const other = await made.json();
  await signedIn.dispose();
  expect((await api.call("DELETE", path, { key: other.secret_key })).status).toBe(404);
  const stranger = await api.call("DELETE", path, { key: other.publishable_key, token });
  expect(`${stranger.status} ${stranger.json.code}`).toBe("403 token_for_other_project");
  expect(await passagesOf(api, id)).toBe(1);
});

test("pages of the key's origins may take a passage back, and no others", async ({ api }) => {
  const { token, path } = await annotated(api);
  const preflight = await api.call("OPTIONS", path, { origin: "http://localhost:5173" });
  expect(preflight.headers["access-control-allow-origin"]).toBe("http://localhost:5173");
  expect(preflight.headers["access-control-allow-methods"]).toContain("DELETE");
  expect(preflight.headers["access-control-allow-headers"]?.toLowerCase()).toContain("x-feedback-token");
  const remove = (origin: string) => api.call("DELETE", path, { key: api.publishableKey, token, origin });
  const evil = await remove("https://evil.example");
  expect(`${evil.status} ${evil.json.code}`).toBe("403 origin_not_allowed");
  const fine = await remove("http://localhost:5173");
  expect(fine.status).toBe(204);
  expect(fine.headers["access-control-allow-origin"]).toBe("http://localhost:5173");
});
