import type { Loop } from "#lib/loop/read-loop.ts";
import { Card } from "../ui/card.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { hourWords } from "./hour-words.ts";
import { momentWords } from "./words.ts";

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
            { head: "Took", numeric: true, cell: ({ hours }) => hourWords(hours) },
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
    {momentWords(at, tz)}
  </time>
);
