import type { OperationExample } from "#lib/platform/route/index.ts";

const at = "2026-11-21T09:30:00.000Z";

const parameters = { experiment: "shorter-summaries" };

const sent = {
  hypothesis: "Shorter summaries get more thumbs up, because users read them to the end.",
  kind: "prompt",
  feature_name: "article-summarizer",
  prompt_template: "summarize-article",
  label: "production",
  traffic: 1,
  primary_metric: { metric: "positive_rate", better: "higher" },
  guardrails: [{ metric: "latency", better: "lower", tolerance: 0.1 }],
};

const arms = [
  { variant: "control", weight: 0.5, is_control: true, prompt_version: "v3" },
  { variant: "short", weight: 0.5, is_control: false, prompt_version: "v4" },
];

const experiment = {
  ...{ experiment: "shorter-summaries", state: "running", ...sent, pause_on_harm: false },
  salt: "mW8yV0n2Xb7QkRr3aJc5sT1uE6hLz9pD4gKfYwAoNiM",
  arms: arms.map((arm) => ({ ...arm, model_name: null, paused_at: null })),
  ...{ winner: null, decision: null, created_by: "API key Server", created_at: at },
  ...{ started_at: at, split_at: at, ended_at: null },
};

const step: Record<string, OperationExample> = {
  post: { parameters, body: { reason: "Reviewed by the team." }, replies: { 200: experiment } },
};

const version = {
  ...{ interactions: 1200, users: 800, raters: 190, thumbs_up: 150, thumbs_down: 50 },
  positive_rate: { value: 0.75, n: 200, low: 0.686, high: 0.805 },
  response_rate: { value: 0.25, n: 800, low: 0.221, high: 0.281 },
  latency_ms: { p50: 840, p95: 2100, n: 1200 },
};

/** Examples of the experiments' paths by method. */
export const experimentExamples: Record<string, Record<string, OperationExample>> = {
  "/api/experiments": {
    post: {
      body: { experiment: "shorter-summaries", ...sent, arms },
      replies: { 201: { ...experiment, state: "draft", started_at: null, split_at: null } },
    },
    get: {
      parameters: { state: "running", prompt_template: "summarize-article" },
      replies: { 200: { data: [experiment] } },
    },
  },
  "/api/experiments/compare": {
    get: {
      parameters: { template: "summarize-article", a: "v3", b: "v4", days: 7, tz: "UTC" },
      replies: {
        200: {
          ...{ template: "summarize-article", days: 7 },
          ...{ a: { version: "v3", ...version }, b: { version: "v4", ...version } },
          difference: { value: 0.01, low: -0.12, high: 0.14, n: 380, p: 1 },
          ...{ winner: null, confidence: "inconclusive", side: "side_by_side" },
          reason: {
            code: "no_difference_seen",
            message:
              "No difference is certain yet. Users were not assigned at random: what differs may be who got which version, or when.",
          },
        },
      },
    },
  },
  "/api/experiments/{experiment}": {
    get: {
      parameters,
      replies: {
        200: {
          experiment,
          transitions: [
            {
              ...{ from: "draft", to: "running", by: "API key Server", reason: "Reviewed by the team.", at },
              split: { traffic: 1, weights: { control: 0.5, short: 0.5 } },
            },
          ],
        },
      },
    },
    patch: {
      parameters,
      body: { traffic: 0.5, reason: "Fewer users until Monday." },
      replies: { 200: { ...experiment, traffic: 0.5 } },
    },
  },
  "/api/experiments/{experiment}/start": step,
  "/api/experiments/{experiment}/pause": step,
  "/api/experiments/{experiment}/resume": step,
  "/api/experiments/{experiment}/arms/{variant}/resume": {
    post: {
      parameters: { ...parameters, variant: "short" },
      body: { reason: "The timeout that made it slow is fixed." },
      replies: { 200: experiment },
    },
  },
  "/api/experiments/{experiment}/promote": {
    post: {
      parameters,
      body: { winner: "short", reason: "Certain, and no guardrail is worse." },
      replies: { 200: { ...experiment, state: "promoted", winner: "short", ended_at: at } },
    },
  },
  "/api/experiments/{experiment}/stop": step,
  "/api/experiments/{experiment}/results": { get: { parameters } },
  "/api/flags": {
    get: {
      replies: {
        200: {
          data: [
            {
              ...{ experiment: "shorter-summaries", state: "running", traffic: 1, salt: experiment.salt },
              ...{ arms: arms.map(({ variant, weight }) => ({ variant, weight })), winner: null },
            },
          ],
        },
      },
    },
  },
};
