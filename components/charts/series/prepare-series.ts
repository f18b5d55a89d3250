import { pointTicks } from "./point-ticks.ts";
import type { Series, SeriesData } from "./series-data.ts";
import { type ValueScale, valueScale } from "./value-scale.ts";

/** One line as it is drawn. */
export interface SeriesLine {
  name: string;
  /** Its place among all lines, hidden ones too, which gives it its look. */
  index: number;
  values: (number | null)[];
  band: ([number, number] | null)[] | null;
  /** The values between two gaps: no line reaches them, so they are dots… */
  dots: (number | null)[];
  /** …and their intervals whiskers, down and up from them. */
  whiskers: ([number, number] | null)[];
}

/** All that a chart of lines draws. */
export interface SeriesView {
  points: string[];
  lines: SeriesLine[];
  scale: ValueScale;
  /** The points that are named under the chart. */
  ticks: string[];
}

/** Decides what a chart of lines draws, without those that the reader has hidden. */
export function prepareSeries(data: SeriesData, hidden: ReadonlySet<string> = new Set()): SeriesView {
  const lines = data.series
    .map((series, index) => lineOf(series, index))
    .filter(({ name }) => !hidden.has(name));
  const drawn = lines.flatMap(({ values, band }) => [...values, ...(band ?? []).flat()]);
  return {
    points: data.points,
    lines,
    scale: valueScale(
      drawn.filter((value) => value !== null),
      data.format,
      data.zeroBased ?? false,
    ),
    ticks: pointTicks(data.points, data.unit, data.tz),
  };
}

function lineOf({ name, values, band }: Series, index: number): SeriesLine {
  const known = (at: number) => typeof values[at] === "number";
  const dots = values.map((value, at) => (known(at - 1) || known(at + 1) ? null : value));
  return {
    name,
    index,
    values,
    band: band ?? null,
    dots,
    whiskers: dots.map((dot, at) => {
      const [low, high] = band?.[at] ?? [null, null];
      return dot === null || low === null || high === null ? null : [dot - low, high - dot];
    }),
  };
}

/** Whether a line is a band alone, whose values say nothing. */
export const isBandOnly = ({ values, band }: Series): boolean =>
  band !== undefined && values.every((value) => value === null);

/** The line whose value at a point lies nearest to a place in the plot, from 0 at its top to 1 at its bottom. */
export function nearestLine({ lines, scale }: SeriesView, at: number, place: number): number | null {
  const [low, high] = scale.domain;
  const value = high - place * (high - low);
  const known = lines.flatMap(({ index, values }) => {
    const own = values[at];
    return typeof own === "number" ? [{ index, away: Math.abs(own - value) }] : [];
  });
  return known.toSorted((one, other) => one.away - other.away)[0]?.index ?? null;
}
