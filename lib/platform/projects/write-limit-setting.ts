import { z } from "zod";
import { forgetKeys } from "../api-keys/key-cache.ts";
import { db } from "../db/client.ts";

/** Most writes a minute that a project may allow. */
const MOST = 100_000;

/** How many writes one client address may send in a minute with one publishable key. */
export const writeLimitSchema = z.strictObject({ writes_per_minute: z.int().min(1).max(MOST) });

/** A project's write limit, as it is saved. */
export async function readWriteLimit(projectId: string): Promise<number> {
  const { writesPerMinute } = await db().project.findUniqueOrThrow({
    where: { projectId },
    select: { writesPerMinute: true },
  });
  return writesPerMinute;
}

/** Changes a project's write limit. It holds from the next write on, in other processes within three seconds. */
export async function setWriteLimit(projectId: string, writesPerMinute: number): Promise<void> {
  await db().project.update({
    where: { projectId },
    data: { writesPerMinute },
    select: { projectId: true },
  });
  forgetKeys();
}
