import type { Alert, AlertNews, Reading } from "#lib/domain/alert.ts";
import type { AlertRule } from "#lib/domain/alert-rule.ts";
import { isMuted } from "./is-muted.ts";

/** A rule after a look. */
export interface AlertStep {
  alert: Alert;
  /** What is to be told now; null for nothing. */
  news: { kind: AlertNews; id: string } | null;
  /** Whether it just came to fire or was resolved, whether somebody is told or not. */
  turned: "firing" | "resolved" | null;
}

type Waits = Pick<AlertRule, "for_minutes" | "resolve_minutes" | "renotify_minutes" | "no_data" | "mute">;

const MINUTE_MS = 60_000;

const isLong = (since: Date, minutes: number, now: Date): boolean =>
  now.getTime() - since.getTime() >= minutes * MINUTE_MS;

/**
 * A rule after a look at `now`. It fires when it was bad for as long as the rule says, and is resolved when it was good for
 * as long as the rule says; in between and without data it stays. While it is muted nobody is told; what fires when the
 * mute ends is told then, and nobody hears of the end of what they were not told of.
 * @param id the rule's, for the ids of what is told: the same turn has the same id, whoever computes it.
 */
export function stepAlert(
  rule: Waits & { id: string },
  alert: Alert,
  { outcome }: Reading,
  now: Date,
): AlertStep {
  const seen = outcome === "no_data" && rule.no_data === "fire" ? "bad" : outcome;
  const next = seen === "no_data" ? withoutData(alert) : withData(rule, alert, seen, now);
  const moved = { ...next, since: next.state === alert.state ? alert.since : now };
  return tell(rule, alert, moved, now);
}

const withoutData = (alert: Alert): Alert => ({
  ...alert,
  state: "no_data",
  pendingSince: null,
  goodSince: null,
});

function withData(rule: Waits, alert: Alert, seen: "bad" | "good" | "between", now: Date): Alert {
  const known = { ...alert, toldNoData: false };
  if (alert.firingSince !== null) {
    const goodSince = seen === "good" ? (alert.goodSince ?? now) : null;
    const isOver = goodSince !== null && isLong(goodSince, rule.resolve_minutes, now);
    if (isOver) return { ...known, state: "ok", pendingSince: null, firingSince: null, goodSince: null };
    return { ...known, state: "firing", pendingSince: null, goodSince };
  }
  if (seen !== "bad") return { ...known, state: "ok", pendingSince: null };
  const pendingSince = alert.pendingSince ?? now;
  return isLong(pendingSince, rule.for_minutes, now)
    ? { ...known, state: "firing", pendingSince: null, firingSince: now, toldAt: null, told: 0 }
    : { ...known, state: "pending", pendingSince };
}

function tell(rule: Waits & { id: string }, before: Alert, alert: Alert, now: Date): AlertStep {
  const fired = before.firingSince === null && alert.firingSince !== null;
  const resolved = before.firingSince !== null && alert.firingSince === null;
  const turned = fired ? "firing" : resolved ? "resolved" : null;
  // What fires again before its end was told is told as firing.
  const heard = resolved && before.toldAt !== null ? before.firingSince : fired ? null : alert.endToTell;
  const known: Alert = { ...alert, endToTell: heard, ...(resolved && { toldAt: null, told: 0 }) };
  if (isMuted(rule.mute, now)) return { alert: known, news: null, turned };
  const { told, ...found } = newsOf(rule, known, now);
  return { alert: { ...known, ...told }, news: found.news, turned };
}

/** What is to be told, and what the rule remembers of that. */
function newsOf(
  rule: Waits & { id: string },
  alert: Alert,
  now: Date,
): Pick<AlertStep, "news"> & { told: Partial<Alert> } {
  const news = (kind: AlertNews, since: Date, more = "") => ({
    kind,
    // An id has no dot, which webhooks sign with.
    id: `${rule.id}:${since.toISOString().replace(".", "_")}:${kind}${more}`,
  });
  const { state, endToTell, firingSince, toldAt, told } = alert;
  if (endToTell !== null) return { news: news("resolved", endToTell), told: { endToTell: null } };
  if (state === "no_data" && rule.no_data === "tell" && !alert.toldNoData)
    return { news: news("no_data", alert.since), told: { toldNoData: true } };
  if (state !== "firing" || firingSince === null) return { news: null, told: {} };
  const isAgain =
    rule.renotify_minutes !== null && toldAt !== null && isLong(toldAt, rule.renotify_minutes, now);
  if (toldAt !== null && !isAgain) return { news: null, told: {} };
  const remembered = { toldAt: now, told: told + 1 };
  return told === 0
    ? { news: news("firing", firingSince), told: remembered }
    : { news: news("still_firing", firingSince, `:${told}`), told: remembered };
}
