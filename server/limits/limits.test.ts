import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { sendRaw, statusesOf } from "#tests/network/raw-connection.ts";
import { type Edge, edgeServer, type Handler } from "../edge.ts";
import { listen } from "../listen.ts";
import { inWorkLane } from "./in-lane.ts";
import { Lane } from "./lane.ts";
import { toLimits } from "./limits.ts";

const settings = toLimits({ connectionsPerAddress: 3, pagesAtOnce: 2 });
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A listening server with low limits. */
async function opened(
  handler: Handler,
  more: Partial<typeof settings> = {},
  onConnection: (socket: Socket) => void = () => {},
) {
  const edge: Edge = edgeServer({
    trustedProxies: [],
    say: () => {},
    webSockets: false,
    limits: { ...settings, ...more },
  });
  edge.server.on("connection", onConnection);
  edge.answerWith(handler);
  await listen(edge.server, 0, "127.0.0.1");
  closing.push(() => {
    edge.server.close();
    edge.server.closeAllConnections();
  });
  return (edge.server.address() as AddressInfo).port;
}

/** Accepts requests and responds to none of them until told to. */
function held() {
  const waiting: ServerResponse[] = [];
  let arrived = () => {};
  let most = 0;
  const handler: Handler = (_, response) => {
    waiting.push(response);
    most = Math.max(most, waiting.length);
    arrived();
  };
  const untilHeld = async (count: number) => {
    while (waiting.length < count)
      await new Promise<void>((resolve) => {
        arrived = resolve;
      });
  };
  return { handler, waiting, untilHeld, most: () => most };
}

const get = (path: string, more = "") => `GET ${path} HTTP/1.1\r\nHost: h\r\n${more}\r\n`;
const last = get("/last", "Connection: close\r\n");

it.each([
  ["all of it to one process", { pagesAtOnce: 8 }, { connections: 5_000, connectionsPerAddress: 500 }, 8, 6],
  [
    "a half to each of two",
    { pagesAtOnce: 8, processes: 2 },
    { connections: 2_500, connectionsPerAddress: 313 },
    4,
    3,
  ],
  [
    "one page at least to each",
    { pagesAtOnce: 2, processes: 4 },
    { connections: 1_250, connectionsPerAddress: 157 },
    1,
    1,
  ],
  [
    "no client all of two pages",
    { pagesAtOnce: 2 },
    { connections: 5_000, connectionsPerAddress: 500 },
    2,
    1,
  ],
])("gives %s", (_, given, connections, atOnce, atOncePerClient) => {
  expect(toLimits({ connectionsPerAddress: 500, ...given })).toMatchObject({
    ...connections,
    pages: { atOnce, atOncePerClient },
  });
});

it("processes a few requests of one connection at once, and responds to all of them in order", async () => {
  const { handler, waiting, untilHeld, most } = held();
  const port = await opened(handler);
  const answered = sendRaw(port, get("/").repeat(500) + last, true);
  for (let left = 501; left > 0; left -= 1) {
    await untilHeld(Math.min(settings.atOnce, left));
    waiting.shift()?.end(String(left));
  }
  const { text } = await answered;
  expect(statusesOf(text)).toEqual(Array(501).fill(200));
  expect(most()).toBe(settings.atOnce);
  expect([...text.matchAll(/\r\n\r\n(\d+)/g)].map(([, n]) => Number(n)).at(-1)).toBe(1);
});

it("lets others run between requests of one connection that are answered immediately", async () => {
  let answered = 0;
  const other = Promise.withResolvers<number>();
  const port: number = await opened((request, response) => {
    if (request.url === "/other") other.resolve(answered);
    else if (answered === 0) void sendRaw(port, get("/other", "Connection: close\r\n"), true);
    answered += 1;
    response.end();
  });
  const { text } = await sendRaw(port, get("/").repeat(2_000) + last, true);
  expect(await other.promise).toBeLessThan(1_000);
  expect(statusesOf(text)).toHaveLength(2_001);
});

it("stops reading from a connection while its requests wait, and resumes afterwards", async () => {
  const { handler, waiting, untilHeld } = held();
  const connected: Socket[] = [];
  const port = await opened(
    (request, response) => (request.url === "/other" ? response.end() : handler(request, response)),
    {},
    (socket) => connected.push(socket),
  );
  const flood = get("/", `X: ${"x".repeat(500)}\r\n`).repeat(400) + last;
  const answered = sendRaw(port, flood, true);
  await untilHeld(settings.atOnce);
  for (let other = 0; other < 10; other += 1)
    await sendRaw(port, get("/other", "Connection: close\r\n"), true);
  // Node reads 64 kB at a time.
  expect(connected[0]?.bytesRead).toBeLessThanOrEqual(2 * 65_536);
  for (let left = 401; left > 0; left -= 1) {
    await untilHeld(1);
    waiting.shift()?.end();
  }
  expect(statusesOf((await answered).text)).toHaveLength(401);
});

it("starts nothing more on a connection whose responses are not read", async () => {
  const large = Buffer.alloc(16_000_000);
  const asked: string[] = [];
  const port = await opened((request, response) => {
    asked.push(request.url ?? "");
    response.end(large);
  });
  const socket = connect(port, "127.0.0.1");
  socket.pause();
  socket.write(get("/1") + get("/2") + get("/3"));
  const other = await sendRaw(port, get("/other", "Connection: close\r\n"), true);
  expect(statusesOf(other.text)).toEqual([200]);
  expect(asked).toEqual(["/1", "/other"]);
  socket.destroy();
});

it("disconnects clients that stop reading or sending, but not those that wait for the server", async () => {
  const { handler, waiting, untilHeld } = held();
  const [unreadHere, halfHere] = [Promise.withResolvers<Socket>(), Promise.withResolvers<Socket>()];
  const port = await opened((request, response) => {
    if (request.url === "/slow") return handler(request, response);
    if (request.url === "/half") return halfHere.resolve(request.socket);
    response.end(Buffer.alloc(16_000_000));
    unreadHere.resolve(request.socket);
  });
  const slow = sendRaw(port, get("/slow", "Connection: close\r\n"), true);
  const unread = connect(port, "127.0.0.1").pause();
  unread.write(get("/unread"));
  const halfSent = connect(port, "127.0.0.1").on("error", () => {});
  halfSent.write("POST /half HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nhalf");
  await untilHeld(1);
  const [theirs, ours] = [[await unreadHere.promise, await halfHere.promise], waiting[0]?.socket];
  for (const socket of [...theirs, ours]) {
    expect(socket?.timeout).toBe(settings.standstillMs);
    // Triggers the timeout by hand: a real one short enough for a test could end before anything was sent.
    socket?.emit("timeout");
  }
  expect(theirs.map(({ destroyed }) => destroyed)).toEqual([true, true]);
  waiting[0]?.end("at last");
  expect((await slow).text).toContain("at last");
  unread.destroy();
});

it("accepts a maximum number of connections per address, until one of them ends", async () => {
  const port = await opened((_, response) => response.end("here"));
  const open = () => connect(port, "127.0.0.1");
  const sockets = [open(), open(), open()];
  for (const socket of sockets) {
    socket.write(get("/"));
    await once(socket, "data");
  }
  expect((await sendRaw(port, get("/"))).text).toBe("");
  sockets[0]?.destroy();
  let text = "";
  while (text === "") ({ text } = await sendRaw(port, get("/")));
  expect(statusesOf(text)).toEqual([200]);
  for (const socket of sockets) socket.destroy();
});

it("rejects pages beyond the waiting limit, while requests outside of the lane are answered", async () => {
  const { handler, waiting, untilHeld } = held();
  const page = inWorkLane(new Lane({ ...settings.pages, atOncePerClient: 2, waiting: 1 }), handler);
  const port = await opened(
    (request, response) => (request.url === "/alive" ? response.end("alive") : page(request, response)),
    { connectionsPerAddress: 100 },
  );
  const pages = [last, last].map((each) => sendRaw(port, each, true));
  await untilHeld(2);
  const further = [last, last].map((each) => sendRaw(port, each, true));
  const { text: refused } = await Promise.race(further);
  expect(statusesOf(refused)).toEqual([503]);
  expect(refused).toContain("retry-after: 5");
  expect((await sendRaw(port, get("/alive", "Connection: close\r\n"), true)).text).toContain("alive");
  for (const response of waiting.splice(0)) response.end("page");
  await untilHeld(1);
  waiting[0]?.end("page");
  const answers = await Promise.all([...pages, ...further]);
  expect(answers.flatMap(({ text }) => statusesOf(text)).sort()).toEqual([200, 200, 200, 503]);
});
