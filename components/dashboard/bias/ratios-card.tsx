import { Scale } from "lucide-react";
import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { IntervalChart } from "#components/charts/interval-chart.tsx";
import { formatCount, formatInterval, formatPercent, TOO_FEW } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Rate } from "#lib/domain/rate.ts";
import type { RatiosView } from "./prepare-ratios.ts";

const title = "Possible quality behind the thumbs";

const manners = ["As often", "Twice as often", "Three times", "Four times", "Five times"];

/** The band of true quality over assumptions on who rates, each said in words. */
export function RatiosCard({ view, positive }: { view: RatiosView | null; positive: Rate }) {
  if (!view || positive.value === null)
    return (
      <Card title={title}>
        <EmptyState icon={Scale} title={`Not enough thumbs (n = ${positive.n})`}>
          The band needs at least {TOO_FEW} thumbs.
        </EmptyState>
      </Card>
    );
  const third = view.assumptions.find(({ ratio }) => ratio === 3);
  return (
    <ChartFrame
      title={title}
      note="Share of good answers if unhappy users rate this many times as often as happy users"
      summary={view.summary}
      table={view.table}
      fileName="quality-band"
    >
      <p className="mb-1">
        <span className="font-semibold text-2xl tabular-nums tracking-tight">
          {formatInterval(view.low, view.high)}
        </span>{" "}
        <span className="text-faint text-xs tabular-nums">n = {formatCount(view.n)} thumbs</span>
      </p>
      <p className="mb-2 max-w-prose text-soft text-sm">
        {formatPercent(positive.value)} of thumbs are up. {third?.sentence}
      </p>
      <IntervalChart
        of="thumbs"
        rows={view.assumptions.map(({ ratio, label, value, low, high }) => ({
          key: label,
          label: manners[ratio - 1] ?? label,
          detail: label,
          rate: { value, low, high, n: view.n },
        }))}
      />
    </ChartFrame>
  );
}
