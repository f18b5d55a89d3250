import type { ReactNode } from "react";
import type { MadeChoice } from "./filter-choices.ts";
import type { Period } from "./period.ts";

/** What the filters show, and what they tell when they are changed. */
export interface FilterBarProps {
  period: Period;
  /** Whether figures are told beside those of the window before. */
  compared: boolean;
  choices: readonly MadeChoice[];
  pending: boolean;
  onChange: (changes: Record<string, string | null>) => void;
  onChoose: (name: string, value: string | null) => void;
  onClear: () => void;
  /** At the bar's end. */
  children?: ReactNode;
}
