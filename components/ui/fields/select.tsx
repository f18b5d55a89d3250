import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { joinClasses } from "../join-classes.ts";

interface SelectProps extends ComponentProps<"select"> {
  /** The name of the choice, for screen readers. */
  label: string;
  /** Something other than the first, "all", is chosen. */
  active?: boolean;
}

/** The platform's own select in the product's clothes. */
export function Select({ label, active = false, className, children, ...rest }: SelectProps) {
  return (
    <span className={joinClasses("relative inline-flex min-w-0", className)}>
      <select
        aria-label={label}
        {...rest}
        className={joinClasses(
          "h-8 w-full min-w-0 appearance-none truncate rounded-md border bg-surface pr-7 pl-2.5 text-sm shadow-small",
          "transition-colors hover:bg-hover focus-visible:outline-offset-0 pointer-coarse:h-10",
          active ? "border-accent font-medium text-accent" : "border-line-strong text-soft",
        )}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 size-3.5 -translate-y-1/2 text-faint"
      />
    </span>
  );
}
