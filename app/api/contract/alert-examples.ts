import type { OperationExample } from "#lib/platform/route/index.ts";

const ruleId = "0193c000-0000-7000-8000-000000000009";

const sent = {
  ...{ name: "Support is slow", metric: "latency_p95", scope: { feature: "support" } },
  condition: { type: "threshold", op: "above", value: 8_000 },
  ...{ window_minutes: 15, minimum: 30, for_minutes: 5 },
};

const alert = {
  ...{ rule_id: ruleId, name: sent.name, metric: sent.metric, scope: sent.scope },
  words: "The 95th percentile of latency of answers in support is above 8,000 ms within 15 minutes",
  ...{ enabled: true, state: "firing", since: "2026-11-21T09:12:00.000Z" },
  ...{ firing_since: "2026-11-21T09:12:00.000Z", muted: false, looked_at: "2026-11-21T09:30:00.000Z" },
  ...{ value: 9_420, against: 8_000, n: 212, problem_id: null },
};

const rule = {
  ...alert,
  ...{ condition: sent.condition, window_minutes: 15, minimum: 30, no_data: "keep" },
  ...{ for_minutes: 5, resolve_minutes: 60, renotify_minutes: 1_440, mute: [], is_default: false },
  ...{ created_by: "API key Server", created_at: "2026-11-20T08:00:00.000Z" },
  ...{ updated_by: "API key Server", updated_at: "2026-11-20T08:00:00.000Z" },
};

/** Examples of the alerts' paths by method. */
export const alertExamples: Record<string, Record<string, OperationExample>> = {
  "/api/alert-rules": {
    get: { replies: { 200: { data: [rule] } } },
    post: { body: sent, replies: { 201: rule } },
  },
  "/api/alert-rules/{rule_id}": {
    patch: { parameters: { rule_id: ruleId }, body: { enabled: false }, replies: { 200: rule } },
    delete: { parameters: { rule_id: ruleId } },
  },
  "/api/alerts": { get: { parameters: { state: "firing" }, replies: { 200: { data: [alert] } } } },
};
