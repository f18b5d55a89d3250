import type { LookupAddress } from "node:dns";
import { lookup, Resolver } from "node:dns/promises";

/** Finds the addresses of a host name. */
export type Lookup = (hostname: string) => Promise<LookupAddress[]>;

/** How long all name servers together may take for a name, and one for a question, in milliseconds. */
const [WHOLE_MS, QUESTION_MS] = [5_000, 2_000];

/** How often a name server that does not answer is asked. */
const TRIES = 2;

/** Whom to ask, and for how long. */
export interface NameServers {
  /** In place of the system's, as `address:port`. */
  servers?: readonly string[];
  timeMs?: number;
}

/**
 * Asks name servers for all addresses of a name, by sockets. The system's lookup would hold one of the process's few
 * threads until it is answered, and the name servers of a receiver are strangers': four that never answer would keep
 * everybody else waiting, also the connections to the database.
 */
export async function askNameServers(
  hostname: string,
  { servers, timeMs = WHOLE_MS }: NameServers = {},
): Promise<LookupAddress[]> {
  const resolver = new Resolver({ timeout: Math.min(QUESTION_MS, timeMs), tries: TRIES });
  if (servers) resolver.setServers(servers);
  const timer = setTimeout(() => resolver.cancel(), timeMs);
  const [v4, v6] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
  clearTimeout(timer);
  const found = [...addressesIn(v4, 4), ...addressesIn(v6, 6)];
  // A name server that knows nothing of IPv6 leaves a host its IPv4 addresses.
  if (found.length > 0) return found;
  const faults = [v4, v6].flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  const fault = faults.find((each) => codeOf(each) !== "ENODATA");
  if (fault === undefined) return [];
  throw codeOf(fault) === "ECANCELLED" ? Object.assign(new Error("no answer"), { code: "ETIMEOUT" }) : fault;
}

const addressesIn = (answer: PromiseSettledResult<string[]>, family: 4 | 6): LookupAddress[] =>
  answer.status === "fulfilled" ? answer.value.map((address) => ({ address, family })) : [];

/** The code of a fault of a lookup. */
export const codeOf = (fault: unknown): string =>
  String((fault as { code?: unknown } | null)?.code ?? "an error");

/** The system's lookup, which also knows names of its own, such as those in /etc/hosts: for hosts that the operator names. */
export const askSystem: Lookup = (hostname) => lookup(hostname, { all: true });
