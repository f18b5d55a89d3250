import type { Server } from "node:http";
import type { Socket } from "node:net";
import { clientAddress, clientNetwork, isTrustedProxy } from "#lib/platform/rate-limit/client-address.ts";
import { isWorkedOn } from "./pipeline.ts";

/** Connection limits. */
export interface ConnectionLimits {
  /** In total and per address; a trusted proxy has no limit of its own. */
  connections: number;
  connectionsPerAddress: number;
  /** How long a connection may be idle while waiting for its client, in milliseconds. */
  standstillMs: number;
}

/** Limits the number of connections, and closes idle ones. */
export function limitConnections(
  server: Server,
  { connections, connectionsPerAddress, standstillMs }: ConnectionLimits,
  trustedProxies: readonly string[],
): void {
  server.maxConnections = connections;
  // In a cluster, Node would pass excess connections from one process to the next forever.
  Object.assign(server, { dropMaxConnection: true });
  const byAddress = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const { remoteAddress } = socket;
    if (remoteAddress === undefined || isTrustedProxy(remoteAddress, trustedProxies)) return;
    const name = clientNetwork(clientAddress(undefined, remoteAddress, []));
    const others = byAddress.get(name) ?? 0;
    if (others >= connectionsPerAddress) return void socket.destroy();
    byAddress.set(name, others + 1);
    socket.once("close", () => {
      const left = (byAddress.get(name) ?? 1) - 1;
      if (left > 0) byAddress.set(name, left);
      else byAddress.delete(name);
    });
  });
  endStandstills(server, standstillMs);
}

/**
 * Node's timeout restarts with every byte in either direction, but it also hits requests that are still being
 * processed.
 */
function endStandstills(server: Server, standstillMs: number): void {
  server.setTimeout(standstillMs, (socket) => {
    if (!isWorkedOn(socket)) socket.destroy();
  });
}
