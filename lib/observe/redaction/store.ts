import type { RedactionKind, RedactionPattern, RedactionSettings } from "#lib/domain/redaction.ts";
import { forgetKeys } from "#lib/platform/api-keys/key-cache.ts";
import { db } from "#lib/platform/db/client.ts";

/** A project's saved settings. */
export async function readRedaction(projectId: string): Promise<RedactionSettings> {
  const row = await db().project.findUniqueOrThrow({
    where: { projectId },
    select: { redactionEnabled: true, redactionSkippedKinds: true, redactionPatterns: true },
  });
  return {
    enabled: row.redactionEnabled,
    // Both were validated when saved.
    skippedKinds: row.redactionSkippedKinds as RedactionKind[],
    patterns: row.redactionPatterns as unknown as RedactionPattern[],
  };
}

/**
 * Saves a project's settings. They take effect in this process immediately and in others within three
 * seconds; stored texts stay unchanged.
 */
export async function saveRedaction(projectId: string, settings: RedactionSettings): Promise<void> {
  await db().project.update({
    where: { projectId },
    data: {
      redactionEnabled: settings.enabled,
      redactionSkippedKinds: [...settings.skippedKinds],
      redactionPatterns: settings.patterns.map(({ name, pattern }) => ({ name, pattern })),
    },
    select: { projectId: true },
  });
  forgetKeys();
}
