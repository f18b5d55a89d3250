import type { RedactionKind, RedactionPattern, RedactionSettings } from "#lib/domain/redaction.ts";

/** A project as the request that reached it sees it. Its two keys never leave the process. */
export interface ProjectContext {
  projectId: string;
  name: string;
  slug: string;
  tokenKey: Uint8Array;
  userHashKey: Uint8Array;
  redaction: RedactionSettings;
  /** Most writes that one client address may send in a minute with one publishable key. */
  writesPerMinute: number;
  /** Most devices that may rate an answer whose server did not say whom it was given to, and most from one client address. */
  votersPerAnswer: number;
  votersPerAddress: number;
  quotas: WriteQuotas;
}

/** How much publishable keys may send, beside how often. */
export interface WriteQuotas {
  /** What they may leave on one answer, in all. */
  answerEvents: number;
  answerKilobytes: number;
  /** What one client address may send in an hour with one key. */
  addressKilobytes: number;
  /** What they may leave in the project in a day (UTC). */
  dayEvents: number;
  dayMegabytes: number;
}

/** The columns of a project's quotas, as Prisma selects them. */
export const quotaColumns = {
  answerEvents: true,
  answerKilobytes: true,
  addressKilobytes: true,
  dayEvents: true,
  dayMegabytes: true,
} as const;

/** The quotas among a project's columns. */
export const toQuotas = (row: WriteQuotas): WriteQuotas => ({
  answerEvents: row.answerEvents,
  answerKilobytes: row.answerKilobytes,
  addressKilobytes: row.addressKilobytes,
  dayEvents: row.dayEvents,
  dayMegabytes: row.dayMegabytes,
});

/** The columns of a project that make its context, as Prisma selects them. */
export const projectContextColumns = {
  projectId: true,
  name: true,
  slug: true,
  tokenKey: true,
  userHashKey: true,
  redactionEnabled: true,
  redactionSkippedKinds: true,
  redactionPatterns: true,
  writesPerMinute: true,
  votersPerAnswer: true,
  votersPerAddress: true,
  ...quotaColumns,
} as const;

interface ProjectRow extends WriteQuotas {
  projectId: string;
  name: string;
  slug: string;
  tokenKey: Uint8Array;
  userHashKey: Uint8Array;
  redactionEnabled: boolean;
  redactionSkippedKinds: string[];
  redactionPatterns: unknown;
  writesPerMinute: number;
  votersPerAnswer: number;
  votersPerAddress: number;
}

/** The context that a project's row makes. */
export const projectContext = (row: ProjectRow): ProjectContext => ({
  projectId: row.projectId,
  name: row.name,
  slug: row.slug,
  tokenKey: row.tokenKey,
  userHashKey: row.userHashKey,
  redaction: {
    enabled: row.redactionEnabled,
    // Both are checked when they are saved.
    skippedKinds: row.redactionSkippedKinds as RedactionKind[],
    patterns: row.redactionPatterns as RedactionPattern[],
  },
  writesPerMinute: row.writesPerMinute,
  votersPerAnswer: row.votersPerAnswer,
  votersPerAddress: row.votersPerAddress,
  quotas: toQuotas(row),
});
