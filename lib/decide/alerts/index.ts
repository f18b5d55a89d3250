export { checkRule, defaultRules } from "./default-rules.ts";
export {
  type AlertGroup,
  type ExplainingProblem,
  type FiringRule,
  groupAlerts,
} from "./group-alerts.ts";
export { type GroupMessage, groupNews } from "./group-news.ts";
export { isMuted } from "./is-muted.ts";
export { lookAt, lookMinutes, lookNeeds, lookNow } from "./look-now.ts";
export { type Episode, type Preview, previewRule } from "./preview-rule.ts";
export { type Observed, readCondition } from "./read-condition.ts";
export type { PastOfRule } from "./rule-watch.ts";
export {
  metricWords,
  minutesWords,
  readingWords,
  ruleWords,
  scopeOfRule,
} from "./rule-words.ts";
export { type AlertStep, stepAlert } from "./step-alert.ts";
