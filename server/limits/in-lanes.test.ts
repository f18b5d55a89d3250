import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { sendRaw, statusesOf } from "#tests/network/raw-connection.ts";
import type { Handler } from "../edge.ts";
import { refuse } from "../refuse.ts";
import { inLanes } from "./in-lanes.ts";
import { toLimits } from "./limits.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server with one place for pages, one for API calls, and no waiting; `/held` keeps its place. */
async function opened() {
  const limits = toLimits({ connectionsPerAddress: 10, pagesAtOnce: 1 });
  const one = { atOnce: 1, atOncePerClient: 1, waiting: 0, waitingPerClient: 0 };
  const held = Promise.withResolvers<ServerResponse>();
  const handler = inLanes(
    { ...limits, pages: { ...limits.pages, ...one }, calls: { ...limits.calls, ...one } },
    {
      listeners: (place) => {
        const [health, collect] = [
          place("nobody", (_, response) => response.end("alive")),
          place("collecting", (_, response) => response.end("stored")),
        ];
        return ({ url }) => (url === "/api/health" ? health : url === "/api/events" ? collect : undefined);
      },
      toNext: ({ url = "" }, response) => {
        if (!url.endsWith("/held")) return response.end("from Next");
        held.resolve(response);
        return once(response, "close");
      },
      render: (_, response) => response.setHeader("content-type", "text/html").end("<p>a document</p>"),
    },
  );
  const guarded: Handler = async (request, response) => {
    try {
      await handler(request, response);
    } catch (error) {
      refuse(request, response, error);
    }
  };
  const server = createServer(guarded);
  await once(server.listen(0, "127.0.0.1"), "listening");
  closing.push(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const ask = async (path: string) =>
    (await sendRaw(port, `GET ${path} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n`, true)).text;
  return { ask, held: held.promise };
}

it.each([
  ["pages", "/held", ["/docs", "/docs/api", "/docs/widgets", "/sign-in"], ["/api/openapi.json"]],
  ["calls", "/api/held", ["/api/openapi.json", "/api/projects"], ["/docs/api"]],
])(
  "cached documents have their places among %s, and collection waits for neither",
  async (_, path, same, others) => {
    const { ask, held } = await opened();
    for (const each of [...same, ...others]) expect(statusesOf(await ask(each))).toEqual([200]);
    const first = ask(path);
    const response = await held;
    for (const each of same) expect(statusesOf(await ask(each))).toEqual([503]);
    for (const each of [...others, "/api/health", "/api/events"])
      expect(statusesOf(await ask(each))).toEqual([200]);
    response.end();
    await first;
    for (const each of same) expect(statusesOf(await ask(each))).toEqual([200]);
  },
);
