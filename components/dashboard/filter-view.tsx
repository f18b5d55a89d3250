"use client";

import { type ReactNode, useTransition } from "react";
import type { Dimensions } from "#lib/evaluate/metrics/index.ts";
import { joinClasses } from "../ui/join-classes.ts";
import { Notice } from "../ui/notice.tsx";
import type { Chosen } from "./chosen-filters.ts";
import { FilterBar } from "./filter-bar.tsx";
import type { FilterChoice } from "./filter-choice.ts";
import { choiceChanges, clearedChoice, filterChoices } from "./filter-choices.ts";
import type { FilterName } from "./filter-names.ts";
import type { Period } from "./period.ts";
import type { ReferenceKind } from "./reference-period.ts";
import { useAddress } from "./use-address.ts";
import { ViewTransitionProvider } from "./view-transition.tsx";

interface FilterViewProps {
  period: Period;
  /** What figures are compared with; null for nothing. */
  reference: ReferenceKind | null;
  /** What there is to choose from. */
  known: Dimensions;
  chosen: Chosen;
  /** What the page does not count by. */
  without: readonly FilterName[];
  /** Further choices of the page, and what is chosen of them. */
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
  const { chosen, more, moreChosen, period, reference, known, without } = props;
  const { change, pending } = useAddress();
  const choices = [
    ...filterChoices(known, chosen, without),
    ...more.map((choice) => ({ choice, chosen: madeOf(choice, moreChosen[choice.name]) })),
  ];
  return (
    <>
      <FilterBar
        period={period}
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
