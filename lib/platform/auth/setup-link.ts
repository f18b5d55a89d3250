import { now } from "../clock.ts";
import { db, type Transaction } from "../db/client.ts";
import { randomText, sha256 } from "../ids.ts";
import { Problem } from "../problem/index.ts";

/** How long a printed setup link is valid, in milliseconds. */
const LIFETIME = 24 * 3_600_000;

/** Whether this installation has an owner. */
export async function hasOwner(): Promise<boolean> {
  return (await db().member.findFirst({ where: { role: "owner" }, select: { userId: true } })) !== null;
}

/**
 * A fresh one-time link to /setup, for the terminal; null once there is an owner.
 * @param baseUrl the URL that people open, without a trailing slash.
 */
export async function createSetupLink(baseUrl: string): Promise<string | null> {
  if (await hasOwner()) return null;
  const token = randomText(24);
  await db().setupToken.create({
    data: { hash: sha256(token), expiresAt: new Date(now().getTime() + LIFETIME) },
  });
  return `${baseUrl}/setup?token=${token}`;
}

/** The state of the setup for a visitor with this token. */
export async function setupState(token: string | undefined): Promise<"open" | "done" | "wrong_token"> {
  if (await hasOwner()) return "done";
  const row = token ? await db().setupToken.findUnique({ where: { hash: sha256(token) } }) : null;
  return row && row.expiresAt > now() ? "open" : "wrong_token";
}

/**
 * Uses up a setup token in the transaction that creates the owner. All other links become invalid.
 * @throws Problem 403 if the token is unknown or expired.
 */
export async function spendSetupToken(tx: Transaction, token: string): Promise<void> {
  const spent = await tx.setupToken.deleteMany({ where: { hash: sha256(token), expiresAt: { gt: now() } } });
  if (spent.count === 0) {
    throw new Problem(
      "setup_refused",
      "This setup link is invalid. Open the latest link that `npm start` printed.",
    );
  }
  await tx.setupToken.deleteMany();
}
