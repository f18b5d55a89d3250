import { now } from "../clock.ts";
import { db, type Transaction } from "../db/client.ts";
import { randomText, sha256 } from "../ids.ts";
import { Problem } from "../problem/index.ts";

/** How long a printed set-up link works, in milliseconds. */
const LIFETIME = 24 * 3_600_000;

/** Whether somebody owns this installation. */
export async function hasOwner(): Promise<boolean> {
  return (await db().member.findFirst({ where: { role: "owner" }, select: { userId: true } })) !== null;
}

/**
 * A fresh one-time link to /setup, for the terminal; null once there is an owner.
 * @param baseUrl the address that people open, without a slash at its end.
 */
export async function createSetupLink(baseUrl: string): Promise<string | null> {
  if (await hasOwner()) return null;
  const token = randomText(24);
  await db().setupToken.create({
    data: { hash: sha256(token), expiresAt: new Date(now().getTime() + LIFETIME) },
  });
  return `${baseUrl}/setup?token=${token}`;
}

/** Where the set-up stands for a visitor with this token. */
export async function setupState(token: string | undefined): Promise<"open" | "done" | "wrong_token"> {
  if (await hasOwner()) return "done";
  const row = token ? await db().setupToken.findUnique({ where: { hash: sha256(token) } }) : null;
  return row && row.expiresAt > now() ? "open" : "wrong_token";
}

/**
 * Spends a set-up token inside the transaction that makes the owner; all other links end with it.
 * @throws Problem 403 when the token is unknown or expired.
 */
export async function spendSetupToken(tx: Transaction, token: string): Promise<void> {
  const spent = await tx.setupToken.deleteMany({ where: { hash: sha256(token), expiresAt: { gt: now() } } });
  if (spent.count === 0) {
    throw new Problem(
      "setup_refused",
      "This set-up link is not valid. Open the newest link that `npm start` printed.",
    );
  }
  await tx.setupToken.deleteMany();
}
