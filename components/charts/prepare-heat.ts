/** The deepest colour, in percent: text stays readable on it in both themes. */
const DEEPEST = 45;

/** The lightest colour of what is not nothing, in percent. */
const LIGHTEST = 6;

/** How deep the colour of a number is beside the largest, in percent; nothing has none. */
export function heatLevel(value: number | null, most: number): number {
  if (!value || most <= 0) return 0;
  return Math.round(LIGHTEST + Math.min(1, value / most) * (DEEPEST - LIGHTEST));
}
