import type { OperationExample } from "#lib/platform/route/index.ts";

const at = "2026-11-21T09:30:00.000Z";

const candidate = {
  ...{ feature_name: "article-summarizer", model_name: "small-model" },
  ...{ prompt_template: "summarize-article", prompt_version: "v4" },
};

/** Examples of the paths of shadow answers by method. */
export const shadowExamples: Record<string, Record<string, OperationExample>> = {
  "/api/shadows": {
    get: {
      parameters: { shadow_of: "int_abc123" },
      replies: {
        200: {
          data: [
            {
              ...{ interaction_id: "int_abc124", shadow_of: "int_abc123", ...candidate },
              response_text: "Three chapters, each longer than the one before.",
              ...{ response_latency_ms: 420, cost_usd: 0.0001, token_count: 160, finish_reason: "stop" },
              ...{ details: { input: "Summarize this article." }, in_progress: false, created_at: at },
            },
          ],
          next_cursor: null,
        },
      },
    },
  },
  "/api/shadows/candidates": {
    get: {
      parameters: { days: 28 },
      replies: {
        200: {
          data: [
            {
              ...{ ...candidate, answers: 420, pairs: 418 },
              latency_ms: { candidate: 430, shown: 840, n: 418 },
              cost_usd: { candidate: 0.0001, shown: 0.0004, n: 418 },
              ...{ preferred: 26, rejected: 14, ties: 9 },
              share_preferred: { value: 0.65, n: 40, low: 0.495, high: 0.779 },
              last_at: at,
            },
          ],
        },
      },
    },
  },
};
