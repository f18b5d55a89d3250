import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { SeriesChart } from "#components/charts/series/series-chart.tsx";
import { formatMoment } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { Stack } from "#components/ui/stack.tsx";
import type { AlertTransition } from "#lib/act/alerts/index.ts";
import type { AlertDetail } from "#lib/use-cases/alerts/read-alerts.ts";
import { StateBadge } from "./alert-list.tsx";
import { metricTitle, transitionWords } from "./alert-words.ts";
import { prepareDays } from "./prepare-days.ts";

interface AlertViewProps {
  rule: AlertDetail;
  base: string;
  tz: string;
}

/** One rule: what it sees, its metric over the last 30 days, and what happened to it. */
export function AlertRuleView({ rule, base, tz }: AlertViewProps) {
  const { metric } = rule.rule;
  const chart = prepareDays({
    ...{ metric, days: rule.days, fired: "While it fired" },
    episodes: rule.episodes.map(({ from, until }) => ({
      ...{ from: from.toISOString(), until: until?.toISOString() ?? null },
    })),
  });
  return (
    <Stack>
      <NowCard {...{ rule, base, tz }} />
      <ChartFrame
        title={`${metricTitle(metric)} over the last 30 days`}
        note="By day (UTC). Days on which the rule fired are highlighted."
        summary={chart.summary}
        table={chart.table}
        fileName="alert"
      >
        <SeriesChart {...chart.data} height={220} />
      </ChartFrame>
      <HistoryCard transitions={rule.transitions} tz={tz} />
    </Stack>
  );
}

function NowCard({ rule, base, tz }: AlertViewProps) {
  const { alert, enabled, isMuted, isDefault, problem } = rule;
  return (
    <Card>
      <p className="flex flex-wrap items-center gap-2">
        <StateBadge rule={rule} />
        {enabled && isMuted && <Badge>Muted</Badge>}
        {isDefault && <Badge>Default</Badge>}
        <span className="text-faint text-xs">since {formatMoment(alert.since, tz)}</span>
      </p>
      <p className="mt-2 font-medium text-ink text-lg tabular-nums">{rule.seenWords ?? "Not checked yet"}</p>
      <p className="mt-1 text-faint text-xs">
        {alert.lookedAt
          ? `Last looked at ${formatMoment(alert.lookedAt, tz)}.`
          : "It is checked within a minute."}
        {` Made by ${rule.createdBy}.`}
      </p>
      {problem && (
        <p className="mt-2 text-sm">
          Explained by{" "}
          <Link href={`${base}/problems/${problem.problemId}`} className="text-accent hover:underline">
            {problem.title}
          </Link>
        </p>
      )}
    </Card>
  );
}

function HistoryCard({ transitions, tz }: { transitions: readonly AlertTransition[]; tz: string }) {
  return (
    <Card title="History" note="Changes of state, the latest first. Kept for a year." flush>
      {transitions.length === 0 ? (
        <p className="border-line border-t px-4 py-3 text-faint text-sm">Nothing happened yet.</p>
      ) : (
        <ol className="divide-y divide-line border-line border-t">
          {transitions.map((transition) => (
            <li
              key={transition.transitionId}
              className="flex flex-wrap justify-between gap-x-4 px-4 py-2.5 text-sm"
            >
              <span className="text-ink">
                {transitionWords(transition)}
                {transition.by && <span className="text-faint"> by {transition.by}</span>}
              </span>
              <time dateTime={transition.at.toISOString()} className="text-faint text-xs tabular-nums">
                {formatMoment(transition.at, tz)}
              </time>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
