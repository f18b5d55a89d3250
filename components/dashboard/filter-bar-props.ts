import type { ReactNode } from "react";
import type { MadeChoice } from "./filter-choices.ts";
import type { Period } from "./period.ts";
import type { ReferenceKind } from "./reference-period.ts";

/** What the filters show, and what they tell when they are changed. */
export interface FilterBarProps {
  period: Period;
  /** What figures are compared with; null for nothing. */
  reference: ReferenceKind | null;
  choices: readonly MadeChoice[];
  pending: boolean;
  onChange: (changes: Record<string, string | null>) => void;
  onChoose: (name: string, value: string | null) => void;
  onClear: () => void;
  /** At the bar's end. */
  children?: ReactNode;
}
