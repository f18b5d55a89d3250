import { connect, type Socket } from "node:net";

/** Where to attack, and a key that anyone can read off a page. */
export interface Target {
  port: number;
  publishableKey: string;
}

/** An attack that runs until it is stopped. */
export type Attack = (target: Target, stop: AbortSignal) => Promise<void>;

const get = (path: string, more = "", host = "127.0.0.1"): string =>
  `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}\r\n`;

/** Paths of every kind that needs no session. */
const paths = [
  "/docs/api",
  "/api/openapi.json",
  "/sign-in",
  "/nothing/here",
  "/docs/widgets",
  "/icon.svg",
  "/api/ready",
];

/** Loopback has many addresses, and so can an attacker. */
const ADDRESSES = 4;

interface Kept {
  count: number;
  /** What each connection sends; it is sent again after the connection was closed. */
  bytes: (number: number) => string;
  reads: boolean;
}

/** Keeps a number of connections busy from several addresses, and replaces each one that closes. */
async function keepBusy({ port }: Target, stop: AbortSignal, { count, bytes, reads }: Kept): Promise<void> {
  const sockets = new Set<Socket>();
  let opened = 0;
  const open = () => {
    const number = opened;
    opened += 1;
    const socket = connect({ port, host: "127.0.0.1", localAddress: `127.0.0.${2 + (number % ADDRESSES)}` });
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => {
      sockets.delete(socket);
      // A rejected client reconnects a little later.
      if (!stop.aborted) setTimeout(open, 100);
    });
    if (reads) socket.resume();
    else socket.pause();
    socket.write(bytes(number));
  };
  for (let number = 0; number < count; number += 1) open();
  await new Promise((resolve) => stop.addEventListener("abort", resolve, { once: true }));
  for (const socket of sockets) socket.destroy();
}

const closing = "Connection: close\r\n";

/** Attacks on the server, by name. */
export const attacks: Record<string, Attack> = {
  "2,000 requests on one connection": (target, stop) =>
    keepBusy(target, stop, {
      count: 1,
      bytes: () => [0, 1].map((at) => get(paths[at] ?? "/").repeat(1_000)).join("") + get("/", closing),
      reads: true,
    }),
  "every public path, 20 connections": (target, stop) =>
    keepBusy(target, stop, {
      count: 20,
      bytes: (number) =>
        paths.map((_, at) => get(paths[(at + number) % paths.length] ?? "/").repeat(20)).join("") +
        get("/", closing),
      reads: true,
    }),
  "invented hosts, 20 connections": (target, stop) =>
    keepBusy(target, stop, {
      count: 20,
      bytes: (number) =>
        Array.from({ length: 20 }, (_, at) =>
          get("/docs/api", "Accept-Encoding: gzip\r\n", `h${number}-${at}.example`),
        ).join("") + get("/", closing),
      reads: true,
    }),
  "500 connections that do not read": (target, stop) =>
    keepBusy(target, stop, { count: 500, bytes: () => get("/docs/api").repeat(50), reads: false }),
  "2,000 idle connections": (target, stop) =>
    keepBusy(target, stop, { count: 2_000, bytes: () => "GET / HTTP/1.1\r\n", reads: true }),
  "200 bodies that never end": (target, stop) =>
    keepBusy(target, stop, {
      count: 200,
      bytes: () =>
        `POST /api/feedback HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer ${target.publishableKey}\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n${" ".repeat(800_000)}`,
      reads: true,
    }),
};
