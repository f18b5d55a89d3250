import type { OperationExample } from "#lib/platform/route/index.ts";

const feature = "article-summarizer";
const window = { days: 30, tz: "Europe/Berlin" };
const dates = { from: "2026-11-01", to: "2026-11-21", tz: "Europe/Berlin" };

const reading = (parameters: OperationExample["parameters"]) => ({ get: { parameters: parameters ?? {} } });

/** Calls that read the dashboard's numbers. */
export const dashboardExamples: Record<string, Record<string, OperationExample>> = {
  "/api/dashboard/overview": reading(window),
  "/api/dashboard/trends": reading({
    ...{ ...window, split: "model", half_life: 14 },
    ...{ score: "task_solved", score_of: "interaction" },
  }),
  "/api/dashboard/trends/{feature}": reading({ feature, ...dates }),
  "/api/dashboard/features": reading({ ...window, order: "rank" }),
  "/api/dashboard/categories": reading(window),
  "/api/dashboard/categories/{feature}": reading({ feature, ...window, by: "prompt_version" }),
  "/api/dashboard/models": reading({ ...window, against: "gpt-4o-mini" }),
  "/api/dashboard/models/{feature}": reading({ feature, ...window }),
  "/api/dashboard/prompts": reading({ ...window, prompt_template: "summarize-article", against: "v1" }),
  "/api/dashboard/prompts/{feature}": reading({ feature, ...window }),
  "/api/dashboard/cohorts": reading({ kind: "language", ...window }),
  "/api/dashboard/cohorts/{feature}": reading({ feature, kind: "tenant", ...window }),
  "/api/dashboard/bias": reading(window),
  "/api/dashboard/corrections": reading(window),
  "/api/dashboard/scores": reading({ ...window, source: "user" }),
  "/api/dashboard/preferences": reading({ ...window, source: "user" }),
  "/api/dashboard/loop": reading({ days: 90, tz: "Europe/Berlin" }),
  "/api/dashboard/problems": reading({ threshold: "0.5", tz: "Europe/Berlin" }),
};
