import type { ComparisonRow } from "../comparison/comparison-row.ts";

/** One version of a prompt template. */
export type PromptRow = ComparisonRow & {
  promptTemplate: string | null;
  promptVersion: string | null;
  /** The local date of its first answer ever; null where it names no version. */
  since: string | null;
  /** Whether its entire confidence interval is below the threshold. */
  under: boolean;
};

/** The versions of one template. */
export interface PromptGroup {
  /** Null for answers that name none. */
  template: string | null;
  rows: PromptRow[];
}
