"use client";

import type { ComponentProps, ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

interface IconButtonProps extends Omit<ComponentProps<"button">, "children"> {
  /** What it does, for screen readers and as a tooltip. */
  label: string;
  icon: ReactNode;
}

/** A square button that is only an icon, with its name for those who do not see it. */
export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...rest}
      className={joinClasses(
        "inline-flex size-8 shrink-0 items-center justify-center rounded-md text-faint transition-colors",
        "hover:bg-hover hover:text-ink disabled:opacity-50 pointer-coarse:size-10",
        className,
      )}
    >
      {icon}
    </button>
  );
}
