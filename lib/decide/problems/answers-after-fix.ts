import type { Dimension } from "#lib/domain/dimensions.ts";
import type { FixLink } from "#lib/domain/problem-lifecycle.ts";
import { containsScope, type Scope } from "#lib/domain/scope.ts";

/** What a fix puts in the place of what was bad. By hand, it mostly is another version of the prompt. */
const replaced: Record<FixLink["kind"] | "hand", readonly Dimension[]> = {
  prompt_version: ["promptVersion", "variant"],
  experiment: ["promptVersion", "variant", "model"],
  hand: ["promptVersion", "variant"],
};

/**
 * Which answers tell whether a fix worked: those of a problem's scope, whatever stands in the place of what was fixed. A
 * problem of a version of a prompt is over when the answers with that prompt, in the same features, are as usual, and
 * nobody asks for that version any more.
 * @param all the values of all combinations.
 * @returns the numbers of those that tell it.
 */
export function answersAfterFix(
  all: readonly Scope[],
  scope: Scope,
  fix: FixLink["kind"] | "hand",
): number[] {
  const numbered = [...all.entries()];
  const dropped = replaced[fix].filter((name) => scope[name] !== undefined);
  const within = (wide: Scope) =>
    numbered.filter(([, values]) => containsScope(wide, values)).map(([at]) => at);
  if (dropped.length === 0) return within(scope);
  const kept = Object.fromEntries(
    Object.entries(scope).filter(([name]) => !dropped.includes(name as Dimension)),
  ) as Scope;
  const homes = new Set(within(scope).map((at) => homeOf(all[at] ?? {})));
  return within(kept).filter((at) => homes.has(homeOf(all[at] ?? {})));
}

/** Where an answer is at home, whatever produced it. */
const homeOf = ({ feature, promptTemplate }: Scope): string => JSON.stringify([feature, promptTemplate]);
