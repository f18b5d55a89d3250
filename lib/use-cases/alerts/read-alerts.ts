import {
  type AlertTransition,
  findRule,
  listRules,
  listTransitions,
  type StoredRule,
} from "#lib/act/alerts/index.ts";
import { listProblems, type Problem } from "#lib/act/problems/index.ts";
import { isMuted, readingWords, ruleWords } from "#lib/decide/alerts/index.ts";
import { type AlertState, alertStates } from "#lib/domain/alert.ts";
import { scopeOfJson } from "#lib/domain/scope.ts";
import { watchedHours } from "#lib/evaluate/metrics/index.ts";
import { giveDefaultRules } from "./give-default-rules.ts";
import { daysOf, type MetricDay, PREVIEW_DAYS } from "./preview-alert-rule.ts";

/** A rule with where it stands, in words, too. */
export interface AlertView extends StoredRule {
  /** When it fires. */
  words: string;
  /** What it saw last; null before its first look. */
  seenWords: string | null;
  isMuted: boolean;
  /** What explains that it fires. */
  problem: Pick<Problem, "problemId" | "title"> | null;
  /** The last ones, the newest first. */
  transitions: AlertTransition[];
}

/** Transitions that a list shows of each rule. */
const LISTED = 3;

/** A rule with where it stands in words, without what is kept elsewhere. */
export function toAlertView(stored: StoredRule, now: Date): Omit<AlertView, "problem" | "transitions"> {
  const { rule, alert } = stored;
  return {
    ...stored,
    words: ruleWords(rule),
    seenWords: alert.lookedAt === null ? null : readingWords(rule, alert),
    isMuted: isMuted(rule.mute, now),
  };
}

function toView(
  stored: StoredRule,
  { now, problems, transitions }: { now: Date; problems: readonly Problem[]; transitions: AlertTransition[] },
): AlertView {
  const problem = problems.find(({ problemId }) => problemId === stored.alert.problemId) ?? null;
  return {
    ...toAlertView(stored, now),
    problem: problem && { problemId: problem.problemId, title: problem.title },
    transitions,
  };
}

/** All rules of a project, firing ones first, then by name. */
export async function readAlerts(
  projectId: string,
  now: Date,
  states: readonly AlertState[] = alertStates,
): Promise<AlertView[]> {
  await giveDefaultRules(projectId);
  const [rules, problems, transitions] = await Promise.all([
    listRules(projectId),
    listProblems(projectId),
    listTransitions(projectId),
  ]);
  const byRule = Map.groupBy(transitions, ({ ruleId }) => ruleId);
  const rank = ({ alert, enabled }: StoredRule) =>
    enabled ? alertStates.indexOf(alert.state) : alertStates.length;
  return rules
    .filter(({ alert }) => states.includes(alert.state))
    .map((rule) => {
      const own = (byRule.get(rule.ruleId) ?? []).slice(0, LISTED);
      return toView(rule, { now, problems, transitions: own });
    })
    .sort((one, other) => rank(one) - rank(other));
}

/** A rule with its history and its metric over the last 30 days. */
export interface AlertDetail extends AlertView {
  days: MetricDay[];
  /** The times for which it fired, that are not over by then. */
  episodes: { from: Date; until: Date | null }[];
}

/**
 * One rule.
 * @throws Problem 404 where there is none with this id.
 */
export async function readAlertRule(projectId: string, ruleId: string, now: Date): Promise<AlertDetail> {
  const stored = await findRule(projectId, ruleId);
  const from = new Date(now.getTime() - PREVIEW_DAYS * 86_400_000);
  const { metric, scope } = stored.rule;
  const [problems, transitions, [hours = []]] = await Promise.all([
    listProblems(projectId),
    listTransitions(projectId, { ruleId }),
    watchedHours(projectId, [{ metric, scope: scopeOfJson(scope), since: from, until: now }]),
  ]);
  return {
    ...toView(stored, { now, problems, transitions }),
    days: daysOf(stored.rule, hours, from),
    episodes: episodesOf(stored, transitions, from),
  };
}

function episodesOf(
  { alert }: StoredRule,
  transitions: readonly AlertTransition[],
  from: Date,
): AlertDetail["episodes"] {
  const over = transitions.flatMap(({ firedSince, at }) =>
    firedSince === null || at < from ? [] : [{ from: firedSince, until: at }],
  );
  return alert.firingSince === null ? over : [{ from: alert.firingSince, until: null }, ...over];
}
