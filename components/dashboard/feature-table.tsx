import Link from "next/link";
import { localDate } from "#lib/domain/calendar";
import type { Rate } from "#lib/domain/rate";
import type { FeatureRow } from "#lib/evaluate/metrics/index";
import { Card } from "../ui/card.tsx";
import type { Column } from "../ui/data-table.tsx";
import type { SearchParams } from "./address.ts";
import { keptAddress } from "./kept-address.ts";
import { RatingTable } from "./rating-table.tsx";
import { dayWords, NONE } from "./words.ts";

interface FeatureTableProps {
  rows: readonly FeatureRow[];
  baseline: Rate;
  base: string;
  tz: string;
  search: SearchParams;
}

/** The features with their figures, each leading to its own overview. */
export function FeatureTable({ rows, baseline, base, tz, search }: FeatureTableProps) {
  const naming: Column<FeatureRow> = {
    head: "Feature",
    rowHead: true,
    className: "whitespace-nowrap",
    cell: ({ featureName }) => (
      <Link
        href={keptAddress(base, search, { feature: featureName })}
        className="font-medium text-ink underline decoration-line-strong underline-offset-3 hover:decoration-ink"
      >
        {featureName}
      </Link>
    ),
  };
  const last: Column<FeatureRow> = {
    head: "Latest",
    numeric: true,
    className: "whitespace-nowrap text-soft",
    // The hour is all that the aggregates know of it.
    cell: ({ lastAt }) => (lastAt ? dayWords(localDate(tz, lastAt), true) : NONE),
  };
  return (
    <Card flush>
      <RatingTable
        caption="Features"
        rows={rows}
        rowKey={({ featureName }) => featureName}
        naming={[naming]}
        closing={[last]}
        baseline={baseline}
      />
    </Card>
  );
}
