import { db } from "../db/client.ts";
import { env } from "../env.ts";
import { randomText } from "../ids.ts";
import { processWide } from "../process-wide.ts";
import { ownOrigin } from "./own-origin.ts";

const noted = processWide("noted origin", (): { origin: string | null } => ({ origin: null }));

/**
 * Keeps where a signed-in member opened this installation, for links in what is told without a request. It is written
 * when it changes only. Where PUBLIC_URL is set, that is what links begin with.
 */
export async function noteOrigin(headers: Headers): Promise<void> {
  if (env().PUBLIC_URL) return;
  const origin = ownOrigin(headers);
  if (noted().origin === origin) return;
  await db().installation.upsert({
    where: { id: 1 },
    create: { id: 1, authSecret: randomText(48), origin },
    update: { origin },
    select: { id: true },
  });
  noted().origin = origin;
}

/**
 * The address of a project's page, for what is told by a job: at PUBLIC_URL if that is set, else where a member last
 * opened this installation.
 * @param path begins with a slash.
 */
export async function pageAddress(slug: string, path: string): Promise<string> {
  return `${await installationOrigin()}/${slug}${path}`;
}

async function installationOrigin(): Promise<string> {
  const { PUBLIC_URL, PORT } = env();
  if (PUBLIC_URL) return PUBLIC_URL;
  const row = await db().installation.findUnique({ where: { id: 1 }, select: { origin: true } });
  return row?.origin ?? `http://localhost:${PORT}`;
}
