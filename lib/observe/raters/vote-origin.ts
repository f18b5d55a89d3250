import { hmac } from "#lib/platform/auth/hmac.ts";
import { clientNetwork } from "#lib/platform/rate-limit/client-address.ts";
import type { PageSubmitter } from "./submitter.ts";

/** Where a vote with a publishable key came from, as it is kept for a day: HMACs under the project's key. */
export interface VoteOrigin {
  address: string;
  agent: string;
}

/** How much of a user agent is looked at, in characters. */
const AGENT_MAX = 500;

/** Bytes that are kept of a hash: enough that two do not meet. */
const HASH_BYTES = 12;

/** A batch is of one sender. */
const known = new WeakMap<PageSubmitter, VoteOrigin>();

/** Where a page's votes come from. */
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

/** A user agent without its numbers: a browser's update is no other agent. "" where the client names none. */
export const agentFamily = (agent: string | null): string =>
  (agent ?? "")
    .slice(0, AGENT_MAX)
    .toLowerCase()
    .replace(/[\d._]+/g, "");
