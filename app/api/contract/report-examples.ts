import type { OperationExample } from "#lib/platform/route/index.ts";

const share = { value: 0.4138, n: 58, low: 0.29, high: 0.55 };
const ids = { interaction_ids: ["int_abc123", "int_abc124"] };

const report = {
  ...{ template: "summarize-article", version: "v3", is_production: true },
  window: { from: "2026-10-23", to: "2026-11-21", tz: "Europe/Berlin" },
  ...{ interactions: 2400, thumbs_down: 62, correction_count: 58 },
  positive_rate: { value: 0.72, n: 221, low: 0.65, high: 0.78, users: 140 },
  problems: [
    {
      problem_id: "0193c000-0000-7000-8000-000000000016",
      ...{ title: "More thumbs down on summarize-article v3", state: "open" },
    },
  ],
  themes: [
    {
      theme_id: "0193c000-0000-7000-8000-000000000017",
      ...{ title: "too long", count: 9, users: 8, ...ids },
    },
  ],
  categories: [
    {
      ...{ category: "too_long", down_count: 31 },
      share: { value: 0.5, n: 62, low: 0.38, high: 0.62 },
      elsewhere: { value: 0.21, n: 410, low: 0.17, high: 0.25 },
      ...{ lift: { value: 2.4, low: 1.7, high: 3.2 }, over_represented: true },
    },
  ],
  comments_read: 40,
  recurring_comments: [{ text: "Half of it would do.", count: 6, ...ids }],
  passages: [
    {
      ...{ quote: "in three chapters", users: 4, categories: ["inaccurate"] },
      interaction_id: "int_abc125",
    },
  ],
  edits: {
    ...{ measured: 58, users: 41, unmeasured: null, words_before: 96, words_after: 61 },
    length_change: { value: -0.24, low: -0.31, high: -0.17 },
    kinds: [{ kind: "shorter", share, count: 24, users: 19, ...ids }],
    details: [{ trait: "shorter", part: "length", share, count: 24, users: 19, ...ids }],
    sentences: [
      {
        ...{ text: "Have a good day!", does: "removed", count: 7, users: 6, ...ids },
        share: { value: 0.875, n: 8, low: 0.53, high: 0.98 },
      },
    ],
  },
  recommendations: [
    {
      ...{ code: "shorter", title: "Ask for shorter answers" },
      instruction: "Be brief: answer in about 60 words, and leave out what nobody asked for.",
      evidence: [
        {
          because: "41% of 58 edits cut at least 15% of the words, by 19 users (95% interval 29% to 55%).",
          ...{ share, of: "edits", count: 24, category: null, ...ids },
        },
      ],
    },
  ],
  examples: [
    {
      ...{ feedback_id: "fb_abc123", interaction_id: "int_abc123", input: "Summarize this article." },
      ...{ answer: "The city builds a bridge.", agreeing: 2 },
      why: ["Kept: nobody changed it to something else.", "2 other users gave the answer a thumbs down."],
    },
  ],
};

/** The call for a report. */
export const reportExamples: Record<string, Record<string, OperationExample>> = {
  "/api/reports/{template}": {
    get: { parameters: { template: "summarize-article" }, replies: { 200: report } },
  },
};
