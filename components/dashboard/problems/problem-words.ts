import { formatCategory, formatCount, formatInterval, formatPercent } from "#components/format/numbers.ts";
import type { BadgeTone } from "#components/ui/badge.tsx";
import type { Problem, ProblemStep } from "#lib/act/problems/index.ts";
import type { FixLink, ProblemState } from "#lib/domain/problem-lifecycle.ts";
import { rate } from "#lib/domain/rate.ts";

/** How each state is said. */
export const stateLabel: Record<ProblemState, { words: string; tone: BadgeTone }> = {
  open: { words: "Open", tone: "bad" },
  regressed: { words: "Back again", tone: "bad" },
  fixing: { words: "Being fixed", tone: "accent" },
  fixed: { words: "Shipped, not yet verified", tone: "warn" },
  verified: { words: "Verified", tone: "good" },
  snoozed: { words: "Snoozed", tone: "neutral" },
  faded: { words: "Gone by itself", tone: "neutral" },
};

/** What people look for problems by. */
export const problemViews = [
  { view: "todo", label: "To do", states: ["open", "regressed"] },
  { view: "work", label: "In work", states: ["fixing", "fixed"] },
  { view: "done", label: "Done", states: ["verified", "faded"] },
  { view: "snoozed", label: "Snoozed", states: ["snoozed"] },
] as const satisfies readonly { view: string; label: string; states: readonly ProblemState[] }[];

/** A view of the list. */
export type ProblemView = (typeof problemViews)[number]["view"];

type Figures = Pick<Problem, "n" | "bad" | "dispersion" | "category" | "usual">;

/** The rate of bad ratings since it began, with an interval that allows for users who rate often. */
export const problemRate = ({ n, bad, dispersion }: Figures) => {
  const { low, high } = rate(bad / dispersion, n / dispersion);
  return { value: n === 0 ? 0 : bad / n, low: low ?? 0, high: high ?? 1 };
};

const whatIsBad = (category: string | null): string =>
  category === null ? "are down" : `are down as “${formatCategory(category)}”`;

/** "46.7% of 180 thumbs are down (38.9–54.6%); 20.0% were usual". */
export function figureWords(problem: Figures): string {
  const { value, low, high } = problemRate(problem);
  const since = `${formatPercent(value)} of ${formatCount(problem.n)} thumbs ${whatIsBad(problem.category)}`;
  return `${since} (${formatInterval(low, high)}); ${formatPercent(problem.usual)} were usual`;
}

/** What is to fix a problem: "support-reply v8", "Experiment shorter". */
export const linkWords = (link: FixLink): string =>
  link.kind === "prompt_version" ? `${link.template} ${link.version}` : `Experiment ${link.experiment}`;

/** Where that is. */
export const linkHref = (base: string, link: FixLink): string =>
  link.kind === "prompt_version"
    ? `${base}/prompts/${encodeURIComponent(link.template)}?version=${encodeURIComponent(link.version)}`
    : `${base}/experiments/${encodeURIComponent(link.experiment)}`;

/** What happened to a problem. */
export function stepWords({
  kind,
  from,
  to,
  link,
}: Pick<ProblemStep, "kind" | "from" | "to" | "link">): string {
  switch (kind) {
    case "found":
      return "Found";
    case "start":
      return link ? `Work began, on ${linkWords(link)}` : "Work began";
    case "link":
      return link ? `Linked to ${linkWords(link)}` : "Linked";
    case "stop":
      return "Work stopped";
    case "ship":
      return link ? `Fix shipped: ${linkWords(link)}` : "Fix shipped";
    case "snooze":
      return "Snoozed";
    case "reopen":
      return "Reopened";
    case "tick":
      return "Snooze over";
    case "seen_usual":
      return to === "verified" ? "The fix worked" : "As usual again";
    case "seen_worse":
      return from === "fixed" ? "The fix did not work" : "Back again";
  }
}

/** Steps that people take. */
export type PersonStep = "start" | "link" | "stop" | "ship" | "snooze" | "reopen";

/** The steps that can be taken in each state, the likeliest first. */
export const stepsFrom: Record<ProblemState, readonly PersonStep[]> = {
  open: ["start", "ship", "snooze"],
  regressed: ["start", "ship", "snooze"],
  fixing: ["ship", "link", "stop"],
  fixed: ["reopen"],
  verified: ["reopen"],
  snoozed: ["start", "reopen"],
  faded: ["start", "reopen"],
};

/** How each step is offered, and what follows from it. */
export const stepOffers: Record<PersonStep, { button: string; title: string; effect: string }> = {
  start: {
    button: "Start fixing",
    title: "Start fixing this problem",
    effect:
      "It moves to “In work”. Where a prompt version or an experiment is to fix it, the fix counts as shipped by itself once that version is in production, or the experiment is promoted.",
  },
  link: {
    button: "Link a fix",
    title: "Link what is to fix this problem",
    effect:
      "The fix counts as shipped by itself once that version is in production, or the experiment is promoted.",
  },
  stop: {
    button: "Stop",
    title: "Stop fixing this problem",
    effect: "It goes back to “To do”, without an owner.",
  },
  ship: {
    button: "Fix shipped",
    title: "The fix was shipped",
    effect:
      "From now on new ratings decide: once they can tell, the problem is verified, or it is back again. Answers before this count for neither.",
  },
  snooze: {
    button: "Snooze",
    title: "Snooze this problem",
    effect: "It is not shown among those to do until that day.",
  },
  reopen: {
    button: "Reopen",
    title: "Reopen this problem",
    effect: "It goes back to “To do”.",
  },
};
