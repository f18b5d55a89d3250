import { z } from "zod";
import type { ApiKeyKind } from "#lib/domain/api-key.ts";
import { now } from "../clock.ts";
import { db } from "../db/client.ts";
import { Problem } from "../problem/index.ts";
import { createKey, type NewKey } from "../projects/create-project.ts";
import { forgetKeys } from "./key-cache.ts";
import { playgroundKey } from "./playground-key.ts";

/** A listed key, without the key itself. */
export interface KeyListItem {
  keyId: string;
  kind: ApiKeyKind;
  name: string;
  prefix: string;
  allowedOrigins: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  /** Derived from the project's key, so it can be revoked but not replaced. */
  isPlayground: boolean;
}

/** A project's keys: active ones first, newest first. */
export async function listKeys(projectId: string): Promise<KeyListItem[]> {
  const keys = await db().apiKey.findMany({
    where: { projectId },
    omit: { projectId: true },
    include: { project: { select: { tokenKey: true } } },
    orderBy: [{ revokedAt: { sort: "asc", nulls: "first" } }, { createdAt: "desc" }],
  });
  return keys.map(({ hash, project, ...key }) => ({
    ...key,
    isPlayground: Buffer.compare(hash, playgroundKey(project.tokenKey).hash) === 0,
  }));
}

/** A key in a URL. */
export const keyParamsSchema = z.object({ project_id: z.uuid(), key_id: z.uuid() });

/** The response with a new key. */
export const newKeySchema = z.object({ key_id: z.string(), key: z.string(), prefix: z.string() });

/** The JSON of a new key. */
export const newKeyJson = ({ keyId, key, prefix }: NewKey): z.input<typeof newKeySchema> => ({
  key_id: keyId,
  key,
  prefix,
});

/** Creates a key for a project. Publishable keys without a list of origins get localhost. */
export const addKey = (
  projectId: string,
  kind: ApiKeyKind,
  name: string,
  allowedOrigins?: readonly string[],
) => createKey(db(), projectId, kind, name, allowedOrigins);

/**
 * Sets the allowed origins of a publishable key.
 * @throws Problem 404 if there is no such active key.
 */
export async function setAllowedOrigins(
  projectId: string,
  keyId: string,
  allowedOrigins: readonly string[],
): Promise<void> {
  const { count } = await db().apiKey.updateMany({
    where: { projectId, keyId, revokedAt: null, kind: "publishable" },
    data: { allowedOrigins: [...allowedOrigins] },
  });
  forgetKeys();
  if (count === 0) throw noLivingKey();
}

/**
 * Revokes a key immediately.
 * @throws Problem 404 if there is no such active key.
 */
export async function revokeKey(projectId: string, keyId: string): Promise<void> {
  const { count } = await db().apiKey.updateMany({
    where: { projectId, keyId, revokedAt: null },
    data: { revokedAt: now() },
  });
  forgetKeys();
  if (count === 0) throw noLivingKey();
}

/**
 * Revokes a key and creates a replacement, in one transaction.
 * @throws Problem 404 if there is no such active key, 409 for the playground's key, which is derived from its project.
 */
export async function replaceKey(projectId: string, keyId: string): Promise<NewKey> {
  const made = await db().$transaction(async (tx) => {
    const [old] = await tx.apiKey.updateManyAndReturn({
      where: { projectId, keyId, revokedAt: null },
      data: { revokedAt: now() },
    });
    if (!old) throw noLivingKey();
    const { tokenKey } = await tx.project.findUniqueOrThrow({
      where: { projectId },
      select: { tokenKey: true },
    });
    if (Buffer.compare(old.hash, playgroundKey(tokenKey).hash) === 0) {
      throw new Problem("conflict", "The playground key is derived from the project and cannot be replaced.");
    }
    return createKey(tx, projectId, old.kind, old.name, old.allowedOrigins);
  });
  forgetKeys();
  return made;
}

const noLivingKey = (): Problem => new Problem("not_found", "The key does not exist or was already revoked.");
