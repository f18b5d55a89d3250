import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { joinClasses } from "../join-classes.ts";

interface SelectProps extends ComponentProps<"select"> {
  /** The accessible name, where no visible label gives one. */
  label?: string;
  /** Something other than the first, "all", is chosen. */
  active?: boolean;
  /** As tall as an input. */
  tall?: boolean;
}

/** A native select in the product's style. */
export function Select({ label, active = false, tall = false, className, children, ...rest }: SelectProps) {
  return (
    <span className={joinClasses("relative inline-flex min-w-0", className)}>
      <select
        aria-label={label}
        {...rest}
        className={joinClasses(
          "w-full min-w-0 appearance-none truncate rounded-md border bg-surface pr-7 pl-2.5 text-sm shadow-small",
          "transition-colors hover:bg-hover focus-visible:outline-offset-0",
          tall ? "h-9 pointer-coarse:h-11" : "h-8 pointer-coarse:h-10",
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
