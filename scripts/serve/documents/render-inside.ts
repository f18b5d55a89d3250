import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { duplexPair } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { Handler } from "../edge.ts";

/** What a handler answered. */
export interface Rendered {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/**
 * Asks a handler for a path as a client of its own would, without a connection of the system's.
 * @throws what went wrong on the way, such as an answer that broke off.
 */
export async function renderInside(
  handler: Handler,
  path: string,
  headers: OutgoingHttpHeaders,
): Promise<Rendered> {
  const server = createServer((incoming, response) => {
    const fail = () => response.destroy();
    Promise.resolve(handler(incoming, response)).catch(fail);
  });
  const [ours, theirs] = duplexPair();
  server.emit("connection", theirs);
  try {
    return await new Promise((resolve, reject) => {
      const asked = request({ path, headers, createConnection: () => ours }, (answer) => {
        buffer(answer).then(
          (body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
          reject,
        );
      });
      asked.once("error", reject);
      asked.end();
    });
  } finally {
    ours.destroy();
    theirs.destroy();
  }
}
