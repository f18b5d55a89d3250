import { FigureLink } from "#components/figures/figure-link.tsx";
import { formatCountOf } from "#components/format/numbers.ts";
import { buttonClasses } from "#components/ui/button-classes.ts";
import { Card } from "#components/ui/card.tsx";
import type { Problem } from "#lib/act/problems/index.ts";
import { scopeJson } from "#lib/domain/scope.ts";
import type { ProblemEvidence } from "#lib/use-cases/problems/read-problem.ts";
import { InteractionList } from "../interactions/interaction-list.tsx";
import { listTarget } from "../url/figure-population.ts";

interface AnswersCardProps {
  problem: Problem;
  evidence: ProblemEvidence;
  base: string;
  tz: string;
}

/** The newest answers that were rated badly, and the way to all of them, with exactly these filters. */
export function AnswersCard({ problem, evidence, base, tz }: AnswersCardProps) {
  const { worst, complaints } = evidence;
  const all = allOf(problem, complaints, { base, tz });
  return (
    <Card
      title="Answers to read"
      note="The newest of those that were rated badly since it began."
      flush
      actions={
        all && (
          <FigureLink figure={all} className={buttonClasses("secondary", "small")}>
            All {formatCountOf(all.count, "thumb")} down
          </FigureLink>
        )
      }
    >
      {worst.length === 0 ? (
        <p className="px-4 pb-4 text-soft text-sm">None of them can be found any more.</p>
      ) : (
        <div className="border-line border-t">
          <InteractionList items={worst} {...{ base, tz }} query={all?.href.split("?")[1] ?? ""} />
        </div>
      )}
    </Card>
  );
}

/** The list of a problem's bad answers. */
const allOf = (
  { scope, category }: Problem,
  { since, until, count }: ProblemEvidence["complaints"],
  { base, tz }: { base: string; tz: string },
) =>
  listTarget(
    { base, search: {} },
    {
      filters: Object.fromEntries(
        Object.entries(scopeJson(scope)).filter((each): each is [string, string] => each[1] !== undefined),
      ),
      window: { since, until, tz },
      rating: "down",
      ...(category === null ? {} : { categories: [category] }),
    },
    count,
  );
