import { z } from "zod";
import type { ApiKeyKind } from "#lib/domain/api-key.ts";
import { now } from "../clock.ts";
import { db } from "../db/client.ts";
import { Problem } from "../problem/index.ts";
import { createKey, type NewKey } from "../projects/create-project.ts";
import { forgetKeys } from "./key-cache.ts";
import { playgroundKey } from "./playground-key.ts";

/** A key as it may be listed: never the key itself. */
export interface KeyListItem {
  keyId: string;
  kind: ApiKeyKind;
  name: string;
  prefix: string;
  allowedOrigins: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  /** Made from the project's own key, so it can be revoked but not replaced. */
  isPlayground: boolean;
}

/** A project's keys, living ones first, newest first. */
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

/** A key in an address. */
export const keyParamsSchema = z.object({ project_id: z.uuid(), key_id: z.uuid() });

/** The answer to a new key. */
export const newKeySchema = z.object({ key_id: z.string(), key: z.string(), prefix: z.string() });

/** The JSON of a new key. */
export const newKeyJson = ({ keyId, key, prefix }: NewKey): z.input<typeof newKeySchema> => ({
  key_id: keyId,
  key,
  prefix,
});

/** Makes a key for a project; publishable ones without a list of origins get a developer's machine. */
export const addKey = (
  projectId: string,
  kind: ApiKeyKind,
  name: string,
  allowedOrigins?: readonly string[],
) => createKey(db(), projectId, kind, name, allowedOrigins);

/**
 * Changes where a publishable key may be used from.
 * @throws Problem 404 when there is no such living key.
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
 * Ends a key at once.
 * @throws Problem 404 when there is no such living key.
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
 * Revokes a key and makes one like it, in one transaction.
 * @throws Problem 404 when there is no such living key, 409 for the playground's, which only its project can make.
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
      throw new Problem(
        "conflict",
        "The playground's key cannot be replaced: it is made from the project's own key.",
      );
    }
    return createKey(tx, projectId, old.kind, old.name, old.allowedOrigins);
  });
  forgetKeys();
  return made;
}

const noLivingKey = (): Problem =>
  new Problem("not_found", "There is no such key, or it was revoked already.");
