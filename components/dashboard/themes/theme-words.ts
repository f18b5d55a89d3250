import { formatLanguage } from "#components/format/language.ts";
import { formatCount, formatCountOf } from "#components/format/numbers.ts";
import type { Theme } from "#lib/decide/themes/index.ts";

const kinds = { said: "Comments", passage: "Highlighted passages", edit: "Edits" } as const;

/** What a theme's texts are: "Comments in German (de)". */
export const kindWords = ({ voice, language }: Pick<Theme, "voice" | "language">): string =>
  language === "" ? kinds[voice] : `${kinds[voice]} in ${formatLanguage(language)}`;

/** Who named a theme; null for its terms. */
export function namedWords({ namedBy, namer }: Pick<Theme, "namedBy" | "namer">): string | null {
  if (namedBy === "terms") return null;
  return namedBy === "model" ? "Named by the model" : `Named by ${namer ?? "a former member"}`;
}

/** How many of a window's negative texts are in a theme that is shown. */
export const coverWords = (inThemes: number, total: number): string =>
  `${formatCount(inThemes)} of ${formatCountOf(total, "negative comment, edit or highlight", "negative comments, edits and highlights")} are in a theme`;
