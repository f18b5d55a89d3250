import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { HttpConnection } from "./http-connection.ts";

let server: Server | undefined;
let connection: HttpConnection | undefined;

afterEach(() => {
  connection?.close();
  server?.close();
});

async function connectTo(handler: Parameters<typeof createServer>[1]): Promise<HttpConnection> {
  server = createServer(handler);
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  connection = await HttpConnection.open(new URL(`http://127.0.0.1:${port}`));
  return connection;
}

const request = Buffer.from("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}");

test("an answer of known length is read whole, however it is cut", async () => {
  const body = JSON.stringify({ text: "é".repeat(200_000) });
  const one = await connectTo((_, response) => {
    response.writeHead(409, { "Content-Length": Buffer.byteLength(body) }).end(body);
  });
  for (let time = 0; time < 2; time++) {
    const { status, text } = await one.exchange(request);
    expect([status, text?.endsWith(body)]).toEqual([409, true]);
  }
});

test("an answer in chunks is read to its last one", async () => {
  const one = await connectTo((_, response) => {
    response.writeHead(207).write('{"results":[');
    setImmediate(() => response.end("1]}"));
  });
  for (let time = 0; time < 2; time++) {
    const { status, text } = await one.exchange(request);
    expect([status, text?.includes("1]}")]).toEqual([207, true]);
  }
});

test("the end of the chunks is found when it is cut in two", async () => {
  const one = await connectTo(({ socket }) => {
    socket.setNoDelay(true);
    socket.write("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r");
    setImmediate(() => socket.write("\n\r\n"));
  });
  for (let time = 0; time < 2; time++) {
    expect(await one.exchange(request)).toEqual({ status: 201, text: null });
  }
});

test("a lost connection fails the exchange under way", async () => {
  const one = await connectTo((incoming) => incoming.socket.destroy());
  await expect(one.exchange(request)).rejects.toThrow();
});
