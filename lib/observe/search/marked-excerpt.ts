import { withSigns } from "./signs.ts";

/** A piece of a text, and whether it matches the search. */
export interface ExcerptPart {
  text: string;
  hit: boolean;
}

/** An excerpt around a match. */
export type Excerpt = ExcerptPart[];

/** Splits a text at PostgreSQL's marks (control characters 1 and 2); null if it has none. */
export function markedExcerpt(marked: string | null): Excerpt | null {
  if (!marked?.includes("\u0001")) return null;
  const parts = withSigns(marked)
    .split("\u0001")
    .flatMap((part, index): Excerpt => {
      const [hit = "", rest] = index === 0 ? ["", part] : part.split("\u0002");
      return [
        { text: hit, hit: true },
        { text: rest ?? "", hit: false },
      ];
    });
  return parts.filter(({ text }) => text !== "");
}
