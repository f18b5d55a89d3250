import { now } from "#lib/platform/clock.ts";
import { log } from "#lib/platform/log.ts";
import { isDatabaseAway } from "#lib/platform/problem/index.ts";
import { forgetIdleClients } from "#lib/platform/rate-limit/write-allowance.ts";
import { deleteExpiredVoters } from "../raters/index.ts";
import { deleteKeysBefore } from "./idempotency-store.ts";
import { joinPending } from "./insert-events-store.ts";
import { arrivedInteractions } from "./pending-store.ts";
import { deletePastWriteDays } from "./quota-store.ts";

/** How long an Idempotency-Key is remembered, in milliseconds. */
const KEY_LIFETIME_MS = 86_400_000;

/** How many interactions are attached to their pending events at a time. */
const JOIN_MAX = 1_000;

/**
 * Cleans up after collection: attaches events to interactions written at the same moment, and deletes expired
 * records. Any number of processes can run it at once.
 */
export async function cleanUpCollection(): Promise<void> {
  await joinArrived();
  await deleteKeysBefore(new Date(now().getTime() - KEY_LIFETIME_MS));
  await forgetIdleClients();
  await deleteExpiredVoters(now());
  await deletePastWriteDays(now());
}

/** An event that cannot be attached must not hold up all others. */
async function joinArrived(): Promise<void> {
  const arrived = await arrivedInteractions(JOIN_MAX);
  try {
    await joinPending(arrived, now());
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    for (const interaction of arrived) {
      await joinPending([interaction], now()).catch((err: unknown) =>
        log().warn({ err, ...interaction }, "could not attach pending events to their interactions"),
      );
    }
  }
}
