import { createServerClient } from "#components/feedback/client/index.ts";
import { sessionFile } from "../driving/owner.ts";
import { type Api, expect, test } from "./api-test.ts";
import { refusedFor } from "./dashboard-case.ts";

const calls = (api: Api) => {
  const call = (method: string) => (path: string, body?: unknown) =>
    api.call(method, `/api/prompts${path}`, { key: api.secretKey, body });
  return { get: call("GET"), post: call("POST"), put: call("PUT") };
};

test("a prompt is written, published, read and rolled back", async ({ api }) => {
  const { get, post, put } = calls(api);
  const made = await post("", { template: "greet", kind: "text", text: "Hi {{name}}", note: "First." });
  expect([made.status, made.json]).toMatchObject([
    201,
    {
      template: "greet",
      version: "v1",
      parent_version: null,
      variables: ["name"],
      author: expect.stringMatching(/^API key /),
    },
  ]);
  expect((await get("/greet")).json).toMatchObject({ status: 404, code: "not_found" });
  const next = await post("/greet/versions", { text: "Hello {{name}}", parent_version: "v1" });
  expect(next.json).toMatchObject({ version: "v2", parent_version: "v1" });
  const place = (version: string) => put("/greet/labels/production", { version, reason: "Better." });
  expect((await place("v2")).json).toEqual({ label: "production", version: "v2", protected: false });
  const read = await get("/greet");
  expect(read.json).toMatchObject({ version: "v2", label: "production", text: "Hello {{name}}" });
  expect(read.headers).toMatchObject({
    "cache-control": "private, max-age=10, stale-while-revalidate=300",
    etag: expect.stringMatching(/^"\w+"$/),
  });
  expect((await place("v1")).status).toBe(200);
  expect((await get("/greet")).json).toMatchObject({ version: "v1" });
  expect((await get("/greet/labels")).json.moves).toMatchObject([
    { from_version: "v2", to_version: "v1", reason: "Better." },
    { from_version: null, to_version: "v2" },
  ]);
  const { json: history } = await get("/greet/versions?limit=1");
  expect(history).toMatchObject({ template: "greet", kind: "text", data: [{ version: "v2", labels: [] }] });
  const { json: rest } = await get(`/greet/versions?cursor=${history.next_cursor}`);
  expect(rest).toMatchObject({ data: [{ version: "v1", labels: ["production"] }], next_cursor: null });
});

test("what cannot be is refused by name", async ({ api }) => {
  const { post, put } = calls(api);
  const text = { template: "strict", kind: "text", text: "One" };
  expect(refusedFor(await post("", { ...text, text: "{{#if}}" }))).toEqual([400, "invalid_body", "text"]);
  expect(refusedFor(await post("", { ...text, template: "export" }))).toEqual([
    400,
    "invalid_body",
    "template",
  ]);
  await post("", text);
  expect((await post("", text)).json).toMatchObject({ status: 409, code: "conflict" });
  await post("/strict/versions", { text: "Two", parent_version: "v1", note: "By others." });
  const outdated = await post("/strict/versions", { text: "Mine", parent_version: "v1" });
  expect([outdated.status, outdated.json]).toMatchObject([
    409,
    {
      ...{ code: "outdated_parent", newest: "v2", changes: [{ version: "v2", note: "By others." }] },
      edits: [
        { kind: "removed", text: "One\n" },
        { kind: "added", text: "Two\n" },
      ],
    },
  ]);
  const place = { version: "v2", reason: "", from_version: "v1" };
  expect((await put("/strict/labels/production", place)).json).toMatchObject({ code: "label_moved" });
  expect(refusedFor(await put("/strict/labels/v3", place))).toEqual([400, "invalid_query", "label"]);
  await post("/strict/archive", {});
  const archived = await put("/strict/labels/production", { version: "v2", reason: "" });
  expect([archived.status, archived.json.code]).toEqual([409, "prompt_archived"]);
  expect((await post("/strict/archive", { archived: false })).json).toEqual({
    ...{ template: "strict", archived_at: null },
  });
});

test("a publishable key neither reads nor writes prompts", async ({ api }) => {
  const key = api.publishableKey;
  for (const [method, path] of [
    ["GET", "/api/prompts"],
    ["GET", "/api/prompts/greet"],
    ["GET", "/api/prompts/export"],
    ["POST", "/api/prompts"],
    ["PUT", "/api/prompts/greet/labels/production"],
  ] as const) {
    const { status, json } = await api.call(method, path, { key, ...(method === "GET" ? {} : { body: {} }) });
    expect(`${status} ${json.code}`, path).toBe("403 key_kind_not_allowed");
  }
});

test("prompts are exported and imported, and a name that was logged is adopted", async ({ api }) => {
  const { get, post } = calls(api);
  const logged = { feature_name: "f", response_text: "r", model_name: "m", prompt_template: "adopted" };
  const body = { ...logged, prompt_version: "v6" };
  await api.call("POST", "/api/interactions", { key: api.secretKey, body });
  const listed = async () =>
    (await get("")).json.data.find(({ template }: { template: string }) => template === "adopted");
  expect(await listed()).toMatchObject({ managed: false, adopted_versions: 1, versions: 0 });
  const made = await post("", { template: "adopted", kind: "text", text: "Hi" });
  expect(made.json.version).toBe("v7");
  expect(await listed()).toMatchObject({ managed: true, adopted_versions: 1, newest_version: "v7" });
  const { json: file } = await get("/export");
  expect(file.prompts.map(({ template }: { template: string }) => template)).toContain("adopted");
  const nothing = { created: 0, versions: 0, labels: 0, kept_labels: [] };
  expect((await post("/import", file)).json).toEqual(nothing);
});

test("a protected label is moved by an owner's page, and by no key", async ({ api, playwright, baseURL }) => {
  const { post, put } = calls(api);
  await post("", { template: "guarded", kind: "text", text: "Hi" });
  await put("/guarded/labels/production", { version: "v1", reason: "" });
  await post("/guarded/versions", { text: "Ho", parent_version: "v1" });
  const page = await playwright.request.newContext({ baseURL: baseURL ?? "", storageState: sessionFile() });
  const label = `/api/projects/${api.projectId}/prompts/guarded/labels/production`;
  expect((await page.put(`${label}/protection`, { data: { protected: true } })).status()).toBe(200);
  const place = { version: "v2", reason: "Checked." };
  const refused = await put("/guarded/labels/production", place);
  expect([refused.status, refused.json.code]).toEqual([403, "label_protected"]);
  const moved = await page.put(label, { data: place });
  expect(await moved.json()).toEqual({ label: "production", version: "v2", protected: true });
  await page.dispose();
});

test("the package's client gets prompts and logs with them", async ({ api, baseURL }) => {
  const { post, put } = calls(api);
  await post("", { template: "client", kind: "text", text: "Hi {{name}}" });
  await put("/client/labels/production", { version: "v1", reason: "" });
  const client = createServerClient({ baseUrl: baseURL ?? "", secretKey: api.secretKey });
  const prompt = await client.getPrompt("client", { variables: { name: "Ada" }, user: "u1", fallback: "Hi" });
  expect(prompt).toMatchObject({ text: "Hi Ada", version: "v1" });
  const answer = { feature_name: "f", response_text: "r", model_name: "m" };
  const { interactionId } = client.logInteraction({ ...answer, ...prompt.track });
  await client.close();
  const { json } = await api.call("GET", `/api/interactions/${interactionId}`, { key: api.secretKey });
  expect(json).toMatchObject({ prompt_template: "client", prompt_version: "v1" });
});
