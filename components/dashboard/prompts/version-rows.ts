import { formatDay } from "#components/format/numbers.ts";
import type { LineVersion, PromptLabel, VersionNote } from "#lib/act/prompts/index.ts";
import { type Rate, rate } from "#lib/domain/rate.ts";
import type { PromptVersionRow } from "#lib/evaluate/metrics/index.ts";

/** A version as a row of its prompt's page. */
export interface VersionRow {
  version: string;
  labels: string[];
  /** Null where its text is not here. */
  details: VersionNote | null;
  /** "First used 21 Nov 2026"; null where no interaction names it. */
  firstDay: string | null;
  positive: Rate;
  interactions: number;
}

/** What the rows are made from. */
interface VersionFacts {
  line: readonly LineVersion[];
  notes: readonly VersionNote[];
  labels: readonly PromptLabel[];
  /** The metrics of the prompt's versions over the period. */
  metrics: readonly Pick<PromptVersionRow, "promptVersion" | "positive" | "interactions">[];
}

/** The versions of a line with what is known of each. */
export function versionRows({ line, notes, labels, metrics }: VersionFacts): VersionRow[] {
  const noteOf = new Map(notes.map((note) => [note.version, note]));
  const metricsOf = new Map(metrics.map((row) => [row.promptVersion, row]));
  return line.map(({ version, logged }) => ({
    version,
    labels: labels.flatMap((each) => (each.version === version ? [each.label] : [])),
    details: noteOf.get(version) ?? null,
    // Of what was logged the day is known, in UTC.
    firstDay: logged && `First used ${formatDay(logged.firstAt.toISOString().slice(0, 10), true)}`,
    positive: metricsOf.get(version)?.positive ?? rate(0, 0),
    interactions: metricsOf.get(version)?.interactions ?? 0,
  }));
}

/** Which version is shown: the one that is asked for; else the one under `production`, the newest whose text is here, or the newest. */
export function shownVersion(
  line: readonly LineVersion[],
  labels: readonly PromptLabel[],
  asked: string | undefined,
): string {
  const production = labels.find(({ label }) => label === "production")?.version;
  const found =
    line.find(({ version }) => version === asked) ??
    line.find(({ version }) => version === production) ??
    line.find(({ managed }) => managed) ??
    line[0];
  return found?.version ?? "";
}
