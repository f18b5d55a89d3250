"use client";

import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { inputClasses } from "#components/ui/fields/input-classes.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { useAddress } from "../url/use-address.ts";
import { MAX_HALF_LIFE, presetHalfLives } from "./half-life.ts";

const options = presetHalfLives.map((days) => ({ value: String(days), label: `${days} d` }));

/** How fast ratings lose weight: a preset, or days of the reader's own. */
export function TrendHalfLife({ halfLife }: { halfLife: number }) {
  const { change, pending } = useAddress();
  const id = useId();
  return (
    <div aria-busy={pending} data-no-picture className="flex flex-wrap items-center gap-2">
      <span aria-hidden className="text-faint text-xs">
        Half-life
      </span>
      <Segmented
        label="Half-life"
        options={options}
        value={String(halfLife)}
        onChange={(days) => change({ half_life: days })}
      />
      <form
        key={halfLife}
        className="flex items-center gap-1.5"
        onSubmit={(event) => {
          event.preventDefault();
          change({ half_life: String(new FormData(event.currentTarget).get("half_life")) });
        }}
      >
        <label htmlFor={id} className="sr-only">
          Half-life in days, 1 to {MAX_HALF_LIFE}
        </label>
        <input
          id={id}
          name="half_life"
          type="number"
          required
          min={1}
          max={MAX_HALF_LIFE}
          defaultValue={halfLife}
          className={joinClasses(inputClasses, "h-7! w-16! px-2! text-xs! tabular-nums pointer-coarse:h-10!")}
        />
        <span aria-hidden className="text-faint text-xs">
          days
        </span>
        <Button type="submit" size="small" tone="quiet">
          Apply
        </Button>
      </form>
    </div>
  );
}
