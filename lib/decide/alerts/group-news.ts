import type { AlertNews } from "#lib/domain/alert.ts";
import { type ExplainingProblem, type FiringRule, groupAlerts } from "./group-alerts.ts";
import type { AlertStep } from "./step-alert.ts";

/** A rule of a project, where it stood before a look, and the step that it took if it was looked at. */
export interface RuleInGroup extends FiringRule {
  before: {
    groupKey: string | null;
    problemId: string | null;
    firingSince: Date | null;
    toldAt: Date | null;
  };
  step: AlertStep | null;
}

/** What alerts of one cause are told as. */
export interface GroupMessage {
  kind: AlertNews;
  /** The same for the same turn, whoever computes it. */
  id: string;
  problemId: string | null;
  rules: string[];
}

/** What a rule fires for. */
export interface FiresFor {
  groupKey: string | null;
  problemId: string | null;
}

/** What comes of a look: for what each rule fires that was looked at, and what is told. */
export interface GroupedNews {
  firesFor: Map<string, FiresFor>;
  messages: GroupMessage[];
}

/** A rule with the group that it is in after the look. */
interface Member {
  rule: RuleInGroup;
  key: string;
  problemId: string | null;
  firingSince: Date | null;
}

/**
 * What rules that were looked at tell: one message for all that have one cause. What fires for a cause that was told is not
 * told again, nor is an end before the last of them ends; that it still fires is told by the one that fired first.
 */
export function groupNews(
  rules: readonly RuleInGroup[],
  problems: readonly ExplainingProblem[],
): GroupedNews {
  const members = rules.flatMap((rule) => memberOf(rule, problems) ?? []);
  const firesFor = new Map<string, FiresFor>();
  for (const { id, step } of rules) if (step) firesFor.set(id, { groupKey: null, problemId: null });
  for (const { rule, key, problemId } of members)
    if (rule.step && (rule.step.alert.firingSince || rule.step.alert.endToTell))
      firesFor.set(rule.id, { groupKey: key, problemId });
  const groups = [...Map.groupBy(members, ({ key }) => key).values()];
  return { firesFor, messages: [...groups.flatMap(messagesOf), ...withoutData(rules)] };
}

/** Null for a rule that neither fires nor fired just before. */
function memberOf(rule: RuleInGroup, problems: readonly ExplainingProblem[]): Member | null {
  const { before, step } = rule;
  const firingSince = step ? step.alert.firingSince : before.firingSince;
  if (firingSince === null && step?.turned !== "resolved" && step?.news?.kind !== "resolved") return null;
  const isKnown = before.groupKey !== null && (before.problemId !== null || firingSince === null);
  if (isKnown && before.groupKey !== null)
    return { rule, key: before.groupKey, problemId: before.problemId, firingSince };
  const [group] = groupAlerts([rule], problems);
  return { rule, key: group?.key ?? `rule:${rule.id}`, problemId: group?.problemId ?? null, firingSince };
}

function messagesOf(members: readonly Member[]): GroupMessage[] {
  const firing = members.filter(({ firingSince }) => firingSince !== null);
  const telling = (kind: AlertNews) => members.filter(({ rule }) => rule.step?.news?.kind === kind);
  const fired = telling("firing");
  const isTold = firing.some((member) => member.rule.before.toldAt !== null && !fired.includes(member));
  const first = firing.reduce<Member | null>(
    (earliest, each) => ((earliest?.firingSince ?? NEVER) <= (each.firingSince ?? NEVER) ? earliest : each),
    null,
  );
  return [
    ...message("firing", isTold ? [] : fired),
    ...message(
      "still_firing",
      telling("still_firing").filter((member) => member === first),
    ),
    ...message("resolved", firing.length > 0 ? [] : telling("resolved")),
  ];
}

const NEVER = new Date(8.64e15);

function message(kind: AlertNews, members: readonly Member[]): GroupMessage[] {
  const sorted = [...members].sort((one, other) => (one.rule.id < other.rule.id ? -1 : 1));
  const [first] = sorted;
  const id = first?.rule.step?.news?.id;
  if (!first || id === undefined) return [];
  return [{ kind, id, problemId: first.problemId, rules: sorted.map(({ rule }) => rule.id) }];
}

/** That there is no data has one cause mostly. */
function withoutData(rules: readonly RuleInGroup[]): GroupMessage[] {
  const found = rules
    .filter(({ step }) => step?.news?.kind === "no_data")
    .map((rule) => ({ rule, key: "", problemId: null, firingSince: null }));
  return message("no_data", found);
}
