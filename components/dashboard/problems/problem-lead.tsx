import type { ReactNode } from "react";
import { formatHours } from "#components/format/hours.ts";
import {
  formatCategory,
  formatCount,
  formatInterval,
  formatMoment,
  formatPercent,
} from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { FactList } from "#components/ui/fact-list.tsx";
import { Link } from "#components/ui/link.tsx";
import type { Problem } from "#lib/act/problems/index.ts";
import { dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import type { ProblemReading } from "#lib/use-cases/problems/read-problem.ts";
import { linkHref, linkWords, problemRate } from "./problem-words.ts";

interface ProblemLeadProps {
  problem: Problem;
  times: ProblemReading["times"];
  base: string;
  tz: string;
}

/** What is worse, for whom, since when and how surely. */
export function ProblemLead({ problem, times, base, tz }: ProblemLeadProps) {
  const { value, low, high } = problemRate(problem);
  const { usual, category, n, met, raters, beganAt, foundAt, owner, link } = problem;
  const facts: readonly [string, ReactNode][] = [
    ["Answers", scopeFacts(problem)],
    ["Compared with", problem.against === "own" ? "their own history" : "the rest of the project"],
    ["Users who met them", `${formatCount(met)}, of whom ${formatCount(raters)} rated`],
    ["Began", `${formatMoment(beganAt, tz)}, by the data`],
    ["Found", foundWords(foundAt, times.notice, tz)],
    ["Owner", owner],
    ["What is to fix it", link && <LinkTo {...{ base, link }} />],
    ["Shipped", times.ship === null ? null : `${formatHours(times.ship)} after it was found`],
    ["Verified", times.verify === null ? null : `${formatHours(times.verify)} after that`],
    ["Snoozed until", problem.snoozedUntil && formatMoment(problem.snoozedUntil, tz)],
  ];
  return (
    <Card>
      <p className="font-semibold text-2xl text-ink tabular-nums tracking-tight">
        {formatPercent(value)}{" "}
        <span className="font-normal text-base text-soft">
          of {formatCount(n)} thumbs are down{category && ` as “${formatCategory(category)}”`}, instead of{" "}
          {formatPercent(usual)}
        </span>
      </p>
      <p className="mt-0.5 text-faint text-xs tabular-nums">
        95% interval {formatInterval(low, high)}, which allows for users who rate often. What was usual is
        known from {formatCount(problem.usualOf)} ratings.
      </p>
      <FactList facts={facts} className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-y-3" />
    </Card>
  );
}

const scopeFacts = ({ scope }: Problem): string =>
  dimensionNames
    .flatMap((name) => (scope[name] === undefined ? [] : [`${dimensions[name].name} ${scope[name]}`]))
    .join(", ") || "all";

const foundWords = (at: Date, notice: number | null, tz: string): string =>
  `${formatMoment(at, tz)}${notice === null ? "" : `, ${formatHours(notice)} later`}`;

const LinkTo = ({ base, link }: { base: string; link: NonNullable<Problem["link"]> }) => (
  <Link
    href={linkHref(base, link)}
    className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
  >
    {linkWords(link)}
  </Link>
);
