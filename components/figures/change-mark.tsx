import { ArrowDownRight, ArrowUpRight, Minus } from "lucide-react";
import type { Change } from "./prepare-change.ts";

const tones = { good: "text-good", bad: "text-bad", open: "text-faint" };

const icons = { up: ArrowUpRight, down: ArrowDownRight, none: Minus };

/**
 * The change against what the reader compares with; the whole comparison on hover and for screen readers. It has a color
 * only where it is better or worse by more than chance.
 */
export function ChangeMark({ change }: { change: Change }) {
  const Icon = icons[change.direction];
  return (
    <p
      title={change.detail}
      className={`flex items-start gap-1 text-xs tabular-nums ${tones[change.tone ?? "open"]}`}
    >
      <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span>{change.words}</span>
      <span className="sr-only">. {change.detail}</span>
    </p>
  );
}
