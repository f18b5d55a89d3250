import { type LooksOutcome, listRules, recordLooks, type StoredRule } from "#lib/act/alerts/index.ts";
import { listProblems, type Problem } from "#lib/act/problems/index.ts";
import { type AlertStep, groupNews, lookAt, lookMinutes, stepAlert } from "#lib/decide/alerts/index.ts";
import type { Reading } from "#lib/domain/alert.ts";
import { scopeOfJson } from "#lib/domain/scope.ts";
import { pageAddress } from "#lib/platform/auth/page-address.ts";
import { now as clock } from "#lib/platform/clock.ts";
import { projectSlug } from "#lib/platform/projects/project-slug.ts";
import { alertNotification } from "./alert-notification.ts";
import { giveDefaultRules } from "./give-default-rules.ts";
import { alarmShares, lookAtRules } from "./look-at-rules.ts";

const MINUTE_MS = 60_000;

/** Problems that nobody has solved: they explain what fires. */
const UNSOLVED = ["open", "regressed", "fixing", "fixed", "snoozed"] as const;

/**
 * Looks at the rules of a project that are due, keeps where they stand, and tells of it. What was missed is not made up
 * for: a rule is looked at once, at the last moment at which it should have been.
 */
export async function checkAlerts(projectId: string, now: Date = clock()): Promise<void> {
  await giveDefaultRules(projectId);
  const rules = await listRules(projectId);
  const due = rules.filter(({ enabled, alert }) => enabled && alert.nextLookAt && alert.nextLookAt <= now);
  if (due.length === 0) return;
  const toLook = due.map(({ ruleId, rule, alert }) => ({
    ...{ ruleId, rule, at: lookAt(rule, now) },
    ...{ firingSince: alert.firingSince, resolvedAt: alert.resolvedAt },
  }));
  const [readings, problems, slug] = await Promise.all([
    lookAtRules(projectId, toLook, alarmShares(rules)),
    listProblems(projectId, { states: UNSOLVED }),
    projectSlug(projectId),
  ]);
  if (slug === null) return;
  const root = await pageAddress(slug, "");
  const seen = new Map(due.map((rule) => [rule.ruleId, { rule, reading: readings.get(rule.ruleId) }]));
  await recordLooks(projectId, (locked) => {
    const stepped = locked.map((rule) => steppedRule(rule, seen.get(rule.ruleId), now));
    return outcomeOf(stepped, problems, root);
  });
}

/** A rule, and what it did if it was looked at. */
interface SteppedRule {
  stored: StoredRule;
  look: { step: AlertStep; reading: Reading; at: Date; nextLookAt: Date } | null;
}

/** A rule that was changed, or looked at by somebody else, since it was read, is left as it is. */
function steppedRule(
  stored: StoredRule,
  seen: { rule: StoredRule; reading: Reading | undefined } | undefined,
  now: Date,
): SteppedRule {
  const { ruleId, rule, alert } = stored;
  const at = lookAt(rule, now);
  const isSame =
    seen?.reading !== undefined &&
    stored.enabled &&
    stored.updatedAt.getTime() === seen.rule.updatedAt.getTime() &&
    (alert.lookedAt === null || alert.lookedAt < at);
  if (!isSame || !seen?.reading) return { stored, look: null };
  const step = stepAlert({ ...rule, id: `alert:${ruleId}` }, alert, seen.reading, at);
  const nextLookAt = new Date(at.getTime() + lookMinutes(rule) * MINUTE_MS);
  return { stored, look: { step, reading: seen.reading, at, nextLookAt } };
}

function outcomeOf(rules: readonly SteppedRule[], problems: readonly Problem[], root: string): LooksOutcome {
  const { firesFor, messages } = groupNews(
    rules.map(({ stored: { ruleId, rule, alert }, look }) => ({
      ...{ id: ruleId, metric: rule.metric, scope: scopeOfJson(rule.scope) },
      ...{ before: alert, step: look?.step ?? null },
    })),
    problems.map(({ problemId, ...problem }) => ({ ...problem, id: problemId })),
  );
  const looks = rules.flatMap(({ stored: { ruleId }, look }) => {
    if (!look) return [];
    const { step, reading, at, nextLookAt } = look;
    const { outcome: _, ...seen } = reading;
    const fires = firesFor.get(ruleId) ?? { groupKey: null, problemId: null };
    return [{ ruleId, alert: step.alert, seen, at, nextLookAt, ...fires }];
  });
  const told = messages.flatMap((message) => {
    const own = looks.filter(({ ruleId }) => message.rules.includes(ruleId));
    const [first] = own;
    if (!first) return [];
    const of = own.map((look) => ({ ...look, rule: ruleOf(rules, look.ruleId) }));
    const problem = problems.find(({ problemId }) => problemId === message.problemId) ?? null;
    const url = problem ? `${root}/problems/${problem.problemId}` : `${root}/alerts/${first.ruleId}`;
    return [alertNotification(message, of, { problem, url, at: first.at })];
  });
  return { looks, told };
}

function ruleOf(rules: readonly SteppedRule[], ruleId: string): StoredRule["rule"] {
  const found = rules.find(({ stored }) => stored.ruleId === ruleId);
  if (!found) throw new Error(`A message is of the alert rule ${ruleId}, which was not looked at.`);
  return found.stored.rule;
}
