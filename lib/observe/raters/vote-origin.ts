import { hmac } from "#lib/platform/auth/hmac.ts";
import { clientNetwork } from "#lib/platform/rate-limit/client-address.ts";
import type { PageSubmitter } from "./submitter.ts";

/** The origin of a vote sent with a publishable key, kept for a day: HMACs with the project's key. */
export interface VoteOrigin {
  address: string;
  agent: string;
}

/** How many characters of a user agent to use. */
const AGENT_MAX = 500;

/** How many bytes of a hash to keep: enough to avoid collisions. */
const HASH_BYTES = 12;

/** All events of a batch have the same sender. */
const known = new WeakMap<PageSubmitter, VoteOrigin>();

/** The origin of a page's votes. */
export function voteOrigin(page: PageSubmitter): VoteOrigin {
  const { userHashKey } = page.project;
  const hash = (kind: string, text: string) =>
    hmac(userHashKey, `${kind} of vote ${text}`).digest().subarray(0, HASH_BYTES).toString("base64url");
  let origin = known.get(page);
  if (!origin) {
    origin = {
      address: hash("address", clientNetwork(page.address)),
      agent: hash("agent", agentFamily(page.agent)),
    };
    known.set(page, origin);
  }
  return origin;
}

/**
 * A user agent without its numbers, since a browser update does not make it a different one. "" if the client
 * sends none.
 */
export const agentFamily = (agent: string | null): string =>
  (agent ?? "")
    .slice(0, AGENT_MAX)
    .toLowerCase()
    .replace(/[\d._]+/g, "");
