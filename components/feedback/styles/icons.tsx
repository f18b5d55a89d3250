import type { ReactNode } from "react";
import { looks } from "../widget/looks.ts";

/** An icon of 24 by 24. It is decorative: its button has the name. */
function Icon({ kind, children }: { kind?: string; children: ReactNode }) {
  const { className, part } = looks("icon", kind);
  return (
    <svg
      className={kind ? `${className} whetstone-${kind}` : className}
      part={part}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

/** A thumb pointing up or down. */
export function ThumbIcon({ down, filled }: { down: boolean; filled: boolean }) {
  return (
    <Icon>
      <path
        d="M4 10.5h3.5v9H4zM7.5 10.5 11.2 3.6c1.6 0 2.7 1.4 2.3 2.9L12.7 9.7h5.6a2.2 2.2 0 0 1 2.1 2.7l-1.4 5.5a2.2 2.2 0 0 1-2.1 1.6H7.5z"
        fill={filled ? "currentColor" : "none"}
        transform={down ? "matrix(1 0 0 -1 0 24)" : undefined}
      />
    </Icon>
  );
}

/** A star with five points. */
export function StarIcon() {
  return (
    <Icon>
      <path d="m12 3.2 2.7 5.6 6.1.8-4.5 4.3 1.1 6.1-5.4-3-5.4 3 1.1-6.1-4.5-4.3 6.1-.8z" />
    </Icon>
  );
}

/** An arrowhead pointing down; styles rotate it when its content is open. */
export function ChevronIcon() {
  return (
    <Icon kind="chevron">
      <path d="m7 10 5 5 5-5" fill="none" />
    </Icon>
  );
}

/** A cross. */
export function CloseIcon() {
  return (
    <Icon>
      <path d="m6.5 6.5 11 11m0-11-11 11" />
    </Icon>
  );
}

/** A four-pointed sparkle for something new. */
export function SparkleIcon() {
  return (
    <Icon>
      <path d="M12 4c.9 4.8 3.2 7.1 8 8-4.8.9-7.1 3.2-8 8-.9-4.8-3.2-7.1-8-8 4.8-.9 7.1-3.2 8-8z" />
    </Icon>
  );
}
