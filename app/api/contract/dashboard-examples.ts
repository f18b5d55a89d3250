import type { OperationExample } from "#lib/platform/route/index";

const feature = "article-summarizer";
const window = { days: 30, tz: "Europe/Berlin" };

/** Calls that read the dashboard's numbers. */
export const dashboardExamples: Record<string, Record<string, OperationExample>> = {
  "/api/dashboard/trends/{feature}": { get: { parameters: { feature, ...window } } },
  "/api/dashboard/categories/{feature}": { get: { parameters: { feature, ...window } } },
  "/api/dashboard/models/{feature}": { get: { parameters: { feature, ...window } } },
  "/api/dashboard/features": { get: { parameters: window } },
};
