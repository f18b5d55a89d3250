/** Where something stands in a text: from `start` up to, but not with, `end`. */
export interface Span {
  start: number;
  end: number;
}

/** A find: where it stands, and the name that takes its place, without brackets. */
export interface Find extends Span {
  name: string;
}

/** Looks for one kind of personal data; the spans are in order and do not overlap. */
export type Finder = (text: string) => Span[];
