"use client";

import { ChevronsUpDown } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { joinClasses } from "#components/ui/join-classes.ts";
import { type Offered, offeredOptions } from "./filter-matches.ts";
import type { FilterChoice, FilterOption } from "./filter-option.ts";

/** How far Page Up and Page Down go. */
const PAGE = 10;

/** The state of a choice among many: what was typed, what is offered of it, and which of that the arrows are on. */
function useCombobox(
  choice: FilterChoice,
  chosen: FilterOption | undefined,
  onChange: (value: string | null) => void,
) {
  // What was typed since the list was opened; null while it is closed.
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const { offered, hidden } = offeredOptions(choice, typed ?? "");
  /** With a query the first match is active, without one the selected option. */
  const type = (text: string | null) => {
    setTyped(text);
    const here = offered.findIndex(({ value }) => value === (chosen?.value ?? null));
    setActive(text ? 1 : Math.max(here, 0));
  };
  const choose = (option: Offered | undefined) => {
    setTyped(null);
    if (option && option.value !== (chosen?.value ?? null)) onChange(option.value);
  };
  const press = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[event.key];
    if (move === undefined && (typed === null || !["Enter", "Escape"].includes(event.key))) return;
    // A sheet around it would close on Escape, a form around it be sent on Enter.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter") choose(offered[active]);
    else if (move === undefined) type(null);
    else if (typed === null) type("");
    else setActive(Math.min(Math.max(active + move, 0), offered.length - 1));
  };
  return { typed, type, active, offered, hidden, choose, press };
}

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
  const more = hidden > 0 ? ` (${hidden} not shown). Type to narrow the list.` : "";
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
        placeholder={open ? "Type to search" : choice.all}
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

interface FilterOptionsProps {
  id: string;
  label: string;
  offered: readonly Offered[];
  /** Which of them the arrows are on. */
  active: number;
  chosen: string | null;
  onChoose: (option: Offered) => void;
}

/** What an open choice offers. The keys are the field's, which keeps the focus. */
function FilterOptions({ id, label, offered, active, chosen, onChoose }: FilterOptionsProps) {
  const here = useRef<HTMLDivElement>(null);
  const shown = offered.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the arrows' move that brings the option into view.
  useEffect(() => {
    if (shown) here.current?.scrollIntoView?.({ block: "nearest" });
  }, [shown, active]);
  return (
    <div role="listbox" id={`${id}-list`} aria-label={label}>
      {offered.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field that keeps the focus hears the keys.
        <div
          key={option.value ?? ""}
          ref={index === active ? here : null}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={option.value === chosen}
          // Leaving the field would close the list before the click.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
          className={joinClasses(
            "wrap-anywhere cursor-pointer rounded-md px-2 py-1.5 pointer-coarse:py-2.5",
            index === active ? "bg-hover text-ink" : "text-soft hover:bg-hover",
            option.value === chosen && "font-medium text-accent",
          )}
        >
          {option.label}
        </div>
      ))}
    </div>
  );
}
