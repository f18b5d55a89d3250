import { now } from "#lib/platform/clock.ts";
import { db, type Transaction } from "#lib/platform/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { noteAnswered, noteAsked } from "./asked-store.ts";
import { isProven, type MailClaims, type MailPurpose, readMailToken } from "./mail/mail-link.ts";
import { insertDeliveries } from "./notify-store.ts";
import { dropped, memberEmails, suppressedEmails } from "./store.ts";

/**
 * Makes these the recipients of a channel. Members get its mail at once, any other address after it was confirmed by
 * the link that it is sent; one that unsubscribed from the project's mail is not asked again.
 * @param origin where people open this installation.
 * @throws Problem 409 if too many addresses have not answered, or one was asked within a day.
 */
export async function setRecipients(
  tx: Transaction,
  projectId: string,
  channelId: string,
  emails: readonly string[],
  origin: string,
): Promise<void> {
  const where = { projectId, channelId };
  const gone = { notIn: [...emails] };
  await tx.mailRecipient.deleteMany({ where: { ...where, email: gone } });
  // Who is put back on before being asked is asked then.
  await tx.notificationDelivery.deleteMany({
    where: { ...where, recipient: gone, kind: "email.confirm", state: { not: "delivered" } },
  });
  const [there, members, suppressed] = [
    await tx.mailRecipient.findMany({ where, select: { email: true } }),
    await memberEmails(tx, projectId),
    await suppressedEmails(tx, projectId),
  ];
  const known = new Set(there.map(({ email }) => email));
  const added = emails.filter((email) => !known.has(email));
  await tx.mailRecipient.createMany({
    data: added.map((email) => ({
      ...{ ...where, email },
      confirmedAt: members.has(email) && !suppressed.has(email) ? now() : null,
    })),
  });
  const asked = added.filter((email) => !members.has(email) && !suppressed.has(email));
  await noteAsked(tx, projectId, asked);
  await insertDeliveries(
    tx,
    projectId,
    asked.map((email) => confirmation(channelId, email, origin)),
  );
}

/** The question to an address. Its link is made when it is sent: the log must not hold it. */
function confirmation(channelId: string, email: string, origin: string) {
  const notificationId = `confirm:${newId()}`;
  return {
    ...{ channelId, notificationId, recipient: email, kind: "email.confirm" as const },
    payload: {
      ...{ notification_id: notificationId, kind: "test" as const, text: "", facts: [], data: {} },
      ...{ title: "Do you want notifications?", url: `${origin}/mail`, happened_at: now().toISOString() },
    },
  };
}

/** What a link of a mail is about, for the page that it leads to. */
export interface MailLinkTarget {
  purpose: MailPurpose;
  project: string;
  channel: string;
  email: string;
  /** Whether the address gets mail of the project. */
  state: "confirmed" | "asked" | "unsubscribed";
}

/** What a link of a mail is about; null if it is void, or what it was about is gone. */
export async function findMailLink(token: string): Promise<MailLinkTarget | null> {
  const claims = await proven(token);
  if (!claims) return null;
  const { projectId, channelId, email } = claims;
  const [project, channel, suppression] = await Promise.all([
    db().project.findUnique({ where: { projectId }, select: { name: true } }),
    db().notificationChannel.findUnique({
      where: { projectId_channelId: { projectId, channelId } },
      select: { name: true, recipients: { where: { email }, select: { confirmedAt: true } } },
    }),
    db().mailSuppression.findUnique({ where: { projectId_email: { projectId, email } } }),
  ]);
  const recipient = channel?.recipients[0];
  if (!project || (!recipient && claims.purpose === "confirm")) return null;
  const state = suppression ? "unsubscribed" : recipient?.confirmedAt ? "confirmed" : "asked";
  return { purpose: claims.purpose, project: project.name, channel: channel?.name ?? "", email, state };
}

/** The claims of a token that a project of this installation signed and that is not void; null for any other. */
async function proven(token: string): Promise<MailClaims | null> {
  const claims = readMailToken(token);
  if (!claims) return null;
  const { projectId } = claims;
  const project = await db().project.findUnique({
    where: { projectId, deletedAt: null },
    select: { tokenKey: true },
  });
  return project && isProven(token, project.tokenKey, claims, now()) ? claims : null;
}

const voidLink = (): Problem =>
  new Problem("not_found", "This link is incomplete or no longer valid. Open the one in the latest mail.");

/**
 * Sends no more mail of a project to the address that a link of a mail names, whatever channel asks.
 * @throws Problem 404 for a link that is void.
 */
export async function unsubscribe(token: string): Promise<void> {
  const claims = await proven(token);
  if (claims?.purpose !== "unsubscribe") throw voidLink();
  const { projectId, email } = claims;
  await db().$transaction(async (tx) => {
    await tx.mailSuppression.createMany({
      data: [{ projectId, email, createdAt: now() }],
      skipDuplicates: true,
    });
    await tx.mailRecipient.updateMany({ where: { projectId, email }, data: { confirmedAt: null } });
    await tx.notificationDelivery.updateMany({
      where: { projectId, recipient: email, state: "pending" },
      data: { ...dropped, lastError: "The recipient unsubscribed." },
    });
  });
}

/** How long unsubscribing can be taken back by the link that did it, in milliseconds: old mails get forwarded. */
const TAKEN_BACK_MS = 7 * 86_400_000;

async function requireFresh(tx: Transaction, projectId: string, email: string): Promise<void> {
  const since = new Date(now().getTime() - TAKEN_BACK_MS);
  const fresh = await tx.mailSuppression.count({ where: { projectId, email, createdAt: { gt: since } } });
  if (fresh === 0) throw voidLink();
}

/**
 * Sends mail of a channel to the address that a link of a mail names: one that was asked, or that unsubscribed by it and
 * thinks otherwise.
 * @throws Problem 404 for a link that is void, or an address that is no longer on the channel.
 */
export async function confirmRecipient(token: string): Promise<void> {
  const claims = await proven(token);
  if (!claims) throw voidLink();
  const { projectId, channelId, email } = claims;
  await db().$transaction(async (tx) => {
    if (claims.purpose === "unsubscribe") await requireFresh(tx, projectId, email);
    const { count } = await tx.mailRecipient.updateMany({
      where: { projectId, channelId, email },
      data: { confirmedAt: now() },
    });
    if (count === 0)
      throw new Problem(
        "not_found",
        "This address was taken off the channel meanwhile. Nothing was changed.",
      );
    await tx.mailSuppression.deleteMany({ where: { projectId, email } });
    await noteAnswered(tx, projectId, email);
  });
}
