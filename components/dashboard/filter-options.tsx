"use client";

import { useEffect, useRef } from "react";
import { joinClasses } from "../ui/join-classes.ts";
import type { Offered } from "./filter-matches.ts";

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
export function FilterOptions({ id, label, offered, active, chosen, onChoose }: FilterOptionsProps) {
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
