import { withSigns } from "./signs.ts";

/** A stretch of a text, and whether it is one of the words that were asked for. */
export interface ExcerptPart {
  text: string;
  hit: boolean;
}

/** Some of a text around what was asked for. */
export type Excerpt = ExcerptPart[];

/** What PostgreSQL marked with the control characters 1 and 2, as parts; null for a text without a mark. */
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
