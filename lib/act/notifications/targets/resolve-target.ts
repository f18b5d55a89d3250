import type { LookupAddress } from "node:dns";
import { refusedClass } from "./address-class.ts";
import { askNameServers, askSystem, codeOf, type Lookup } from "./find-addresses.ts";
import { type AllowedHosts, isAllowedHost, literalAddress, refusal } from "./target-url.ts";

/** Names that are this machine for every resolver (RFC 6761), which is why no name server is asked for them. */
const localName = /(^|\.)localhost\.?$/;

/** Why a receiver is not connected to, as the end of a sentence about its URL. */
export class TargetRefused extends Error {}

/**
 * The addresses of a URL's host, all of which may be connected to. One refused address among several refuses them all:
 * which of them is connected to would be up to whoever answers for the name. Only a host that the operator allows is looked
 * up by the system: it may be one of the network's own.
 * @throws TargetRefused if one may not be connected to, or the name has none.
 */
export async function resolveTarget(
  url: URL,
  allowed: AllowedHosts,
  find?: Lookup,
): Promise<LookupAddress[]> {
  const isAllowed = isAllowedHost(url, allowed);
  if (!isAllowed && localName.test(url.hostname))
    throw new TargetRefused(refusal(url.hostname, "a loopback address"));
  const literal = literalAddress(url);
  const found =
    literal === null
      ? await addressesOf(url.hostname, find ?? (isAllowed ? askSystem : askNameServers))
      : [{ address: literal, family: literal.includes(":") ? 6 : 4 }];
  if (isAllowed) return found;
  for (const { address } of found) {
    const refused = refusedClass(address);
    if (refused !== null) throw new TargetRefused(refusal(address, refused));
  }
  return found;
}

async function addressesOf(hostname: string, find: Lookup): Promise<LookupAddress[]> {
  const found = await find(hostname).catch((error: unknown) => {
    throw new TargetRefused(`must name a host that can be found: ${codeOf(error)} for ${hostname}`);
  });
  if (found.length === 0) throw new TargetRefused(`must name a host that has an address: ${hostname}`);
  return found;
}
