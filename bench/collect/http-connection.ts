import { connect, type Socket } from "node:net";

/** An answer, with as much of it as the load needs. */
export interface Answer {
  status: number;
  /** All of it as it came, unless it was 200 or 201: nobody reads those. */
  text: string | null;
}

interface Waiting {
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

/** Bytes that are read at a time. */
const READ_SIZE = 65_536;
const REFUSED_FROM = 202;
/** JSON has no line feeds of its own, so the last chunk cannot be taken for text. */
const CHUNKS_END = "\r\n0\r\n\r\n";

/**
 * One kept-alive HTTP/1.1 connection, one request at a time. It reads the status and finds the end of an answer, no
 * more: on a machine of few cores a whole HTTP client would take the time that the server is to be measured with.
 */
export class HttpConnection {
  #socket: Socket | undefined;
  #waiting: Waiting | undefined;
  #status = 0;
  #text = "";
  /** Bytes of the answer under way; undefined when it comes in chunks. */
  #length: number | undefined;
  #received = 0;
  /** The last bytes that came, as the end of the chunks may be cut. */
  #tail = "";

  private constructor() {}

  static open({ hostname, port }: URL): Promise<HttpConnection> {
    const connection = new HttpConnection();
    return new Promise((resolve, reject) => {
      const onread = {
        // One for the whole life of the connection, where a stream would make one for every answer.
        buffer: Buffer.allocUnsafe(READ_SIZE),
        callback: (size: number, bytes: Uint8Array) => connection.#read(bytes as Buffer, size),
      };
      const socket = connect({ host: hostname, port: Number(port), noDelay: true, onread }, () => {
        connection.#socket = socket;
        resolve(connection);
      });
      socket.on("error", (error) => {
        reject(error);
        connection.#fail(error);
      });
      socket.on("close", () => connection.#fail(new Error("the server closed the connection")));
    });
  }

  /** @throws Error when the connection is lost before the answer is whole. */
  exchange(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket?.write(request);
    });
  }

  close(): void {
    this.#socket?.destroy();
  }

  #read(bytes: Buffer, size: number): boolean {
    if (this.#received === 0) {
      // "HTTP/1.1 201"
      this.#status = Number(bytes.toString("latin1", 9, 12));
      this.#length = wholeLength(bytes, size);
    }
    this.#received += size;
    if (this.#status >= REFUSED_FROM) this.#text += bytes.toString("utf8", 0, size);
    if (this.#length === undefined) this.#tail = (this.#tail + ending(bytes, size)).slice(-CHUNKS_END.length);
    if (this.#length === undefined ? this.#tail === CHUNKS_END : this.#received >= this.#length)
      this.#finish();
    return true;
  }

  #finish(): void {
    const answer = { status: this.#status, text: this.#status < REFUSED_FROM ? null : this.#text };
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#received = 0;
    this.#text = "";
    this.#tail = "";
    waiting?.resolve(answer);
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }
}

/** Bytes of head and body together, from the first part of an answer. A head is small and comes in one part. */
function wholeLength(first: Buffer, size: number): number | undefined {
  const end = first.subarray(0, size).indexOf("\r\n\r\n");
  const length = /content-length: *(\d+)/i.exec(first.toString("latin1", 0, end))?.[1];
  return length === undefined ? undefined : end + 4 + Number(length);
}

const ending = (bytes: Buffer, size: number): string =>
  bytes.toString("latin1", Math.max(0, size - CHUNKS_END.length), size);
