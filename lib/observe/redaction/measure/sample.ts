/** A way of writing a value: its name in the table, and a function for the n-th value. */
export interface Format {
  name: string;
  /** Hidden from machines, or without its usual characters: a miss is expected, but still counted. */
  hard?: true;
  make(seed: number): string;
}

/** Sentences with a gap, and formats that fill it. */
export interface SampleSet {
  frames: readonly string[];
  formats: readonly Format[];
}

/** One labeled sentence. */
export interface Sample {
  format: Format;
  text: string;
  start: number;
  end: number;
}

/** Combines every frame with every format, each with a different value. */
export function makeSamples({ frames, formats }: SampleSet): Sample[] {
  return formats.flatMap((format, row) =>
    frames.map((frame, column) => {
      const value = format.make(row * 100 + column);
      const start = frame.indexOf("{}");
      return { format, text: frame.replace("{}", () => value), start, end: start + value.length };
    }),
  );
}
