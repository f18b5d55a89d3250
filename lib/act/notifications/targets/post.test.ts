import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { post } from "./post.ts";

const seen: { url: string | undefined; host: string | undefined; at: string | undefined }[] = [];
let sent = 0;

/** What the receiver answers at each path. */
const answers: Record<string, (response: ServerResponse) => unknown> = {
  "/taken": (response) => response.writeHead(204).end(),
  "/moved": (response) => response.writeHead(308, { location: "/taken" }).end(),
  "/missing": (response) => response.writeHead(404, { "content-type": "text/plain" }).end("no_service\n"),
  "/page": (response) => response.writeHead(500, { "content-type": "text/html" }).end("<h1>Oops</h1>"),
  "/gone": (response) => response.writeHead(410).end(),
  "/busy": (response) => response.writeHead(429, { "retry-after": "30" }).end(),
  "/hangs": () => {},
  "/hangs-later": (response) => response.writeHead(200).write("so far"),
  "/large": (response) => {
    response.writeHead(200);
    const chunk = Buffer.alloc(16_000);
    const more = () => {
      while (!response.destroyed && response.write(chunk)) sent += chunk.byteLength;
    };
    response.on("drain", more);
    more();
  },
};

const server = createServer((request, response) => {
  seen.push({ url: request.url, host: request.headers.host, at: request.socket.localAddress });
  request.resume();
  answers[request.url ?? ""]?.(response);
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const to = (path: string, timeMs?: number) =>
  post(
    { url: `http://127.0.0.1:${port}${path}`, headers: { "x-a": "b" }, body: "ü" },
    { allowed: ["127.0.0.1"], ...(timeMs === undefined ? {} : { timeMs }) },
  );

it.each([
  ["/taken", { result: "delivered", status: 204 }],
  ["/missing", { result: "refused", status: 404, error: "Answered 404. no_service" }],
  ["/page", { result: "refused", status: 500, error: "Answered 500." }],
  ["/gone", { result: "gone", status: 410 }],
  ["/busy", { result: "refused", status: 429, retryAfterMs: 30_000 }],
])("%s", async (path, outcome) => expect(await to(path)).toMatchObject(outcome));

it("does not follow a redirect", async () => {
  seen.length = 0;
  expect(await to("/moved")).toMatchObject({
    ...{
      result: "refused",
      status: 308,
      error: expect.stringContaining("a redirect, which is not followed"),
    },
  });
  expect(seen.map(({ url }) => url)).toEqual(["/moved"]);
});

it.each(["/hangs", "/hangs-later"])("gives up on %s", async (path) => {
  expect(await to(path, 300)).toEqual({ result: "refused", status: null, error: "No answer within 0.3 s." });
});

it("reads no more of a reply than it may, and takes its status", async () => {
  expect(await to("/large")).toEqual({ result: "delivered", status: 200 });
  // Beyond the limit there is what sockets hold.
  expect(sent).toBeLessThan(20_000_000);
});

it("connects to the address that was checked, whatever the name is said to be a moment later", async () => {
  const answered = [[{ address: "127.0.0.1", family: 4 }], [{ address: "127.0.0.2", family: 4 }]];
  const asked: string[] = [];
  const find = async (name: string) => {
    asked.push(name);
    return answered[asked.length - 1] ?? [];
  };
  const url = `http://hooks.test:${port}/taken`;
  seen.length = 0;
  const outcome = await post({ url, headers: {}, body: "" }, { allowed: ["hooks.test"], find });
  expect(outcome).toEqual({ result: "delivered", status: 204 });
  expect(asked).toEqual(["hooks.test"]);
  expect(seen).toEqual([{ url: "/taken", host: `hooks.test:${port}`, at: "127.0.0.1" }]);
});

it("refuses when connecting what was fine when it was saved", async () => {
  const url = "https://hooks.example.com/";
  const find = async () => [{ address: "127.0.0.1", family: 4 }];
  expect(await post({ url, headers: {}, body: "" }, { allowed: [], find })).toMatchObject({
    result: "refused",
    error: expect.stringContaining("must not lead to a loopback address (127.0.0.1)"),
  });
});
