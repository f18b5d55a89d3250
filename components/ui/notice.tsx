import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

/** What a notice is about. */
export type NoticeTone = "info" | "good" | "warn" | "bad";

const looks = {
  info: { icon: Info, className: "border-line bg-sunken text-soft" },
  good: { icon: CircleCheck, className: "border-good/25 bg-good-tint text-good" },
  warn: { icon: TriangleAlert, className: "border-warn/25 bg-warn-tint text-warn" },
  bad: { icon: CircleAlert, className: "border-bad/25 bg-bad-tint text-bad" },
} as const;

/** An inline message; a bad one is announced immediately. */
export function Notice({
  tone = "info",
  className,
  children,
}: {
  tone?: NoticeTone;
  className?: string;
  children: ReactNode;
}) {
  const { icon: Icon, className: look } = looks[tone];
  return (
    <div
      role={tone === "bad" ? "alert" : undefined}
      className={joinClasses("flex gap-2 rounded-md border px-3 py-2 text-sm", look, className)}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
