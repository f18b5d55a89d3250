import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

/** A term and what it says; what says nothing is left out. */
export type Fact = readonly [term: string, words: ReactNode];

/** Short facts, each under its term. */
export function FactList({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  return (
    <dl className={joinClasses("gap-x-8 text-sm", className ?? "flex flex-wrap gap-y-2")}>
      {facts.map(
        ([term, words]) =>
          words && (
            <div key={term} className="min-w-0">
              <dt className="text-faint text-xs">{term}</dt>
              <dd className="wrap-anywhere text-soft">{words}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
