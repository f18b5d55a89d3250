import { X } from "lucide-react";
import { Link } from "#components/ui/link.tsx";
import { param, type SearchParams, withParams } from "../url/address.ts";

/** One filter in words, and what taking it away changes in the address. */
export interface FilterChip {
  label: string;
  changes: Record<string, null>;
}

interface FilterChipsProps {
  chips: readonly FilterChip[];
  path: string;
  search: SearchParams;
}

/** What a list is filtered by, each to be taken away by a click; nothing where it is not filtered. */
export function FilterChips({ chips, path, search }: FilterChipsProps) {
  if (chips.length === 0) return null;
  const current = new URLSearchParams(
    Object.keys(search).flatMap((name) => {
      const value = param(search, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return (
    <ul aria-label="Active filters" className="mb-2 flex flex-wrap gap-1.5">
      {chips.map(({ label, changes }) => (
        <li key={label} className="min-w-0">
          <Link
            href={withParams(path, current, changes)}
            aria-label={`Remove filter ${label}`}
            className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-md bg-accent-tint px-2 py-0.5 text-accent text-sm hover:bg-hover"
          >
            <span className="truncate">{label}</span>
            <X aria-hidden className="size-3.5 shrink-0" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
