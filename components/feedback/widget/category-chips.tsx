"use client";
import { categoryLabel, type Texts } from "../texts/texts.ts";
import { looks } from "./looks.ts";

interface CategoryChipsProps {
  legend: string;
  /** The values offered (snake_case); their labels come from `texts.categories`. */
  values: readonly string[];
  ticked: readonly string[];
  texts: Pick<Texts, "categories">;
  onToggle(value: string): void;
}

/** Categories to tick, any number of them. */
export function CategoryChips({ legend, values, ticked, texts, onToggle }: CategoryChipsProps) {
  return (
    <fieldset {...looks("categories")}>
      <legend {...looks("label", "legend")}>{legend}</legend>
      {values.map((value) => (
        <label key={value} {...looks("chip")}>
          <input
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
