import { hashPassword } from "better-auth/crypto";
import { db } from "../db/client.ts";
import { Problem } from "../problem/index.ts";

/**
 * Gives a person another password and ends their sessions: for who runs the installation, when one was forgotten.
 * @throws Problem 404 when nobody has this address.
 */
export async function setPassword(email: string, password: string): Promise<{ userId: string }> {
  const hash = await hashPassword(password);
  return db().$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email: email.toLowerCase() } });
    if (!user) throw new Problem("not_found", `Nobody signs in as ${email}.`);
    await tx.account.updateMany({
      where: { userId: user.id, providerId: "credential" },
      data: { password: hash },
    });
    await tx.session.deleteMany({ where: { userId: user.id } });
    return { userId: user.id };
  });
}
