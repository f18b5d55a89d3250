import type { OperationExample } from "#lib/platform/route/index.ts";

const interaction = {
  interaction_id: "int_abc123",
  feature_name: "article-summarizer",
  input: "Summarize this article.",
  prompt_template: "summarize-article",
  prompt_version: "v1",
  response_text: "This article discusses the matter in three chapters, each longer than the one before.",
  model_name: "gpt-4o-mini",
  response_latency_ms: 840,
  cost_usd: 0.0004,
  user_id: "user-7",
  session_id: "session-42",
};

const feedback = {
  interaction_id: "int_abc123",
  rating_type: "binary",
  rating_value: 0,
  rating_categories: ["inaccurate", "too_long"],
  feedback_comment: "Missed the main point",
  user_id: "user-7",
};

const exact = "in three chapters";
const start = interaction.response_text.indexOf(exact);

const annotation = {
  interaction_id: "int_abc123",
  quote: { exact, prefix: "discusses the matter ", suffix: ", each longer" },
  position: { start, end: start + exact.length },
  category: "inaccurate",
  comment: "There are four.",
};

const signal = { interaction_id: "int_abc123", signal: "dwell", value: 12.5 };

const at = "2026-11-21T09:30:00.000Z";
const logged = { interaction_id: "int_abc123", feedback_token: "eyJwIjoi….8Jx2", created_at: at };
const rated = { feedback_id: "fb_1", interaction_id: "int_abc123", created_at: at };

const refused = {
  status: 400,
  code: "invalid_body",
  detail: "model_name: is required",
  errors: [{ path: "model_name", message: "is required" }],
};

const score = {
  ...{ name: "task_solved", type: "boolean", min: null, max: null, labels: [] },
  ...{ direction: "higher", confirmed: true },
};

/** Calls that log and collect, and their answers. */
export const collectExamples: Record<string, Record<string, OperationExample>> = {
  "/api/interactions": {
    post: {
      body: interaction,
      replies: { 201: logged, 207: { results: [{ status: 201, ...logged }, refused] } },
    },
    get: { parameters: { feature: "article-summarizer", rating: "down", limit: 20 } },
  },
  "/api/interactions/{id}": { get: { parameters: { id: "int_abc123" } } },
  "/api/feedback": {
    post: {
      body: feedback,
      replies: {
        200: { ...rated, message: "Feedback replaced." },
        201: { ...rated, message: "Feedback stored." },
        202: {
          ...rated,
          message: "Feedback accepted. It will be attached to its interaction when that arrives.",
        },
      },
    },
  },
  "/api/feedback/{id}": {
    get: { parameters: { id: "int_abc123" } },
    delete: { parameters: { id: "fb_1" } },
  },
  "/api/feedback/stats/{feature}": {
    get: { parameters: { feature: "article-summarizer", days: 7, tz: "Europe/Berlin" } },
  },
  "/api/preferences": {
    post: {
      body: { preferred_id: "int_abc123", rejected_id: "int_def456", user_id: "user-7" },
      replies: {
        201: { preference_id: "pr_1", created_at: at },
        207: { results: [{ status: 201, preference_id: "pr_1", created_at: at }, refused] },
      },
    },
    get: { parameters: { interaction_id: "int_abc123", source: "user", limit: 20 } },
  },
  "/api/preferences/{id}": { delete: { parameters: { id: "pr_1" } } },
  "/api/categories": {
    get: {
      replies: {
        200: {
          data: [{ name: "inaccurate", listed: true }],
          offered: [{ name: "out_of_date", ratings: 12 }],
          offered_total: 1,
        },
      },
    },
  },
  "/api/bursts": { put: { body: { leave_out: true } } },
  "/api/bursts/{id}": {
    put: { parameters: { id: "0193c000-0000-7000-8000-000000000001" }, body: { dismissed: true } },
  },
  "/api/categories/{name}": {
    put: {
      parameters: { name: "out_of_date" },
      body: { listed: true },
      replies: { 200: { name: "out_of_date", listed: true } },
    },
  },
  "/api/scores": { get: { replies: { 200: { data: [score] } } } },
  "/api/scores/{name}": {
    put: {
      parameters: { name: "task_solved" },
      body: { type: "boolean", direction: "higher" },
      replies: { 200: score },
    },
    delete: { parameters: { name: "task_solved" } },
  },
  "/api/annotations": {
    post: {
      body: annotation,
      replies: {
        201: { annotation_id: "an_1", interaction_id: "int_abc123", created_at: at },
        207: {
          results: [
            { status: 201, annotation_id: "an_1", interaction_id: "int_abc123", created_at: at },
            refused,
          ],
        },
      },
    },
  },
  "/api/annotations/{id}": { delete: { parameters: { id: "an_1" } } },
  "/api/signals": {
    post: {
      body: signal,
      replies: {
        201: { signal_id: "sg_1", interaction_id: "int_abc123", occurred_at: at },
        207: {
          results: [
            { status: 201, signal_id: "sg_1", interaction_id: "int_abc123", occurred_at: at },
            refused,
          ],
        },
      },
    },
  },
  "/api/events": {
    delete: { parameters: { state: "orphaned" } },
    post: {
      body: {
        events: [
          { type: "feedback", ...feedback },
          { type: "signal", ...signal },
        ],
      },
      replies: {
        201: {
          results: [
            { type: "feedback", status: 201, ...rated, message: "Feedback stored." },
            { type: "signal", status: 201, signal_id: "sg_1", interaction_id: "int_abc123", occurred_at: at },
          ],
        },
      },
    },
    get: { parameters: { state: "waiting" } },
  },
  "/api/redaction/preview": {
    post: {
      body: { text: "Write to ada@example.com." },
      replies: {
        200: {
          redacted: "Write to [EMAIL].",
          finds: [{ kind: "email", start: 9, end: 24, placeholder: "[EMAIL]" }],
        },
      },
    },
  },
};
