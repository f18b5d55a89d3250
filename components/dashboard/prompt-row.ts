import type { ComparisonRow } from "./comparison-row.ts";

/** One version of a prompt beside the others of its template. */
export type PromptRow = ComparisonRow & {
  promptTemplate: string | null;
  promptVersion: string | null;
  /** The local date of its first answer ever; null where it names no version. */
  since: string | null;
  /** Whether its rate is under the threshold, and whether that is certain; null where it is not or has too few ratings. */
  under: "certain" | "maybe" | null;
};

/** The versions of one template. */
export interface PromptGroup {
  /** Null for answers that name none. */
  template: string | null;
  rows: PromptRow[];
}
