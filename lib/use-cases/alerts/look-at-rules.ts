import type { StoredRule } from "#lib/act/alerts/index.ts";
import { lookNeeds, lookNow } from "#lib/decide/alerts/index.ts";
import { falseAlarmShares, moreBy, usersDispersion } from "#lib/decide/problems/index.ts";
import type { HourSums, Reading } from "#lib/domain/alert.ts";
import type { AlertRule } from "#lib/domain/alert-rule.ts";
import { scopeOfJson } from "#lib/domain/scope.ts";
import {
  type RaterDays,
  type WatchedStretch,
  watchedHours,
  watchedRaters,
  watchedWindows,
} from "#lib/evaluate/metrics/index.ts";
import { turns } from "#lib/platform/threads/index.ts";

/** Days, weekdays and budgets are those of this zone: projects have none of their own. */
export const ALERT_TZ = "UTC";

const DAY_MS = 86_400_000;

/** Days of ratings that tell how alike those of one user are. */
const RATERS_DAYS = 28;

/** A rule to look at, and when. */
export interface RuleToLookAt {
  ruleId: string;
  rule: AlertRule;
  at: Date;
  /** Since when it fires; null if it does not. */
  firingSince: Date | null;
  resolvedAt: Date | null;
}

/** The rules' shares of the false alarms that a project may have, by rule: those of all that look for changes. */
export function alarmShares(
  rules: readonly Pick<StoredRule, "ruleId" | "rule" | "enabled">[],
): Map<string, number> {
  const changes = rules.filter(({ rule, enabled }) => enabled && rule.condition.type === "change");
  const shares = falseAlarmShares(changes.map(({ rule }) => Object.keys(scopeOfJson(rule.scope)).length));
  return new Map(changes.map(({ ruleId }, index) => [ruleId, shares[index] ?? 1]));
}

/** The answers of a rule, and its metric. */
const watchedOf = ({ metric, scope }: AlertRule) => ({ metric, scope: scopeOfJson(scope) });

/**
 * What rules see. However many there are, what they need is read in the same few statements: hours, windows, parts of
 * hours, and raters.
 * @param shares the rules' shares of false alarms.
 */
export async function lookAtRules(
  projectId: string,
  rules: readonly RuleToLookAt[],
  shares: ReadonlyMap<string, number>,
): Promise<Map<string, Reading>> {
  const [hours, windows, dispersions] = await Promise.all([
    readHours(projectId, rules),
    readWindows(projectId, rules),
    dispersionsOf(projectId, rules),
  ]);
  const readings = new Map<string, Reading>();
  const others = turns();
  for (const { ruleId, rule, firingSince, resolvedAt } of rules) {
    readings.set(
      ruleId,
      lookNow(rule, {
        ...{ tz: ALERT_TZ, share: shares.get(ruleId) ?? 1, dispersion: dispersions.get(ruleId) },
        ...{
          hours: hours.get(ruleId) ?? [],
          window: windows.get(ruleId) ?? { part: 0, whole: 0, p95: null },
        },
        ...{ firingSince, resolvedAt },
      }),
    );
    await others();
  }
  return readings;
}

/** What some rules need, by rule. */
async function byRule<Read>(
  rules: readonly RuleToLookAt[],
  needs: (rule: RuleToLookAt) => { since: Date; until: Date } | null,
  read: (watched: WatchedStretch[]) => Promise<Read[]>,
): Promise<Map<string, Read>> {
  const needing = rules.flatMap((rule) => {
    const stretch = needs(rule);
    return stretch === null
      ? []
      : [{ ruleId: rule.ruleId, watched: { ...watchedOf(rule.rule), ...stretch } }];
  });
  const found = await read(needing.map(({ watched }) => watched));
  return new Map(
    needing.flatMap(({ ruleId }, index) => {
      const own = found[index];
      return own === undefined ? [] : [[ruleId, own] as const];
    }),
  );
}

const readHours = (projectId: string, rules: readonly RuleToLookAt[]): Promise<Map<string, HourSums[]>> =>
  byRule(
    rules,
    ({ rule, at }) => lookNeeds(rule, at).hours,
    (watched) => watchedHours(projectId, watched),
  );

const readWindows = (projectId: string, rules: readonly RuleToLookAt[]) =>
  byRule(
    rules,
    ({ rule, at }) => lookNeeds(rule, at).window,
    (watched) => watchedWindows(projectId, watched),
  );

/** The dispersions of rules that look for changes of thumbs, whose raters are counted. */
export async function dispersionsOf(
  projectId: string,
  rules: readonly Pick<RuleToLookAt, "ruleId" | "rule" | "at">[],
): Promise<Map<string, number>> {
  const thumbs = rules.filter(
    ({ rule }) => rule.metric === "positive_rate" && rule.condition.type === "change",
  );
  const raters = await watchedRaters(
    projectId,
    thumbs.map(({ rule, at }) => ({
      scope: scopeOfJson(rule.scope),
      since: new Date(Math.floor(at.getTime() / DAY_MS - RATERS_DAYS) * DAY_MS),
      until: new Date(Math.floor(at.getTime() / DAY_MS) * DAY_MS),
    })),
  );
  return new Map(thumbs.map(({ ruleId, rule }, index) => [ruleId, dispersionOf(rule, raters[index] ?? [])]));
}

const dispersionOf = ({ condition }: AlertRule, raters: readonly RaterDays[]): number =>
  condition.type === "change" ? usersDispersion(raters, moreBy(condition.by)) : 1;
