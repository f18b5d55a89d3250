import { connect, type Socket } from "node:net";

/** An answer, with as much of it as the load needs. */
export interface Answer {
  status: number;
  text: () => string;
}

interface Waiting {
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

/**
 * One kept-alive HTTP/1.1 connection, one request at a time. It reads the status and finds the end of an answer, no
 * more: on a machine of few cores a whole HTTP client would take the time that the server is to be measured with.
 */
export class HttpConnection {
  #socket: Socket;
  #waiting: Waiting | undefined;
  #parts: Buffer[] = [];
  /** Bytes of the answer under way; undefined as long as its head has not told, or when it comes in chunks. */
  #length: number | undefined;
  #received = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on("data", (part: Buffer) => this.#read(part));
    socket.on("error", (error) => this.#fail(error));
    socket.on("close", () => this.#fail(new Error("the server closed the connection")));
  }

  static open({ hostname, port }: URL): Promise<HttpConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port) }, () => {
        socket.off("error", reject);
        resolve(new HttpConnection(socket));
      });
      socket.once("error", reject);
    });
  }

  /** @throws Error when the connection is lost before the answer is whole. */
  exchange(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(part: Buffer): void {
    this.#parts.push(part);
    this.#received += part.length;
    if (this.#parts.length === 1) this.#length = wholeLength(part);
    const isWhole = this.#length === undefined ? endsChunks(part) : this.#received >= this.#length;
    if (!isWhole) return;
    const parts = this.#parts;
    this.#parts = [];
    this.#received = 0;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve({
      // "HTTP/1.1 201"
      status: Number(parts[0]?.toString("latin1", 9, 12)),
      text: () => Buffer.concat(parts).toString("utf8"),
    });
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }
}

/** Bytes of head and body together, from the first part of an answer. A head is small and comes in one part. */
function wholeLength(first: Buffer): number | undefined {
  const end = first.indexOf("\r\n\r\n");
  const length = /content-length: *(\d+)/i.exec(first.toString("latin1", 0, end))?.[1];
  return length === undefined ? undefined : end + 4 + Number(length);
}

/** JSON has no line feeds of its own, so the last chunk cannot be taken for text. */
const endsChunks = (part: Buffer): boolean => part.toString("latin1", part.length - 5) === "0\r\n\r\n";
