import type { Notification } from "#lib/domain/notification.ts";
import type { ChannelKind } from "#lib/domain/notification-kind.ts";
import { db, Prisma, TRANSACTION_TIMES, type Transaction } from "#lib/platform/db/client.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { ChannelConfig, DeliveryKind } from "./channel.ts";
import { canSendMail } from "./mail/send-mail.ts";
import { nextState, type Outcome } from "./next-state.ts";
import { disableChannel, lockChannel } from "./store.ts";

/** How long a process has a delivery in hand, in milliseconds: longer than any attempt takes. */
const LEASE_MS = 60_000;

/** Most deliveries of a channel under way at once: a receiver that hangs holds no more than these. */
const CHANNEL_MAX = 4;

/** Most deliveries of a project under way at once, over all its channels: there are places for many projects. */
const PROJECT_MAX = 16;

/** Which delivery. */
export interface DeliveryName {
  projectId: string;
  deliveryId: string;
}

/** A delivery in hand, with all that an attempt needs. */
export interface ClaimedDelivery extends DeliveryName {
  notificationId: string;
  recipient: string;
  kind: DeliveryKind;
  payload: Notification;
  /** Attempts, with the one to be made. */
  attempts: number;
  /** Whether its recipient still wants it. */
  isWanted: boolean;
  channel: {
    channelId: string;
    kind: ChannelKind;
    config: ChannelConfig;
    sealedUrl: Uint8Array | null;
    sealedSecret: Uint8Array | null;
    previousSecret: Uint8Array | null;
    previousUntil: Date | null;
  };
  project: { name: string; tokenKey: Uint8Array };
}

/** Whether nobody has it in hand. */
const isFree = (at: Prisma.Sql): Prisma.Sql => Prisma.sql`(claimed_until IS NULL OR claimed_until <= ${at})`;

const timeOf = (at: Date): Prisma.Sql => Prisma.sql`${at.toISOString()}::timestamptz`;

/**
 * Takes deliveries in hand that are due, at most four of a channel and sixteen of a project, so that neither a receiver
 * nor a project can take the places of others: each project's first come before anybody's second.
 * Two processes never take the same: a row that another one holds is skipped, and what a dead one held is free after a
 * minute. A process that cannot send mail leaves mail to one that can.
 */
export async function claimDue(at: Date, most: number): Promise<ClaimedDelivery[]> {
  const time = timeOf(at);
  const names = await db().$queryRaw<DeliveryName[]>`
    WITH waiting AS (
      SELECT project_id, delivery_id, next_attempt_at, row_number() OVER (
        PARTITION BY project_id, channel_id ORDER BY next_attempt_at, delivery_id) AS place, channel_id
      FROM notification_delivery
      WHERE state = 'pending' AND next_attempt_at <= ${time} AND ${isFree(time)}
    ), busy AS (
      SELECT project_id, channel_id, count(*) AS places, sum(count(*)) OVER (PARTITION BY project_id) AS of_project
      FROM notification_delivery
      WHERE state = 'pending' AND claimed_until > ${time} GROUP BY project_id, channel_id
    ), busy_project AS (
      SELECT DISTINCT project_id, of_project FROM busy
    ), sendable AS (
      SELECT project_id, waiting.delivery_id, waiting.next_attempt_at, coalesce(busy_project.of_project, 0) + row_number() OVER (
        PARTITION BY project_id ORDER BY waiting.place + coalesce(busy.places, 0), waiting.next_attempt_at) AS place
      FROM waiting
      LEFT JOIN busy USING (project_id, channel_id)
      LEFT JOIN busy_project USING (project_id)
      JOIN projects USING (project_id)
      JOIN notification_channel AS channel USING (project_id, channel_id)
      WHERE waiting.place + coalesce(busy.places, 0) <= ${CHANNEL_MAX} AND projects.deleted_at IS NULL
        AND channel.state = 'active' AND (channel.kind <> 'email' OR ${canSendMail()})
    ), chosen AS (
      SELECT project_id, delivery_id FROM sendable WHERE place <= ${PROJECT_MAX}
      ORDER BY place, next_attempt_at LIMIT ${most}
    ), held AS (
      SELECT notification_delivery.project_id, notification_delivery.delivery_id FROM notification_delivery
      JOIN chosen USING (project_id, delivery_id)
      WHERE state = 'pending' AND ${isFree(time)} FOR UPDATE OF notification_delivery SKIP LOCKED
    )
    ${takeInHand(at)} FROM held
    WHERE taken.project_id = held.project_id AND taken.delivery_id = held.delivery_id
    RETURNING taken.project_id::text AS "projectId", taken.delivery_id::text AS "deliveryId"`;
  return readClaimed(names);
}

/** How many deliveries of a channel are under way. */
const countBusy = (tx: Transaction, projectId: string, channelId: string, at: Date): Promise<number> =>
  tx.notificationDelivery.count({
    where: { projectId, channelId, state: "pending", claimedUntil: { gt: at } },
  });

/**
 * Makes sure that something can be sent on a channel now, which waits for what comes of it.
 * @throws Problem 409 if as many deliveries as may be are under way.
 */
export async function requireRoom(
  tx: Transaction,
  projectId: string,
  channelId: string,
  at: Date,
): Promise<void> {
  if ((await countBusy(tx, projectId, channelId, at)) < CHANNEL_MAX) return;
  throw new Problem(
    "conflict",
    `As much as this channel may send at once (${CHANNEL_MAX}) is being sent just now. Look at what comes of it, and try again.`,
  );
}

/** Takes these deliveries of a channel in hand, as far as nobody else has them and the channel has room. */
export async function claimThese(
  { projectId, channelId, ids }: { projectId: string; channelId: string; ids: readonly string[] },
  at: Date,
): Promise<ClaimedDelivery[]> {
  const names = await db().$transaction(async (tx) => {
    await lockChannel(tx, projectId, channelId);
    const room = Math.max(0, CHANNEL_MAX - (await countBusy(tx, projectId, channelId, at)));
    return tx.$queryRaw<DeliveryName[]>`
      ${takeInHand(at)} WHERE project_id = ${projectId}::uuid AND delivery_id IN (
        SELECT delivery_id FROM notification_delivery
        JOIN notification_channel AS channel USING (project_id, channel_id)
        WHERE project_id = ${projectId}::uuid AND delivery_id = ANY(${[...ids]}::uuid[])
          AND notification_delivery.state = 'pending' AND ${isFree(timeOf(at))} AND channel.state = 'active'
        ORDER BY delivery_id LIMIT ${room} FOR UPDATE OF notification_delivery SKIP LOCKED)
      RETURNING project_id::text AS "projectId", delivery_id::text AS "deliveryId"`;
  }, TRANSACTION_TIMES);
  return readClaimed(names);
}

const takeInHand = (at: Date): Prisma.Sql => Prisma.sql`
  UPDATE notification_delivery AS taken SET attempts = taken.attempts + 1, attempted_at = ${timeOf(at)},
    claimed_until = ${timeOf(new Date(at.getTime() + LEASE_MS))}`;

async function readClaimed(names: readonly DeliveryName[]): Promise<ClaimedDelivery[]> {
  if (names.length === 0) return [];
  const rows = await db().notificationDelivery.findMany({
    where: { OR: names.map(({ projectId, deliveryId }) => ({ projectId, deliveryId })) },
    include: {
      channel: {
        include: {
          project: {
            select: { name: true, tokenKey: true, mailSuppressions: { select: { email: true } } },
          },
          recipients: { select: { email: true, confirmedAt: true } },
        },
      },
    },
    orderBy: { deliveryId: "asc" },
  });
  return rows.map(({ channel: { project, recipients, config, ...channel }, payload, kind, ...row }) => {
    const recipient = recipients.find(({ email }) => email === row.recipient);
    const isSuppressed = project.mailSuppressions.some(({ email }) => email === row.recipient);
    const isReader = kind === "email.confirm" ? recipient !== undefined : Boolean(recipient?.confirmedAt);
    return {
      ...row,
      kind: kind as DeliveryKind,
      payload: payload as unknown as Notification,
      isWanted: channel.kind !== "email" || (isReader && !isSuppressed),
      channel: { ...channel, config: config as ChannelConfig },
      project,
    };
  });
}

/**
 * Keeps what came of an attempt, and what follows for the delivery and its channel. Nothing where somebody else took the
 * delivery meanwhile.
 */
export async function recordOutcome(claimed: ClaimedDelivery, outcome: Outcome, at: Date): Promise<void> {
  const { projectId, deliveryId, attempts, kind, channel } = claimed;
  const { channelId } = channel;
  await db().$transaction(async (tx) => {
    await lockChannel(tx, projectId, channelId);
    const { failingSince, state } = await noteHealth(tx, projectId, channelId, outcome, at);
    const isEndpoint = channel.kind !== "email";
    // A channel that was disabled meanwhile tries nothing again.
    const retries = kind !== "test" && state === "active";
    const next = nextState(outcome, { attempts, failingSince, retries, isEndpoint }, at);
    const { count } = await tx.notificationDelivery.updateMany({
      where: { projectId, deliveryId, state: "pending", attempts },
      data: {
        ...{ state: next.state, nextAttemptAt: next.nextAttemptAt, claimedUntil: null },
        ...{ lastStatus: outcome.status, lastError: outcome.result === "delivered" ? null : outcome.error },
        ...(outcome.result === "delivered" ? { deliveredAt: at } : {}),
      },
    });
    if (count > 0 && next.disabled !== null) await disableChannel(tx, projectId, channelId, next.disabled);
  }, TRANSACTION_TIMES);
}

/** Notes whether a channel works. @returns since when it does not, and its state. */
async function noteHealth(
  tx: Transaction,
  projectId: string,
  channelId: string,
  { result }: Outcome,
  at: Date,
): Promise<{ failingSince: Date | null; state: "active" | "disabled" }> {
  const where = { projectId, channelId };
  if (result === "delivered")
    await tx.notificationChannel.updateMany({
      where: { ...where, failingSince: { not: null } },
      data: { failingSince: null },
    });
  if (result === "refused" || result === "gone")
    await tx.notificationChannel.updateMany({
      where: { ...where, failingSince: null },
      data: { failingSince: at },
    });
  const channel = await tx.notificationChannel.findFirst({
    where,
    select: { failingSince: true, state: true },
  });
  return channel ?? { failingSince: null, state: "disabled" };
}
