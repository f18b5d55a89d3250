"use client";
import type { RefObject } from "react";
import { categoryLabel, type Texts } from "../texts/texts.ts";
import { looks } from "./looks.ts";

interface CategoryChipsProps {
  legend: string;
  /** The values offered (snake_case); their labels come from `texts.categories`. */
  values: readonly string[];
  ticked: readonly string[];
  texts: Pick<Texts, "categories">;
  /** The first of the values. */
  firstRef?: RefObject<HTMLInputElement | null> | undefined;
  onToggle(value: string): void;
}

/** Categories to select, any number of them. */
export function CategoryChips({ legend, values, ticked, texts, firstRef, onToggle }: CategoryChipsProps) {
  if (values.length === 0) return null;
  return (
    <fieldset {...looks("categories")}>
      <legend {...looks("label", "legend")}>{legend}</legend>
      {values.map((value, index) => (
        <label key={value} {...looks("chip")}>
          <input
            ref={index === 0 ? firstRef : undefined}
            type="checkbox"
            className="whetstone-hidden"
            checked={ticked.includes(value)}
            onChange={() => onToggle(value)}
          />
          <span {...looks("chip-face", ticked.includes(value) ? "chip-ticked" : "")}>
            {categoryLabel(value, texts)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
