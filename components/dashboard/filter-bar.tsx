"use client";

import { LoaderCircle } from "lucide-react";
import type { FilterBarProps } from "./filter-bar-props.ts";
import { FilterCompare } from "./filter-compare.tsx";
import { FilterFields } from "./filter-fields.tsx";
import { FilterSheet } from "./filter-sheet.tsx";
import { PeriodChoice } from "./period-choice.tsx";

/** What a page looks at: the window and what narrows it down. On a phone the latter folds into a sheet. */
export function FilterBar(props: FilterBarProps) {
  const { period, reference, choices, pending, onChange, onChoose, onClear, children } = props;
  const narrowed = choices.some(({ chosen }) => chosen);
  return (
    <search aria-label="Filters" className="mb-4 flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <PeriodChoice period={period} onChange={onChange} />
        <FilterCompare period={period} reference={reference} onChange={onChange} className="max-sm:hidden" />
        <div className="sm:hidden">
          <FilterSheet {...props} />
        </div>
        <span aria-live="polite" className="flex items-center text-faint text-sm">
          {pending && (
            <>
              <LoaderCircle aria-hidden className="size-4 animate-spin motion-reduce:animate-none" />
              <span className="sr-only">Loading</span>
            </>
          )}
        </span>
        <div className="ml-auto">{children}</div>
      </div>
      <div className="flex flex-wrap items-center gap-2 max-sm:hidden">
        <FilterFields choices={choices} onChoose={onChoose} className="w-40" />
        {narrowed && (
          <button
            type="button"
            onClick={onClear}
            className="h-8 rounded-md px-2 text-faint text-sm underline-offset-2 hover:text-ink hover:underline"
          >
            Clear
          </button>
        )}
      </div>
    </search>
  );
}
