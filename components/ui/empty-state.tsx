import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** An empty state: what would be here, and how to get it. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  actions,
}: {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center px-4 py-10 text-center">
      <span className="mb-3 flex size-10 items-center justify-center rounded-full border border-line bg-sunken text-faint">
        <Icon aria-hidden className="size-5" />
      </span>
      <p className="font-medium text-ink text-sm">{title}</p>
      {children && <div className="mt-1 max-w-md text-faint text-sm">{children}</div>}
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
