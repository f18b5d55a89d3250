import { changeRule, createRule, findRule, type StoredRule } from "#lib/act/alerts/index.ts";
import { type AlertRule, type AlertRuleChange, alertRuleSchema } from "#lib/domain/alert-rule.ts";
import { scopeOfJson } from "#lib/domain/scope.ts";
import { isWatchable, type WatchableNames, watchableNames } from "#lib/evaluate/metrics/index.ts";
import { Problem, validationProblem } from "#lib/platform/problem/index.ts";

/** Most names that a refusal lists. */
const NAMED_MAX = 20;

/**
 * Keeps a new rule.
 * @throws Problem 400 for a category or check that never existed, or a scope that is not counted; 409 if there are too many.
 */
export async function createAlertRule(projectId: string, rule: AlertRule, by: string): Promise<StoredRule> {
  await validateRule(projectId, rule);
  return createRule(projectId, rule, by);
}

/**
 * Changes a rule, or pauses or resumes it.
 * @throws Problem 400 as for a new one, 404 where there is none with this id.
 */
export async function changeAlertRule(
  projectId: string,
  ruleId: string,
  { enabled, ...change }: AlertRuleChange,
  by: string,
): Promise<StoredRule> {
  if (Object.keys(change).length === 0) return changeRule(projectId, ruleId, { enabled }, by);
  const before = await findRule(projectId, ruleId);
  const sent: unknown = JSON.parse(JSON.stringify({ ...before.rule, ...change }));
  const { data: rule, error } = alertRuleSchema.safeParse(sent);
  if (error) throw validationProblem(error, "invalid_body");
  await validateRule(projectId, rule);
  return changeRule(projectId, ruleId, { rule, enabled }, by);
}

/** @throws Problem 400 for what this project cannot watch. */
export async function validateRule(projectId: string, { metric, scope }: AlertRule): Promise<void> {
  if (!isWatchable(scopeOfJson(scope)))
    throw refusal(
      "scope",
      "names dimensions that are not counted together by the hour: name either a feature, a model, a prompt and a variant, or a feature and one of tenant, language and segment. Problems are looked for in all of them together",
    );
  const colon = metric.indexOf(":");
  if (colon === -1) return;
  const [kind, name] = [metric.slice(0, colon), metric.slice(colon + 1)];
  const known = knownOf(await watchableNames(projectId), kind);
  if (!known.includes(name)) throw refusal("metric", unknownWords(kind, name, known));
}

const knownOf = ({ categories, checks }: WatchableNames, kind: string): string[] =>
  kind === "check" ? checks : categories;

function unknownWords(kind: string, name: string, known: readonly string[]): string {
  const what = kind === "check" ? "check (a score that is true or false)" : "category";
  const listed = known.slice(0, NAMED_MAX).map((each) => `“${each}”`);
  const more = known.length > NAMED_MAX ? ` and ${known.length - NAMED_MAX} more` : "";
  const there = listed.length === 0 ? "there is none yet" : `known are ${listed.join(", ")}${more}`;
  return `names the ${what} “${name}”, which this project never had: ${there}`;
}

const refusal = (path: string, message: string): Problem =>
  new Problem("invalid_body", `${path} ${message}.`, { errors: [{ path, message }] });
