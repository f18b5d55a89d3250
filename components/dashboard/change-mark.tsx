import { ArrowDownRight, ArrowUpRight, Minus } from "lucide-react";
import type { Change } from "../charts/prepare-change.ts";
import { joinClasses } from "../ui/join-classes.ts";

const icons = { up: ArrowUpRight, down: ArrowDownRight, none: Minus };
const tones = { good: "text-good", bad: "text-bad", neutral: "text-faint" };

/** The change against the window before; the whole comparison on hover and for screen readers. */
export function ChangeMark({ change }: { change: Change }) {
  const Icon = icons[change.direction];
  return (
    <p
      title={change.detail}
      className={joinClasses("flex items-start gap-1 text-xs tabular-nums", tones[change.tone])}
    >
      <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span>{change.words}</span>
      <span className="sr-only">. {change.detail}</span>
    </p>
  );
}
