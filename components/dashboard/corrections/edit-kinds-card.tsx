import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { RateBar } from "#components/figures/rate-bar.tsx";
import { formatCountOf, rateSentence, TOO_FEW } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { editKindWords } from "#lib/domain/edit-words.ts";
import type { EditKindRow } from "#lib/evaluate/metrics/index.ts";

/** What corrections do to answers, the most frequent first. */
export function EditKindsCard({ rows, measured }: { rows: readonly EditKindRow[]; measured: number }) {
  const title = "Types of edits";
  if (measured < TOO_FEW)
    return (
      <Card title={title}>
        <p className="text-soft text-sm">
          Not enough data: {formatCountOf(measured, "correction")} in this period, at least {TOO_FEW} needed.
        </p>
      </Card>
    );
  return (
    <ChartFrame
      title={title}
      note={`Share of ${formatCountOf(measured, "correction")}. A correction can have several types`}
      fileName="what-edits-do"
      summary={rows
        .map(({ kind, share }) => `${editKindWords[kind].name}: ${rateSentence(share, "corrections")}`)
        .join(" ")}
      table={{
        columns: [
          { head: "Type of edit", rowHead: true },
          { head: "Corrections", numeric: true },
          { head: "Share", numeric: true },
          { head: "Low", numeric: true },
          { head: "High", numeric: true },
        ],
        rows: rows.map(({ kind, count, share }) => [
          editKindWords[kind].name,
          count,
          share.value,
          share.low,
          share.high,
        ]),
      }}
    >
      <ul className="space-y-3">
        {rows.map(({ kind, share }) => (
          <li key={kind}>
            <RateBar label={editKindWords[kind].name} note={editKindWords[kind].means} rate={share} />
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
