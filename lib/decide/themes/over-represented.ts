import erfc from "@stdlib/math-base-special-erfc";
import type { ThemePlace } from "./counts-store.ts";

/** A place in which a theme is more frequent than among other negative texts. */
export interface OverRepresented extends ThemePlace {
  /** The theme's share of the place's negative texts, and of all others. */
  share: number;
  elsewhere: number;
}

/** From how many texts of a theme in a place on that is told. */
const LEAST = 5;

/** The one-sided error over all places that are looked at together. */
const ERROR = 0.05;

/**
 * The places in which a theme's share of the negative texts is above its share elsewhere by more than chance: a test of two
 * proportions, its error shared by all places (Bonferroni). Texts of one user are not independent, so it is a sign of where
 * to look, and no proof. Largest difference first.
 */
export function overRepresented(places: readonly ThemePlace[]): OverRepresented[] {
  const looked = places.filter(({ n }) => n >= LEAST);
  return looked
    .flatMap((place) => {
      const group = places.filter(({ by }) => by === place.by);
      const n = group.reduce((sum, one) => sum + one.n, 0) - place.n;
      const all = group.reduce((sum, one) => sum + one.all, 0) - place.all;
      if (all === 0) return [];
      const [share, elsewhere] = [place.n / place.all, n / all];
      const pooled = (place.n + n) / (place.all + all);
      const error = Math.sqrt(pooled * (1 - pooled) * (1 / place.all + 1 / all));
      const chance = upperTail((share - elsewhere) / error);
      return error > 0 && chance < ERROR / looked.length ? [{ ...place, share, elsewhere }] : [];
    })
    .sort((one, other) => other.share - other.elsewhere - (one.share - one.elsewhere));
}

/** The chance that a standard normal value is larger. */
const upperTail = (z: number): number => erfc(z / Math.SQRT2) / 2;
