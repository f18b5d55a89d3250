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
  // Among several processes Node would hand on what is too many from one to the other, and back, without end.
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

/** Node's own time limit begins anew with any byte in either direction, but it also ends what we are still working on. */
function endStandstills(server: Server, standstillMs: number): void {
  server.setTimeout(standstillMs, (socket) => {
    if (!isWorkedOn(socket)) socket.destroy();
  });
}
