import { now } from "#lib/platform/clock.ts";
import { newId } from "#lib/platform/ids.ts";
import { log } from "#lib/platform/log.ts";
import { processWide } from "#lib/platform/process-wide.ts";
import { type ClaimedDelivery, claimDue, claimThese, recordOutcome } from "./attempt-store.ts";
import type { Delivery } from "./channel.ts";
import { deliver } from "./deliver.ts";
import { findDeliveries, insertTest, renewDelivery } from "./delivery-store.ts";
import type { Outcome } from "./next-state.ts";

/** Most deliveries that a process has under way: each waits for its receiver, and costs nothing while it does. */
const UNDER_WAY_MAX = 100;

const underWay = processWide("notifications under way", () => new Set<Promise<void>>());

/** Begins to send what is due, and waits for none of it: a receiver that hangs delays nobody else. */
export async function startDue(): Promise<void> {
  const room = UNDER_WAY_MAX - underWay().size;
  if (room <= 0) return;
  for (const claimed of await claimDue(now(), room)) begin(claimed);
}

/** Waits for what is under way. */
export async function finishSending(): Promise<void> {
  await Promise.all([...underWay()]);
}

/** Sends one that this process has in hand. What could not be recorded is free for another attempt when its time is up. */
function begin(claimed: ClaimedDelivery): Promise<void> {
  const sent = attempt(claimed)
    .catch((error: unknown) => log().warn({ err: error }, "a notification's outcome was not recorded"))
    .finally(() => underWay().delete(sent));
  underWay().add(sent);
  return sent;
}

async function attempt(claimed: ClaimedDelivery): Promise<void> {
  const outcome = await deliver(claimed, now()).catch(fault);
  const record = () => recordOutcome(claimed, outcome, now());
  // Once more where the database was busy: what is not recorded is sent again.
  await record().catch(record);
  if (outcome.result === "delivered") return;
  const { projectId, deliveryId, attempts, channel } = claimed;
  const facts = { projectId, deliveryId, attempts, channel: channel.kind, status: outcome.status };
  log().warn(facts, "a notification was not delivered");
}

/** What a fault of this installation means for a delivery: it is tried again as often as any, and not for ever. */
function fault(error: unknown): Outcome {
  log().error({ err: error }, "a notification could not be made");
  return {
    result: "refused",
    status: null,
    error: "Not sent: Whetstone could not make it. The log of the server says why.",
  };
}

/** Sends these now and waits for what comes of it. */
async function sendNow(projectId: string, ids: readonly string[]): Promise<Delivery[]> {
  const claimed = await claimThese(projectId, ids, now());
  await Promise.all(claimed.map(begin));
  return findDeliveries(projectId, ids);
}

/**
 * Sends a test over a channel, once to each of its recipients.
 * @param base the project's address, absolute.
 * @returns what came of it.
 */
export async function sendTest(
  projectId: string,
  channelId: string,
  by: string,
  base: string,
): Promise<Delivery[]> {
  const ids = await insertTest(projectId, channelId, {
    notification_id: `test:${newId()}`,
    kind: "test",
    title: "Test from Whetstone",
    text: "This channel works. Nothing happened in your project.",
    facts: [{ label: "Sent by", value: by.slice(0, 500) }],
    ...{ url: base, happened_at: now().toISOString(), data: {} },
  });
  return sendNow(projectId, ids);
}

/** Sends a delivery again, now, whatever became of it. @returns what came of it. */
export async function sendAgain(projectId: string, deliveryId: string): Promise<Delivery[]> {
  await renewDelivery(projectId, deliveryId);
  return sendNow(projectId, [deliveryId]);
}
