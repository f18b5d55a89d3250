/** An event that was waited for. */
export interface Sighting {
  /** From its commit until it was counted, in milliseconds. */
  lagMs: number;
}

/** A load and its results. */
export interface LagRun {
  rate: number;
  seconds: number;
  /** How many events were stored. */
  stored: number;
  sightings: readonly Sighting[];
  /** How long reads of the overview took during the run, in milliseconds. */
  reads: readonly number[];
  /** The machine's one-minute load average at the end, and its number of cores. */
  load: number;
  cores: number;
}

/** Nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The results as text for the terminal. */
export function lagReport({ rate, seconds, stored, sightings, reads, load, cores }: LagRun): string {
  const lags = sightings.map(({ lagMs }) => lagMs / 1_000);
  const line = (values: readonly number[], unit: string, digits: number) =>
    [0.5, 0.95, 1].map((share) => `${quantile(values, share).toFixed(digits)} ${unit}`).join(", ");
  return [
    `Target: ${rate} events per second for ${seconds} s. Stored: ${Math.round(stored / seconds)} per second.`,
    `Commit to counted (median, 95th percentile, maximum of ${lags.length}): ${line(lags, "s", 1)}`,
    `Reads of the overview (median, 95th percentile, maximum of ${reads.length}): ${line(reads, "ms", 0)}`,
    `Machine load: ${load.toFixed(1)} on ${cores} cores, including this run.`,
  ].join("\n");
}
