/**
 * The address of the client behind a request: the last hop that no trusted proxy has. What stands further left in
 * X-Forwarded-For, the client may have written itself.
 * @param forwardedFor the header X-Forwarded-For.
 * @param remoteAddress the other end of the connection, where it is known.
 */
export function clientAddress(
  forwardedFor: string | null | undefined,
  remoteAddress: string | undefined,
  trustedProxies: readonly string[],
): string {
  const alone = !forwardedFor && remoteAddress ? remoteAddress : null;
  if (alone) return bare(alone);
  const path = [...(forwardedFor ?? "").split(","), remoteAddress ?? ""].map(bare).filter(Boolean);
  return path.findLast((hop) => !trustedProxies.includes(hop)) ?? path[0] ?? "unknown";
}

/** Whether the other end of a connection is a proxy whose word on the client is believed. */
export const isTrustedProxy = (
  remoteAddress: string | undefined,
  trustedProxies: readonly string[],
): boolean => remoteAddress !== undefined && trustedProxies.includes(bare(remoteAddress));

/** A hop without its port, which some proxies write: each connection has another. */
function bare(hop: string): string {
  const [, bracketed, dotted] = /^(?:\[([^\]]+)\](?::\d+)?|(\d+(?:\.\d+){3}):\d+)$/.exec(hop.trim()) ?? [];
  return (bracketed ?? dotted ?? hop.trim()).replace(/^::ffff:(?=\d+\.)/i, "");
}

/**
 * What stands for a client when its writes are counted: an IPv4 address whole, of an IPv6 address the network (/64),
 * as one household or machine has all of that.
 */
export function clientNetwork(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.toLowerCase().split("%", 1)[0]?.split("::") ?? [];
  const groups = head.split(":").filter(Boolean);
  if (tail !== undefined) {
    const after = tail.split(":").filter(Boolean);
    while (groups.length + after.length < 8) groups.push("0");
    groups.push(...after);
  }
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
