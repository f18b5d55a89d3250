import { type AlertMetric, alertMetric } from "#lib/domain/alert-metric.ts";
import type { AlertCondition, AlertRule } from "#lib/domain/alert-rule.ts";
import type { DimensionParam } from "#lib/domain/dimensions.ts";

/** A mute window as it is entered; those that are once are kept as they are. */
export interface MuteDraft {
  key: number;
  weekdays: number[];
  from: string;
  to: string;
  tz: string;
}

/** A rule as it is entered. */
export interface RuleDraft {
  name: string;
  metric: AlertMetric;
  type: AlertCondition["type"];
  op: "above" | "below";
  /** Of shares in percent. */
  value: string;
  /** In points. */
  by: string;
  usd: string;
  per: "day" | "month";
  /** In percent. */
  at: string;
  scope: { param: DimensionParam; value: string }[];
  window: string;
  minimum: string;
  forMinutes: string;
  resolveMinutes: string;
  /** "" for never. */
  renotify: string;
  noData: AlertRule["no_data"];
  mute: MuteDraft[];
  /** Mute windows that happen once, which are made through the API. */
  once: unknown[];
}

/** What a new rule begins with. */
export const emptyRule: RuleDraft = {
  ...{ name: "", metric: "positive_rate", type: "change", op: "below", value: "80", by: "10" },
  ...{ usd: "100", per: "day", at: "80", scope: [], window: "1440", minimum: "30" },
  ...{ forMinutes: "0", resolveMinutes: "60", renotify: "1440", noData: "keep", mute: [], once: [] },
};

/** Rules to begin with. */
export const templates: readonly { label: string; draft: Partial<RuleDraft> }[] = [
  { label: "Positive rate falls", draft: { name: "The positive rate fell" } },
  {
    label: "Answers are slow",
    draft: {
      ...{ name: "Answers are slow", metric: "latency_p95", type: "threshold", op: "above" },
      ...{ value: "10000", window: "60", forMinutes: "10" },
    },
  },
  {
    label: "No answers",
    draft: { name: "No answers any more", metric: "answers", type: "silence", window: "60" },
  },
  { label: "Budget", draft: { name: "The budget is nearly spent", metric: "cost", type: "budget" } },
  {
    label: "Stars fall",
    draft: { name: "Stars fell", metric: "star_mean", type: "threshold", op: "below", value: "3.5" },
  },
];

/** The conditions that can judge a metric. */
export function conditionsOf(metric: AlertMetric): AlertCondition["type"][] {
  return [
    ...(alertMetric(metric).kind === "share" ? (["change"] as const) : []),
    "threshold",
    ...(metric === "answers" || metric === "ratings" ? (["silence"] as const) : []),
    ...(metric === "cost" ? (["budget"] as const) : []),
  ];
}

/** The draft with another metric, and a condition that can judge it. */
export function withMetric(draft: RuleDraft, metric: AlertMetric): RuleDraft {
  const [first = "threshold", ...others] = conditionsOf(metric);
  const type = [first, ...others].includes(draft.type) ? draft.type : first;
  const op = alertMetric(metric).worse === "lower" ? "below" : "above";
  return { ...draft, metric, type, op };
}

const isShare = (metric: AlertMetric): boolean => alertMetric(metric).kind === "share";

/** What is entered as a number; NaN, which no route takes, for anything else. */
const number = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text));

function conditionOf({ type, metric, op, value, by, usd, per, at }: RuleDraft): object {
  switch (type) {
    case "threshold":
      return { type, op, value: isShare(metric) ? number(value) / 100 : number(value) };
    case "change":
      return { type, by: number(by) / 100 };
    case "silence":
      return { type };
    case "budget":
      return { type, usd: number(usd), per, at: number(at) / 100 };
  }
}

/** The body of a request that keeps or previews a draft. */
export function ruleBody(draft: RuleDraft): object {
  const { name, metric, scope, mute, once, renotify, noData } = draft;
  return {
    ...{ name: name.trim(), metric, condition: conditionOf(draft), no_data: noData },
    scope: Object.fromEntries(scope.flatMap(({ param, value }) => (value === "" ? [] : [[param, value]]))),
    ...{ window_minutes: number(draft.window), minimum: number(draft.minimum) },
    ...{ for_minutes: number(draft.forMinutes), resolve_minutes: number(draft.resolveMinutes) },
    renotify_minutes: renotify === "" ? null : number(renotify),
    mute: [...once, ...mute.map(({ key: _, ...window }) => ({ type: "weekly", ...window }))],
  };
}

const text = (value: number): string => String(Number(value.toPrecision(12)));

/** A rule as it is entered. */
export function draftOf(rule: AlertRule): RuleDraft {
  const { condition, metric, scope, mute } = rule;
  const shown = (value: number) => text(isShare(metric) ? value * 100 : value);
  return {
    ...emptyRule,
    ...{ name: rule.name, metric, type: condition.type },
    ...(condition.type === "threshold" ? { op: condition.op, value: shown(condition.value) } : {}),
    ...(condition.type === "change" ? { by: text(condition.by * 100) } : {}),
    ...(condition.type === "budget"
      ? { usd: text(condition.usd), per: condition.per, at: text(condition.at * 100) }
      : {}),
    scope: Object.entries(scope).flatMap(([param, value]) =>
      value === undefined ? [] : [{ param: param as DimensionParam, value }],
    ),
    ...{ window: text(rule.window_minutes), minimum: text(rule.minimum) },
    ...{ forMinutes: text(rule.for_minutes), resolveMinutes: text(rule.resolve_minutes) },
    renotify: rule.renotify_minutes === null ? "" : text(rule.renotify_minutes),
    noData: rule.no_data,
    mute: mute.flatMap((window, key) => {
      if (window.type === "once") return [];
      const { weekdays, from, to, tz } = window;
      return [{ key, weekdays, from, to, tz }];
    }),
    once: mute.filter(({ type }) => type === "once"),
  };
}
