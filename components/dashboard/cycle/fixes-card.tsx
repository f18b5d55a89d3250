import { formatHours } from "#components/format/hours.ts";
import { formatMoment } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { DataTable } from "#components/ui/tables/data-table.tsx";
import type { Loop } from "#lib/use-cases/read-loop.ts";

type Fix = Loop["fixes"][number];

/** How long it took from the first thumbs down on each prompt version to the next version. */
export function FixesCard({ fixes, tz }: { fixes: readonly Fix[]; tz: string }) {
  return (
    <Card
      title="From thumbs down to next version"
      note="Time from the first thumbs down on a prompt version to the first answer of the next version. Until shipped fixes are recorded, the next version counts as the fix."
      flush
    >
      {fixes.length === 0 ? (
        <p className="px-4 pb-4 text-soft text-sm">
          No prompt version followed a thumbs down in this period.
        </p>
      ) : (
        <DataTable
          caption="From thumbs down to next version"
          rows={fixes}
          rowKey={({ promptTemplate, promptVersion }) => JSON.stringify([promptTemplate, promptVersion])}
          columns={[
            {
              head: "Prompt",
              rowHead: true,
              cell: ({ promptTemplate, promptVersion, nextVersion }) => (
                <span className="wrap-anywhere block min-w-32">
                  <span className="font-medium">{promptTemplate || "No template"}</span>{" "}
                  <span className="whitespace-nowrap text-soft">
                    {promptVersion || "no version"} → {nextVersion || "no version"}
                  </span>
                </span>
              ),
            },
            { head: "Time", numeric: true, cell: ({ hours }) => formatHours(hours) },
            {
              head: "First thumbs down",
              numeric: true,
              cell: ({ complainedAt }) => <Moment at={complainedAt} tz={tz} />,
            },
            { head: "Next version", numeric: true, cell: ({ nextAt }) => <Moment at={nextAt} tz={tz} /> },
          ]}
        />
      )}
    </Card>
  );
}

const Moment = ({ at, tz }: { at: Date; tz: string }) => (
  <time dateTime={at.toISOString()} className="whitespace-nowrap text-soft">
    {formatMoment(at, tz)}
  </time>
);
