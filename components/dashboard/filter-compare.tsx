"use client";

import { Select } from "../ui/select.tsx";
import type { Period } from "./period.ts";
import { BASELINE_DAYS, type ReferenceKind, referencePeriod } from "./reference-period.ts";
import { spanWords } from "./words.ts";

interface FilterCompareProps {
  period: Period;
  reference: ReferenceKind | null;
  onChange: (changes: Record<string, string | null>) => void;
  className?: string;
}

const choices = [
  { value: "previous", label: "Compare: previous period" },
  { value: "baseline", label: `Compare: baseline, ${BASELINE_DAYS} days before` },
  { value: "off", label: "Compare: nothing" },
] as const;

/** What figures are compared with: one thing at a time. */
export function FilterCompare({ period, reference, onChange, className }: FilterCompareProps) {
  const compared = reference && referencePeriod(reference, period);
  return (
    <Select
      label="Compare with"
      title={compared ? spanWords(compared.from, compared.to) : undefined}
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
