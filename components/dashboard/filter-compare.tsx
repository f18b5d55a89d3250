"use client";

import { Check, GitCompareArrows } from "lucide-react";
import { joinClasses } from "../ui/join-classes.ts";
import { type Period, previousPeriod } from "./period.ts";
import { spanWords } from "./words.ts";

interface FilterCompareProps {
  period: Period;
  on: boolean;
  onChange: (changes: Record<string, string | null>) => void;
  className?: string;
}

/** Whether figures are told beside those of the window of the same length just before. */
export function FilterCompare({ period, on, onChange, className }: FilterCompareProps) {
  const { from, to } = previousPeriod(period);
  const Icon = on ? Check : GitCompareArrows;
  return (
    <button
      type="button"
      aria-pressed={on}
      title={`${spanWords(from, to)}, the same length just before`}
      onClick={() => onChange({ compare: on ? "off" : null })}
      className={joinClasses(
        "inline-flex h-8 items-center gap-1.5 whitespace-nowrap rounded-md border px-2.5 text-sm shadow-small transition-colors hover:bg-hover pointer-coarse:h-10",
        on ? "border-accent bg-surface font-medium text-accent" : "border-line-strong bg-surface text-soft",
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5" />
      Compare to previous
    </button>
  );
}
