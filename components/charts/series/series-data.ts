import type { FigureTarget } from "#components/figures/figure-target.ts";

/** How the values of a chart are said. */
export type ValueFormat =
  | "percent"
  | "count"
  | "duration"
  | "usd"
  | "decimal"
  | "tokens"
  /** Differences: of shares in points, of other numbers as they are. */
  | "points"
  | "signed";

/** What the points of a chart are: local dates, first moments of hours in ISO 8601, or words of their own. */
export type PointUnit = "day" | "hour" | "label";

/** One line of a chart; null is a gap. */
export interface Series {
  name: string;
  values: (number | null)[];
  /** The interval of each value. */
  band?: ([number, number] | null)[];
  /** How many each value is of. */
  n?: number[];
  /** Where each point leads: to what it is of. */
  targets?: (FigureTarget | null)[];
}

/**
 * A prompt or a model that was first seen, a label that was moved, or what became of a problem, at a point in time: a
 * local date, or a moment in ISO 8601.
 */
export interface Marker {
  at: string;
  label: string;
  kind: "prompt" | "model" | "label" | "problem";
}

/** All that a chart of lines is drawn from: plain data, which may cross from server to client. */
export interface SeriesData {
  points: string[];
  unit: PointUnit;
  /** The zone in which hours are said. */
  tz: string;
  series: Series[];
  format: ValueFormat;
  markers?: Marker[];
  /** Whether the scale begins at zero; else it lies around the values. */
  zeroBased?: boolean;
}
