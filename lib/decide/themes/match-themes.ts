import type { ThemeVoice } from "#lib/domain/theme-voice.ts";

/** What of a theme tells that it is the same as another. */
export interface MatchedTheme {
  voice: ThemeVoice;
  language: string;
  terms: readonly { term: string; weight: number }[];
  textIds: readonly string[];
}

/** A theme on record. */
export interface KnownTheme extends MatchedTheme {
  themeId: string;
}

/** From where on two themes are the same: by the cosine of their weights, or by the texts that both have (Jaccard). */
const SAME = 0.35;

/**
 * The theme on record that each found theme continues, or null: the most alike pair first, each only once. Where one splits,
 * the part with most of its texts goes on as it; where two become one, that goes on as the one with more of its texts.
 */
export function matchThemes(found: readonly MatchedTheme[], known: readonly KnownTheme[]): (string | null)[] {
  const pairs = found.flatMap((one, index) =>
    known
      .filter(({ voice, language }) => voice === one.voice && language === one.language)
      .map((other) => {
        const [terms, texts] = [cosine(one.terms, other.terms), overlap(one.textIds, other.textIds)];
        return {
          index,
          themeId: other.themeId,
          texts,
          alike: terms + texts,
          same: Math.max(terms, texts) >= SAME,
        };
      }),
  );
  const taken = new Set<string>();
  const matches = new Array<string | null>(found.length).fill(null);
  const order = pairs
    .filter(({ same }) => same)
    .sort((one, other) => other.alike - one.alike || (one.themeId < other.themeId ? -1 : 1));
  for (const { index, themeId } of order) {
    if (matches[index] !== null || taken.has(themeId)) continue;
    matches[index] = themeId;
    taken.add(themeId);
  }
  return matches;
}

function cosine(one: MatchedTheme["terms"], other: MatchedTheme["terms"]): number {
  const weights = new Map(one.map(({ term, weight }) => [term, weight]));
  const dot = other.reduce((sum, { term, weight }) => sum + weight * (weights.get(term) ?? 0), 0);
  const norm = (terms: MatchedTheme["terms"]) => Math.hypot(...terms.map(({ weight }) => weight));
  return dot === 0 ? 0 : dot / (norm(one) * norm(other));
}

function overlap(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const own = new Set(one);
  const both = other.filter((id) => own.has(id)).length;
  return both / (one.length + other.length - both);
}
