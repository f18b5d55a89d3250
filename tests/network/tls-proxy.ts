import { request as httpRequest, type IncomingHttpHeaders, type RequestListener } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";

/** What a proxy makes of the headers that came to it. */
export type Forward = (headers: IncomingHttpHeaders) => IncomingHttpHeaders;

/** How a proxy in front of the app behaves. */
interface ProxyOptions {
  /** The app, as the proxy reaches it. */
  target: string;
  /** The loopback address that the proxy speaks from. */
  from: string;
  /** Without it the headers go on as they came. */
  forward?: Forward;
}

/** A proxy that ends TLS in front of the app, with a certificate of its own making. */
export interface TlsProxy {
  port: number;
  stop(): Promise<void>;
}

/** Starts a TLS proxy on a free port of the loopback interface. */
export async function startTlsProxy({
  target,
  from,
  forward = (headers) => headers,
}: ProxyOptions): Promise<TlsProxy> {
  const { port } = new URL(target);
  const relay: RequestListener = (request, response) => {
    const { method = "GET", url = "/" } = request;
    const asked = httpRequest(
      { host: "127.0.0.1", port, localAddress: from, method, path: url, headers: forward(request.headers) },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    // The browser sees that its request failed, as behind any proxy.
    asked.on("error", () => response.destroy());
    response.on("close", () => asked.destroy());
    request.pipe(asked);
  };
  const { private: key, cert } = await generate([{ name: "commonName", value: "whetstone.test" }], {
    keyType: "ec",
  });
  const server = createServer({ key, cert }, relay);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
