import Link from "next/link";
import type { ReactNode } from "react";
import type { PromptProblem } from "#lib/loop/find-problems";
import { Badge } from "../ui/badge.tsx";
import { Card } from "../ui/card.tsx";
import { ComparisonName } from "./comparison-name.tsx";
import { keptAddress } from "./kept-address.ts";
import { promptParams, promptWords } from "./prompt-names.ts";
import { RateValue } from "./rate-value.tsx";
import { thresholdWords } from "./threshold-address.ts";
import { categoryWords, countOf, countWords } from "./words.ts";

interface PromptProblemsProps {
  problems: readonly PromptProblem[];
  threshold: number;
  /** How many days they are of. */
  days: number;
  base: string;
  /** The choice of the threshold. */
  actions: ReactNode;
}

/** The prompt versions that did badly of late, worst first, with what is said of each. */
export function PromptProblems({ problems, threshold, days, base, actions }: PromptProblemsProps) {
  const under = thresholdWords(threshold);
  return (
    <Card
      title={`Under ${under} in the last ${days} days`}
      note="Prompt versions with at least 10 thumbs whose positive rate is lower, worst first, whatever the dates above."
      actions={actions}
    >
      {problems.length === 0 ? (
        <p className="text-soft text-sm">No prompt version with at least 10 thumbs is under {under}.</p>
      ) : (
        <ol className="-mt-1">
          {problems.map((problem) => (
            <li
              key={promptWords(problem)}
              className="grid gap-x-5 gap-y-2 border-line border-t py-2.5 text-sm first:border-t-0 md:grid-cols-[minmax(9rem,1fr)_9.75rem_minmax(0,2.4fr)]"
            >
              <ProblemName problem={problem} base={base} days={days} />
              <div>
                <RateValue rate={problem.positive} of="thumbs" />
              </div>
              <Said problem={problem} base={base} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function ProblemName({ problem, base, days }: { problem: PromptProblem; base: string; days: number }) {
  const prompt = promptParams(problem);
  const within = { days: String(days) };
  return (
    <div className="min-w-0">
      <ComparisonName
        name={promptWords(problem)}
        links={
          prompt
            ? {
                answers: keptAddress(`${base}/interactions`, within, { ...prompt, rating: "down" }),
                trend: keptAddress(`${base}/trends`, within, prompt),
              }
            : undefined
        }
      />
    </div>
  );
}

/** What its thumbs-down name and what several of its comments say. */
function Said({ problem: { categories, recurring }, base }: { problem: PromptProblem; base: string }) {
  if (categories.length === 0 && recurring.length === 0)
    return <p className="text-faint text-xs">No categories and no recurring comments.</p>;
  return (
    <div className="min-w-0 space-y-1.5">
      <p className="flex flex-wrap gap-1.5">
        {categories.map(({ category, downCount }) => (
          <Badge key={category}>
            {categoryWords(category)} {countWords(downCount)}
          </Badge>
        ))}
      </p>
      {recurring.length > 0 && (
        <ul className="space-y-0.5 text-soft text-xs">
          {recurring.map(({ text, count, interactionIds: [newest] }) => (
            <li key={text} className="wrap-anywhere line-clamp-2">
              {newest ? (
                <Link
                  href={`${base}/interactions/${encodeURIComponent(newest)}`}
                  className="underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-ink"
                >
                  “{text}”
                </Link>
              ) : (
                `“${text}”`
              )}{" "}
              <span className="text-faint">{countOf(count, "comment")} like this</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
