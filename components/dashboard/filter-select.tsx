"use client";

import { Select } from "../ui/select.tsx";
import type { FilterChoice, FilterOption } from "./filter-choice.ts";

interface FilterSelectProps {
  choice: FilterChoice;
  chosen: FilterOption | undefined;
  onChange: (value: string | null) => void;
  className?: string | undefined;
}

/** A choice among few. What the address asks for is offered even when there is nothing of it. */
export function FilterSelect({ choice, chosen, onChange, className }: FilterSelectProps) {
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
