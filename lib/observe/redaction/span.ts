/** A range in a text; `end` is exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A range, and the name that replaces it, without brackets. */
export interface Find extends Span {
  name: string;
}

/** Finds one kind of personal data; the ranges are in order and do not overlap. */
export type Finder = (text: string) => Span[];
