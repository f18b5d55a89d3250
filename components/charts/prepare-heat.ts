/** The deepest colour, in percent: text stays readable on it in both themes. */
const DEEPEST = 45;

/** The lightest colour of what is not nothing, in percent. */
const LIGHTEST = 6;

/** The color intensity of a number relative to the largest, in percent. */
export function heatLevel(value: number | null, most: number): number {
  if (!value || most <= 0) return 0;
  return Math.round(LIGHTEST + Math.min(1, value / most) * (DEEPEST - LIGHTEST));
}
