import { type ReactNode, useId } from "react";
import { joinClasses } from "./join-classes.ts";

interface CardProps {
  title?: string;
  /** One sentence under the title. */
  note?: ReactNode;
  /** Right of the title. */
  actions?: ReactNode;
  /** Without inner padding, for tables and lists that reach the edge. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}

/** A bordered panel; with a title, a region of that name. */
export function Card({ title, note, actions, flush = false, className, children }: CardProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={joinClasses("min-w-0 rounded-lg border border-line bg-surface", className)}
    >
      {title && (
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3.5 pb-2">
          {/* Its words wrap before what stands beside them does. */}
          <div className="min-w-0 flex-1 basis-56">
            <h2 id={id} className="wrap-anywhere font-semibold text-ink text-sm">
              {title}
            </h2>
            {note && <p className="mt-0.5 text-pretty text-faint text-xs">{note}</p>}
          </div>
          {actions}
        </div>
      )}
      <div className={flush ? undefined : joinClasses("px-4 pb-4", !title && "pt-4")}>{children}</div>
    </section>
  );
}
