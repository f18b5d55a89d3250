import { FigureLink } from "#components/figures/figure-link.tsx";
import { formatUnitCount } from "#components/figures/figure-target.ts";
import { Link } from "#components/ui/link.tsx";
import type { RowAddresses } from "../url/row-links.ts";

interface RowLinksProps extends RowAddresses {
  /** What the row is called, for those who hear a link alone. */
  name: string;
  /** Where its model is chosen, if it is a feature. */
  choice?: string | undefined;
}

/** From a row of figures to the interactions behind it, to how it went over time, and to what can be decided about it. */
export function RowLinks({ name, answers, trend, choice }: RowLinksProps) {
  const of = <span className="sr-only"> of {name}</span>;
  return (
    <span data-no-picture="" className="flex flex-wrap gap-x-3 text-xs">
      {answers && (
        <FigureLink figure={answers} className={linkClasses}>
          {formatUnitCount(answers.count, answers.unit)}
          {of}
        </FigureLink>
      )}
      <Link href={trend} className={linkClasses}>
        Trend
        {of}
      </Link>
      {choice && (
        <Link href={choice} className={linkClasses}>
          Model choice
          {of}
        </Link>
      )}
    </span>
  );
}

const linkClasses =
  "inline-flex min-h-6 items-center whitespace-nowrap text-faint underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-ink";
