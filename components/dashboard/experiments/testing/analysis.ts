import type { Analysis, AnalyzedArm } from "../results.ts";

const estimate = (value: number, n: number) => ({ value, low: value - 0.1, high: value + 0.1, n });

/** An arm that nobody has a doubt about; the treatment is 8 points better. */
export function arm(variant: string, more: Partial<AnalyzedArm> = {}): AnalyzedArm {
  const isControl = variant === "control";
  const primary = {
    estimate: estimate(isControl ? 0.6 : 0.68, 400),
    difference: isControl ? null : { value: 0.08, low: 0.02, high: 0.14, n: 800, p: 0.004 },
  };
  const rate = { value: 0.4, n: 1_000, low: 0.37, high: 0.43 };
  return {
    ...{ variant, is_control: isControl, exposed: 1_000, switched: 0, raters: 400, ratings: 600 },
    ...{ answers: 3_000, responses: 600, primary, plain: primary, adjusted_p: isControl ? null : 0.004 },
    ...{ chance_to_be_best: isControl ? 0.02 : 0.98, expected_loss: isControl ? 0.08 : 0.0004 },
    response_rate: isControl ? null : rate,
    control_response_rate: isControl ? null : rate,
    responses_differ: isControl ? null : false,
    novelty: isControl
      ? null
      : { state: "too_soon", lasts: false, early: primary.difference, later: null, change: null },
    ...more,
  };
}

/** An experiment of two arms whose winner is certain. */
export const analysis = (more: Partial<Analysis> = {}): Analysis => ({
  arms: [arm("control"), arm("short")],
  metrics: [],
  sample_ratio: {
    ...{ statistic: 0.1, p: 0.75, mismatch: false },
    arms: ["control", "short"].map((variant) => ({ variant, observed: 1_000, expected: 1_000 })),
  },
  ...{ history_reduction: null, winner: "short", also_better: [], missing: [], cautions: [] },
  ...more,
});
