import type { Notification } from "#lib/domain/notification.ts";
import { now } from "#lib/platform/clock.ts";
import { newId } from "#lib/platform/ids.ts";
import { log } from "#lib/platform/log.ts";
import { processWide } from "#lib/platform/process-wide.ts";
import { type ClaimedDelivery, claimDue, claimThese, recordOutcome } from "./attempt-store.ts";
import { byHand } from "./by-hand.ts";
import type { Delivery } from "./channel.ts";
import { deliver } from "./deliver.ts";
import { findDeliveries, insertTest, type Renewed, renewDelivery } from "./delivery-store.ts";
import type { Outcome } from "./next-state.ts";

/** Most deliveries that a process has under way: each waits for its receiver, and costs nothing while it does. */
const UNDER_WAY_MAX = 100;

const underWay = processWide("notifications under way", () => ({
  due: new Set<Promise<void>>(),
  byHand: new Set<Promise<void>>(),
}));

/** Begins to send what is due, and waits for none of it: a receiver that hangs delays nobody else. */
export async function startDue(): Promise<void> {
  const room = UNDER_WAY_MAX - underWay().due.size;
  if (room <= 0) return;
  for (const claimed of await claimDue(now(), room)) begin(claimed, "due");
}

/** Waits for what is under way. */
export async function finishSending(): Promise<void> {
  await Promise.all([...underWay().due, ...underWay().byHand]);
}

/** Sends one that this process has in hand. What could not be recorded is free for another attempt when its time is up. */
function begin(claimed: ClaimedDelivery, why: "due" | "byHand"): Promise<void> {
  const all = underWay()[why];
  const sent = attempt(claimed)
    .catch((error: unknown) => log().warn({ err: error }, "a notification's outcome was not recorded"))
    .finally(() => all.delete(sent));
  all.add(sent);
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

/** How long deliveries of one request are begun, in milliseconds: what is left of them is sent by the job. */
const TURNS_MS = 10_000;

/** Sends these now, as many at a time as their channel may, and waits for what comes of it. */
async function sendNow(projectId: string, { channelId, ids }: Renewed): Promise<Delivery[]> {
  const until = now().getTime() + TURNS_MS;
  const left = new Set(ids);
  while (left.size > 0 && now().getTime() < until) {
    const claimed = await claimThese({ projectId, channelId, ids: [...left] }, now());
    if (claimed.length === 0) break;
    for (const { deliveryId } of claimed) left.delete(deliveryId);
    await Promise.all(claimed.map((each) => begin(each, "byHand")));
  }
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
  const notification: Notification = {
    notification_id: `test:${newId()}`,
    kind: "test",
    title: "Test from Whetstone",
    text: "This channel works. Nothing happened in your project.",
    facts: [{ label: "Sent by", value: by.slice(0, 500) }],
    ...{ url: base, happened_at: now().toISOString(), data: {} },
  };
  return byHand(projectId, async () =>
    sendNow(projectId, await insertTest(projectId, channelId, notification)),
  );
}

/** Sends a delivery again, now, whatever became of it. @returns what came of it. */
export const sendAgain = (projectId: string, deliveryId: string): Promise<Delivery[]> =>
  byHand(projectId, async () => sendNow(projectId, await renewDelivery(projectId, deliveryId)));
