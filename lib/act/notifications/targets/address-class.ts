import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/**
 * What an address is for, where it is not a public one: "loopback", "private", "linkLocal" and the like, as words for the
 * reader. Null for a public address, the only ones that notifications are sent to.
 */
export function refusedClass(address: string): string | null {
  if (metadata.has(address)) return "a cloud's metadata address";
  // The library also reads what is short for an address, such as 127.1.
  if (isIP(address) === 0) return "no IP address";
  const parsed = ipaddr.parse(address);
  return parsed instanceof ipaddr.IPv6
    ? refusedClassOfIpv6(parsed)
    : refusedClassOfIpv4(parsed as ipaddr.IPv4);
}

/** Metadata services of clouds. All but the last are of a refused class anyway; it is named for what it is. */
const metadata: ReadonlySet<string> = new Set([
  "169.254.169.254",
  "169.254.170.2",
  "fd00:ec2::254",
  "100.100.100.200",
  "168.63.129.16",
]);

const words: Readonly<Record<string, string>> = {
  unspecified: "an unspecified address",
  broadcast: "a broadcast address",
  multicast: "a multicast address",
  linkLocal: "a link-local address",
  loopback: "a loopback address",
  carrierGradeNat: "a carrier's private address",
  private: "a private address",
  uniqueLocal: "a private address",
  reserved: "a reserved address",
};

const named = (range: string): string => words[range] ?? "a reserved address";

function refusedClassOfIpv4(address: ipaddr.IPv4): string | null {
  if (metadata.has(address.toString())) return "a cloud's metadata address";
  const range = address.range();
  return range === "unicast" ? null : named(range);
}

/** What holds an IPv4 address in its last four bytes: the address that a gateway would connect to. */
const gateways = [ipaddr.IPv6.parseCIDR("64:ff9b::/96")];

/** What is handed out to networks, but for what is set aside in it for documents. */
const handedOut = ipaddr.IPv6.parseCIDR("2000::/3");
const documents = [ipaddr.IPv6.parseCIDR("2001:db8::/32"), ipaddr.IPv6.parseCIDR("3fff::/20")];

function refusedClassOfIpv6(address: ipaddr.IPv6): string | null {
  if (address.zoneId) return "a link-local address";
  if (address.isIPv4MappedAddress()) return refusedClassOfIpv4(address.toIPv4Address());
  if (gateways.some((gateway) => address.match(gateway)))
    return refusedClassOfIpv4(new ipaddr.IPv4(address.toByteArray().slice(-4)));
  const range = address.range();
  if (range !== "unicast") return named(range);
  const isPublic = address.match(handedOut) && !documents.some((block) => address.match(block));
  return isPublic ? null : "a reserved address";
}
