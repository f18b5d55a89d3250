import type { ReactNode } from "react";
import type { Change } from "../charts/prepare-change.ts";
import { joinClasses } from "../ui/join-classes.ts";
import { ChangeMark } from "./change-mark.tsx";

/** One figure of the overview: its name, itself, and how it changed. */
export function StatTile({
  label,
  change,
  className,
  children,
}: {
  label: string;
  /** None where the reader compares with nothing. */
  change: Change | null;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={joinClasses("flex min-w-0 flex-col gap-1 bg-surface px-4 py-3.5", className)}>
      <dt className="text-faint text-xs">{label}</dt>
      <dd className="min-w-0 flex-1">{children}</dd>
      {change && (
        <dd>
          <ChangeMark change={change} />
        </dd>
      )}
    </div>
  );
}
