import { processWide } from "#lib/platform/process-wide.ts";
import type { KeyCaller } from "../api-keys/authenticate-key.ts";
import { hmac } from "../auth/hmac.ts";
import { now } from "../clock.ts";
import { db, Prisma } from "../db/client.ts";
import { groupCommit } from "../db/group-commit.ts";
import { alone } from "../db/statements.ts";
import { env } from "../env.ts";
import { clientNetwork } from "./client-address.ts";
import { UntoldWrites } from "./untold-writes.ts";

/** The window for counting writes, in seconds; it starts with a client's first write. */
export const WINDOW_SECONDS = 60;

/** The same for bytes. */
const BYTES_WINDOW_SECONDS = 3_600;

/** Budgets that are counted separately: explicit feedback, and implicit signals. Each has the full limit. */
export type WriteBudget = "feedback" | "signals";

/** A client's remaining writes with a key in the current window. */
export interface WriteAllowance {
  budget: WriteBudget;
  limit: number;
  /** How many of the requested writes are granted. */
  granted: number;
  remaining: number;
  /** Whole seconds until the window ends. */
  resetSeconds: number;
}

interface Charge {
  project_id: string;
  key_id: string;
  client: string;
  budget: WriteBudget | "bytes";
  /** When the window started, as known to this process. */
  window_start: string;
  allowed: number;
  asked: number;
}

interface Charged {
  granted: number;
  used: number;
  windowStart: Date;
}

/** The combined result of one client's charges. */
interface ChargedGroup extends Charged {
  charge: Charge[];
}

/**
 * Charges `asked` writes to the per-minute budget of a client address and publishable key, counted in the database so
 * that all processes share it. If fewer are left, it grants those.
 */
export async function chargeWrites(
  caller: KeyCaller,
  address: string,
  budget: WriteBudget,
  asked: number,
): Promise<WriteAllowance> {
  const { granted, used, windowStart } = await charge(caller, address, budget, {
    allowed: caller.project.writesPerMinute,
    asked,
  });
  return {
    budget,
    limit: caller.project.writesPerMinute,
    granted,
    remaining: Math.max(0, caller.project.writesPerMinute - used),
    resetSeconds: secondsLeft(windowStart, WINDOW_SECONDS),
  };
}

/** Refunds the writes of a request that was rejected for another reason. */
export async function giveBackWrites(
  { project, keyId }: KeyCaller,
  address: string,
  budget: WriteBudget,
  writes: number,
): Promise<void> {
  await db().$executeRaw`
    UPDATE write_allowances SET used = GREATEST(0, used - ${writes}::int)
    WHERE (project_id, key_id, client, budget) = (${project.projectId}::uuid, ${keyId}::uuid,
      ${clientHash(project.userHashKey, address)}, ${budget}::"WriteBudget")`;
}

/**
 * Charges a request's bytes to the hourly budget of a client address and publishable key.
 * @returns whether all bytes fit, and whole seconds until the hour ends.
 */
export async function chargeBytes(
  caller: KeyCaller,
  address: string,
  bytes: number,
): Promise<{ fits: boolean; resetSeconds: number }> {
  const allowed = caller.project.quotas.addressKilobytes * 1_000;
  const { granted, windowStart } = await charge(caller, address, "bytes", { allowed, asked: bytes });
  return { fits: granted >= bytes, resetSeconds: secondsLeft(windowStart, BYTES_WINDOW_SECONDS) };
}

function secondsLeft(windowStart: Date, windowSeconds: number): number {
  const ends = windowStart.getTime() + windowSeconds * 1_000;
  return Math.min(windowSeconds, Math.max(1, Math.ceil((ends - now().getTime()) / 1_000)));
}

/** Two queues would be two groups for the same rows. */
const shared = processWide("charges", () => ({
  untold: new UntoldWrites(env().WEB_PROCESSES),
  charges: groupCommit<Charge, Charged>({
    write: chargeAll,
    weigh: () => ({ rows: 1, bytes: 200 }),
    groupRows: 1_000,
    waiting: { rows: 10_000, bytes: 10_000_000 },
    lanes: 1,
    laneRows: 1,
  }),
}));

async function charge(
  { project, keyId }: KeyCaller,
  address: string,
  budget: Charge["budget"],
  { allowed, asked }: Pick<Charge, "allowed" | "asked">,
): Promise<Charged> {
  const { untold, charges } = shared();
  const windowMs = 1_000 * (budget === "bytes" ? BYTES_WINDOW_SECONDS : WINDOW_SECONDS);
  const name = `${project.projectId} ${keyId} ${budget} ${clientNetwork(address)}`;
  const answer = untold.ask(name, { amount: asked, allowed, windowMs }, now());
  const { windowStart } = answer;
  if (answer.granted) return { granted: asked, used: answer.used, windowStart };
  const given = {
    project_id: project.projectId,
    key_id: keyId,
    client: clientHash(project.userHashKey, address),
    budget,
    window_start: windowStart.toISOString(),
    allowed,
  };
  const { carried } = answer;
  // Both are in one group, so that earlier grants are counted first.
  const [, charged] = await Promise.all([
    carried > 0 ? charges({ ...given, asked: carried }) : null,
    charges({ ...given, asked }),
  ]);
  return charged;
}

const clientHash = (userHashKey: Uint8Array, address: string): string =>
  hmac(userHashKey, `address ${clientNetwork(address)}`).digest("base64url");

/** Charges of one client are combined, and the grant is distributed in order. */
async function chargeAll(charges: readonly Charge[]): Promise<Charged[]> {
  const groups = new Map<string, Charge[]>();
  for (const charge of charges) {
    const name = nameOf(charge);
    groups.set(name, [...(groups.get(name) ?? []), charge]);
  }
  const results = new Map<Charge, Charged>();
  const handOut = ({ charge, ...charged }: ChargedGroup): void => {
    let left = charged.granted;
    for (const one of charge) {
      const granted = Math.min(one.asked, left);
      left -= granted;
      results.set(one, { ...charged, granted });
    }
  };
  const charged = await chargeOnce([...groups.values()]);
  charged.forEach(handOut);
  const fewer = charged.map(thoseThatFit).filter(({ length }) => length > 0);
  if (fewer.length > 0) (await chargeOnce(fewer)).forEach(handOut);
  return charges.map((charge) => results.get(charge) as Charged);
}

/** If requests exceed the limit together, grants those that fit one after the other. */
function thoseThatFit({ charge, granted, used }: ChargedGroup): Charge[] {
  const [first] = charge;
  if (first?.budget !== "bytes" || granted > 0 || charge.length === 1) return [];
  let left = first.allowed - used;
  return charge.filter(({ asked }) => {
    if (asked > left) return false;
    left -= asked;
    return true;
  });
}

const nameOf = ({ key_id, client, budget }: Pick<Charge, "key_id" | "client" | "budget">): string =>
  `${key_id} ${client} ${budget}`;

/** What was used of the current window, or zero for a new one, including a window started by a clock that was ahead. */
const windowLength = Prisma.sql`make_interval(secs => CASE EXCLUDED.budget WHEN 'bytes' THEN ${BYTES_WINDOW_SECONDS}::int ELSE ${WINDOW_SECONDS}::int END)`;

const spent = Prisma.sql`CASE
  WHEN w.window_start BETWEEN EXCLUDED.window_start - ${windowLength} + interval '1 microsecond'
    AND EXCLUDED.window_start + ${windowLength} THEN w.used ELSE 0 END`;

/** Bytes are all or nothing: half a request is useless. */
const grant = Prisma.sql`CASE
  WHEN EXCLUDED.budget = 'bytes' AND EXCLUDED.used > EXCLUDED.allowed - ${spent} THEN 0
  ELSE LEAST(EXCLUDED.used, GREATEST(0, EXCLUDED.allowed - ${spent})) END`;

async function chargeOnce(groups: readonly Charge[][]): Promise<ChargedGroup[]> {
  const given = groups.map((group) => ({
    ...group[0],
    asked: group.reduce((sum, { asked }) => sum + asked, 0),
  }));
  const { $queryRaw } = await alone();
  const rows = await $queryRaw<(Charged & Pick<Charge, "key_id" | "client" | "budget">)[]>`
    INSERT INTO write_allowances AS w (project_id, key_id, client, budget, window_start, allowed, used, granted)
    SELECT project_id, key_id, client, budget, window_start, allowed, fitting, fitting
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS given(project_id uuid, key_id uuid, client text,
      budget "WriteBudget", window_start timestamptz, allowed int, asked int)
    CROSS JOIN LATERAL (
      SELECT CASE WHEN budget = 'bytes' AND asked > allowed THEN 0 ELSE LEAST(asked, allowed) END AS fitting
    ) AS first
    ORDER BY key_id, client, budget
    ON CONFLICT (project_id, key_id, client, budget) DO UPDATE SET
      window_start = CASE WHEN ${spent} = 0 THEN EXCLUDED.window_start ELSE w.window_start END,
      allowed = EXCLUDED.allowed, used = ${spent} + ${grant}, granted = ${grant}
    RETURNING key_id, client, budget::text AS budget, granted, used, window_start AS "windowStart"`;
  const byName = new Map(rows.map((row) => [nameOf(row), row]));
  return groups.flatMap((charge) => {
    const row = charge[0] && byName.get(nameOf(charge[0]));
    return row ? [{ charge, granted: row.granted, used: row.used, windowStart: row.windowStart }] : [];
  });
}

/** Deletes clients that wrote nothing for an hour. */
export async function forgetIdleClients(): Promise<void> {
  const before = new Date(now().getTime() - 3_600_000);
  await db().writeAllowance.deleteMany({ where: { windowStart: { lt: before } } });
}
