import { globSync } from "node:fs";
import { rawRequests } from "../fuzz/raw-requests.ts";
import { sendRaw, statusesOf } from "../network/raw-connection.ts";
import { expect, test } from "./api-test.ts";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "PROPFIND"];

const apiPaths = globSync("app/api/**/route.ts").map((file) =>
  file
    .replace(/^app|\/route\.ts$/g, "")
    .replace(/\/\[\[.*\]\]/, "/nothing/here")
    .replace(/\[[^\]]*\]/g, "none"),
);
const otherPaths = [
  "/",
  "/sign-in",
  "/docs",
  "/no-such-project",
  "/embed.js",
  "/_next/none.js",
  "/api",
  "/api//health",
  "/none/../api/health",
  "/_global-error",
];

test("every address takes its methods and refuses all others in the form of every refusal", async ({
  baseURL,
}) => {
  const port = Number(new URL(baseURL ?? "").port);
  const judge = async (path: string, method: string) => {
    const head = `${method} ${path} HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n`;
    const { text } = await sendRaw(port, `${head}Connection: close\r\n\r\n`, true);
    const [status = 0] = statusesOf(text);
    const about = `${method} ${path}: ${text.slice(0, 1_000)}`;
    expect(status, about).toBeGreaterThanOrEqual(200);
    if (path !== "/api/ready") expect(status, about).toBeLessThan(500);
    if (method === "TRACE") expect([404, 405], about).toContain(status);
    expect(text, about).toMatch(/^x-content-type-options: nosniff\r$/im);
    if (path.startsWith("/api") && status >= 400)
      expect(text, about).toMatch(/^content-type: application\/problem\+json\r$/im);
    if (status !== 405) return;
    expect(text, about).toMatch(/^allow: [A-Z, ]+\r$/im);
    expect(text, about).not.toMatch(new RegExp(`^allow:.*\\b${method}\\b`, "im"));
    if (method !== "HEAD") expect(text, about).toContain('"code":"method_not_allowed"');
  };
  for (const path of [...apiPaths, ...otherPaths])
    await Promise.all(methods.map((method) => judge(path, method)));
});

test("renamed pages redirect permanently and keep the query", async ({ request }) => {
  for (const [from, to] of [
    ["/demo/loop?days=7&feature=reply", "/demo/cycle?days=7&feature=reply"],
    ["/demo/awaited?state=orphaned", "/demo/pending?state=orphaned"],
  ] as const) {
    const response = await request.get(from, { maxRedirects: 0 });
    expect([response.status(), response.headers().location]).toEqual([308, to]);
  }
});

test("what is no project's page is not redirected as one", async ({ request }) => {
  for (const path of ["/api/loop", "/docs/awaited", "/r/loop", "/embed/loop"])
    expect((await request.get(path, { maxRedirects: 0 })).status(), path).toBe(404);
});

test("odd bytes are answered, or their connection is closed, at once", async ({ api, baseURL }) => {
  const port = Number(new URL(baseURL ?? "").port);
  const faults: string[] = [];
  const requests = rawRequests(42, 1_500);
  const worker = async () => {
    for (const bytes of requests) {
      const { text, ms } = await sendRaw(port, bytes);
      const [status = 0] = statusesOf(text);
      if (status >= 500 || ms > 5_000)
        faults.push(`${ms} ms: ${Buffer.from(bytes).toString("latin1")}\n${text}`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  expect(faults).toEqual([]);
  expect((await api.call("GET", "/api/health")).status).toBe(200);
});

test("what is read with a key is kept by nobody", async ({ api }) => {
  const { headers } = await api.call("GET", "/api/interactions", { key: api.secretKey });
  expect(headers).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
});

test("an offer to upgrade is ignored, on pages and on the API, with a body and without", async ({
  baseURL,
}) => {
  const port = Number(new URL(baseURL ?? "").port);
  const offers = [
    "Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n",
    "Connection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n",
  ];
  const body = JSON.stringify({ email: "eve@example.com", password: "a wrong one, and long enough" });
  const post = (path: string, offer: string) =>
    `POST ${path} HTTP/1.1\r\nHost: h\r\n${offer}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  for (const offer of offers) {
    const page = await sendRaw(port, `GET /sign-in HTTP/1.1\r\nHost: h\r\n${offer}\r\n`, true);
    expect(statusesOf(page.text)).toEqual([200]);
    expect((await sendRaw(port, post("/api/events", offer), true)).text).toContain(
      '"code":"credentials_missing"',
    );
    // One that Next answers. Not signing in: attempts from one address are counted, and other tests make some.
    expect((await sendRaw(port, post("/api/projects", offer), true)).text).toContain('"status":401');
  }
});

test("nobody has pictures scaled here", async ({ baseURL }) => {
  const port = Number(new URL(baseURL ?? "").port);
  const { text } = await sendRaw(
    port,
    "GET /_next/image?url=%2Ficon.svg&w=64&q=75 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n",
    true,
  );
  expect(statusesOf(text)).toEqual([404]);
});

test("many requests on one connection are all answered, and nobody else waits for them", async ({
  baseURL,
}) => {
  const port = Number(new URL(baseURL ?? "").port);
  const ask = (path: string) => `GET ${path} HTTP/1.1\r\nHost: h\r\n`;
  const many = ["/sign-in", "/api/nothing", "/api/health", "/embed.js"]
    .map((path) => `${ask(path)}\r\n`)
    .join("");
  const flood = sendRaw(port, `${many.repeat(25)}${ask("/api/health")}Connection: close\r\n\r\n`, true);
  const other = await sendRaw(port, `${ask("/api/ready")}Connection: close\r\n\r\n`, true);
  expect(statusesOf(other.text)).toEqual([200]);
  expect(statusesOf((await flood).text)).toHaveLength(101);
});
