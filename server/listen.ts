import type { AddressInfo, Server } from "node:net";

/**
 * Starts listening, on all interfaces unless a host is given.
 * @returns the port, chosen by the system if 0 was requested.
 * @throws Error that says what is wrong and what to do.
 */
export function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    server.listen({ port, host }, () => resolve((server.address() as AddressInfo).port));
  });
}

function explain(error: NodeJS.ErrnoException, port: number, host: string | undefined): Error {
  if (error.code === "EADDRINUSE") {
    return new Error(
      `Port ${port} is already in use, perhaps by another Whetstone. Stop that program, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (error.code === "EACCES") {
    return new Error(
      `No permission to listen on port ${port}. Choose a port above 1023: PORT=3000 npm start`,
    );
  }
  return new Error(`Cannot listen on ${host ?? "all interfaces"}, port ${port}: ${error.message}`, {
    cause: error,
  });
}
