"use client";

import { type ReactNode, useState, useTransition } from "react";
import type { Dimensions } from "#lib/evaluate/metrics/index";
import { joinClasses } from "../ui/join-classes.ts";
import { Notice } from "../ui/notice.tsx";
import type { Chosen } from "./chosen-filters.ts";
import { FilterBar } from "./filter-bar.tsx";
import type { FilterChoice } from "./filter-choice.ts";
import { CLASH, choiceChanges, clearedChoice, filterChoices, filterWords } from "./filter-choices.ts";
import type { FilterName } from "./filter-names.ts";
import type { Period } from "./period.ts";
import { useAddress } from "./use-address.ts";
import { ViewTransitionProvider } from "./view-transition.tsx";

interface FilterViewProps {
  period: Period;
  compared: boolean;
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
  const { chosen, more, moreChosen, period, compared, known, without } = props;
  const { change, pending } = useAddress();
  const [cleared, setCleared] = useState<FilterName[]>([]);
  const choices = [
    ...filterChoices(known, chosen, without),
    ...more.map((choice) => ({ choice, chosen: madeOf(choice, moreChosen[choice.name]) })),
  ];
  const notes = cleared.length > 0 ? [`${filterWords(cleared)} cleared. ${CLASH}`] : faults;
  return (
    <>
      <FilterBar
        period={period}
        compared={compared}
        choices={choices}
        pending={pending}
        onChange={change}
        onChoose={(name, value) => {
          const made = choiceChanges(name, value, chosen);
          setCleared(made.cleared);
          change(made.changes);
        }}
        onClear={() => {
          setCleared([]);
          change(Object.assign({}, ...choices.map(({ choice }) => clearedChoice(choice.name))));
        }}
      >
        {aside}
      </FilterBar>
      <div role="status" className="not-empty:mb-4 space-y-2">
        {notes.map((note) => (
          <Notice key={note} tone={cleared.length > 0 ? "info" : "warn"}>
            {note}
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
