import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { setTimeout as pause } from "node:timers/promises";
import { refusedClass } from "./address-class.ts";
import { type AllowedHosts, isAllowedHost, literalAddress, refusal } from "./target-url.ts";

/** Finds the addresses of a host name. */
export type Lookup = (hostname: string) => Promise<LookupAddress[]>;

/** How long the system may look, in milliseconds; its own patience can be a minute. */
const LOOKUP_MS = 5_000;

const ofSystem: Lookup = (hostname) =>
  Promise.race([
    lookup(hostname, { all: true }),
    pause(LOOKUP_MS, undefined, { ref: false }).then(() => {
      throw Object.assign(new Error("no answer"), { code: "ETIMEOUT" });
    }),
  ]);

/** Why a receiver is not connected to, as the end of a sentence about its URL. */
export class TargetRefused extends Error {}

/**
 * The addresses of a URL's host, all of which may be connected to. One refused address among several refuses them all:
 * which of them is connected to would be up to whoever answers for the name.
 * @throws TargetRefused if one may not be connected to, or the name has none.
 */
export async function resolveTarget(
  url: URL,
  allowed: AllowedHosts,
  find: Lookup = ofSystem,
): Promise<LookupAddress[]> {
  const literal = literalAddress(url);
  const found =
    literal === null
      ? await addressesOf(url.hostname, find)
      : [{ address: literal, family: literal.includes(":") ? 6 : 4 }];
  if (isAllowedHost(url, allowed)) return found;
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

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? "an error");
