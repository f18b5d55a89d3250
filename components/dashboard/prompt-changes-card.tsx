import type { Loop } from "#lib/loop/read-loop.ts";
import { ChartFrame } from "../charts/chart-frame.tsx";
import { monthWords } from "./month-words.ts";
import { countOf } from "./words.ts";

/** How many prompt versions each month brought. */
export function PromptChangesCard({ months }: { months: Loop["promptChanges"] }) {
  const most = Math.max(1, ...months.map(({ changes }) => changes));
  const total = months.reduce((sum, { changes }) => sum + changes, 0);
  return (
    <ChartFrame
      title="Prompt changes a month"
      note="Versions that came after another one"
      fileName="prompt-changes"
      summary={`${countOf(total, "prompt change")} in ${countOf(months.length, "month")}. ${months
        .map(({ month, changes, partial }) => `${monthWords(month)}${partial ? " (part)" : ""}: ${changes}.`)
        .join(" ")}`}
      table={{
        columns: [
          { head: "Month", rowHead: true },
          { head: "Prompt changes", numeric: true },
          { head: "Whole month in the window" },
        ],
        rows: months.map(({ month, changes, partial }) => [month, changes, partial ? "no" : "yes"]),
      }}
    >
      <ul className="space-y-2.5">
        {months.map(({ month, changes, partial }) => (
          <li key={month} className="grid grid-cols-[6.5rem_minmax(0,1fr)_1.5rem] items-center gap-2 text-sm">
            <span className="text-soft">
              {monthWords(month)}
              {partial && <span className="text-faint text-xs"> part</span>}
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
