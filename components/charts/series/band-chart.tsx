"use client";

import type { FigureTarget } from "#components/figures/figure-target.ts";
import { SeriesChart } from "./series-chart.tsx";
import type { PointUnit } from "./series-data.ts";

interface BandChartProps {
  /** Local dates, or words such as "1:1" with the unit "label". */
  points: string[];
  unit: PointUnit;
  tz: string;
  /** The ends of the band at each point; null is a gap. */
  low: (number | null)[];
  high: (number | null)[];
  /** What the band is of. */
  name: string;
  /** A line in the band, such as what was observed. */
  line?: { name: string; values: (number | null)[] };
  n?: number[];
  /** Where each point leads. */
  targets?: (FigureTarget | null)[];
  height?: number;
}

/** A band of what a share may truly be, without a line that would claim to know it. */
export function BandChart({ low, high, name, line, n, targets, points, ...rest }: BandChartProps) {
  const band = points.map((_, at): [number, number] | null => {
    const [from, to] = [low[at], high[at]];
    return typeof from === "number" && typeof to === "number" ? [from, to] : null;
  });
  const lines = [
    { name, values: points.map(() => null), band, ...(n ? { n } : {}), ...(targets ? { targets } : {}) },
    ...(line ? [line] : []),
  ];
  return <SeriesChart {...rest} points={points} series={lines} format="percent" />;
}
