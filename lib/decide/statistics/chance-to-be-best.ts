import { normalBelow, normalDensity } from "./normal.ts";

/** An estimate with its standard error. */
export interface Candidate {
  value: number;
  error: number;
}

/** The probability that a candidate is the best, and the expected loss of choosing it. */
export interface Standing {
  chance: number;
  expectedLoss: number;
}

/** The range and step of the integration around each estimate, in standard errors. */
const [REACH, STEP] = [9, 0.25];

/**
 * The probability of each candidate to have the greatest true value, and its expected loss E[max − own]. The true values
 * are taken as independent and normal around the estimates (a flat prior). P(i best) = ∫ fᵢ ∏ Fⱼ and E[max − own] =
 * ∫ Fᵢ (1 − ∏ Fⱼ), over j ≠ i, are integrated by Simpson's rule, so results are reproducible.
 */
export function chanceToBeBest(candidates: readonly Candidate[]): Standing[] {
  if (candidates.length < 2) return candidates.map(() => ({ chance: 1, expectedLoss: 0 }));
  const known = candidates.map(({ value, error }) => ({ value, error: Math.max(error, Number.EPSILON) }));
  const standings = known.map(() => ({ chance: 0, expectedLoss: 0 }));
  const points = breakpoints(known);
  for (let index = 1; index < points.length; index++) {
    const [from = 0, to = 0] = [points[index - 1], points[index]];
    const third = (to - from) / 6;
    addUp(standings, known, from, third);
    addUp(standings, known, (from + to) / 2, 4 * third);
    addUp(standings, known, to, third);
  }
  const total = standings.reduce((sum, { chance }) => sum + chance, 0);
  return standings.map(({ chance, expectedLoss }) => ({ chance: chance / total, expectedLoss }));
}

function breakpoints(known: readonly Candidate[]): number[] {
  const steps = Array.from({ length: (2 * REACH) / STEP + 1 }, (_, step) => step * STEP - REACH);
  return known.flatMap(({ value, error }) => steps.map((step) => value + step * error)).sort((a, b) => a - b);
}

function addUp(standings: Standing[], known: readonly Candidate[], at: number, weight: number): void {
  const scaled = known.map(({ value, error }) => (at - value) / error);
  const below = scaled.map(normalBelow);
  for (const [index, standing] of standings.entries()) {
    const others = below.reduce((product, each, other) => (other === index ? product : product * each), 1);
    standing.chance += (weight * normalDensity(scaled[index] ?? 0) * others) / (known[index]?.error ?? 1);
    standing.expectedLoss += weight * (below[index] ?? 0) * (1 - others);
  }
}
