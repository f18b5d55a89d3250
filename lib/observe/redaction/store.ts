import type { RedactionKind, RedactionPattern, RedactionSettings } from "#lib/domain/redaction.ts";
import { forgetKeys } from "#lib/platform/api-keys/key-cache.ts";
import { db } from "#lib/platform/db/client.ts";

/** A project's settings as they are saved. */
export async function readRedaction(projectId: string): Promise<RedactionSettings> {
  const row = await db().project.findUniqueOrThrow({
    where: { projectId },
    select: { redactionEnabled: true, redactionSkippedKinds: true, redactionPatterns: true },
  });
  return {
    enabled: row.redactionEnabled,
    // Both were validated when they were saved.
    skippedKinds: row.redactionSkippedKinds as RedactionKind[],
    patterns: row.redactionPatterns as unknown as RedactionPattern[],
  };
}

/** Saves a project's settings; they hold at once in this process, and within three seconds in others. What was stored under the former ones stays as it is. */
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
