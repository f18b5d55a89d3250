import type { ReactNode } from "react";
import { FigureLink } from "#components/figures/figure-link.tsx";
import type { FigureTarget } from "#components/figures/figure-target.ts";
import { RateValue } from "#components/figures/rate-value.tsx";
import { formatCategory, formatCount, formatCountOf, TOO_FEW } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import type { PromptProblem } from "#lib/use-cases/find-problems.ts";
import { ComparisonName } from "../comparison/comparison-name.tsx";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";
import { formatPrompt, promptParams } from "../url/prompt-names.ts";
import { rowLinks } from "../url/row-links.ts";
import { formatThreshold } from "../url/threshold-link.ts";

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
  const under = formatThreshold(threshold);
  return (
    <Card
      title={`Below ${under}`}
      note={`Prompt versions with at least ${TOO_FEW} thumbs and the entire 95% confidence interval of the positive rate below ${under}. Worst first.`}
      actions={actions}
    >
      {problems.length === 0 ? (
        <p className="text-soft text-sm">
          No prompt version with at least {TOO_FEW} thumbs is clearly below {under}.
        </p>
      ) : (
        <ol className="-mt-1" data-total={problems.length} data-unit="prompt versions">
          {problems.map((problem) => (
            <li
              key={formatPrompt(problem)}
              className="grid gap-x-5 gap-y-2 border-line border-t py-2.5 text-sm first:border-t-0 md:grid-cols-[minmax(9rem,1fr)_9.75rem_minmax(0,2.4fr)]"
            >
              <div className="min-w-0">
                <ComparisonName
                  name={formatPrompt(problem)}
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
    return <p className="text-faint text-xs">No categories or recurring comments.</p>;
  return (
    <div className="min-w-0 space-y-1.5">
      <p className="flex flex-wrap gap-1.5">
        {categories.map(({ category, downCount }) => (
          <NamedCategory
            key={category}
            words={`${formatCategory(category)} ${formatCount(downCount)}`}
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
              <span className="text-faint">{formatCountOf(count, "similar comment")}</span>
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
