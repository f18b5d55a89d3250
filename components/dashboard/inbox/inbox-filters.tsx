"use client";

import { choiceChanges, clearedChoice, type MadeChoice } from "../filters/filter-choices.ts";
import { FilterSheet } from "../filters/filter-sheet.tsx";
import { useAddress } from "../url/use-address.ts";

/** Narrows the list; behind one button, as its page has little room. */
export function InboxFilters({ choices }: { choices: readonly MadeChoice[] }) {
  const { change } = useAddress();
  return (
    <FilterSheet
      choices={choices}
      onChoose={(name, value) => change(choiceChanges(name, value))}
      onClear={() => change(Object.assign({}, ...choices.map(({ choice }) => clearedChoice(choice.name))))}
      className="h-9 pointer-coarse:h-11"
    />
  );
}
