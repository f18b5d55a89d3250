import type { ApiKeyKind } from "#lib/domain/api-key.ts";
import { now } from "../clock.ts";
import { db } from "../db/client.ts";
import { sha256 } from "../ids.ts";
import { log } from "../log.ts";
import { Problem } from "../problem/index.ts";
import { type ProjectContext, projectContext, projectContextColumns } from "../projects/project-context.ts";
import { parseKeyKind } from "./api-key.ts";
import { knownKey } from "./key-cache.ts";

/** Who called with a key, and for which project. */
export interface KeyCaller {
  kind: ApiKeyKind;
  keyId: string;
  /** What the key is called on the settings page. */
  keyName: string;
  project: ProjectContext;
  allowedOrigins: readonly string[];
}

/** How long the last use of a key may lag behind, in milliseconds: one write per minute, not per request. */
const LAST_USE_LAG = 60_000;

/**
 * The caller of an Authorization header.
 * @throws Problem 401 if the key is missing, unknown or revoked; 403 if its kind does not allow this.
 */
export async function authenticateKey(
  header: string | null,
  kinds: readonly ApiKeyKind[],
): Promise<KeyCaller> {
  const key = bearer(header);
  const kind = parseKeyKind(key);
  const row = kind ? await knownKey(key, () => findKey(key)) : null;
  if (!kind || !row) throw new Problem("credentials_invalid", "Unknown API key.");
  if (row.revokedAt)
    throw new Problem("key_revoked", `The API key ${row.prefix}… was revoked. Use another key.`);
  if (!kinds.includes(row.kind)) {
    throw new Problem(
      "key_kind_not_allowed",
      `This request requires a ${kinds.join(" or ")} key, not a ${row.kind} key.`,
    );
  }
  noteUse(row);
  return row.caller;
}

function bearer(header: string | null): string {
  const key = /^Bearer\s+(\S+)$/i.exec(header ?? "")?.[1];
  if (!key)
    throw new Problem(
      "credentials_missing",
      "Missing API key. Send it as “Authorization: Bearer sk_…” (or pk_…).",
    );
  return key;
}

/** A stored key, and its caller. */
interface KnownKey {
  kind: ApiKeyKind;
  prefix: string;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  caller: KeyCaller;
}

async function findKey(key: string): Promise<KnownKey | null> {
  const row = await db().apiKey.findFirst({
    where: { hash: sha256(key) },
    include: { project: { select: projectContextColumns } },
  });
  if (!row) return null;
  const { kind, keyId, name, prefix, revokedAt, lastUsedAt, allowedOrigins } = row;
  return {
    kind,
    prefix,
    revokedAt,
    lastUsedAt,
    caller: { kind, keyId, keyName: name, project: projectContext(row.project), allowedOrigins },
  };
}

function noteUse(known: KnownKey): void {
  const at = now();
  // A time far in the future counts as old: a clock was wrong.
  if (known.lastUsedAt && Math.abs(at.getTime() - known.lastUsedAt.getTime()) < LAST_USE_LAG) return;
  known.lastUsedAt = at;
  const { keyId, project } = known.caller;
  db()
    .apiKey.updateMany({ where: { projectId: project.projectId, keyId }, data: { lastUsedAt: at } })
    .catch((error: unknown) =>
      log().warn({ err: error, keyId }, "could not record the last use of an API key"),
    );
}
