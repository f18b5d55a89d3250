"use client";

import { Select } from "#components/ui/fields/select.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { useAddress } from "../url/use-address.ts";

interface TrendControlsProps {
  metric: string;
  /** What can be drawn: passed in, because the browser needs none of how it is measured. */
  groups: readonly { label: string; metrics: readonly { name: string; label: string }[] }[];
  /** The metric of an address that names none. */
  defaultMetric: string;
  split: string | null;
  unit: "day" | "hour";
  splits: readonly { name: string; label: string }[];
  /** Whether the window is short enough for hours. */
  hourly: boolean;
}

const units = [
  { value: "day", label: "By day" },
  { value: "hour", label: "By hour" },
] as const;

/** What a trend shows: its metric, what it is split by, and in what steps; all of it in the address. */
export function TrendControls({
  metric,
  groups,
  defaultMetric,
  split,
  unit,
  splits,
  hourly,
}: TrendControlsProps) {
  const { change, pending } = useAddress();
  return (
    <fieldset aria-label="Chart options" aria-busy={pending} className="flex flex-wrap items-center gap-2">
      <Select
        label="Metric"
        value={metric}
        onChange={({ target }) => change({ metric: target.value === defaultMetric ? null : target.value })}
        className="max-sm:flex-1"
      >
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.metrics.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      {(splits.length > 0 || split) && (
        <Select
          label="Split by"
          active={split !== null}
          value={split ?? ""}
          onChange={({ target }) => change({ split: target.value || null })}
          className="max-sm:flex-1"
        >
          <option value="">No split</option>
          {splits.map(({ name, label }) => (
            <option key={name} value={name}>
              By {label.toLowerCase()}
            </option>
          ))}
        </Select>
      )}
      {hourly && (
        <Segmented
          label="Granularity"
          options={units}
          value={unit}
          onChange={(value) => change({ unit: value })}
        />
      )}
    </fieldset>
  );
}
