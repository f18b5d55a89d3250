import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonTone, buttonClasses } from "./button-classes.ts";

interface ButtonProps extends ComponentProps<"button"> {
  tone?: ButtonTone;
  size?: ButtonSize;
  /** Work is under way: shows it, and takes no second click. */
  busy?: boolean;
}

/** A button; `type` is "button" unless it says otherwise. */
export function Button({
  tone = "secondary",
  size = "medium",
  busy = false,
  disabled,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={buttonClasses(tone, size, className)}
    >
      {busy && <LoaderCircle aria-hidden className="size-3.5 animate-spin motion-reduce:animate-none" />}
      {children}
    </button>
  );
}
