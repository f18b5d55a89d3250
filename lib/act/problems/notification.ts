import type { Notification } from "#lib/domain/notification.ts";
import { rate } from "#lib/domain/rate.ts";
import { scopeJson } from "#lib/domain/scope.ts";
import type { Problem } from "./problem.ts";

/** What of a problem is told. */
export type ToldKind = "problem.opened" | "problem.regressed" | "problem.verified";

/** What is told, where it can be seen, and when it happened. */
interface Telling {
  kind: ToldKind;
  /** Of the step, where there can be several. */
  stepId: string;
  url: string;
  at: Date;
  note: string;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const number = (value: number): string => value.toLocaleString("en-US");

/** A title has room for so many characters. */
const TITLE_MAX = 200;

const headlines: Record<ToldKind, (title: string) => string> = {
  "problem.opened": (title) => title,
  "problem.regressed": (title) => `Back again: ${title}`,
  "problem.verified": (title) => `Fixed: ${title}`,
};

/** What is told of a problem: what, for whom, how much and how sure. */
export function problemNotification(
  problem: Problem,
  { kind, stepId, url, at, note }: Telling,
): Notification {
  const { problemId, n, bad, dispersion, usual, usualOf, met, scope, category } = problem;
  const now = rate(bad / dispersion, n / dispersion);
  const interval = now.low === null ? "" : `, 95% interval ${percent(now.low)} to ${percent(now.high)}`;
  const what = category === null ? "Thumbs down" : `Ratings with “${category}”`;
  const title = headlines[kind](problem.title);
  return {
    notification_id: `problem:${problemId}:${kind.slice("problem.".length)}${kind === "problem.opened" ? "" : `:${stepId}`}`,
    kind,
    title: title.length > TITLE_MAX ? `${title.slice(0, TITLE_MAX - 1)}…` : title,
    text: note,
    facts: [
      { label: what, value: `${percent(n === 0 ? 0 : bad / n)} of ${number(n)}${interval}` },
      { label: "Usually", value: `${percent(usual)} of ${number(usualOf)}` },
      { label: "Users who met these answers", value: number(met) },
      { label: "Since", value: problem.beganAt.toISOString().slice(0, 10) },
    ],
    url,
    happened_at: at.toISOString(),
    data: {
      problem_id: problemId,
      ...{ state: problem.state, kind: problem.kind, category, scope: scopeJson(scope) },
      ...{ bad, n, usual_share: usual, users_met: met, began_at: problem.beganAt.toISOString() },
    },
  };
}
