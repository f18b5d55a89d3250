"use client";

import { Select } from "../ui/select.tsx";
import type { FilterChoice } from "./filter-choice.ts";

/** One choice of the filter bar. What the address asks for is offered even when there is nothing of it. */
export function FilterSelect({
  choice,
  value,
  onChange,
}: {
  choice: FilterChoice;
  value: string | undefined;
  onChange: (value: string | null) => void;
}) {
  const known = !value || choice.options.some((option) => option.value === value);
  return (
    <Select
      label={choice.label}
      active={Boolean(value)}
      value={value ?? ""}
      onChange={(event) => onChange(event.target.value || null)}
      className="sm:max-w-44"
    >
      <option value="">{choice.all}</option>
      {!known && <option value={value}>{value}</option>}
      {choice.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}
