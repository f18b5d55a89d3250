import { formatHours } from "#components/format/hours.ts";
import { formatCountOf, NONE } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { DataTable } from "#components/ui/tables/data-table.tsx";
import type { TimesOfProblems } from "#lib/use-cases/problems/read-times.ts";

interface ProblemTimesCardProps {
  times: TimesOfProblems;
  base: string;
}

/** How long it took to notice each problem, to ship its fix, and to see that it worked. */
export function ProblemTimesCard({ times: { medians, problems }, base }: ProblemTimesCardProps) {
  const words = (["notice", "ship", "verify"] as const).flatMap((name) => {
    const { value, n } = medians[name];
    return value === null ? [] : [`${verbs[name]} ${formatHours(value)} (${formatCountOf(n, "problem")})`];
  });
  return (
    <Card
      title="From problem to verified fix"
      note={
        words.length === 0
          ? "From when a problem began, by the data, until it was found, shipped and verified."
          : `Median to ${words.join(", to ")}.`
      }
      flush
    >
      {problems.length === 0 ? (
        <p className="px-4 pb-4 text-soft text-sm">Nothing happened to a problem in this period.</p>
      ) : (
        <DataTable
          caption="From problem to verified fix"
          rows={problems}
          rowKey={({ problem }) => problem.problemId}
          columns={[
            {
              head: "Problem",
              rowHead: true,
              cell: ({ problem }) => (
                <Link
                  href={`${base}/problems/${problem.problemId}`}
                  className="wrap-anywhere block min-w-40 underline decoration-line-strong underline-offset-3 hover:decoration-ink"
                >
                  {problem.title}
                </Link>
              ),
            },
            { head: "To notice", numeric: true, cell: ({ times }) => hoursOf(times.notice) },
            { head: "To ship", numeric: true, cell: ({ times }) => hoursOf(times.ship) },
            { head: "To verify", numeric: true, cell: ({ times }) => hoursOf(times.verify) },
          ]}
        />
      )}
    </Card>
  );
}

const verbs = { notice: "notice", ship: "ship", verify: "verify" } as const;

const hoursOf = (hours: number | null): string => (hours === null ? NONE : formatHours(hours));
