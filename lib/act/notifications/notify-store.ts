import { type Notification, notificationSchema } from "#lib/domain/notification.ts";
import { now } from "#lib/platform/clock.ts";
import type { Transaction } from "#lib/platform/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import type { DeliveryKind } from "./channel.ts";

/** A delivery to be. */
export interface NewDelivery {
  channelId: string;
  notificationId: string;
  recipient: string;
  kind: DeliveryKind;
  payload: Notification;
}

/**
 * Tells a project of something, on every channel that listens: one delivery each, written with the transaction in which
 * it happened, so that both are kept or neither is. The same `notification_id` again changes nothing.
 */
export async function notify(tx: Transaction, projectId: string, notification: Notification): Promise<void> {
  const payload = notificationSchema.parse(notification);
  const channels = await tx.notificationChannel.findMany({
    where: { projectId, state: "active", kinds: { has: payload.kind } },
    select: { channelId: true, ...recipientsOf },
  });
  await insertDeliveries(
    tx,
    projectId,
    channels.flatMap((channel) => deliveriesOn(channel, payload)),
  );
}

/** What is needed of a channel to know whom it tells. */
export const recipientsOf = {
  kind: true,
  recipients: { where: { confirmedAt: { not: null } }, select: { email: true } },
} as const;

/** The deliveries of a notification on a channel: one to its receiver, or one to each confirmed address. */
export const deliveriesOn = (
  { channelId, kind, recipients }: { channelId: string; kind: string; recipients: { email: string }[] },
  payload: Notification,
): NewDelivery[] =>
  (kind === "email" ? recipients.map(({ email }) => email) : [""]).map((recipient) => ({
    ...{ channelId, recipient, payload, kind: payload.kind },
    notificationId: payload.notification_id,
  }));

/** Most deliveries that wait on a channel: one that is down, or mail that nobody sends, would heap them up. */
const WAITING_MAX = 1_000;

/** Drops the oldest of what waits on channels beyond the most. It waits for nobody who has one of them in hand. */
const dropOverflow = (tx: Transaction, projectId: string, channelIds: readonly string[]): Promise<unknown> =>
  tx.$executeRaw`
    UPDATE notification_delivery SET state = 'dropped', next_attempt_at = NULL, claimed_until = NULL, last_error =
      ${`More than ${WAITING_MAX.toLocaleString("en-US")} deliveries were waiting on this channel, of which the oldest are dropped.`}
    WHERE project_id = ${projectId}::uuid AND delivery_id IN (
      SELECT overflow.delivery_id FROM unnest(${[...channelIds]}::uuid[]) AS channel (channel_id)
      CROSS JOIN LATERAL (
        SELECT delivery_id FROM notification_delivery AS waiting
        WHERE waiting.project_id = ${projectId}::uuid AND waiting.channel_id = channel.channel_id
          AND waiting.state = 'pending'
        ORDER BY delivery_id DESC OFFSET ${WAITING_MAX}
      ) AS overflow
      JOIN notification_delivery AS held
        ON held.project_id = ${projectId}::uuid AND held.delivery_id = overflow.delivery_id
      WHERE held.state = 'pending' AND (held.claimed_until IS NULL OR held.claimed_until <= ${now()})
      FOR UPDATE OF held SKIP LOCKED)`;

/**
 * Keeps deliveries to be made as soon as may be; those that there are already stay as they are.
 * @returns the ids of the new ones.
 */
export async function insertDeliveries(
  tx: Transaction,
  projectId: string,
  deliveries: readonly NewDelivery[],
): Promise<string[]> {
  const at = now();
  const made = await tx.notificationDelivery.createManyAndReturn({
    data: deliveries.map(({ payload, ...delivery }) => ({
      ...{ projectId, deliveryId: newId(), ...delivery, payload: { ...payload } },
      ...{ createdAt: at, nextAttemptAt: at },
    })),
    skipDuplicates: true,
    select: { deliveryId: true },
  });
  await dropOverflow(tx, projectId, [...new Set(deliveries.map(({ channelId }) => channelId))]);
  return made.map(({ deliveryId }) => deliveryId);
}
