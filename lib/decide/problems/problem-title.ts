import type { Scope } from "#lib/domain/scope.ts";
import type { Against } from "./make-cells.ts";
import { scopeWords } from "./scope-words.ts";

/** What a problem is about. */
export interface TitledProblem {
  scope: Scope;
  /** Null where it is about thumbs down. */
  category: string | null;
  against: Against;
  /** Whether the version of the prompt that it names came with it. */
  isNew: boolean;
}

/** A problem in plain words: "German answers of gpt-4o-mini in support since prompt v7 are rated worse". */
export function problemTitle({ scope, category, against, isNew }: TitledProblem): string {
  const words = scopeWords(scope, { isNew });
  if (category !== null) return `More “${category}” in ${words.replace(/^(Answers|All) ?/, lower)}`;
  return against === "own" ? `${words} are rated worse` : `${words} are rated worse than the rest`;
}

const lower = (word: string): string => word.toLowerCase();
