import type { RedactionSettingsJson } from "#lib/observe/redaction/index.ts";

/** Settings while they are edited: `id` identifies a pattern, as names may be empty or equal. */
export interface RedactionDraft extends Omit<RedactionSettingsJson, "patterns"> {
  patterns: readonly { id: number; name: string; pattern: string }[];
}

/** Saved settings, to be edited. */
export const redactionDraft = (saved: RedactionSettingsJson): RedactionDraft => ({
  ...saved,
  patterns: saved.patterns.map((pattern, id) => ({ id, ...pattern })),
});

/** A draft as it is sent; lines in which nothing was entered are left out. */
export const draftJson = ({ enabled, kinds, patterns }: RedactionDraft): RedactionSettingsJson => ({
  enabled,
  kinds,
  patterns: patterns
    .filter(({ name, pattern }) => name.trim() || pattern)
    .map(({ name, pattern }) => ({ name, pattern })),
});
