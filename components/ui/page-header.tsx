import type { ReactNode } from "react";

/** The top of a page: its one h1, a sentence about it, and what can be done. */
export function PageHeader({
  title,
  note,
  actions,
}: {
  title: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="wrap-anywhere text-balance font-semibold text-ink text-xl tracking-tight">{title}</h1>
        {note && <p className="wrap-anywhere mt-0.5 max-w-prose text-pretty text-faint text-sm">{note}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
