import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonTone, buttonClasses } from "./button-classes.ts";
import { Link } from "./link.tsx";

interface ButtonLinkProps extends ComponentProps<typeof Link> {
  tone?: ButtonTone;
  size?: ButtonSize;
}

/** A link that looks like a button. */
export function ButtonLink({ tone = "secondary", size = "medium", className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={buttonClasses(tone, size, className)} />;
}
