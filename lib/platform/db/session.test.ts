import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { Pool } from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { SessionClient } from "./session.ts";

/** A message of PostgreSQL's protocol: its letter, its length, its body. */
function message(letter: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(letter);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const AUTHENTICATED = message("R", Buffer.alloc(4));
const READY = message("Z", Buffer.from("I"));
const REFUSED = message("E", Buffer.from("SERROR\0C42501\0Mpermission denied\0\0"));

let server: Server;
let pool: Pool;
/** What the server does when the first statement comes. */
let onStatement: (socket: Socket) => void;
const sockets: Socket[] = [];

beforeEach(async () => {
  sockets.length = 0;
  server = createServer((socket) => {
    sockets.push(socket);
    socket.once("data", () => {
      socket.write(Buffer.concat([AUTHENTICATED, READY]));
      socket.once("data", () => onStatement(socket));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  pool = new Pool({ host: "127.0.0.1", port, user: "u", database: "d", Client: SessionClient, max: 1 });
});
afterEach(async () => {
  await pool.end();
  server.close();
});

it("fails the query, and nothing else, when the connection breaks while its settings are made", async () => {
  onStatement = (socket) => socket.destroy();
  await expect(pool.query("SELECT 1")).rejects.toThrow("Connection terminated unexpectedly");
  expect(pool.totalCount).toBe(0);
});

it("ends the connection whose settings are refused, and says why", async () => {
  onStatement = (socket) => socket.write(Buffer.concat([REFUSED, READY]));
  await expect(pool.query("SELECT 1")).rejects.toThrow("permission denied");
  const [socket] = sockets;
  if (socket && !socket.readableEnded) await once(socket.resume(), "end");
  expect(pool.totalCount).toBe(0);
});
