import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { moveModelLabel } from "#lib/act/models/index.ts";
import { createPrompt, moveLabel } from "#lib/act/prompts/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "../tests/database/database.ts";
import { answer } from "../tests/fixtures/events.ts";
import { type TestProject, testProject } from "../tests/fixtures/project.ts";
import { browserOf } from "../tests/fixtures/sender.ts";
import { collectionListeners } from "./collection-listener.ts";
import { nameClient } from "./name-client.ts";

testDatabase();

const listenerOf = collectionListeners((_, handler) => handler);
const server = createServer((request, response) => {
  nameClient(request, []);
  const collect = listenerOf(request);
  if (collect) void collect(request, response);
  else response.writeHead(418).end();
});
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => void server.close());

/** A connection that sends requests as written, and returns the response once it contains a given text. */
function connection() {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let text = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  const until = async (count: number, line: RegExp): Promise<string[]> => {
    while ((text.match(line) ?? []).length < count) await once(socket, "data");
    return text.match(line) ?? [];
  };
  return { socket, write: (part: string) => socket.write(part), until };
}

const head = (key: string, more: string, path = "/api/signals") =>
  `POST ${path} HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer ${key}\r\n${more}\r\n\r\n`;
const whole = (key: string, body: string, path?: string) =>
  `${head(key, `Content-Length: ${Buffer.byteLength(body)}`, path)}${body}`;
const statusLine = /HTTP\/1\.1 \d+/g;

const logged = (id: string) => JSON.stringify({ ...answer, interaction_id: id });
const copied = (project: TestProject, id: string) =>
  JSON.stringify({
    ...{ interaction_id: id, signal: "copy" },
    feedback_token: browserOf(project, id).feedbackToken,
  });

it("counts an invalid event like a batch of one", async () => {
  const { publishableKey, projectId } = await testProject();
  // So low that every write is counted in the database.
  await db().project.update({ where: { projectId }, data: { writesPerMinute: 7 } });
  const { write, until, socket } = connection();
  const amiss = JSON.stringify({ surprise: 1 });
  for (const path of ["/api/feedback", "/api/annotations", "/api/signals"])
    write(whole(publishableKey, amiss, path));
  expect(await until(3, statusLine)).toEqual(Array(3).fill("HTTP/1.1 400"));
  const charged = await db().writeAllowance.findMany({ where: { projectId } });
  expect(Object.fromEntries(charged.map(({ budget, used }) => [budget, used]))).toEqual({
    feedback: 2,
    signals: 1,
  });
  socket.destroy();
});

it("counts bodies that cannot be read, and rejects them by name once there are too many", async () => {
  const { publishableKey } = await testProject();
  const { write, until, socket } = connection();
  const bad = ["{", '{"feedback":[]}', "", '{"a":"\\u0000"}'];
  for (let count = 0; count < 60; count += 1)
    write(whole(publishableKey, bad[count % 4] ?? "", "/api/feedback"));
  expect(await until(60, statusLine)).toEqual(Array(60).fill("HTTP/1.1 400"));
  write(whole(publishableKey, "{", "/api/feedback"));
  expect((await until(61, statusLine)).at(-1)).toBe("HTTP/1.1 429");
  await until(1, /too_many_writes/g);
  for (let count = 0; count < 61; count += 1)
    write(whole(publishableKey, JSON.stringify({ events: {} }), "/api/events"));
  expect((await until(122, statusLine)).slice(-2)).toEqual(["HTTP/1.1 400", "HTTP/1.1 429"]);
  socket.destroy();
});

it("continues with the next request after a rejection that did not wait for the body", async () => {
  const { secretKey } = await testProject();
  const { write, until, socket } = connection();
  write(whole("sk_unknown", logged("a").padEnd(100_000), "/api/interactions"));
  write(whole(secretKey, logged("b"), "/api/interactions"));
  expect(await until(2, statusLine)).toEqual(["HTTP/1.1 401", "HTTP/1.1 201"]);
  socket.destroy();
});

it("accepts a body sent in chunks after a 100 Continue, and counts it by the same address", async () => {
  const project = await testProject();
  const { secretKey, publishableKey } = project;
  const { write, until, socket } = connection();
  write(whole(secretKey, logged("i"), "/api/interactions"));
  await until(1, statusLine);
  const body = copied(project, "i");
  write(whole(publishableKey, body));
  await until(2, statusLine);
  write(head(publishableKey, "Transfer-Encoding: chunked\r\nExpect: 100-continue"));
  await until(1, /HTTP\/1\.1 100/g);
  write(`${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`);
  expect(await until(2, /ratelimit-remaining: \d+/g)).toEqual([
    "ratelimit-remaining: 59",
    "ratelimit-remaining: 58",
  ]);
  socket.destroy();
});

it("stores nothing of an incomplete body, and continues", async () => {
  const { projectId, secretKey } = await testProject();
  const broken = connection();
  broken.write(`${head(secretKey, "Content-Length: 1000", "/api/interactions")}{"feature_name":"f"`);
  broken.socket.destroy();
  const { write, until, socket } = connection();
  write(whole(secretKey, logged("b"), "/api/interactions"));
  expect(await until(1, statusLine)).toEqual(["HTTP/1.1 201"]);
  expect(await db().interaction.count({ where: { projectId } })).toBe(1);
  socket.destroy();
});

it("reads a prompt by its name, and leaves the addresses beside it to Next", async () => {
  const { projectId, secretKey, publishableKey } = await testProject();
  const [template, label] = ["a/b c", "production"];
  const draft = {
    ...{ kind: "text" as const, content: "Hi", variables: [], includes: [] },
    ...{ modelName: null, modelParams: null, note: "" },
  };
  const author = { name: "Ada", mayMoveProtected: false };
  await createPrompt({ projectId, template, draft, author, logged: [] });
  await moveLabel({ projectId, template, label }, { version: "v1", reason: "" }, author);
  const { port } = server.address() as AddressInfo;
  const get = (path: string, headers: object = {}, key = secretKey) =>
    fetch(`http://127.0.0.1:${port}/api/prompts/${path}`, {
      headers: { authorization: `Bearer ${key}`, ...headers },
    });
  const read = await get("a%2Fb%20c?label=production");
  expect(read.status).toBe(200);
  expect(Object.fromEntries(read.headers)).toMatchObject({
    "content-type": "application/json",
    "cache-control": "private, max-age=10, stale-while-revalidate=300",
    etag: expect.stringMatching(/^"\w{32}"$/),
    "x-request-id": expect.any(String),
  });
  expect(await read.json()).toMatchObject({ template, version: "v1", label, text: "Hi" });
  const again = await get("a%2Fb%20c", { "if-none-match": read.headers.get("etag") });
  // By its default label it is the same.
  expect([again.status, await again.text()]).toEqual([304, ""]);
  expect((await get("a%2Fb%20c?version=v2")).status).toBe(404);
  expect((await get("a%2Fb%20c?version=v1&label=production")).status).toBe(400);
  expect((await get("none")).headers.get("cache-control")).toBe("no-store");
  expect((await get("none", {}, publishableKey)).status).toBe(403);
  for (const path of ["export", "import", "export?a=1", "", "a/versions"])
    expect((await get(path)).status, path).toBe(418);
});

it("reads a model by its feature, and leaves the addresses below to Next", async () => {
  const { projectId, secretKey } = await testProject();
  const [feature, label] = ["a/b c", "production"];
  await moveModelLabel({ projectId, feature, label }, { model: "small", reason: "", by: "Ada" });
  const { port } = server.address() as AddressInfo;
  const get = (path: string, headers: object = {}) =>
    fetch(`http://127.0.0.1:${port}/api/models/${path}`, {
      headers: { authorization: `Bearer ${secretKey}`, ...headers },
    });
  const read = await get("a%2Fb%20c");
  expect([read.status, await read.json()]).toEqual([200, { feature, label, model_name: "small" }]);
  const again = await get("a%2Fb%20c?label=production", { "if-none-match": read.headers.get("etag") });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  expect((await get("none")).status).toBe(404);
  for (const path of ["a/labels", "a/labels/production", ""])
    expect((await get(path)).status, path).toBe(418);
});
