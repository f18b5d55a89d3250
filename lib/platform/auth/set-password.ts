import { hashPassword } from "better-auth/crypto";
import { db } from "../db/client.ts";
import { Problem } from "../problem/index.ts";

/**
 * Sets a person's password and ends their sessions. For operators, when a password was forgotten.
 * @throws Problem 404 if no user has this email.
 */
export async function setPassword(email: string, password: string): Promise<{ userId: string }> {
  const hash = await hashPassword(password);
  return db().$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email: email.toLowerCase() } });
    if (!user) throw new Problem("not_found", `No user with the email ${email}.`);
    await tx.account.updateMany({
      where: { userId: user.id, providerId: "credential" },
      data: { password: hash },
    });
    await tx.session.deleteMany({ where: { userId: user.id } });
    return { userId: user.id };
  });
}
