import type { ComponentProps } from "react";
import { Link } from "#components/ui/link.tsx";
import type { FigureTarget } from "./figure-target.ts";

interface FigureLinkProps extends Omit<ComponentProps<typeof Link>, "href"> {
  figure: FigureTarget;
}

/**
 * A figure that leads to what it counts. Every link from a figure is one of these, for it declares its count: the walk of
 * all figures (tests/driving/walk-figures.ts) follows each and compares.
 */
export function FigureLink({ figure: { href, count, unit }, ...rest }: FigureLinkProps) {
  return <Link {...rest} href={href} data-count={count} data-unit={unit} />;
}
