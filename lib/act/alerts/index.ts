export {
  type LooksOutcome,
  projectsWithDueRules,
  type RuleLook,
  recordLooks,
} from "./look-store.ts";
export {
  changeRule,
  createRule,
  deleteRule,
  findRule,
  type GivenRule,
  giveRules,
  listRules,
  type RuleUpdate,
} from "./rule-store.ts";
export type { AlertTransition, RuleAlert, StoredRule } from "./stored-rule.ts";
export { forgetTransitions, listTransitions } from "./transition-store.ts";
