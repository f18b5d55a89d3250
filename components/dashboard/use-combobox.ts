"use client";

import { type KeyboardEvent, useState } from "react";
import type { FilterChoice, FilterOption } from "./filter-choice.ts";
import { type Offered, offeredOptions } from "./filter-matches.ts";

/** How far Page Up and Page Down go. */
const PAGE = 10;

/** The state of a choice among many: what was typed, what is offered of it, and which of that the arrows are on. */
export function useCombobox(
  choice: FilterChoice,
  chosen: FilterOption | undefined,
  onChange: (value: string | null) => void,
) {
  // What was typed since the list was opened; null while it is closed.
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const { offered, hidden } = offeredOptions(choice, typed ?? "");
  /** Something typed leads to what fits first, nothing typed to what is chosen. */
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
