import type { RedactionKind, RedactionPattern, RedactionSettings } from "#lib/domain/redaction.ts";

/** The project of a request. Its two internal keys never leave the process. */
export interface ProjectContext {
  projectId: string;
  name: string;
  slug: string;
  tokenKey: Uint8Array;
  userHashKey: Uint8Array;
  redaction: RedactionSettings;
  /** Maximum writes per minute from one client address with one publishable key. */
  writesPerMinute: number;
  /** Maximum devices that may rate an answer without a user or session, in total and per client address. */
  votersPerAnswer: number;
  votersPerAddress: number;
  quotas: WriteQuotas;
}

/** How much data publishable keys may send. */
export interface WriteQuotas {
  /** Maximum per answer. */
  answerEvents: number;
  answerKilobytes: number;
  /** Maximum per hour from one client address with one key. */
  addressKilobytes: number;
  /** Maximum per project and day (UTC). */
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

/** The context of a project's row. */
export const projectContext = (row: ProjectRow): ProjectContext => ({
  projectId: row.projectId,
  name: row.name,
  slug: row.slug,
  tokenKey: row.tokenKey,
  userHashKey: row.userHashKey,
  redaction: {
    enabled: row.redactionEnabled,
    // Both were validated when they were saved.
    skippedKinds: row.redactionSkippedKinds as RedactionKind[],
    patterns: row.redactionPatterns as RedactionPattern[],
  },
  writesPerMinute: row.writesPerMinute,
  votersPerAnswer: row.votersPerAnswer,
  votersPerAddress: row.votersPerAddress,
  quotas: toQuotas(row),
});
