import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

/** What a badge says besides its word. */
export type BadgeTone = "neutral" | "accent" | "good" | "bad" | "warn";

const tones: Record<BadgeTone, string> = {
  neutral: "bg-sunken text-soft",
  accent: "bg-accent-tint text-accent",
  good: "bg-good-tint text-good",
  bad: "bg-bad-tint text-bad",
  warn: "bg-warn-tint text-warn",
};

/** A word or two about a thing, set apart. */
export function Badge({
  tone = "neutral",
  className,
  children,
}: {
  tone?: BadgeTone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={joinClasses(
        "inline-flex wrap-anywhere max-w-full items-center gap-1 rounded px-1.5 py-px font-medium text-2xs",
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
