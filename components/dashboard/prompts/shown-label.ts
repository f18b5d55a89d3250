import type { LabelMove, PromptLabel } from "#lib/act/prompts/index.ts";
import { movedWords } from "../labels/moved-words.ts";
import { previousVersion } from "../labels/previous-version.ts";

/** A label as its prompt's page shows it. */
export interface ShownLabel extends PromptLabel {
  /** Where a rollback moves it; null where nothing came before. */
  previous: string | null;
  /** Who moved it last, and when, in words; null where that is not told. */
  moved: string | null;
  /** The page with its version. */
  href: string;
}

/** A version that a label can stand for. */
export interface LabelTarget {
  version: string;
  /** The beginning of its note. */
  note: string;
}

/** The labels of a prompt with what their moves, newest first, tell of them. */
export const shownLabels = (
  labels: readonly PromptLabel[],
  moves: readonly LabelMove[],
  { tz, hrefOf }: { tz: string; hrefOf: (version: string) => string },
): ShownLabel[] =>
  labels.map((label) => ({
    ...label,
    previous: previousVersion(label, moves),
    moved: movedWords(label.label, moves, tz),
    href: hrefOf(label.version),
  }));
