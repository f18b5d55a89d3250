import type { SentAlertRule } from "#lib/domain/alert-rule.ts";

/**
 * The rules of a new project. They need no numbers of anybody: what is usual is learned from the project itself, and before
 * that they have no data. Latency and cost have no such rule, because only people know what is too much.
 */
export const defaultRules: readonly SentAlertRule[] = [
  {
    name: "The positive rate fell",
    metric: "positive_rate",
    condition: { type: "change", by: 0.1 },
    window_minutes: 1_440,
  },
  {
    name: "Fewer answers are rated",
    metric: "response_rate",
    condition: { type: "change", by: 0.05 },
    window_minutes: 1_440,
  },
  {
    name: "No answers any more",
    metric: "answers",
    condition: { type: "silence" },
    window_minutes: 360,
    minimum: 0,
  },
  {
    name: "No feedback any more",
    metric: "ratings",
    condition: { type: "silence" },
    window_minutes: 1_440,
    minimum: 0,
  },
];

/** The rule of a check, which exists as soon as its first result came. */
export const checkRule = (check: string): SentAlertRule => ({
  name: `More failures of ${check}`.slice(0, 128),
  metric: `check:${check}`,
  condition: { type: "change", by: 0.1 },
  window_minutes: 1_440,
});
