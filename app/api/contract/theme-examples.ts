import type { OperationExample } from "#lib/platform/route/index.ts";

const window = { from: "2026-11-19", to: "2026-11-21", tz: "Europe/Berlin" };
const id = "0193c000-0000-7000-8000-000000000007";

const theme = {
  ...{ theme_id: id, title: "Too long · paragraphs · sentences", description: "", named_by: "terms" },
  ...{ kind: "said", language: "en" },
  terms: [
    { term: "long", weight: 9.4 },
    { term: "paragraphs", weight: 7.1 },
    { term: "sentences", weight: 6.8 },
  ],
  ...{ first_seen: "2026-10-02T04:00:00.000Z", last_seen: "2026-11-21T09:00:00.000Z", hidden: false },
  ...{ count: 46, interaction_count: 45, user_count: 38 },
  share: { value: 0.23, n: 200, low: 0.177, high: 0.293 },
  days: [
    { day: "2026-11-19", count: 14 },
    { day: "2026-11-20", count: 17 },
    { day: "2026-11-21", count: 15 },
  ],
  examples: [{ interaction_id: "int_abc123", text: "Far too long, two sentences would do.", quote: null }],
};

const place = {
  ...{ by: "prompt", name: "summarize-article", version: "v3", count: 31, negative_count: 70 },
  ...{ share: 0.443, share_elsewhere: 0.115 },
};

/** Examples of the themes' paths by method. */
export const themeExamples: Record<string, Record<string, OperationExample>> = {
  "/api/themes": {
    get: { parameters: window, replies: { 200: { window, negative_count: 200, data: [theme] } } },
  },
  "/api/themes/{id}": {
    get: { parameters: { id, ...window }, replies: { 200: { ...theme, over_represented: [place] } } },
  },
};
