import type { Notification } from "#lib/domain/notification.ts";
import { now } from "#lib/platform/clock.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { forgetAsked, noteAsked } from "./asked-store.ts";
import { requireRoom } from "./attempt-store.ts";
import type { Delivery, DeliveryKind } from "./channel.ts";
import { deliveriesOn, insertDeliveries, recipientsOf } from "./notify-store.ts";
import type { DeliveryQuery } from "./schema.ts";

/** How long a delivery is kept after its last attempt, in days. */
const KEPT_DAYS = 90;

const columns = {
  ...{ deliveryId: true, channelId: true, notificationId: true, recipient: true, kind: true },
  ...{ payload: true, state: true, attempts: true, nextAttemptAt: true, lastStatus: true, lastError: true },
  ...{ createdAt: true, attemptedAt: true, deliveredAt: true },
  channel: { select: { name: true } },
} as const satisfies Prisma.NotificationDeliverySelect;

type Row = Prisma.NotificationDeliveryGetPayload<{ select: typeof columns }>;

const toDelivery = ({ channel, kind, payload, ...row }: Row): Delivery => ({
  ...row,
  channelName: channel.name,
  kind: kind as DeliveryKind,
  payload: payload as unknown as Notification,
});

/** A page of a project's deliveries, the latest first. */
export interface DeliveryPage {
  data: Delivery[];
  nextCursor: string | null;
}

/** Deliveries of a project, the latest first. */
export async function listDeliveries(projectId: string, query: DeliveryQuery): Promise<DeliveryPage> {
  const { state, channel_id: channelId, cursor, limit } = query;
  const rows = await db().notificationDelivery.findMany({
    where: {
      ...{ projectId, ...(state ? { state } : {}), ...(channelId ? { channelId } : {}) },
      ...(cursor ? { deliveryId: { lt: cursor } } : {}),
    },
    select: columns,
    orderBy: { deliveryId: "desc" },
    take: limit + 1,
  });
  const data = rows.slice(0, limit).map(toDelivery);
  return { data, nextCursor: rows.length > limit ? (data.at(-1)?.deliveryId ?? null) : null };
}

/** These deliveries, in their order. */
export async function findDeliveries(projectId: string, ids: readonly string[]): Promise<Delivery[]> {
  const rows = await db().notificationDelivery.findMany({
    where: { projectId, deliveryId: { in: [...ids] } },
    select: columns,
    orderBy: { deliveryId: "asc" },
  });
  return rows.map(toDelivery);
}

/** Deliveries of a channel that are to be sent now. */
export interface Renewed {
  channelId: string;
  ids: string[];
}

/**
 * Keeps a notification for one channel, whatever kinds it listens to.
 * @returns its deliveries, one for each recipient of mail.
 * @throws Problem 404 if there is no such channel; 409 if it is disabled, it has no room, or nobody has confirmed.
 */
export async function insertTest(
  projectId: string,
  channelId: string,
  notification: Notification,
): Promise<Renewed> {
  return db().$transaction(async (tx) => {
    const channel = await tx.notificationChannel.findUnique({
      where: { projectId_channelId: { projectId, channelId } },
      select: { channelId: true, state: true, ...recipientsOf },
    });
    if (!channel) throw new Problem("not_found", "Notification channel not found.");
    if (channel.state === "disabled") throw disabled();
    await requireRoom(tx, projectId, channelId, now());
    const deliveries = deliveriesOn(channel, notification);
    if (deliveries.length === 0)
      throw new Problem(
        "conflict",
        "No address of this channel is confirmed yet, so nobody would get a test.",
      );
    return { channelId, ids: await insertDeliveries(tx, projectId, deliveries) };
  });
}

const disabled = (): Problem => new Problem("conflict", "This channel is disabled. Enable it first.");

/**
 * Makes a delivery due now, with all its attempts before it again.
 * @throws Problem 404 if there is none; 409 if its channel is disabled or it or
 * as much as the channel may is being sent, or it asks an address that was asked today.
 */
export async function renewDelivery(projectId: string, deliveryId: string): Promise<Renewed> {
  const at = now();
  const where = { projectId, deliveryId };
  return db().$transaction(async (tx) => {
    const found = await tx.notificationDelivery.findFirst({
      where,
      select: { kind: true, recipient: true, channelId: true, channel: { select: { state: true } } },
    });
    if (!found) throw new Problem("not_found", "Delivery not found.");
    if (found.channel.state === "disabled") throw disabled();
    if (found.kind === "email.confirm") await noteAsked(tx, projectId, [found.recipient]);
    const { count } = await tx.notificationDelivery.updateMany({
      where: { ...where, OR: [{ claimedUntil: null }, { claimedUntil: { lte: at } }] },
      data: { state: "pending", attempts: 0, nextAttemptAt: at, deliveredAt: null, claimedUntil: null },
    });
    if (count === 0) throw new Problem("conflict", "This is being sent just now. Look at what comes of it.");
    await requireRoom(tx, projectId, found.channelId, at);
    return { channelId: found.channelId, ids: [deliveryId] };
  });
}

/** How many deliveries are deleted at once. */
const FORGET_STEP = 5_000;

/** @returns how many were deleted. */
const forgetSome = (before: Date): Promise<number> => db().$executeRaw`
  DELETE FROM notification_delivery WHERE state <> 'pending' AND ctid = ANY(ARRAY(
    SELECT ctid FROM notification_delivery
    WHERE state <> 'pending' AND coalesce(attempted_at, created_at) < ${before.toISOString()}::timestamptz
    ORDER BY coalesce(attempted_at, created_at) LIMIT ${FORGET_STEP}))`;

/** Deletes deliveries that nobody waits for any more, and what limits no question to an address any more. */
export async function forgetDeliveries(at: Date): Promise<void> {
  const before = new Date(at.getTime() - KEPT_DAYS * 86_400_000);
  // In steps: one statement over what a year of a large installation left would hold its rows for minutes.
  while ((await forgetSome(before)) === FORGET_STEP);
  await forgetAsked(at);
}
