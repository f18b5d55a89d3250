/** A way of writing something: its name in the table, and its n-th value. */
export interface Format {
  name: string;
  /** Written around machines, or without the marks that tell it: missing it is expected, and counted all the same. */
  hard?: true;
  make(seed: number): string;
}

/** Sentences with a gap, and ways of filling it. */
export interface SampleSet {
  frames: readonly string[];
  formats: readonly Format[];
}

/** One labelled sentence. */
export interface Sample {
  format: Format;
  text: string;
  start: number;
  end: number;
}

/** Every frame with every format, each with a value of its own. */
export function makeSamples({ frames, formats }: SampleSet): Sample[] {
  return formats.flatMap((format, row) =>
    frames.map((frame, column) => {
      const value = format.make(row * 100 + column);
      const start = frame.indexOf("{}");
      return { format, text: frame.replace("{}", () => value), start, end: start + value.length };
    }),
  );
}
