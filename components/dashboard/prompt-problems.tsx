import type { ReactNode } from "react";
import type { PromptProblem } from "#lib/loop/find-problems.ts";
import { FigureLink } from "../figures/figure-link.tsx";
import type { FigureTarget } from "../figures/figure-target.ts";
import { Badge } from "../ui/badge.tsx";
import { Card } from "../ui/card.tsx";
import { Link } from "../ui/link.tsx";
import type { SearchParams } from "./address.ts";
import { ComparisonName } from "./comparison-name.tsx";
import { listTarget } from "./figure-population.ts";
import { promptParams, promptWords } from "./prompt-names.ts";
import { RateValue } from "./rate-value.tsx";
import { rowLinks } from "./row-addresses.ts";
import { thresholdWords } from "./threshold-address.ts";
import { categoryWords, countOf, countWords, TOO_FEW } from "./words.ts";

interface PromptProblemsProps {
  problems: readonly PromptProblem[];
  threshold: number;
  base: string;
  search: SearchParams;
  /** The choice of the threshold. */
  actions: ReactNode;
}

/** The prompt versions that did badly, worst first, with what is said of each. */
export function PromptProblems({ problems, threshold, base, search, actions }: PromptProblemsProps) {
  const under = thresholdWords(threshold);
  return (
    <Card
      title={`Under ${under}`}
      note={`Prompt versions with at least ${TOO_FEW} thumbs whose positive rate, with all of its 95 % interval, is lower; worst first.`}
      actions={actions}
    >
      {problems.length === 0 ? (
        <p className="text-soft text-sm">
          No prompt version with at least {TOO_FEW} thumbs is surely under {under}.
        </p>
      ) : (
        <ol className="-mt-1" data-total={problems.length} data-unit="prompt versions">
          {problems.map((problem) => (
            <li
              key={promptWords(problem)}
              className="grid gap-x-5 gap-y-2 border-line border-t py-2.5 text-sm first:border-t-0 md:grid-cols-[minmax(9rem,1fr)_9.75rem_minmax(0,2.4fr)]"
            >
              <div className="min-w-0">
                <ComparisonName
                  name={promptWords(problem)}
                  links={rowLinks({ base, search }, promptParams(problem), problem.interactions)}
                />
              </div>
              <div>
                <RateValue
                  rate={problem.positive}
                  of="thumbs"
                  figure={listTarget(
                    { base, search },
                    { filters: promptParams(problem), rating: "thumbs" },
                    problem.positive.n,
                  )}
                />
              </div>
              <Said problem={problem} base={base} search={search} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

/** What its thumbs-down name and what several of its comments say. */
function Said({
  problem,
  base,
  search,
}: Pick<PromptProblemsProps, "base" | "search"> & { problem: PromptProblem }) {
  const { categories, recurring } = problem;
  const filters = promptParams(problem);
  if (categories.length === 0 && recurring.length === 0)
    return <p className="text-faint text-xs">No categories and no recurring comments.</p>;
  return (
    <div className="min-w-0 space-y-1.5">
      <p className="flex flex-wrap gap-1.5">
        {categories.map(({ category, downCount }) => (
          <NamedCategory
            key={category}
            words={`${categoryWords(category)} ${countWords(downCount)}`}
            figure={listTarget(
              { base, search },
              { filters, categories: [category], rating: "down" },
              downCount,
            )}
          />
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

function NamedCategory({ words, figure }: { words: string; figure: FigureTarget | undefined }) {
  const badge = <Badge>{words}</Badge>;
  return figure ? (
    <FigureLink figure={figure} className="hover:underline">
      {badge}
    </FigureLink>
  ) : (
    badge
  );
}
