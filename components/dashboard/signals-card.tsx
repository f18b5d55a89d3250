import type { SignalItem } from "#lib/observe/interactions/index";
import { Card } from "../ui/card.tsx";
import { shownOf } from "./shown-of.ts";
import { signalLook, signalValue } from "./signal-look.ts";
import { momentWords } from "./words.ts";

/** What users did with a response without being asked, the earliest first; nothing where there is none. */
export function SignalsCard({ signals, tz }: { signals: readonly SignalItem[]; tz: string }) {
  if (signals.length === 0) return null;
  return (
    <Card title="Signals" note={shownOf(signals, "signal")}>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label="Signals, the earliest first"
        className="max-h-80 overflow-auto"
      >
        <ul className="space-y-2">
          {signals.map((item) => (
            <Line key={item.signalId} item={item} tz={tz} />
          ))}
        </ul>
      </section>
    </Card>
  );
}

function Line({ item: { signal, value, occurredAt }, tz }: { item: SignalItem; tz: string }) {
  const { icon: Icon, words } = signalLook[signal];
  return (
    <li className="flex gap-2.5 text-sm">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-faint" />
      <span className="min-w-0 flex-1">
        {words}
        {value !== null && <span className="text-soft tabular-nums"> · {signalValue(signal, value)}</span>}
      </span>
      <time
        dateTime={occurredAt.toISOString()}
        className="mt-px shrink-0 whitespace-nowrap text-faint text-xs tabular-nums"
      >
        {momentWords(occurredAt, tz)}
      </time>
    </li>
  );
}
