import type { HourSums, Reading } from "#lib/domain/alert.ts";
import { alertMetric, badOf } from "#lib/domain/alert-metric.ts";
import type { AlertRule } from "#lib/domain/alert-rule.ts";
import { clockIn, localHour } from "#lib/domain/calendar.ts";
import { type BadOfHour, moreBy, RiseDetector } from "../problems/index.ts";
import { type Observed, readCondition } from "./read-condition.ts";

/** What is known of the past of a rule. */
export interface PastOfRule {
  /** Every hour, in their order, also those without anything. */
  hours: readonly HourSums[];
  tz: string;
  /** The rule's share of the project's false alarms (see `falseAlarmShares`). */
  share: number;
  /** By how much users who rate several times vary more than independent ratings, where it is known. */
  dispersion?: number | undefined;
  /** No change is looked for that began before this local day. */
  since?: number | undefined;
}

const [HOUR_MS, HOUR_MINUTES, WEEK_HOURS] = [3_600_000, 60, 168];

/** Weeks that tell how much is usual. */
const USUAL_WEEKS = 4;

/** Looks at a rule after hour by hour, in their order. */
export class RuleWatch {
  readonly #rule: AlertRule;
  readonly #past: PastOfRule;
  readonly #length: number;
  readonly #periods: readonly string[];
  readonly #detector: RiseDetector | null;

  constructor(rule: AlertRule, past: PastOfRule) {
    this.#rule = rule;
    this.#past = past;
    this.#length = Math.max(1, Math.round(rule.window_minutes / HOUR_MINUTES));
    this.#periods = periodsOf(rule, past);
    const { condition } = rule;
    const { dispersion, since } = past;
    this.#detector =
      condition.type === "change"
        ? new RiseDetector({
            worse: moreBy(condition.by),
            ...(dispersion === undefined ? {} : { dispersion }),
            ...(since === undefined ? {} : { since }),
          })
        : null;
  }

  /** Takes an hour in without looking. */
  skip(index: number): void {
    const hour = this.#past.hours[index];
    if (hour) this.#detector?.add(this.#badOf(hour));
  }

  /**
   * The look at the end of an hour, by its number.
   * @param firingSince since when the rule fires; null if it does not.
   */
  look(index: number, firingSince: Date | null): { at: Date; reading: Reading } {
    const hour = this.#past.hours[index];
    if (!hour) throw new Error(`There is no hour ${index}: the past has ${this.#past.hours.length}.`);
    this.#detector?.add(this.#badOf(hour));
    return {
      at: new Date(hour.at.getTime() + HOUR_MS),
      reading: inOwnTerms(this.#rule, readCondition(leastOf(this.#rule), this.#observe(index, firingSince))),
    };
  }

  /** Begins anew after an alert that is over. */
  restart(): void {
    this.#detector?.restart();
  }

  #observe(index: number, firingSince: Date | null): Partial<Observed> {
    const { hours } = this.#past;
    const window = hours.slice(Math.max(0, index + 1 - this.#length), index + 1);
    const { condition, metric } = this.#rule;
    if (condition.type === "change") return { change: this.#change(window, firingSince) };
    if (condition.type === "budget") return { budget: { spent: this.#spent(index) } };
    const { part, whole } = sumOf(window);
    if (condition.type === "silence")
      return { silence: { seen: part, expected: usualAmount(hours, index + 1, this.#length) } };
    if (alertMetric(metric).kind === "amount") return { threshold: { value: part, n: whole } };
    return { threshold: { value: whole === 0 ? null : part / whole, n: whole } };
  }

  #change(window: readonly HourSums[], firingSince: Date | null): Observed["change"] {
    const rise = this.#detector?.rise ?? { evidence: Number.NEGATIVE_INFINITY, usual: null };
    const recent = { n: 0, bad: 0, expected: 0 };
    const observed = { rise, share: this.#past.share, isFiring: firingSince !== null, recent };
    if (rise.usual === null) return observed;
    for (const hour of window) {
      if (firingSince !== null && hour.at < firingSince) continue;
      const { weekHour, n, bad } = this.#badOf(hour);
      recent.n += n;
      recent.bad += bad;
      recent.expected += n * (rise.usual.ofWeekHour[weekHour] ?? rise.usual.share);
    }
    return observed;
  }

  #badOf(hour: HourSums): BadOfHour {
    const bad = badOf(this.#rule.metric, hour);
    return { ...localHour(this.#past.tz, hour.at), n: hour.whole, bad };
  }

  /** What was spent in the local day or month of an hour, up to its end. */
  #spent(index: number): number {
    const { hours } = this.#past;
    let spent = 0;
    for (let at = index; at >= 0 && this.#periods[at] === this.#periods[index]; at--)
      spent += hours[at]?.part ?? 0;
    return spent;
  }
}

/** The local day or month of each hour, if the rule has a budget for it. */
function periodsOf({ condition }: AlertRule, { hours, tz }: PastOfRule): string[] {
  if (condition.type !== "budget") return [];
  return hours.map(({ at }) => clockIn(tz, at).slice(0, condition.per === "day" ? 10 : 7));
}

const sumOf = (hours: readonly HourSums[]): { part: number; whole: number } =>
  hours.reduce((sum, { part, whole }) => ({ part: sum.part + part, whole: sum.whole + whole }), {
    part: 0,
    whole: 0,
  });

/** An amount of nothing is known, too: it needs no minimum. */
export const leastOf = (rule: AlertRule): AlertRule =>
  alertMetric(rule.metric).kind === "amount" ? { ...rule, minimum: 0 } : rule;

/** A reading of a change, which judges shares of what is bad, as values of the rule's metric. */
function inOwnTerms({ metric, condition }: AlertRule, reading: Reading): Reading {
  if (condition.type !== "change" || alertMetric(metric).worse === "higher") return reading;
  const rest = (share: number | null) => (share === null ? null : 1 - share);
  return { ...reading, value: rest(reading.value), against: rest(reading.against) };
}

/** The smallest amount of the same hours in any of the last weeks: a Sunday that is quiet every other week is no silence. */
export function usualAmount(hours: readonly HourSums[], end: number, length: number): number {
  const amounts: number[] = [];
  for (let back = 1; back <= USUAL_WEEKS; back++) {
    const until = end - back * WEEK_HOURS;
    if (until - length < 0) break;
    amounts.push(sumOf(hours.slice(until - length, until)).part);
  }
  return amounts.length === 0 ? 0 : Math.min(...amounts);
}
