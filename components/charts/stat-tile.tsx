import type { ReactNode } from "react";
import { ChangeMark } from "../figures/change-mark.tsx";
import type { Change } from "../figures/prepare-change.ts";
import { joinClasses } from "../ui/join-classes.ts";
import { Link } from "../ui/link.tsx";
import { Sparkline } from "./series/sparkline.tsx";

interface StatTileProps {
  label: string;
  /** Where its picture is, if that is elsewhere. */
  href?: string;
  /** Null where the reader compares with nothing. */
  change: Change | null;
  /** Its sparkline over the period. */
  course?: readonly (number | null)[];
  className?: string;
  children: ReactNode;
}

/** One metric: its name, sparkline, value and change; the whole tile links to its chart. */
export function StatTile({ label, href, change, course, className, children }: StatTileProps) {
  return (
    <div
      className={joinClasses(
        "relative flex min-w-0 flex-col gap-1 bg-surface px-4 py-3",
        href && "hover:bg-hover/60",
        className,
      )}
    >
      <dt className="text-faint text-xs">
        {href ? (
          <Link
            href={href}
            className="after:absolute after:inset-0 hover:text-ink focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
          >
            {label}
          </Link>
        ) : (
          label
        )}
      </dt>
      <dd className="min-w-0 flex-1">
        {children}
        {course && (
          // On a phone the name needs the whole line.
          <Sparkline
            values={course}
            width={64}
            height={20}
            className="mt-1 sm:absolute sm:top-3 sm:right-4 sm:mt-0"
          />
        )}
      </dd>
      {change && (
        <dd>
          <ChangeMark change={change} />
        </dd>
      )}
    </div>
  );
}
