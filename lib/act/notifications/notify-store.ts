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
  return made.map(({ deliveryId }) => deliveryId);
}
