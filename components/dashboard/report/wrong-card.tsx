import type { ReactNode } from "react";
import { FigureLink } from "#components/figures/figure-link.tsx";
import { formatUnitCount } from "#components/figures/figure-target.ts";
import { RateValue } from "#components/figures/rate-value.tsx";
import { formatCategory, formatCountOf, formatInterval, formatPercent } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import type { ComparedCategory } from "#lib/decide/report/index.ts";
import type { Report } from "#lib/use-cases/report/read-report.ts";
import type { FigurePage } from "../url/figure-population.ts";
import { listTarget } from "../url/figure-population.ts";
import { promptParams } from "../url/prompt-names.ts";
import { AnswerList } from "./answer-list.tsx";

interface WrongCardProps extends FigurePage {
  report: Pick<
    Report,
    "template" | "version" | "summary" | "problems" | "themes" | "categories" | "comments" | "passages"
  >;
}

/** What users say is wrong with a version's answers: rates, categories, comments and highlights. */
export function WrongCard({ report, base, search }: WrongCardProps) {
  const { template, version, summary, problems, themes, categories, comments, passages } = report;
  const filters = promptParams({ promptTemplate: template, promptVersion: version });
  const figure = (more: Parameters<typeof listTarget>[1], count: number) =>
    listTarget({ base, search }, { filters, ...more }, count);
  const thumbs = figure({ rating: "thumbs" }, summary.positive.n);
  const downs = figure({ rating: "down" }, summary.thumbsDown);
  return (
    <Card title="What is wrong" flush>
      <dl className="grid grid-cols-1 gap-px border-line border-y bg-line sm:grid-cols-3">
        <Fact name="Positive rate">
          <RateValue rate={summary.positive} of="thumbs" inline />
        </Fact>
        <Fact name="Thumbs">{thumbs ? <Figure figure={thumbs} /> : "None"}</Fact>
        <Fact name="Thumbs down">{downs ? <Figure figure={downs} /> : "None"}</Fact>
      </dl>
      {problems.length > 0 && (
        <Part name="Problems that are not fixed yet">
          {problems.map(({ problemId, title, state }) => (
            <Line key={problemId} aside={<Badge tone="warn">{formatCategory(state)}</Badge>}>
              <Link
                href={`${base}/problems/${problemId}`}
                className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
              >
                {title}
              </Link>
            </Line>
          ))}
        </Part>
      )}
      {categories.length > 0 && (
        <Part name="Categories of thumbs down, against all other answers">
          {categories.map((each) => (
            <Category
              key={each.category}
              {...each}
              figure={figure({ rating: "down", categories: [each.category] }, each.count)}
            />
          ))}
        </Part>
      )}
      {themes.length > 0 && (
        <Part name="Themes of negative comments, edits and highlights">
          {themes.map(({ themeId, title, n, users, examples }) => (
            <Line key={themeId} aside={`${formatCountOf(n, "text")} by ${formatCountOf(users, "user")}`}>
              {title}
              <AnswerList base={base} ids={examples.map(({ interactionId }) => interactionId)} of={title} />
            </Line>
          ))}
        </Part>
      )}
      {comments.repeated.length > 0 && (
        <Part name={`What several of ${formatCountOf(comments.read, "comment")} say`}>
          {comments.repeated.map(({ text, count, interactionIds }) => (
            <Line key={text} aside={formatCountOf(count, "comment")}>
              “{text}”
              <AnswerList base={base} ids={interactionIds} of={text} />
            </Line>
          ))}
        </Part>
      )}
      {passages.length > 0 && (
        <Part name="Most highlighted passages">
          {passages.map(({ quote, count, categories: named, interactionId }) => (
            <Line key={quote} aside={formatCountOf(count, "user")}>
              “{quote}”{" "}
              {named.slice(0, 2).map(({ category }) => (
                <Badge key={category} tone="bad" className="ml-1">
                  {formatCategory(category)}
                </Badge>
              ))}
              <AnswerList base={base} ids={[interactionId]} of={quote} />
            </Line>
          ))}
        </Part>
      )}
    </Card>
  );
}

const Figure = ({ figure }: { figure: Parameters<typeof FigureLink>[0]["figure"] }) => (
  <FigureLink
    figure={figure}
    className="font-medium tabular-nums underline decoration-line-strong underline-offset-3 hover:decoration-ink"
  >
    {formatUnitCount(figure.count, figure.unit)}
  </FigureLink>
);

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="bg-surface px-4 py-3">
      <dt className="text-faint text-xs">{name}</dt>
      <dd className="mt-1 text-ink text-sm">{children}</dd>
    </div>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="border-line border-t first:border-t-0">
      <h3 className="px-4 pt-3 pb-1 text-faint text-xs">{name}</h3>
      <ul className="divide-y divide-line">{children}</ul>
    </div>
  );
}

function Line({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-start justify-between gap-4 px-4 py-2 text-sm">
      <div className="min-w-0 wrap-anywhere text-ink">{children}</div>
      <span className="shrink-0 whitespace-nowrap text-faint text-xs leading-5 tabular-nums">{aside}</span>
    </li>
  );
}

interface CategoryProps extends ComparedCategory {
  figure: ReturnType<typeof listTarget>;
}

function Category({ category, share, lift, over, figure }: CategoryProps) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 py-2 text-sm">
      <span className="flex min-w-0 flex-wrap items-center gap-2 text-ink">
        {formatCategory(category)}
        {over && lift && (
          <Badge tone="warn">
            {lift.value.toFixed(1)} × as often as elsewhere ({lift.low.toFixed(1)} to {lift.high.toFixed(1)})
          </Badge>
        )}
      </span>
      <span className="flex items-baseline gap-3 text-faint text-xs tabular-nums">
        {share.value !== null && (
          <span>
            {formatPercent(share.value)} of thumbs down, {formatInterval(share.low, share.high)}
          </span>
        )}
        {figure && <Figure figure={figure} />}
      </span>
    </li>
  );
}
