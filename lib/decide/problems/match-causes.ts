import type { ProblemState } from "#lib/domain/problem-lifecycle.ts";
import { containsScope, type Scope } from "#lib/domain/scope.ts";

/** A problem that is on record. */
export interface KnownProblem {
  id: string;
  scope: Scope;
  state: ProblemState;
}

/** What a look says of problems. */
export interface Matches<Cause> {
  /** Causes that no problem is on record for. */
  opened: Cause[];
  /** Problems that are still there, or there again. */
  seen: { id: string; cause: Cause }[];
  /** Problems that nothing was found of. */
  unseen: string[];
}

/**
 * Finds out which causes are problems that are on record already. The same scope is the same problem; so is a narrower or
 * wider one, because the narrowest scope that explains the same becomes clearer with more ratings. A problem has one cause:
 * the one with its scope, otherwise the most harmful.
 */
export function matchCauses<Cause extends { scope: Scope }>(
  known: readonly KnownProblem[],
  causes: readonly Cause[],
): Matches<Cause> {
  const left = new Map(known.map((problem) => [problem.id, problem]));
  const claimed = new Map<Cause, string>();
  for (const is of [isSame, isNested]) {
    for (const cause of causes) {
      if (claimed.has(cause)) continue;
      const problem = [...left.values()].find(({ scope }) => is(scope, cause.scope));
      if (!problem) continue;
      claimed.set(cause, problem.id);
      left.delete(problem.id);
    }
  }
  return {
    opened: causes.filter((cause) => !claimed.has(cause)),
    seen: [...claimed].map(([cause, id]) => ({ id, cause })),
    unseen: [...left.keys()],
  };
}

const isNested = (one: Scope, other: Scope): boolean =>
  containsScope(one, other) || containsScope(other, one);

const isSame = (one: Scope, other: Scope): boolean => containsScope(one, other) && containsScope(other, one);
