/**
 * The pages of a project, below its address, by where each is held against WCAG: a spec takes its list from here, or looks
 * at one page with data of its own. A page of the folder that is in none fails tests/dashboard-pages.test.ts.
 */
export const checkedPages = {
  /** In pages.spec.ts, in a project without data. */
  empty: ["", "/settings"],
  /** In pages.spec.ts, in the sample project. */
  history: ["", "/corrections", "/cycle", "/interactions", "/prompts", "/scores/pairs"],
  /** In quality-pages.spec.ts, as charts and as tables. */
  quality: ["", "/trends", "/categories", "/bias"],
  /** In comparison-pages.spec.ts, as charts and as tables. */
  comparison: ["/models", "/prompt-versions", "/features", "/cohorts"],
} as const;

/** Those that a spec of theirs looks at, by its name. */
export const pagesWithSpec = {
  "/scores": "scores",
  "/experiments": "experiments",
  "/experiments/[experiment]": "experiments",
  "/experiments/[experiment]/edit": "experiments",
  "/new-experiment": "experiments",
  "/problems": "problems",
  "/problems/[problem]": "problems",
  "/shadows": "shadows",
  "/shadows/compare": "shadows",
  "/models/[feature]": "model-choice",
  "/interactions/[id]": "interactions",
  "/inbox": "inbox",
  "/themes": "themes",
  "/themes/[theme_id]": "themes",
  "/pending": "collection-pages",
  "/bursts": "bursts",
  "/privacy": "privacy",
  "/notifications": "notifications",
  "/alerts": "alerts",
  "/alerts/[rule]": "alerts",
  "/alerts/[rule]/edit": "alerts",
  "/new-alert": "alerts",
  "/new-prompt": "prompts",
  "/prompts/[template]": "prompts",
  "/prompts/[template]/edit": "prompts",
  "/prompts/[template]/bench": "bench",
  "/prompts/[template]/report": "pages",
  "/impact": "impact",
  "/impact/[id]": "impact",
  "/impact/new": "impact",
} as const;

type DashboardPage = (typeof checkedPages)[keyof typeof checkedPages][number] | keyof typeof pagesWithSpec;

/** Every page. */
export const dashboardPages: readonly DashboardPage[] = [
  ...new Set([
    ...Object.values(checkedPages).flat(),
    ...(Object.keys(pagesWithSpec) as (keyof typeof pagesWithSpec)[]),
  ]),
];
