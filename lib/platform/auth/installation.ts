import { db } from "../db/client.ts";
import { env } from "../env.ts";
import { randomText } from "../ids.ts";

/**
 * The secret that signs sessions: AUTH_SECRET if set, otherwise one generated on first use and stored in the database,
 * so that all processes share it.
 */
export async function authSecret(): Promise<string> {
  const given = env().AUTH_SECRET;
  if (given) return given;
  await db().installation.createMany({ data: [{ id: 1, authSecret: randomText(48) }], skipDuplicates: true });
  const { authSecret: made } = await db().installation.findUniqueOrThrow({ where: { id: 1 } });
  return made;
}
