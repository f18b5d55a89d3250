import {
  Check,
  Copy,
  DoorOpen,
  Flag,
  type LucideIcon,
  MessageCircleMore,
  Quote,
  RefreshCw,
  TextCursorInput,
  Timer,
} from "lucide-react";
import { formatDuration } from "#components/format/numbers.ts";
import type { SignalKind } from "#lib/domain/signal.ts";

/** How each signal is marked and called. */
export const signalLabel: Record<SignalKind, { icon: LucideIcon; words: string }> = {
  copy: { icon: Copy, words: "Copied" },
  citation_click: { icon: Quote, words: "Clicked a citation" },
  dwell: { icon: Timer, words: "Dwell time" },
  regenerate: { icon: RefreshCw, words: "Regenerated" },
  rephrase: { icon: TextCursorInput, words: "Rephrased" },
  follow_up: { icon: MessageCircleMore, words: "Asked a follow-up" },
  accept: { icon: Check, words: "Accepted" },
  abandon: { icon: DoorOpen, words: "Abandoned" },
  session_complete: { icon: Flag, words: "Completed session" },
};

const number = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

/** The value of a signal with its unit, where one is known: a dwell of 12.5 is "12.5 s". */
export function signalValue(signal: SignalKind, value: number): string {
  if (signal === "dwell" && value >= 0) return formatDuration(value * 1_000);
  if (signal === "rephrase") return `similarity ${number.format(value)}`;
  return `value ${number.format(value)}`;
}
