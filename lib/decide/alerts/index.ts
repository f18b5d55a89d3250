export { checkRule, defaultRules } from "./default-rules.ts";
export {
  type AlertGroup,
  type ExplainingProblem,
  type FiringRule,
  groupAlerts,
} from "./group-alerts.ts";
export { isMuted } from "./is-muted.ts";
export { type Episode, type Preview, previewRule } from "./preview-rule.ts";
export { type Observed, readCondition } from "./read-condition.ts";
export type { HourSums, PastOfRule } from "./rule-watch.ts";
export { type AlertStep, stepAlert } from "./step-alert.ts";
