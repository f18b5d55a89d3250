"use client";

import { joinClasses } from "./join-classes.ts";

interface SegmentedProps<T extends string> {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** A choice between two or three views, as pressed and unpressed buttons in one frame. */
export function Segmented<T extends string>({ label, options, value, onChange }: SegmentedProps<T>) {
  return (
    <fieldset
      aria-label={label}
      className="inline-flex shrink-0 rounded-md border border-line bg-sunken p-0.5 text-xs"
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className={joinClasses(
            "rounded px-2 min-h-6 py-0.5 font-medium transition-colors pointer-coarse:px-3 pointer-coarse:py-1.5",
            option.value === value ? "bg-surface text-ink shadow-small" : "text-faint hover:text-ink",
          )}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
