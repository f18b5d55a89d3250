import type { NotificationKind } from "#lib/domain/notification-kind.ts";
import { now } from "#lib/platform/clock.ts";
import { db, type Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { hasErrorCode } from "#lib/platform/db/error-codes.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { Channel, ChannelConfig } from "./channel.ts";
import { canSendMail, MAIL_NEEDS } from "./mail/send-mail.ts";

/** Most channels of a project. */
const CHANNELS_MAX = 50;

const columns = {
  ...{ channelId: true, kind: true, name: true, config: true, kinds: true, state: true },
  ...{ disabledReason: true, failingSince: true, previousUntil: true, createdBy: true, createdAt: true },
  recipients: { select: { email: true, confirmedAt: true }, orderBy: { email: "asc" } },
} as const satisfies Prisma.NotificationChannelSelect;

type Row = Prisma.NotificationChannelGetPayload<{ select: typeof columns }>;

const keyOf = (projectId: string, channelId: string) => ({ projectId_channelId: { projectId, channelId } });

/** A project's channels, by name. */
export async function listChannels(projectId: string): Promise<Channel[]> {
  const [rows, suppressed] = await Promise.all([
    db().notificationChannel.findMany({ where: { projectId }, select: columns, orderBy: { name: "asc" } }),
    suppressedEmails(db(), projectId),
  ]);
  return rows.map((row) => toChannel(row, suppressed));
}

/**
 * One channel.
 * @throws Problem 404 if there is none.
 */
export async function findChannel(
  projectId: string,
  channelId: string,
  tx: Transaction = db(),
): Promise<Channel> {
  const row = await tx.notificationChannel.findUnique({
    where: keyOf(projectId, channelId),
    select: columns,
  });
  if (!row) throw noChannel();
  return toChannel(row, await suppressedEmails(tx, projectId));
}

const noChannel = (): Problem => new Problem("not_found", "Notification channel not found.");

/** The addresses whose readers want no more mail of a project. */
export async function suppressedEmails(tx: Transaction, projectId: string): Promise<Set<string>> {
  const rows = await tx.mailSuppression.findMany({ where: { projectId }, select: { email: true } });
  return new Set(rows.map(({ email }) => email));
}

/** Why an active channel sends nothing: its operator took the mail server away. */
const heldReason = ({ kind, state }: Row): string | null =>
  kind === "email" && state === "active" && !canSendMail()
    ? `This installation sends no mail, so mail waits. ${MAIL_NEEDS}.`
    : null;

const toChannel = ({ config, kinds, recipients, ...row }: Row, suppressed: ReadonlySet<string>): Channel => ({
  ...row,
  heldReason: heldReason({ config, kinds, recipients, ...row }),
  config: config as ChannelConfig,
  kinds: kinds as NotificationKind[],
  recipients: recipients.map(({ email, confirmedAt }) => ({
    email,
    state: suppressed.has(email) ? "unsubscribed" : confirmedAt ? "confirmed" : "asked",
  })),
});

/** A channel's columns as they are written, with its secrets sealed. */
export type ChannelColumns = Pick<
  Prisma.NotificationChannelUncheckedCreateInput,
  "name" | "kinds" | "sealedUrl" | "sealedSecret"
> & { kind: Channel["kind"]; config: ChannelConfig };

/**
 * Keeps a new channel.
 * @param within what belongs to it, in the same transaction.
 * @throws Problem 409 if the name is taken or the project has too many.
 */
export async function insertChannel(
  projectId: string,
  channelId: string,
  given: ChannelColumns,
  createdBy: string,
  within: (tx: Transaction) => Promise<unknown>,
): Promise<Channel> {
  return named(given.name, () =>
    db().$transaction(async (tx) => {
      if ((await tx.notificationChannel.count({ where: { projectId } })) >= CHANNELS_MAX)
        throw new Problem(
          "conflict",
          `A project can have at most ${CHANNELS_MAX} channels. Delete one first.`,
        );
      const data = { projectId, channelId, ...given, config: { ...given.config } };
      await tx.notificationChannel.create({
        data: { ...data, createdBy, createdAt: now() },
        select: { channelId: true },
      });
      await within(tx);
      return findChannel(projectId, channelId, tx);
    }),
  );
}

/**
 * Changes a channel.
 * @param within what belongs to the change, in the same transaction.
 * @throws Problem 404 if there is none, 409 if the name is taken.
 */
export async function updateChannel(
  projectId: string,
  channelId: string,
  change: Partial<ChannelColumns>,
  within: (tx: Transaction) => Promise<unknown> = async () => {},
): Promise<Channel> {
  const { config, ...columns } = change;
  return named(change.name ?? "", () =>
    db().$transaction(async (tx) => {
      const data = { ...columns, ...(config ? { config: { ...config } } : {}) };
      const { count } = await tx.notificationChannel.updateMany({ where: { projectId, channelId }, data });
      if (count === 0) throw noChannel();
      await within(tx);
      return findChannel(projectId, channelId, tx);
    }),
  );
}

/**
 * Replaces what a webhook is signed with. The secret before it signs, too, until `until`.
 * @throws Problem 404 if there is no such channel.
 */
export async function replaceSecret(
  projectId: string,
  channelId: string,
  sealed: Uint8Array<ArrayBuffer>,
  until: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const where = { projectId, channelId, kind: "webhook" as const };
    await lockChannel(tx, projectId, channelId);
    const before = await tx.notificationChannel.findFirst({ where, select: { sealedSecret: true } });
    if (!before) throw noChannel();
    const data = { sealedSecret: sealed, previousSecret: before.sealedSecret, previousUntil: until };
    await tx.notificationChannel.updateMany({ where, data });
  });
}

/** What becomes of a delivery that is not sent any more. */
export const dropped = { state: "dropped", nextAttemptAt: null, claimedUntil: null } as const;

/** Lets nobody else change a channel until the transaction ends; others can still add deliveries to it. */
export const lockChannel = (tx: Transaction, projectId: string, channelId: string): Promise<unknown> =>
  tx.$queryRaw`
    SELECT FROM notification_channel
    WHERE project_id = ${projectId}::uuid AND channel_id = ${channelId}::uuid FOR NO KEY UPDATE`;

/** Sends on a channel again, but nothing of the time before: a process that died can have left some in hand. */
export async function enableChannel(tx: Transaction, projectId: string, channelId: string): Promise<void> {
  const { count } = await tx.notificationChannel.updateMany({
    where: { projectId, channelId, state: "disabled" },
    data: { state: "active", disabledReason: null, failingSince: null },
  });
  if (count > 0) await dropWaiting(tx, projectId, channelId);
}

/**
 * Sends nothing more on a channel. What was to be sent is dropped, and says so.
 * @param reason why, if not by a person.
 */
export async function disableChannel(
  tx: Transaction,
  projectId: string,
  channelId: string,
  reason: string | null,
): Promise<void> {
  await tx.notificationChannel.updateMany({
    where: { projectId, channelId },
    data: { state: "disabled", disabledReason: reason },
  });
  await dropWaiting(tx, projectId, channelId);
}

/** Drops what waits on a channel. What a process has in hand is being sent, and keeps what comes of it. */
const dropWaiting = (tx: Transaction, projectId: string, channelId: string): Promise<unknown> =>
  tx.notificationDelivery.updateMany({
    where: {
      ...{ projectId, channelId, state: "pending" },
      OR: [{ claimedUntil: null }, { claimedUntil: { lte: now() } }],
    },
    data: { ...dropped, lastError: "The channel was disabled before this was delivered." },
  });

/**
 * Deletes a channel with its deliveries.
 * @throws Problem 404 if there is none.
 */
export async function deleteChannel(projectId: string, channelId: string): Promise<void> {
  const { count } = await db().notificationChannel.deleteMany({ where: { projectId, channelId } });
  if (count === 0) throw noChannel();
}

const taken: ReadonlySet<string> = new Set(["23505", "P2002", "UniqueConstraintViolation"]);

async function named<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!hasErrorCode(error, taken)) throw error;
    const errors = [{ path: "name", message: "is already taken" }];
    throw new Problem("conflict", `A channel named “${name}” already exists. Choose another name.`, {
      errors,
    });
  }
}

/** Mails of a project's members, in lower case. */
export async function memberEmails(tx: Transaction, projectId: string): Promise<Set<string>> {
  const members = await tx.member.findMany({
    where: { organization: { projects: { some: { projectId } } } },
    select: { user: { select: { email: true } } },
  });
  return new Set(members.map(({ user }) => user.email.toLowerCase()));
}
