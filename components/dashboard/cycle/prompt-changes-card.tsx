import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { formatMonth } from "#components/format/month.ts";
import { formatCountOf } from "#components/format/numbers.ts";
import type { Loop } from "#lib/use-cases/read-loop.ts";

/** How many prompt versions each month brought. */
export function PromptChangesCard({ months }: { months: Loop["promptChanges"] }) {
  const most = Math.max(1, ...months.map(({ changes }) => changes));
  const total = months.reduce((sum, { changes }) => sum + changes, 0);
  return (
    <ChartFrame
      title="Prompt changes per month"
      note="Versions that followed an earlier one"
      fileName="prompt-changes"
      summary={`${formatCountOf(total, "prompt change")} in ${formatCountOf(months.length, "month")}. ${months
        .map(
          ({ month, changes, partial }) => `${formatMonth(month)}${partial ? " (partial)" : ""}: ${changes}.`,
        )
        .join(" ")}`}
      table={{
        columns: [
          { head: "Month", rowHead: true },
          { head: "Prompt changes", numeric: true },
          { head: "Full month in period" },
        ],
        rows: months.map(({ month, changes, partial }) => [month, changes, partial ? "no" : "yes"]),
      }}
    >
      <ul className="space-y-2.5">
        {months.map(({ month, changes, partial }) => (
          <li key={month} className="grid grid-cols-[6.5rem_minmax(0,1fr)_1.5rem] items-center gap-2 text-sm">
            <span className="text-soft">
              {formatMonth(month)}
              {partial && <span className="text-faint text-xs"> partial</span>}
            </span>
            <span aria-hidden className="h-3 overflow-hidden rounded-xs bg-sunken">
              <span
                className="block h-full rounded-xs bg-chart-bar-strong"
                style={{ width: `${(changes / most) * 100}%` }}
              />
            </span>
            <span className="text-right tabular-nums">{changes}</span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
