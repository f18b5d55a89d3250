/** What the reader has chosen for the example of theming. */
export interface Dress {
  accent: string;
  onAccent: string;
  /** In pixels. */
  radius: number;
  /** In pixels. */
  size: number;
}

/** What the example begins with: not our own colours, so that one sees that it is dressed. */
export const plainDress: Dress = { accent: "#0f766e", onAccent: "#ffffff", radius: 14, size: 14 };

/** The variables that make a widget look like this. */
export const dressVariables = ({ accent, onAccent, radius, size }: Dress): Record<string, string> => ({
  "--whetstone-accent": accent,
  "--whetstone-on-accent": onAccent,
  "--whetstone-accent-surface": `color-mix(in srgb, ${accent} 14%, transparent)`,
  "--whetstone-radius": `${radius}px`,
  "--whetstone-font-size": `${size}px`,
});

/** The same as a rule to copy. */
export const dressCss = (dress: Dress): string =>
  [
    ".answer {",
    ...Object.entries(dressVariables(dress)).map(([name, value]) => `  ${name}: ${value};`),
    "}",
  ].join("\n");
