import type { ReactNode } from "react";
import type { RowAddresses } from "../url/row-links.ts";
import { RowLinks } from "./row-links.tsx";

interface ComparisonNameProps {
  name: string;
  /** Beside the name: what to look out for. */
  mark?: ReactNode;
  /** Under the name: "since 12 Aug 2026". */
  detail?: string | null;
  /** Links to the row's answers and its trend, where the row can be filtered by. */
  links?: RowAddresses | undefined;
}

/** What a row is called, with what is known of it and the ways down from it. */
export function ComparisonName({ name, mark, detail, links }: ComparisonNameProps) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="wrap-anywhere font-medium text-ink">{name}</span>
        {mark}
      </p>
      <p className="flex flex-wrap gap-x-3 text-faint text-xs">
        {detail && <span className="whitespace-nowrap">{detail}</span>}
        {links && <RowLinks name={name} {...links} />}
      </p>
    </>
  );
}
