import { db, Prisma } from "#lib/platform/db/client.ts";
import { orProjectGone } from "#lib/platform/db/project-gone.ts";
import type { Statements } from "#lib/platform/db/statements.ts";
import type { Claim } from "./claim.ts";
import type { CollectReply } from "./collect-reply.ts";

/** An Idempotency-Key that is already claimed; status and body are null while its request is in progress. */
export interface IdempotencyRow {
  fingerprint: string;
  status: number | null;
  body: string | null;
}

/**
 * Claims a key at time `at`, unless it has a response or a claim less than `heldMs` milliseconds old. A claim
 * from further in the future comes from a fast clock and has expired too.
 * @param fingerprint in hex.
 * @throws Problem 401 if the project was deleted.
 */
export async function claimRow(
  { projectId, key, claimId }: Claim,
  fingerprint: string,
  at: Date,
  heldMs: number,
): Promise<"claimed" | IdempotencyRow> {
  for (;;) {
    const [mine] = await db().$queryRaw<unknown[]>`
      INSERT INTO idempotency_keys AS k (project_id, idempotency_key, fingerprint, claim_id, claimed_at)
      VALUES (${projectId}::uuid, ${key}, decode(${fingerprint}, 'hex'), ${claimId}::uuid, ${at})
      ON CONFLICT (project_id, idempotency_key) DO UPDATE
        SET claim_id = EXCLUDED.claim_id, claimed_at = EXCLUDED.claimed_at
        WHERE k.status IS NULL AND k.claimed_at NOT BETWEEN ${before(at, heldMs)} AND ${before(at, -heldMs)}
          AND k.fingerprint = EXCLUDED.fingerprint
      RETURNING 1`.catch(orProjectGone);
    if (mine) return "claimed";
    const [there] = await db().$queryRaw<IdempotencyRow[]>`
      SELECT encode(fingerprint, 'hex') AS fingerprint, status, body FROM idempotency_keys
      WHERE (project_id, idempotency_key) = (${projectId}::uuid, ${key})`;
    // Released between the two statements, so try again.
    if (there) return there;
  }
}

const before = (at: Date, ms: number): Date => new Date(at.getTime() - ms);

/**
 * Stores responses under their claims, in the transaction that stores the events. Returns the claims that
 * have expired.
 */
export async function storeResponses(
  tx: Statements,
  answers: readonly { claim: Claim; reply: CollectReply }[],
): Promise<Claim[]> {
  const rows = answers.map(({ claim, reply }) => ({
    claim_id: claim.claimId,
    project_id: claim.projectId,
    idempotency_key: claim.key,
    status: reply.status,
    body: JSON.stringify(reply.body),
  }));
  const kept = await tx.$queryRaw<{ claimId: string }[]>`
    UPDATE idempotency_keys AS k SET status = given.status, body = given.body
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS given(project_id uuid, idempotency_key text, claim_id uuid, status smallint, body text)
    WHERE (k.project_id, k.idempotency_key, k.claim_id) = (given.project_id, given.idempotency_key, given.claim_id)
      AND k.status IS NULL
    RETURNING k.claim_id AS "claimId"`;
  const held = new Set(kept.map(({ claimId }) => claimId));
  return answers.map(({ claim }) => claim).filter(({ claimId }) => !held.has(claimId));
}

/** Releases the claim of a request that stored nothing. */
export async function releaseClaim({ projectId, key, claimId }: Claim): Promise<void> {
  await db().$executeRaw`
    DELETE FROM idempotency_keys
    WHERE (project_id, idempotency_key, claim_id) = (${projectId}::uuid, ${key}, ${claimId}::uuid) AND status IS NULL`;
}

/** Deletes keys claimed before a given time. */
export async function deleteKeysBefore(time: Date): Promise<void> {
  await db().$executeRaw(Prisma.sql`DELETE FROM idempotency_keys WHERE claimed_at < ${time}`);
}
