import { now } from "#lib/platform/clock.ts";
import { db, type Transaction } from "#lib/platform/db/client.ts";
import { Problem } from "#lib/platform/problem/index.ts";

/** Most addresses that a project asks within the time below without an answer: mail nobody asked for is spam. */
const ASKED_MAX = 20;

const DAY_MS = 86_400_000;

/** How long an address counts as asked if it does not answer: as long as its link works, in milliseconds. */
const COUNTED_MS = 7 * DAY_MS;

/**
 * Notes that a project asks addresses whether they want its mail. It is noted for the project and not for the channel:
 * neither another channel nor a new one can ask again.
 * @throws Problem 409 if one was asked within a day, or too many have not answered.
 */
export async function noteAsked(
  tx: Transaction,
  projectId: string,
  emails: readonly string[],
): Promise<void> {
  if (emails.length === 0) return;
  // Two requests at once must not both find room.
  await tx.$queryRaw`SELECT FROM projects WHERE project_id = ${projectId}::uuid FOR NO KEY UPDATE`;
  const at = now();
  const since = (ms: number): Date => new Date(at.getTime() - ms);
  const these = { projectId, email: { in: [...emails] } };
  const early = await tx.mailAsked.findFirst({
    where: { ...these, askedAt: { gt: since(DAY_MS) } },
    select: { email: true },
  });
  if (early) throw refused(`include ${early.email}, which was asked within the last day. Add it later`);
  const others = await tx.mailAsked.count({
    where: {
      ...{ projectId, email: { notIn: [...emails] } },
      ...{ answeredAt: null, askedAt: { gt: since(COUNTED_MS) } },
    },
  });
  if (others + emails.length > ASKED_MAX)
    throw refused(
      `are too many that have not answered: a project can ask ${ASKED_MAX} in 7 days. Wait for them, or add some later`,
    );
  await tx.mailAsked.deleteMany({ where: these });
  await tx.mailAsked.createMany({ data: emails.map((email) => ({ projectId, email, askedAt: at })) });
}

const refused = (message: string): Problem =>
  new Problem("conflict", `The addresses ${message}.`, { errors: [{ path: "recipients", message }] });

/** Notes that an address that was asked has answered. */
export const noteAnswered = (tx: Transaction, projectId: string, email: string): Promise<unknown> =>
  tx.mailAsked.updateMany({ where: { projectId, email }, data: { answeredAt: now() } });

/** Deletes notes that limit nothing any more. */
export const forgetAsked = (at: Date): Promise<unknown> =>
  db().mailAsked.deleteMany({ where: { askedAt: { lt: new Date(at.getTime() - COUNTED_MS) } } });
