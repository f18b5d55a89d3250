"use client";

import { Select } from "#components/ui/fields/select.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { useAddress } from "../url/use-address.ts";
import { positiveRate, trendMetricGroups } from "./trend-metrics.ts";

interface TrendControlsProps {
  metric: string;
  split: string | null;
  unit: "day" | "hour";
  /** The scores that can be drawn. */
  scores: readonly { name: string; label: string }[];
  splits: readonly { name: string; label: string }[];
  /** Whether the window is short enough for hours. */
  hourly: boolean;
}

const units = [
  { value: "day", label: "By day" },
  { value: "hour", label: "By hour" },
] as const;

/** What a trend shows: its metric, what it is split by, and in what steps; all of it in the address. */
export function TrendControls({ metric, split, unit, scores, splits, hourly }: TrendControlsProps) {
  const { change, pending } = useAddress();
  const groups: { label: string; metrics: readonly { name: string; label: string }[] }[] = [
    ...trendMetricGroups,
    ...(scores.length > 0 ? [{ label: "Scores", metrics: scores }] : []),
  ];
  return (
    <fieldset aria-label="Chart options" aria-busy={pending} className="flex flex-wrap items-center gap-2">
      <Select
        label="Metric"
        value={metric}
        onChange={({ target }) =>
          change({ metric: target.value === positiveRate.name ? null : target.value })
        }
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
