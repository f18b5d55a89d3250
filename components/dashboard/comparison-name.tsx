import type { ReactNode } from "react";
import { RowLinks } from "./row-links.tsx";

interface ComparisonNameProps {
  name: string;
  /** Where the answers behind the row and its course are, where an address can name the row. */
  links?: { answers: string; trend: string } | undefined;
  /** Under the name. */
  children?: ReactNode;
}

/** What a row is called, with what is known of it and the ways down from it. */
export function ComparisonName({ name, links, children }: ComparisonNameProps) {
  return (
    <>
      <p className="wrap-anywhere font-medium text-ink">{name}</p>
      {children}
      {links && <RowLinks name={name} {...links} />}
    </>
  );
}
