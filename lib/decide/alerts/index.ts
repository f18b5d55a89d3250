export { checkRule, defaultRules } from "./default-rules.ts";
export {
  type AlertGroup,
  type ExplainingProblem,
  type FiringRule,
  groupAlerts,
} from "./group-alerts.ts";
export { isMuted } from "./is-muted.ts";
export { type AlertMetric, alertMetric } from "./metric.ts";
export { type Episode, type Preview, previewRule } from "./preview-rule.ts";
export { type Observed, type Outcome, type Reading, readCondition } from "./read-condition.ts";
export { type AlertCondition, type AlertRule, alertRuleSchema, type SentAlertRule } from "./rule.ts";
export type { HourSums, PastOfRule } from "./rule-watch.ts";
export {
  type Alert,
  type AlertNews,
  type AlertState,
  type AlertStep,
  quietAlert,
  stepAlert,
} from "./step-alert.ts";
