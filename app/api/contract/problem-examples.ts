import type { OperationExample } from "#lib/platform/route/index.ts";

const at = "2026-11-28T00:00:00.000Z";
const parameters = { id: "0193c000-0000-7000-8000-000000000001" };
const link = { kind: "prompt_version", template: "support-reply", version: "v8" };

const problem = {
  ...{ problem_id: parameters.id, kind: "rate", category: null, against: "own" },
  title: "German answers of gpt-4o-mini in support since prompt v7 are rated worse",
  scope: { feature: "support", model: "gpt-4o-mini", prompt_version: "v7", language: "de" },
  ...{ state: "open", owner: null, link: null, began_at: at, found_at: "2026-11-29T10:00:00.000Z" },
  ...{ fixed_at: null, verified_at: null, snoozed_until: null, bad: 84, n: 180 },
  bad_rate: { value: 0.467, n: 150, low: 0.389, high: 0.546 },
  ...{ usual_share: 0.2, usual_n: 900, raters: 130, users_met: 640, worse: 0.267, harm: 170.9 },
  updated_at: "2026-11-29T10:00:00.000Z",
};

/** Examples of the problems' paths by method. */
export const problemExamples: Record<string, Record<string, OperationExample>> = {
  "/api/problems": {
    get: { parameters: { state: "open", limit: 50 }, replies: { 200: { data: [problem], next: null } } },
  },
  "/api/problems/{id}": {
    get: {
      parameters,
      replies: {
        200: {
          problem,
          steps: [
            {
              step: "found",
              from: null,
              to: "open",
              link: null,
              by: "Whetstone",
              note: "",
              at: problem.found_at,
            },
          ],
          hours_to: { notice: 34, ship: null, verify: null },
          days: [{ date: "2026-11-28", n: 92, bad: 43 }],
          evidence: {
            categories: [
              ...[
                {
                  category: "wrong_tone",
                  count: 40,
                  share: 0.476,
                  others: 0.16,
                  lift: 2.9,
                  low: 2.1,
                  high: 4,
                },
              ],
            ],
            comments: [{ text: "Far too blunt", count: 6, interaction_ids: ["int_abc123"] }],
            interaction_ids: ["int_abc123"],
            edits: [{ kind: "tone", count: 9, share: { value: 0.75, n: 12, low: 0.468, high: 0.911 } }],
            changes: [{ at, kind: "prompt", name: "support-reply v7" }],
            mix: [{ dimension: "language", value: "de", before: 0.2, since: 0.4 }],
            retrieval: { since: { mean: null, answers: 0 }, before: { mean: null, answers: 0 } },
          },
        },
      },
    },
  },
  "/api/problems/{id}/steps": {
    post: {
      parameters,
      body: { step: "start", link, note: "v7 dropped the tone rules." },
      replies: { 200: { ...problem, state: "fixing", owner: "API key Server", link } },
    },
  },
};
