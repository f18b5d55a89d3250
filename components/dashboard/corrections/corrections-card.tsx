import { FigureLink } from "#components/figures/figure-link.tsx";
import { formatUnitCount } from "#components/figures/figure-target.ts";
import { formatCategory, formatCountOf, formatMoment, formatPercent } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { buttonClasses } from "#components/ui/button-classes.ts";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import type { CorrectionItem } from "#lib/observe/feedback/index.ts";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";
import { collapseUnchanged } from "./collapse-unchanged.ts";
import type { ShownDifference } from "./show-difference.ts";
import { WordDifference } from "./word-difference.tsx";

/** Characters of unchanged text kept around each change. */
const AROUND = 80;

/** A correction with its difference from the answer; null where computing it took too long. */
export interface ComparedCorrection extends CorrectionItem {
  difference: ShownDifference | null;
}

interface CorrectionsCardProps {
  items: readonly ComparedCorrection[];
  /** How many corrections there are. */
  count: number;
  tz: string;
  base: string;
  search: SearchParams;
}

/** The newest corrections, each as the difference from its answer. */
export function CorrectionsCard({ items, count, tz, base, search }: CorrectionsCardProps) {
  const all = listTarget({ base, search }, { rating: "correction" }, count);
  return (
    <Card
      title="Latest corrections"
      note="Removed words are struck through, added words are underlined"
      actions={
        all && (
          <FigureLink figure={all} className={buttonClasses("secondary", "medium")}>
            View all {formatUnitCount(all.count, all.unit)}
          </FigureLink>
        )
      }
      flush
    >
      {items.length === 0 ? (
        <p className="px-4 pb-4 text-soft text-sm">No corrections in this period.</p>
      ) : (
        <ul className="divide-y divide-line border-line border-t">
          {items.map((item) => (
            <li key={item.feedbackId} className="px-4 py-3">
              <Head item={item} base={base} tz={tz} />
              <Difference item={item} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Head({ item, base, tz }: { item: CorrectionItem; base: string; tz: string }) {
  const prompt = [item.promptTemplate, item.promptVersion].filter(Boolean).join(" ");
  return (
    <div className="mb-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-faint text-xs">
      <Link
        href={`${base}/interactions/${encodeURIComponent(item.interactionId)}`}
        className="font-medium text-ink text-sm underline-offset-2 hover:underline"
      >
        {item.featureName}
      </Link>
      <span className="wrap-anywhere">{[item.modelName, prompt].filter(Boolean).join(" · ")}</span>
      {item.editKinds.map((kind) => (
        <Badge key={kind}>{formatCategory(kind)}</Badge>
      ))}
      <span className="ml-auto whitespace-nowrap tabular-nums">
        {item.editDistance !== null &&
          item.editKept !== null &&
          `${formatCountOf(item.editDistance, "word")} changed, ${formatPercent(item.editKept)} kept · `}
        {item.editTooLarge && "too large to compare · "}
        <time dateTime={item.correctedAt.toISOString()}>{formatMoment(item.correctedAt, tz)}</time>
      </span>
    </div>
  );
}

function Difference({ item: { difference, after } }: { item: ComparedCorrection }) {
  return (
    <p className="line-clamp-10 whitespace-pre-wrap text-sm leading-relaxed wrap-anywhere">
      {difference ? <WordDifference edits={collapseUnchanged(difference.edits, AROUND)} /> : after}
    </p>
  );
}
