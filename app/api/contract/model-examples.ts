import type { OperationExample } from "#lib/platform/route/index.ts";

const feature = "article-summarizer";
const at = "2026-11-21T09:30:00.000Z";

const metrics = {
  positive_rate: { value: 0.72, low: 0.67, high: 0.77, n: 1400 },
  correction_rate: { value: 0.04, low: 0.03, high: 0.05, n: 6100 },
  kept_share: { value: 0.81, low: 0.74, high: 0.88, n: 210 },
  latency_ms: { value: 840, low: 810, high: 870, n: 6100 },
  cost_usd: { value: 0.0031, low: 0.003, high: 0.0032, n: 6100 },
};

const current = {
  ...{ model_name: "gpt-4o-mini", is_current: true, answers: 14_200, users: 6100, ratings: 2300 },
  ...{ ...metrics, comparison: null },
};

const difference = {
  positive_rate: { value: 0.08, low: 0.02, high: 0.14 },
  correction_rate: { value: -0.01, low: -0.03, high: 0.01 },
  kept_share: null,
  latency_ms: { value: -0.05, low: -0.09, high: -0.01 },
  cost_usd: { value: 0.02, low: -0.01, high: 0.05 },
};

const none = Object.fromEntries(Object.keys(metrics).map((name) => [name, null]));

const candidate = {
  ...current,
  ...{ model_name: "claude-haiku", is_current: false },
  positive_rate: { value: 0.8, low: 0.75, high: 0.85, n: 1380 },
  comparison: {
    ...{ outcome: "switch", difference, same_mix_difference: none, same_mix: null, mix: [] },
  },
};

/** Calls about the models of a feature. */
export const modelExamples: Record<string, Record<string, OperationExample>> = {
  "/api/recommendations/{feature}": {
    get: {
      parameters: { feature, tz: "UTC" },
      replies: {
        200: {
          ...{ feature, recommendation: "switch", model: "claude-haiku", current_model: "gpt-4o-mini" },
          ...{ labeled: true, randomized: true, experiment: "haiku-or-mini", since: null, shortened: false },
          reasons: [
            {
              ...{ code: "surely_better", model_name: "claude-haiku" },
              message:
                "“claude-haiku” is rated significantly better than the current model: +8.0 points (+2.0 to +14.0).",
            },
          ],
          warnings: [],
          models: [current, candidate],
        },
      },
    },
  },
  "/api/models/{feature}": {
    get: {
      parameters: { feature, label: "production" },
      replies: { 200: { feature, label: "production", model_name: "gpt-4o-mini" } },
    },
  },
  "/api/models/{feature}/labels": {
    get: {
      parameters: { feature },
      replies: {
        200: {
          data: [{ label: "production", model_name: "claude-haiku" }],
          moves: [
            {
              ...{ id: "0193c000-0000-7000-8000-000000000001", label: "production", by_itself: false },
              ...{ from_model: "gpt-4o-mini", to_model: "claude-haiku", moved_by: "Ada" },
              ...{ reason: "Recommended, and checked on 20 answers.", moved_at: at },
            },
          ],
        },
      },
    },
  },
  "/api/models/{feature}/labels/{label}": {
    put: {
      parameters: { feature, label: "production" },
      body: { model_name: "claude-haiku", reason: "Recommended.", from_model: "gpt-4o-mini" },
      replies: { 200: { label: "production", model_name: "claude-haiku" } },
    },
  },
};
