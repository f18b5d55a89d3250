import type { OperationExample } from "#lib/platform/route/index.ts";

const at = "2026-11-21T09:30:00.000Z";
const resolvedAt = "2026-11-22T14:05:00.000Z";
const id = "answer:int_abc123";

const item = {
  ...{ id, kind: "answer", state: "unread", complained_at: at, is_new: true, assignee: null },
  ...{
    waiting_until: null,
    resolution: null,
    fixed_in: null,
    resolved_at: null,
    tags: ["tone"],
    changed_at: null,
  },
  interaction: {
    ...{ interaction_id: "int_abc123", created_at: at, feature_name: "article-summarizer" },
    ...{ model_name: "gpt-4o-mini", prompt_template: "summarize-article", prompt_version: "v2" },
    ...{ input_excerpt: "Summarize this article.", response_excerpt: "This article discusses…" },
    ...{ thumbs_up: 0, thumbs_down: 1, stars: null, correction_count: 0, comment_count: 1 },
    ...{ categories: ["too_long"], response_latency_ms: 840, burst_count: 0, left_out_count: 0 },
  },
  problem: null,
};

const fixed_in = { prompt_template: "summarize-article", prompt_version: "v3" };

const resolved = {
  ...item,
  ...{
    state: "resolved",
    is_new: false,
    resolution: "fixed",
    fixed_in,
    resolved_at: resolvedAt,
    changed_at: resolvedAt,
  },
  history: [
    {
      ...{ step: "resolved", change: { resolution: "fixed", ...fixed_in }, note: null, by: "API key CI" },
      at: resolvedAt,
    },
  ],
};

/** Calls about the inbox. */
export const inboxExamples: Record<string, Record<string, OperationExample>> = {
  "/api/inbox": {
    get: {
      parameters: { state: "open", prompt_template: "summarize-article" },
      replies: { 200: { data: [item], next_cursor: null } },
    },
  },
  "/api/inbox/{id}": {
    get: { parameters: { id }, replies: { 200: { ...item, history: [] } } },
    patch: {
      parameters: { id },
      body: { state: "resolved", fixed_in },
      replies: { 200: resolved },
    },
  },
};
