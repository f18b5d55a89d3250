import { formatCountOf, formatMoment, formatPercent } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import type { Problem } from "#lib/act/problems/index.ts";

interface ProblemDetailProps {
  problem: Problem;
  base: string;
  tz: string;
}

/** A problem in a few lines; its page has the evidence. */
export function ProblemDetail({ problem, base, tz }: ProblemDetailProps) {
  const { problemId, title, state, n, bad, usual, raters, met, beganAt, foundAt } = problem;
  const facts: [string, string][] = [
    ["Bad ratings", n > 0 ? `${formatPercent(bad / n)} of ${formatCountOf(n, "rating")}` : "none yet"],
    ["Usually", formatPercent(usual)],
    ["Users", `${formatCountOf(raters, "user")} rated, ${formatCountOf(met, "user")} met it`],
    ["Began", formatMoment(beganAt, tz)],
    ["Found", formatMoment(foundAt, tz)],
  ];
  return (
    <Card
      title={title}
      actions={<ButtonLink href={`${base}/problems/${problemId}`}>See its evidence</ButtonLink>}
    >
      <Badge tone={state === "verified" ? "good" : "bad"}>{state}</Badge>
      <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-faint">{name}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
