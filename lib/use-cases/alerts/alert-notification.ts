import type { StoredRule } from "#lib/act/alerts/index.ts";
import {
  type GroupMessage,
  metricWords,
  minutesWords,
  readingWords,
  ruleWords,
  scopeOfRule,
} from "#lib/decide/alerts/index.ts";
import type { Alert, AlertNews, Reading } from "#lib/domain/alert.ts";
import type { Notification } from "#lib/domain/notification.ts";

/** A rule that is told of, with what it saw and where it stands now. */
export interface ToldRule extends Pick<StoredRule, "ruleId" | "rule"> {
  alert: Alert;
  seen: Omit<Reading, "outcome">;
}

/** What else is told, and where it can be seen. */
interface Around {
  problem: { title: string } | null;
  url: string;
  at: Date;
}

/** Most rules of a message; a title has room for so many characters. */
const [RULES_TOLD, TITLE_MAX] = [10, 200];

const headlines: Record<AlertNews, (name: string) => string> = {
  firing: (name) => name,
  still_firing: (name) => `Still: ${name}`,
  resolved: (name) => `Over: ${name}`,
  no_data: (name) => `No data: ${name}`,
};

/** What is told of rules that have one cause. */
export function alertNotification(
  { kind, id, problemId }: GroupMessage,
  rules: readonly ToldRule[],
  { problem, url, at }: Around,
): Notification {
  const [first] = rules;
  const names = rules.length > 1 ? `${first?.rule.name} and ${rules.length - 1} more` : first?.rule.name;
  const title = headlines[kind](
    oneLine(problem && kind !== "resolved" ? `${names}: ${problem.title}` : `${names}`),
  );
  const told = rules.slice(0, RULES_TOLD);
  return {
    notification_id: id,
    kind: kind === "resolved" ? "alert.resolved" : "alert.firing",
    title: title.length > TITLE_MAX ? `${title.slice(0, TITLE_MAX - 1)}…` : title,
    text: told.map(({ rule, seen }) => `${ruleWords(rule)}. Seen: ${readingWords(rule, seen)}.`).join("\n"),
    facts: first ? factsOf(first, problem) : [],
    url,
    happened_at: at.toISOString(),
    data: {
      ...{ news: kind, problem_id: problemId },
      rules: told.map(({ ruleId, rule, alert, seen }) => ({
        ...{ rule_id: ruleId, name: rule.name, metric: rule.metric, scope: scopeData(rule.scope) },
        ...{ state: alert.state, since: alert.since.toISOString() },
        ...{ value: seen.value, against: seen.against, n: seen.n },
      })),
    },
  };
}

const scopeData = (scope: object): Record<string, string> =>
  Object.fromEntries(Object.entries(scope).filter(([, value]) => value !== undefined));

const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, " ");

function factsOf({ rule, seen }: ToldRule, problem: Around["problem"]): Notification["facts"] {
  return [
    { label: "Metric", value: `${metricWords(rule.metric)} of ${scopeOfRule(rule)}` },
    { label: "Seen", value: readingWords(rule, seen) },
    ...(rule.condition.type === "budget"
      ? []
      : [{ label: "Within", value: minutesWords(rule.window_minutes) }]),
    ...(problem ? [{ label: "Problem", value: problem.title }] : []),
  ];
}
