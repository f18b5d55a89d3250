/**
 * The client address of a request: the last hop that is not a trusted proxy. Anything further left in X-Forwarded-For
 * may have been written by the client itself.
 * @param forwardedFor the header X-Forwarded-For.
 * @param remoteAddress the remote address of the connection, if known.
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

/** Whether the remote address of a connection is a trusted proxy. */
export const isTrustedProxy = (
  remoteAddress: string | undefined,
  trustedProxies: readonly string[],
): boolean => remoteAddress !== undefined && trustedProxies.includes(bare(remoteAddress));

/** A hop without the port that some proxies add, which differs per connection. */
function bare(hop: string): string {
  const [, bracketed, dotted] = /^(?:\[([^\]]+)\](?::\d+)?|(\d+(?:\.\d+){3}):\d+)$/.exec(hop.trim()) ?? [];
  return (bracketed ?? dotted ?? hop.trim()).replace(/^::ffff:(?=\d+\.)/i, "");
}

/**
 * The key by which a client's writes are counted: the whole IPv4 address, or the /64 network of an IPv6 address,
 * because a household or machine has all of it.
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
