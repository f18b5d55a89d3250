import type { IncomingMessage } from "node:http";

/** What a body that ends before it is whole is refused for, by whoever reads it. */
const brokenOff = () => new Error("The connection ended before the whole body had come.");

/**
 * As much of a web-standard Request as a route for keys looks at, over what Node's listener was given. A whole Request,
 * also one that is made only as far as it is looked at, costs as much as all that is done with a rating.
 */
export class CollectionRequest {
  readonly #incoming: IncomingMessage;
  readonly headers: Pick<Headers, "get">;

  constructor(incoming: IncomingMessage) {
    this.#incoming = incoming;
    const { headers } = incoming;
    this.headers = { get: (name) => headers[name.toLowerCase()]?.toString() ?? null };
  }

  get method(): string {
    return this.#incoming.method ?? "GET";
  }

  /** What is asked for; the host is nobody's business here but that of `headers`. */
  get url(): string {
    return `http://${this.#incoming.headers.host ?? "localhost"}${this.#incoming.url}`;
  }

  /**
   * All of the body.
   * @throws Error when the connection ends first.
   */
  bytes(): Promise<Uint8Array> {
    const incoming = this.#incoming;
    const chunks: Uint8Array[] = [];
    return new Promise((resolve, reject) => {
      incoming.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      incoming.once("end", () =>
        resolve(chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks)),
      );
      incoming.once("error", reject);
      incoming.once("close", () => {
        if (!incoming.complete) reject(brokenOff());
      });
    });
  }

  /** The body as it comes. Whoever reads no further leaves the connection as it is, to be answered on. */
  get body(): AsyncIterable<Uint8Array> | null {
    const incoming = this.#incoming;
    if (incoming.method === "GET" || incoming.method === "HEAD") return null;
    return {
      async *[Symbol.asyncIterator]() {
        for await (const chunk of incoming.iterator({ destroyOnReturn: false })) yield chunk as Uint8Array;
        if (!incoming.complete) throw brokenOff();
      },
    };
  }
}
