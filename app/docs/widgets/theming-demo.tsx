"use client";
import { useId, useState } from "react";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { FeedbackBar, StarRating } from "#whetstone/react";
import { DemoFrame } from "./demo-frame.tsx";

/** What the reader has chosen for the example of theming. */
interface Dress {
  accent: string;
  onAccent: string;
  /** In pixels. */
  radius: number;
  /** In pixels. */
  size: number;
}

/** What the example begins with: not our own colours, so that one sees that it is dressed. */
const plainDress: Dress = { accent: "#0f766e", onAccent: "#ffffff", radius: 14, size: 14 };

/** The variables that make a widget look like this. */
const dressVariables = ({ accent, onAccent, radius, size }: Dress): Record<string, string> => ({
  "--whetstone-accent": accent,
  "--whetstone-on-accent": onAccent,
  "--whetstone-accent-surface": `color-mix(in srgb, ${accent} 14%, transparent)`,
  "--whetstone-radius": `${radius}px`,
  "--whetstone-font-size": `${size}px`,
});

/** The same as a rule to copy. */
const dressCss = (dress: Dress): string =>
  [
    ".answer {",
    ...Object.entries(dressVariables(dress)).map(([name, value]) => `  ${name}: ${value};`),
    "}",
  ].join("\n");

/** Two widgets, and the colours and corners to dress them in. */
export function ThemingDemo() {
  const [dress, setDress] = useState<Dress>(plainDress);
  const change = (part: Partial<Dress>) => setDress((current) => ({ ...current, ...part }));
  return (
    <div className="space-y-4">
      <fieldset className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <legend className="sr-only">Example appearance</legend>
        <ColourField label="Accent" value={dress.accent} onChange={(accent) => change({ accent })} />
        <ColourField
          label="Text on accent"
          value={dress.onAccent}
          onChange={(onAccent) => change({ onAccent })}
        />
        <RangeField
          label={`Corners: ${dress.radius} px`}
          max={22}
          value={dress.radius}
          onChange={(radius) => change({ radius })}
        />
        <RangeField
          label={`Text: ${dress.size} px`}
          min={12}
          max={20}
          value={dress.size}
          onChange={(size) => change({ size })}
        />
      </fieldset>
      <div style={dressVariables(dress)}>
        <DemoFrame name="Theming">
          {(props) => (
            <div className="space-y-3">
              <FeedbackBar {...props} initial={{ feedback_id: "demo-up", rating_value: 1 }} />
              <StarRating {...props} initial={{ feedback_id: "demo-stars", rating_value: 4 }} />
            </div>
          )}
        </DemoFrame>
      </div>
      <CodeBlock label="Your stylesheet" code={dressCss(dress)} />
    </div>
  );
}

interface FieldProps<Value> {
  label: string;
  value: Value;
  onChange(value: Value): void;
}

function ColourField({ label, value, onChange }: FieldProps<string>) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-faint text-xs">
        {label}
      </label>
      <input
        id={id}
        type="color"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-8 w-16 cursor-pointer rounded-md border border-line-strong bg-surface p-0.5 pointer-coarse:h-11"
      />
    </div>
  );
}

function RangeField({
  label,
  value,
  onChange,
  min = 0,
  max,
}: FieldProps<number> & { min?: number; max: number }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-faint text-xs tabular-nums">
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
        className="h-8 w-36 accent-accent pointer-coarse:h-11"
      />
    </div>
  );
}
