/** What was seen of one event that was looked for. */
export interface Sighting {
  /** From its commit until it was counted, in milliseconds. */
  lagMs: number;
}

/** A load and what it came to. */
export interface LagRun {
  rate: number;
  seconds: number;
  /** Events that were stored. */
  stored: number;
  sightings: readonly Sighting[];
  /** Reads by the dashboard's own query meanwhile, in milliseconds. */
  reads: readonly number[];
  /** The machine's load averages at the end, of a minute, and its cores. */
  load: number;
  cores: number;
}

/** Nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The run in words, for the terminal. */
export function lagReport({ rate, seconds, stored, sightings, reads, load, cores }: LagRun): string {
  const lags = sightings.map(({ lagMs }) => lagMs / 1_000);
  const line = (values: readonly number[], unit: string, digits: number) =>
    [0.5, 0.95, 1].map((share) => `${quantile(values, share).toFixed(digits)} ${unit}`).join(", ");
  return [
    `${rate} events a second were due for ${seconds} s; ${Math.round(stored / seconds)} a second were stored.`,
    `From commit to counted (median, 95 %, longest of ${lags.length}): ${line(lags, "s", 1)}`,
    `A read of the overview meanwhile (of ${reads.length}): ${line(reads, "ms", 0)}`,
    `Load of the machine: ${load.toFixed(1)} on ${cores} cores, this run included.`,
  ].join("\n");
}
