import { CircleCheck, Hourglass } from "lucide-react";
import { formatCountOf, formatDay, formatMoment } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import type { Problem, ProblemLook } from "#lib/act/problems/index.ts";
import { figureWords, linkWords, type ProblemView, stateLabel } from "./problem-words.ts";

interface ProblemListProps {
  problems: readonly Problem[];
  view: ProblemView;
  look: ProblemLook | null;
  base: string;
  tz: string;
}

/** Problems, the most harmful first, or why there are none. */
export function ProblemList({ problems, view, look, base, tz }: ProblemListProps) {
  if (problems.length === 0)
    return (
      <Card>
        <NoProblems view={view} look={look} tz={tz} />
      </Card>
    );
  return (
    <Card flush>
      <ol className="divide-y divide-line">
        {problems.map((problem) => (
          <ProblemLine key={problem.problemId} problem={problem} base={base} />
        ))}
      </ol>
    </Card>
  );
}

function ProblemLine({ problem, base }: { problem: Problem; base: string }) {
  const { problemId, title, state, met, beganAt, owner, link, snoozedUntil } = problem;
  const { words, tone } = stateLabel[state];
  const facts = [
    `${formatCountOf(met, "user")} met these answers`,
    `since ${formatDay(beganAt.toISOString().slice(0, 10))}`,
    owner && `owner: ${owner}`,
    link && linkWords(link),
    state === "snoozed" && snoozedUntil && `until ${formatDay(snoozedUntil.toISOString().slice(0, 10))}`,
  ].filter(Boolean);
  return (
    <li className="relative px-4 py-3.5 hover:bg-hover/60">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h2 className="wrap-anywhere min-w-0 flex-1 basis-64 text-pretty font-medium text-ink text-sm">
          <Link
            href={`${base}/problems/${problemId}`}
            className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
          >
            {title}
          </Link>
        </h2>
        <Badge tone={tone}>{words}</Badge>
      </div>
      <p className="mt-1 text-soft text-sm tabular-nums">{figureWords(problem)}</p>
      <p className="wrap-anywhere mt-0.5 text-faint text-xs tabular-nums">{facts.join(" · ")}</p>
    </li>
  );
}

const NEEDED =
  "It needs a week of history with 100 ratings, and judges no group before 30 ratings by ten users.";

const nothing: Record<Exclude<ProblemView, "todo">, { title: string; words: string }> = {
  work: { title: "Nothing is being fixed", words: "A problem comes here when somebody starts to fix it." },
  done: {
    title: "Nothing is done yet",
    words: "A problem comes here once the ratings after its fix are as usual.",
  },
  snoozed: { title: "Nothing is snoozed", words: "A problem that can wait comes here until its day." },
};

/** Nothing there: because nothing is wrong, or because too little is known. */
function NoProblems({ view, look, tz }: Pick<ProblemListProps, "view" | "look" | "tz">) {
  if (view !== "todo")
    return (
      <EmptyState icon={Hourglass} title={nothing[view].title}>
        {nothing[view].words}
      </EmptyState>
    );
  if (look === null || look.groups === 0)
    return (
      <EmptyState icon={Hourglass} title={look ? "Too little is known yet" : "Not looked yet"}>
        Whetstone looks once an hour with new ratings for what got worse, or is worse than the rest. {NEEDED}
      </EmptyState>
    );
  return (
    <EmptyState icon={CircleCheck} title="Nothing got worse that the data can show">
      Last looked at {formatMoment(look.lookedAt, tz)}: {formatCountOf(look.groups, "group")} of answers
      against {formatCountOf(look.usualOf, "rating")} that tell what is usual. {NEEDED}
    </EmptyState>
  );
}
