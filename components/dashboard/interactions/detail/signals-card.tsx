import { formatShownCount } from "#components/format/count-label.ts";
import { formatCount, formatMoment } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import type { SignalItem } from "#lib/observe/interactions/index.ts";
import { signalLabel, signalValue } from "../signal-label.ts";
import { type SignalGroup, signalGroups } from "./signal-groups.ts";

/** From how many signals on they are summed up by kind, and listed only on demand. */
const MANY = 6;

/** What users did with a response without being asked, the earliest first; nothing where there is none. */
export function SignalsCard({ signals, tz }: { signals: readonly SignalItem[]; tz: string }) {
  if (signals.length === 0) return null;
  return (
    <Card title="Signals" note={formatShownCount(signals, "signal")}>
      {signals.length < MANY ? (
        <Lines signals={signals} tz={tz} />
      ) : (
        <>
          <ul className="space-y-2">
            {signalGroups(signals).map((group) => (
              <Group key={group.signal} group={group} />
            ))}
          </ul>
          <details className="mt-3 border-line border-t pt-2">
            <summary className="cursor-pointer rounded font-medium text-accent text-sm">
              All signals, earliest first
            </summary>
            <div className="mt-2">
              <Lines signals={signals} tz={tz} />
            </div>
          </details>
        </>
      )}
    </Card>
  );
}

function Group({ group: { signal, count, value } }: { group: SignalGroup }) {
  const { icon: Icon, words } = signalLabel[signal];
  return (
    <li className="flex gap-2.5 text-sm">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-faint" />
      <span className="min-w-0 flex-1 wrap-anywhere">
        {words}
        {value !== null && (
          <span className="text-soft tabular-nums">
            {" · "}
            {count > 1 && signal !== "dwell" && "up to "}
            {signalValue(signal, value)}
          </span>
        )}
      </span>
      {count > 1 && <span className="text-faint tabular-nums">{formatCount(count)} times</span>}
    </li>
  );
}

function Lines({ signals, tz }: { signals: readonly SignalItem[]; tz: string }) {
  return (
    <ul className="space-y-2">
      {signals.map((item) => (
        <Line key={item.signalId} item={item} tz={tz} />
      ))}
    </ul>
  );
}

function Line({ item: { signal, value, occurredAt }, tz }: { item: SignalItem; tz: string }) {
  const { icon: Icon, words } = signalLabel[signal];
  return (
    <li className="flex gap-2.5 text-sm">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-faint" />
      <span className="min-w-0 flex-1 wrap-anywhere">
        {words}
        {value !== null && <span className="text-soft tabular-nums"> · {signalValue(signal, value)}</span>}
      </span>
      <time
        dateTime={occurredAt.toISOString()}
        className="mt-px shrink-0 whitespace-nowrap text-faint text-xs tabular-nums"
      >
        {formatMoment(occurredAt, tz)}
      </time>
    </li>
  );
}
