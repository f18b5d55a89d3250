import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterEach, expect, it, vi } from "vitest";
import { sendRaw } from "#tests/network/raw-connection.ts";
import type { Handler } from "../edge.ts";
import { isPublicDocument, publicDocuments } from "./public-documents.ts";
import { ORIGIN, toTemplate } from "./template.ts";

vi.mock(import("#lib/platform/log.ts"), async (original) => {
  const { log } = await original();
  const quiet = log();
  quiet.level = "silent";
  return { log: () => quiet };
});

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Takes the place of Next: a page that contains its own URL, in its text and in a script. */
const page = vi.fn<Handler>(({ headers }, response) => {
  const origin = `http://${headers.host}`;
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(
    `<p>${origin} ${headers.cookie ?? "no theme"}</p><script src="/a.js"></script><script>say("${origin}")</script>`,
  );
});
afterEach(() => void page.mockClear());

/** A server that responds with public documents from memory, and marks all other responses. */
async function serving(render: Handler = page) {
  const documents = publicDocuments({
    toNext: (_, response) => response.end("from elsewhere"),
    render,
    inPlace: (send) => send,
  });
  const server = createServer((request, response) =>
    isPublicDocument(request) ? documents(request, response) : response.end("no public document"),
  );
  await once(server.listen(0, "127.0.0.1"), "listening");
  closing.push(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return async (path: string, headers: Record<string, string> = {}, method = "GET") => {
    const lines = Object.entries({ host: "a.example", connection: "close", ...headers });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
    const { text } = await sendRaw(port, `${method} ${path} HTTP/1.1\r\n${head}\r\n`, true);
    const end = text.indexOf("\r\n\r\n");
    const [status = "", ...given] = text.slice(0, end).split("\r\n");
    return {
      status: Number(status.split(" ")[1]),
      headers: new Map(
        given
          .map((line) => line.split(": ", 2) as [string, string])
          .map(([name, value]) => [name.toLowerCase(), value]),
      ),
      body: text.slice(end + 4),
    };
  };
}

it("is rendered once per theme, whatever the client and host, and contains the requested host", async () => {
  const ask = await serving();
  for (let host = 0; host < 3; host += 1) {
    const { body, headers } = await ask("/docs/api", { host: `h${host}.example` });
    const script = `say("http://h${host}.example")`;
    expect(body).toContain(`<p>http://h${host}.example no theme</p>`);
    const hash = createHash("sha256").update(script).digest("base64");
    expect(headers.get("content-security-policy")).toContain(`script-src 'self' 'sha256-${hash}';`);
    expect(Number(headers.get("content-length"))).toBe(body.length);
  }
  expect(page).toHaveBeenCalledTimes(1);
  expect((await ask("/docs/api", { cookie: "other=1; theme=dark" })).body).toContain("theme=dark");
  await ask("/docs/api", { cookie: "theme=purple" });
  expect(page).toHaveBeenCalledTimes(2);
});

it("is compressed once, and not sent again to clients that have it", async () => {
  const ask = await serving();
  const first = await ask("/docs", { "accept-encoding": "br, gzip" });
  expect(first.headers.get("content-encoding")).toBe("gzip");
  expect(gunzipSync(Buffer.from(first.body, "latin1")).toString()).toContain("http://a.example no theme");
  const known = { "if-none-match": `"other", ${first.headers.get("etag")}` };
  const again = await ask("/docs", known);
  expect([again.status, again.body]).toEqual([304, ""]);
  expect(again.headers.has("content-security-policy")).toBe(false);
  expect((await ask("/docs", { ...known, host: "b.example" })).status).toBe(200);
  expect((await ask("/docs", { ...known, cookie: "theme=dark" })).status).toBe(200);
});

it.each(["gzip;q=0", "gzip; q=0.0, br", "identity", ""])(
  "is sent uncompressed to clients that accept “%s”",
  async (accepted) => {
    const ask = await serving();
    expect((await ask("/docs", { "accept-encoding": accepted })).body).toContain("<p>http://a.example");
  },
);

it("is one document however its URL is encoded, and has no data for Next's links", async () => {
  const ask = await serving();
  for (const path of ["/docs/%61pi", "/docs/api?x", "/docs/api?x=1&y"]) {
    const { status, headers } = await ask(path);
    expect([status, headers.get("location")]).toEqual([307, "/docs/api"]);
  }
  const data = await ask("/docs/api?_rsc=1", { rsc: "1" });
  expect([data.status, data.body]).toEqual([204, ""]);
  expect(page).not.toHaveBeenCalled();
  expect((await ask("/docs/ap")).body).toBe("no public document");
  expect((await ask("/docs", {}, "POST")).body).toBe("no public document");
});

it("responds to HEAD without its body", async () => {
  const ask = await serving();
  const whole = await ask("/docs");
  const head = await ask("/docs", {}, "HEAD");
  expect([head.status, head.body]).toEqual([200, ""]);
  expect(head.headers.get("content-length")).toBe(whole.headers.get("content-length"));
});

it.each<[string, Handler]>([
  ["breaks off", (_, response) => response.writeHead(200, { "content-length": 9 }).destroy()],
  ["throws", () => Promise.reject(new Error("broken"))],
  ["is no page", (_, response) => response.writeHead(500).end()],
])("is left to Next where what was rendered %s", async (_, handler) => {
  const render = vi.fn(handler);
  const ask = await serving(render);
  expect((await ask("/docs")).body).toBe("from elsewhere");
  expect((await ask("/docs")).body).toBe("from elsewhere");
  expect(render).toHaveBeenCalledTimes(1);
});

it("is not cached if the origin is part of a text whose length React sends", () => {
  const pushed = (data: string) => `<script>self.__next_f.push(${JSON.stringify([1, data])})</script>`;
  const sized = (text: string, after: string) =>
    Buffer.from(pushed(`1f:T${text.length.toString(16)},`) + pushed(`${text}2:["${after}"]\n`));
  const long = "x".repeat(2_000);
  expect(toTemplate("text/html", sized(long, ORIGIN)).pieces).toHaveLength(2);
  expect(() => toTemplate("text/html", sized(long + ORIGIN, ""))).toThrow("with its length");
});
