import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { Problem } from "#lib/platform/problem/index.ts";
import { sendRaw, statusesOf } from "../tests/network/raw-connection.ts";
import { edgeServer, type Handler } from "./edge.ts";
import { toLimits } from "./limits/limits.ts";
import { listen } from "./listen.ts";

vi.mock(import("#lib/platform/log.ts"), async (original) => {
  const { log } = await original();
  const quiet = log();
  quiet.level = "silent";
  return { log: () => quiet };
});

const { server, answerWith } = edgeServer({
  trustedProxies: [],
  say: () => {},
  webSockets: false,
  limits: toLimits({ connectionsPerAddress: 500, pagesAtOnce: 8 }),
});
let port: number;
beforeAll(async () => {
  await listen(server, 0, "127.0.0.1");
  ({ port } = server.address() as AddressInfo);
  return () => void server.close();
});

/** Responds with the requested URL and headers. */
const echo: Handler = async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  response.end(`${request.method} ${request.url} ${body};`);
};
afterEach(() => answerWith(echo));
answerWith(echo);

const get = (target: string, host = "Host: h\r\n") => `GET ${target} HTTP/1.1\r\n${host}\r\n`;
const close = "Connection: close\r\n";
const h2c = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n";

it("responds to requests that offer an upgrade with HTTP/1.1, including their bodies, and keeps the connection", async () => {
  const socket = connect(port, "127.0.0.1").setEncoding("latin1");
  const heads = [h2c, "Connection: Upgrade\r\nUpgrade: websocket\r\n", ""];
  for (const head of heads) {
    socket.write(`POST /a HTTP/1.1\r\nHost: h\r\n${head}Content-Length: 5\r\n\r\nhello`);
    const [text] = await once(socket, "data");
    expect(text).toContain("HTTP/1.1 200 OK");
    expect(text).toContain("POST /a hello;");
    socket.write(get("/b", `Host: h\r\n${head}`));
    expect(String(await once(socket, "data"))).toContain("GET /b ;");
  }
  socket.destroy();
});

it.each([
  ["a target that Node's own parser refuses", get("a b"), 400, "malformed_request"],
  ["percent-encoding that is none", get("/%zz"), 400, "malformed_address"],
  ["bytes that are no UTF-8", get("/%ff"), 400, "malformed_address"],
  ["an address without a host", get("http://"), 400, "malformed_address"],
  ["an address of a host that is none", get("http://a%zz/x"), 400, "malformed_address"],
  ["the asterisk", "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", 400, "malformed_address"],
  ["no host", get("/", ""), 400, "malformed_address"],
  ["two hosts", get("/", "Host: h\r\nHost: i\r\n"), 400, "malformed_address"],
  ["a host that is none", get("/", "Host: a b\r\n"), 400, "malformed_address"],
  ["no HTTP", "\x16\x03\x01\x02\0", 400, "malformed_request"],
  ["another version", "GET / HTTP/9.9\r\n\r\n", 400, "malformed_request"],
  ["half a request", "POST / HTTP/1.1\r\nHost: h\r\nContent-Le", 400, "malformed_request"],
  [
    "headers without end",
    `${get("/").slice(0, -2)}X: ${"x".repeat(20_000)}\r\n\r\n`,
    431,
    "headers_too_large",
  ],
  ["a tunnel", "CONNECT h:80 HTTP/1.1\r\nHost: h\r\n\r\n", 405, "method_not_allowed"],
  ["an expectation", "GET / HTTP/1.1\r\nHost: h\r\nExpect: more\r\n\r\n", 417, "expectation_failed"],
])("rejects %s immediately, in the common error format", async (_, bytes, status, code) => {
  const { text } = await sendRaw(port, bytes);
  expect(statusesOf(text)).toEqual([status]);
  expect(text).toContain("content-type: application/problem+json");
  expect(text).toContain("x-content-type-options: nosniff");
  expect(JSON.parse(text.slice(text.indexOf("\r\n\r\n")))).toMatchObject({ status, code });
});

it.each([
  ["the path itself", "/a?b=%zz", "/a?b=%zz"],
  ["two slashes", "//", "//"],
  ["a whole address", "http://elsewhere/a?b", "/a?b"],
  ["a fragment", "/a#b", "/a#b"],
  ["parts that lead elsewhere", "/a/../b/./%2e%2e\\c?d=/../", "/c?d=/../"],
])("reads the path and query from %s", async (_, target, path) => {
  expect((await sendRaw(port, get(target))).text).toContain(`GET ${path} ;`);
});

it("ignores requests for a part of a response", async () => {
  answerWith(({ headers, rawHeaders }, response) => response.end(JSON.stringify([headers, rawHeaders])));
  const { text } = await sendRaw(port, get("/", "Host: h\r\nRange: bytes=9-1\r\nX: y\r\n"));
  expect(text).toContain('"x":"y"');
  expect(text.toLowerCase()).not.toContain("bytes=9-1");
});

it("ignores preconditions", async () => {
  answerWith(({ headers, rawHeaders }, response) => response.end(JSON.stringify([headers, rawHeaders])));
  const asked = 'If-Match: "old"\r\nIf-Unmodified-Since: Thu, 01 Jan 1980 00:00:00 GMT\r\nX: y\r\n';
  const { text } = await sendRaw(port, get("/", `Host: h\r\n${asked}`));
  expect(text).toContain('"x":"y"');
  expect(text.toLowerCase()).not.toMatch(/if-match|if-unmodified-since/);
});

const broken = new Error("broken");
it.each<[string, Handler]>([
  [
    "at once",
    () => {
      throw broken;
    },
  ],
  ["later", () => Promise.reject(broken)],
])("answers what throws %s, and takes the next request", async (_, handler) => {
  answerWith((request, response) => (request.url === "/next" ? echo : handler)(request, response));
  const { text } = await sendRaw(port, `${get("/")}${get("/next", `Host: h\r\n${close}`)}`, true);
  expect(statusesOf(text)).toEqual([500, 200]);
  expect(text).toContain('"code":"internal_error"');
});

it("closes the connection of an incomplete response", async () => {
  answerWith(async (_, response) => {
    response.writeHead(200, { "content-length": 100 }).write("half");
    throw broken;
  });
  expect((await sendRaw(port, get("/"))).text).toMatch(/half$/);
});

const page = "Origin: https://page.example\r\n";

it("lets pages of other sites read why a request was rejected", async () => {
  answerWith(() => {
    throw new Problem("too_busy", "Too many.", { retryAfterSeconds: 5 });
  });
  const api = await sendRaw(port, get("/api/feedback", `Host: h\r\n${page}${close}`), true);
  expect(statusesOf(api.text)).toEqual([503]);
  for (const header of [
    "access-control-allow-origin: https://page.example",
    "content-type: application/problem+json",
    "x-content-type-options: nosniff",
    "cache-control: no-store",
    "retry-after: 5",
  ])
    expect(api.text).toContain(header);
  expect((await sendRaw(port, get("a b", `Host: h\r\n${page}`))).text).toContain(
    "access-control-allow-origin: *",
  );
  const opened = await sendRaw(port, get("/sign-in", `Host: h\r\n${close}`), true);
  expect(opened.text).toContain("content-type: text/html");
  expect(opened.text).toContain("<title>Whetstone is busy</title>");
});

it("reports that the app is starting to pages, API clients and widgets on other sites", async () => {
  const starting = edgeServer({
    trustedProxies: [],
    say: () => {},
    webSockets: false,
    limits: toLimits({ connectionsPerAddress: 500, pagesAtOnce: 8 }),
  });
  await listen(starting.server, 0, "127.0.0.1");
  const { port: there } = starting.server.address() as AddressInfo;
  const ask = async (method: string, path: string) =>
    (await sendRaw(there, `${method} ${path} HTTP/1.1\r\nHost: h\r\n${page}${close}\r\n`, true)).text;
  expect(statusesOf(await ask("GET", "/api/health"))).toEqual([200]);
  expect(await ask("GET", "/")).toMatch(/503[\s\S]*retry-after: 2[\s\S]*<title>Whetstone is starting/);
  const preflight = await ask("OPTIONS", "/api/feedback");
  expect(statusesOf(preflight)).toEqual([204]);
  expect(preflight).toContain("access-control-allow-headers: authorization");
  const refused = await ask("POST", "/api/feedback");
  expect(refused).toMatch(/503[\s\S]*"code":"database_unavailable"/);
  expect(refused).toContain("access-control-allow-origin: https://page.example");
  starting.server.close();
});
