import type { Notification } from "#lib/domain/notification.ts";
import type { ChannelKind } from "#lib/domain/notification-kind.ts";
import { db, Prisma, TRANSACTION_TIMES, type Transaction } from "#lib/platform/db/client.ts";
import type { ChannelConfig, DeliveryKind } from "./channel.ts";
import { canSendMail } from "./mail/send-mail.ts";
import { nextState, type Outcome } from "./next-state.ts";
import { disableChannel, lockChannel } from "./store.ts";

/** How long a process has a delivery in hand, in milliseconds: longer than any attempt takes. */
const LEASE_MS = 60_000;

/** Most deliveries of a channel under way at once: a receiver that hangs holds no more than these. */
const CHANNEL_MAX = 4;

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
 * Takes deliveries in hand that are due, at most four of a channel, so that one receiver cannot take the places of others.
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
      SELECT project_id, channel_id, count(*) AS places FROM notification_delivery
      WHERE state = 'pending' AND claimed_until > ${time} GROUP BY project_id, channel_id
    ), chosen AS (
      SELECT waiting.project_id, waiting.delivery_id FROM waiting
      LEFT JOIN busy USING (project_id, channel_id)
      JOIN projects ON projects.project_id = waiting.project_id AND projects.deleted_at IS NULL
      JOIN notification_channel AS channel
        ON channel.project_id = waiting.project_id AND channel.channel_id = waiting.channel_id
        AND channel.state = 'active' AND (channel.kind <> 'email' OR ${canSendMail()})
      WHERE waiting.place + coalesce(busy.places, 0) <= ${CHANNEL_MAX}
      ORDER BY waiting.next_attempt_at LIMIT ${most}
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

/** Takes these in hand, as far as nobody else has them. */
export async function claimThese(
  projectId: string,
  ids: readonly string[],
  at: Date,
): Promise<ClaimedDelivery[]> {
  const names = await db().$queryRaw<DeliveryName[]>`
    ${takeInHand(at)} WHERE project_id = ${projectId}::uuid AND delivery_id = ANY(${[...ids]}::uuid[])
      AND state = 'pending' AND ${isFree(timeOf(at))}
      AND EXISTS (SELECT FROM notification_channel AS channel WHERE channel.state = 'active'
        AND channel.project_id = taken.project_id AND channel.channel_id = taken.channel_id)
    RETURNING project_id::text AS "projectId", delivery_id::text AS "deliveryId"`;
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
