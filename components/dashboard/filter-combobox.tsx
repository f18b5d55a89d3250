"use client";

import { ChevronsUpDown } from "lucide-react";
import { useId } from "react";
import { joinClasses } from "../ui/join-classes.ts";
import type { FilterChoice, FilterOption } from "./filter-choice.ts";
import { FilterOptions } from "./filter-options.tsx";
import { useCombobox } from "./use-combobox.ts";

interface FilterComboboxProps {
  choice: FilterChoice;
  chosen: FilterOption | undefined;
  onChange: (value: string | null) => void;
  className?: string | undefined;
}

/** A choice among many: type to narrow, arrows to move, Enter to choose, Escape to leave it as it was. */
export function FilterCombobox({ choice, chosen, onChange, className }: FilterComboboxProps) {
  const { typed, type, active, offered, hidden, choose, press } = useCombobox(choice, chosen, onChange);
  const id = useId();
  const open = typed !== null;
  const found = offered.length - 1 + hidden;
  const more = hidden > 0 ? ` (${hidden} not shown). Type to narrow them down.` : "";
  const total = `${found} options${more}`;
  const matches =
    found === 0 ? `No matches for “${typed}”.` : `${found} ${found === 1 ? "match" : "matches"}${more}`;
  return (
    <div className={joinClasses("relative min-w-0", className)}>
      <input
        role="combobox"
        aria-label={choice.label}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && offered[active] ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? chosen?.label ?? ""}
        placeholder={open ? "Type to find" : choice.all}
        onChange={(event) => type(event.target.value)}
        onClick={() => open || type("")}
        onKeyDown={press}
        onBlur={() => type(null)}
        className={joinClasses(
          "h-8 w-full min-w-0 truncate rounded-md border bg-surface pr-7 pl-2.5 text-sm shadow-small placeholder:text-soft",
          "transition-colors hover:bg-hover focus-visible:outline-offset-0 pointer-coarse:h-10",
          chosen && !open ? "border-accent font-medium text-accent" : "border-line-strong text-soft",
        )}
      />
      <ChevronsUpDown
        aria-hidden
        className="pointer-events-none absolute top-4 right-2 size-3.5 -translate-y-1/2 text-faint pointer-coarse:top-5"
      />
      <div
        hidden={!open}
        className="absolute top-full left-0 z-30 mt-1 w-full min-w-64 rounded-lg border border-line bg-raised text-sm shadow-large max-sm:static max-sm:shadow-none"
      >
        {/* Ends in half a row where there are more: some systems hide the scrollbar until it is used. */}
        <div className="max-h-82 overflow-y-auto p-1 max-sm:max-h-65">
          <FilterOptions
            id={id}
            label={choice.label}
            offered={open ? offered : []}
            active={active}
            chosen={chosen?.value ?? null}
            onChoose={choose}
          />
        </div>
        <p className="border-line border-t px-3 py-1.5 text-faint text-xs">{typed ? matches : total}</p>
      </div>
      <span role="status" className="sr-only">
        {typed && matches}
      </span>
    </div>
  );
}
