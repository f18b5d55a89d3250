"use client";
import type { ButtonHTMLAttributes, RefObject } from "react";
import { looks } from "./looks.ts";
import { useFocusHandover } from "./use-focus-handover.ts";

interface PassingButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Gets the focus if the button disappears while focused. */
  heir: RefObject<HTMLElement | null>;
}

/** A button that comes and goes without losing the focus. `part` is its name in addition to `button`. */
export function PassingButton({ part, heir, ...props }: PassingButtonProps) {
  const ref = useFocusHandover<HTMLButtonElement>(heir);
  return <button ref={ref} type="button" {...looks("button", part)} {...props} />;
}
