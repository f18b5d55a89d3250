"use client";

import { Select } from "#components/ui/fields/select.tsx";
import type { MadeChoice } from "./filter-choices.ts";
import { FilterCombobox } from "./filter-combobox.tsx";
import type { FilterChoice, FilterOption } from "./filter-option.ts";

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

interface FilterSelectProps {
  choice: FilterChoice;
  chosen: FilterOption | undefined;
  onChange: (value: string | null) => void;
  className?: string | undefined;
}

/** A choice among few. What the address asks for is offered even when there is nothing of it. */
function FilterSelect({ choice, chosen, onChange, className }: FilterSelectProps) {
  const known = !chosen || choice.options.some(({ value }) => value === chosen.value);
  return (
    <Select
      label={choice.label}
      active={Boolean(chosen)}
      value={chosen?.value ?? ""}
      onChange={(event) => onChange(event.target.value || null)}
      className={className}
    >
      <option value="">{choice.all}</option>
      {!known && <option value={chosen?.value}>{chosen?.label}</option>}
      {choice.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}
