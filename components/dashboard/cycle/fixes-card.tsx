import { formatHours } from "#components/format/hours.ts";
import { formatMoment } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { DataTable } from "#components/ui/tables/data-table.tsx";
import type { Loop } from "#lib/use-cases/read-loop.ts";

type Fix = Loop["fixes"][number];

/** How long it took from the first complaint of a prompt version to the next version, one by one. */
export function FixesCard({ fixes, tz }: { fixes: readonly Fix[]; tz: string }) {
  return (
    <Card
      title="From complaint to change"
      note="From the first thumbs-down on a prompt version to the first answer of the version after it. Until shipped fixes are recorded, the next version stands for the fix."
      flush
    >
      {fixes.length === 0 ? (
        <p className="px-4 pb-4 text-soft text-sm">
          No prompt version came after a complaint in this period.
        </p>
      ) : (
        <DataTable
          caption="From complaint to change"
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
            { head: "Took", numeric: true, cell: ({ hours }) => formatHours(hours) },
            {
              head: "First complaint",
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
