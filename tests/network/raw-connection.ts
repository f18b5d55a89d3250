import { connect } from "node:net";

/** What came back on a connection. */
export interface RawAnswer {
  text: string;
  /** From the first byte that was sent to the end of the connection, in milliseconds. */
  ms: number;
}

/**
 * Sends bytes on a connection of their own, and gives what comes back until it is closed.
 * @param open whether more could come. Where not, Node's server answers no more than one of several requests.
 */
export function sendRaw(port: number, bytes: string | Uint8Array, open = false): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const begun = performance.now();
    const socket = connect(port, "127.0.0.1");
    let text = "";
    socket.setEncoding("latin1").on("data", (chunk: string) => {
      text += chunk;
    });
    // A connection that is cut off is closed all the same.
    socket.on("error", () => {});
    socket.once("close", () => resolve({ text, ms: performance.now() - begun }));
    socket.write(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes);
    if (!open) socket.end();
  });
}

/** The statuses of the answers in a text, in their order. */
export const statusesOf = (text: string): number[] =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
