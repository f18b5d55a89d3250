"use client";
import type { ButtonHTMLAttributes, RefObject } from "react";
import { looks } from "./looks.ts";
import { useFocusHandover } from "./use-focus-handover.ts";

interface PassingButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Gets the focus when the button goes while it has it. */
  heir: RefObject<HTMLElement | null>;
}

/** A button that comes and goes without losing the focus. `part` names it beside `button`. */
export function PassingButton({ part, heir, ...props }: PassingButtonProps) {
  const ref = useFocusHandover<HTMLButtonElement>(heir);
  return <button ref={ref} type="button" {...looks("button", part)} {...props} />;
}
