"use client";

import type { MadeChoice } from "./filter-choices.ts";
import { FilterCombobox } from "./filter-combobox.tsx";
import { FilterSelect } from "./filter-select.tsx";

/** With more options than these one types rather than scrolls. */
const FEW = 12;

interface FilterFieldsProps {
  choices: readonly MadeChoice[];
  onChoose: (name: string, value: string | null) => void;
  className: string;
}

/** The choices of the filter bar, each as what suits how much there is to choose from. */
export function FilterFields({ choices, onChoose, className }: FilterFieldsProps) {
  return choices.map(({ choice, chosen }) => {
    const Field = choice.cut || choice.options.length > FEW ? FilterCombobox : FilterSelect;
    return (
      <Field
        key={choice.name}
        choice={choice}
        chosen={chosen}
        onChange={(value) => onChoose(choice.name, value)}
        className={className}
      />
    );
  });
}
