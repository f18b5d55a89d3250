"use client";

import { LoaderCircle } from "lucide-react";
import { type ReactNode, useTransition } from "react";
import { formatDateRange } from "#components/format/numbers.ts";
import { BASELINE_DAYS, type ReferenceKind } from "#components/format/reference.ts";
import { Select } from "#components/ui/fields/select.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { FilterValues } from "#lib/evaluate/metrics/index.ts";
import type { ActiveValues } from "../url/active-filters.ts";
import type { FilterName } from "../url/filter-names.ts";
import type { Period } from "../url/period.ts";
import { referencePeriod } from "../url/reference-period.ts";
import { useAddress } from "../url/use-address.ts";
import { ViewTransitionProvider } from "../url/view-transition.tsx";
import { choiceChanges, clearedChoice, filterChoices, type MadeChoice } from "./filter-choices.ts";
import { FilterFields } from "./filter-fields.tsx";
import type { FilterChoice } from "./filter-option.ts";
import { FilterSheet } from "./filter-sheet.tsx";
import { PeriodChoice } from "./period-choice.tsx";

interface FilterCompareProps {
  period: Period;
  reference: ReferenceKind | null;
  onChange: (changes: Record<string, string | null>) => void;
  className?: string;
}

const choices = [
  { value: "previous", label: "Compare: previous period" },
  { value: "baseline", label: `Compare: baseline (${BASELINE_DAYS} days before)` },
  { value: "off", label: "No comparison" },
] as const;

/** What figures are compared with: one thing at a time. */
function FilterCompare({ period, reference, onChange, className }: FilterCompareProps) {
  const compared = reference && referencePeriod(reference, period);
  return (
    <Select
      label="Compare with"
      title={compared ? formatDateRange(compared.from, compared.to) : undefined}
      active={reference !== null}
      value={reference ?? "off"}
      onChange={({ target }) => onChange({ compare: target.value === "previous" ? null : target.value })}
      {...(className ? { className } : {})}
    >
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  );
}

interface FilterViewProps {
  period: Period;
  /** Whether the page compares its figures with another period. */
  compares: boolean;
  /** What figures are compared with; null for nothing. */
  reference: ReferenceKind | null;
  /** What there is to choose from. */
  known: FilterValues;
  chosen: ActiveValues;
  /** What the page does not count by. */
  without: readonly FilterName[];
  /** Further filters of the page, and their active values. */
  more: readonly FilterChoice[];
  moreChosen: Record<string, string | undefined>;
  /** What is wrong with the address, in words. */
  faults: readonly string[];
  /** At the bar's end. */
  aside: ReactNode;
  children: ReactNode;
}

/** The filters over the figures that they are about. While new figures are on their way, the old ones stay, dimmed. */
export function FilterView(props: FilterViewProps) {
  const transition = useTransition();
  return (
    <ViewTransitionProvider value={transition}>
      <FilteredView {...props} />
    </ViewTransitionProvider>
  );
}

function FilteredView({ aside, children, faults, ...props }: FilterViewProps) {
  const { chosen, more, moreChosen, period, compares, reference, known, without } = props;
  const { change, pending } = useAddress();
  const choices = [
    ...filterChoices(known, chosen, without),
    ...more.map((choice) => ({ choice, chosen: madeOf(choice, moreChosen[choice.name]) })),
  ];
  return (
    <>
      <FilterBar
        period={period}
        compares={compares}
        reference={reference}
        choices={choices}
        pending={pending}
        onChange={change}
        onChoose={(name, value) => change(choiceChanges(name, value))}
        onClear={() => {
          const own = [...choices.map(({ choice }) => choice.name), ...Object.keys(moreChosen)];
          change(Object.assign({}, ...own.map(clearedChoice)));
        }}
      >
        {aside}
      </FilterBar>
      <div role="status" className="not-empty:mb-4 space-y-2">
        {faults.map((fault) => (
          <Notice key={fault} tone="warn">
            {fault}
          </Notice>
        ))}
      </div>
      <div
        aria-busy={pending}
        className={joinClasses("transition-opacity motion-reduce:transition-none", pending && "opacity-50")}
      >
        {children}
      </div>
    </>
  );
}

/** What is chosen of a page's own choice. */
function madeOf({ options }: FilterChoice, value: string | undefined) {
  return value ? (options.find((option) => option.value === value) ?? { value, label: value }) : undefined;
}

/** The period and the filters. On a phone the filters fold into a sheet. */
function FilterBar(props: FilterBarProps) {
  const { period, compares, reference, choices, pending, onChange, onChoose, onClear, children } = props;
  const narrowed = choices.some(({ chosen }) => chosen);
  return (
    <search aria-label="Filters" className="mb-4 flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <PeriodChoice period={period} onChange={onChange} />
        {compares && (
          <FilterCompare
            period={period}
            reference={reference}
            onChange={onChange}
            className="max-sm:hidden"
          />
        )}
        <div className="sm:hidden">
          <NarrowFilters {...props} />
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

/** The filter bar behind one button, for narrow screens. */
function NarrowFilters({
  period,
  compares,
  reference,
  choices,
  onChange,
  onChoose,
  onClear,
}: FilterBarProps) {
  return (
    <FilterSheet {...{ choices, onChoose, onClear }}>
      {compares && (
        <FilterCompare period={period} reference={reference} onChange={onChange} className="w-full" />
      )}
    </FilterSheet>
  );
}

/** The state of the filters, and callbacks for changes. */
interface FilterBarProps {
  period: Period;
  compares: boolean;
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
