import { StatTile } from "#components/charts/stat-tile.tsx";
import { formatCountOf } from "#components/format/numbers.ts";
import type { ReferenceKind } from "#components/format/reference.ts";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import type { ChangedScore } from "#lib/use-cases/compare-scores.ts";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";
import { linkWithFilters } from "../url/link-with-filters.ts";
import { scoreChange } from "./score-change.ts";
import { scoreLabel } from "./score-choice.ts";
import { scoreHeadline } from "./score-headline.ts";
import { scoreMetricName } from "./score-metric.ts";
import { ScoreValue } from "./score-value.tsx";

interface ScoreTilesProps {
  scores: readonly ChangedScore[];
  /** What they are compared with; null for nothing. */
  reference: ReferenceKind | null;
  base: string;
  search: SearchParams;
}

/** As many scores as the overview shows. */
const SHOWN = 4;

/** The scores with most values, each against what the reader compares with, and the way to its trend; nothing without scores. */
export function ScoreTiles({ scores, reference, base, search }: ScoreTilesProps) {
  if (scores.length === 0) return null;
  const shown = scores.slice(0, SHOWN);
  return (
    <Card
      title="Scores"
      note="Your own measures, sent by users and your server."
      flush
      actions={
        <Link
          href={linkWithFilters(`${base}/scores`, search)}
          className="inline-flex min-h-6 items-center text-faint text-xs underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-ink"
        >
          {scores.length > SHOWN ? `View all ${formatCountOf(scores.length, "score")}` : "View details"}
        </Link>
      }
    >
      <dl className="grid gap-px overflow-hidden rounded-b-lg border-line border-t bg-line sm:grid-cols-2 xl:grid-cols-[repeat(auto-fit,minmax(14rem,1fr))]">
        {shown.map(({ definition: { name, type, labels }, target, label, now, before }) => {
          const score = { name, target };
          const drawn = type === "category" ? { ...score, label: label ?? labels[0] } : score;
          return (
            <StatTile
              key={`${name} ${target}`}
              label={scoreLabel(drawn)}
              href={linkWithFilters(`${base}/trends`, search, { metric: scoreMetricName(drawn) })}
              change={reference && scoreChange(now, before, label, reference)}
            >
              <ScoreValue
                headline={scoreHeadline(now.figures, label)}
                large
                figure={listTarget({ base, search }, { score }, now.figures.n)}
              />
            </StatTile>
          );
        })}
      </dl>
    </Card>
  );
}
