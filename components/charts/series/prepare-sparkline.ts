/** A place in a drawing, in pixels. */
export interface Place {
  x: number;
  y: number;
}

/** What a sparkline draws. */
export interface SparklineView {
  /** One path for each run of values between gaps. */
  paths: string[];
  /** Single values between two gaps. */
  dots: Place[];
  /** The newest value. */
  last: Place | null;
}

/** Room for the last point's dot, in pixels. */
const EDGE = 3;

/** Decides what a sparkline of this size draws: the values between its bottom and top, a gap where there is none. */
export function prepareSparkline(
  values: readonly (number | null)[],
  width: number,
  height: number,
): SparklineView {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  const place = (value: number, at: number): Place => ({
    x: round(EDGE + (values.length < 2 ? 0.5 : at / (values.length - 1)) * (width - 2 * EDGE)),
    y: round(high === low ? height / 2 : EDGE + ((high - value) / (high - low)) * (height - 2 * EDGE)),
  });
  const runs = runsOf(values, place);
  return {
    paths: runs
      .filter((run) => run.length > 1)
      .map((run) => `M${run.map(({ x, y }) => `${x} ${y}`).join("L")}`),
    dots: runs.filter((run) => run.length === 1).flat(),
    last: runs.at(-1)?.at(-1) ?? null,
  };
}

function runsOf(values: readonly (number | null)[], place: (value: number, at: number) => Place): Place[][] {
  const runs: Place[][] = [];
  values.forEach((value, at) => {
    if (value === null) return;
    if (at === 0 || values[at - 1] === null) runs.push([]);
    runs.at(-1)?.push(place(value, at));
  });
  return runs;
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10;
