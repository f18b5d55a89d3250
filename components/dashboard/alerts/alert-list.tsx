import { BellOff } from "lucide-react";
import { formatMoment } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { Stack } from "#components/ui/stack.tsx";
import { alertStates } from "#lib/domain/alert.ts";
import type { AlertView } from "#lib/use-cases/alerts/read-alerts.ts";
import { stateWords, transitionWords } from "./alert-words.ts";

interface AlertListProps {
  /** Firing ones first. */
  rules: readonly AlertView[];
  /** The address of the project, "/demo". */
  base: string;
  tz: string;
}

/** The rules of a project by where they stand; firing ones first, paused ones last. */
export function AlertList({ rules, base, tz }: AlertListProps) {
  const groups = [
    ...alertStates.map((state) => ({
      title: stateWords[state].label,
      own: rules.filter((rule) => rule.enabled && isChecked(rule) && rule.alert.state === state),
    })),
    { title: NEW, own: rules.filter((rule) => rule.enabled && !isChecked(rule)) },
    { title: "Paused", own: rules.filter(({ enabled }) => !enabled) },
  ];
  if (rules.length === 0)
    return (
      <Card>
        <EmptyState icon={BellOff} title="No alert rules">
          Nobody is told when something gets worse. Make a rule to be told.
        </EmptyState>
      </Card>
    );
  return (
    <Stack>
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ title, own }) => (
          <Card key={title} title={`${title} (${own.length})`} flush>
            <ul className="divide-y divide-line border-line border-t">
              {own.map((rule) => (
                <AlertRow key={rule.ruleId} {...{ rule, base, tz }} />
              ))}
            </ul>
          </Card>
        ))}
    </Stack>
  );
}

function AlertRow({ rule, base, tz }: { rule: AlertView; base: string; tz: string }) {
  const { alert, enabled, isMuted, isDefault, problem, transitions } = rule;
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,18rem)]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={`${base}/alerts/${rule.ruleId}`}
            className="wrap-anywhere font-medium text-ink text-sm hover:underline"
          >
            {rule.rule.name}
          </Link>
          <StateBadge rule={rule} />
          {enabled && isMuted && <Badge>Muted</Badge>}
          {isDefault && <Badge>Default</Badge>}
        </p>
        <p className="wrap-anywhere mt-1 text-soft text-xs">{rule.words}.</p>
        {problem && (
          <p className="mt-1 text-xs">
            <Link
              href={`${base}/problems/${problem.problemId}`}
              className="wrap-anywhere text-accent hover:underline"
            >
              {problem.title}
            </Link>
          </p>
        )}
      </div>
      <div className="min-w-0 text-xs md:text-right">
        {rule.seenWords && <p className="text-ink tabular-nums">{rule.seenWords}</p>}
        <p className="mt-1 text-faint">Since {formatMoment(alert.since, tz)}</p>
        {transitions.slice(0, 2).map((transition) => (
          <p key={transition.transitionId} className="text-faint">
            {transitionWords(transition)} {formatMoment(transition.at, tz)}
          </p>
        ))}
      </div>
    </li>
  );
}

/** What stands in place of a state that no check has found yet. */
const NEW = "Not checked yet";

const isChecked = ({ alert }: Pick<AlertView, "alert">): boolean => alert.lookedAt !== null;

/** Where a rule stands. */
export function StateBadge({ rule }: { rule: Pick<AlertView, "enabled" | "alert"> }) {
  const { enabled, alert } = rule;
  if (!enabled) return <Badge>Paused</Badge>;
  if (!isChecked(rule)) return <Badge>{NEW}</Badge>;
  return <Badge tone={stateWords[alert.state].tone}>{stateWords[alert.state].label}</Badge>;
}
