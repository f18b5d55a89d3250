"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { IconButton } from "../icon-button.tsx";

interface ActionMenuProps {
  /** What the menu is of, for screen readers and as a tooltip. */
  label: string;
  icon: ReactNode;
  actions: readonly { label: string; icon?: ReactNode; run: () => void }[];
}

/** An icon button with a menu of actions. Arrows, Home and End walk it, Enter runs, Escape and Tab leave. */
export function ActionMenu({ label, icon, actions }: ActionMenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const items = () => [...(root.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
  const fold = () => {
    setOpen(false);
    root.current?.querySelector<HTMLElement>("button")?.focus();
  };
  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    const leave = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    return () => document.removeEventListener("pointerdown", leave);
  }, [open]);
  const walk = (event: KeyboardEvent) => {
    const all = items();
    const next = { ArrowDown: 1, ArrowUp: -1, Home: 0, End: -1 }[event.key];
    if (event.key === "Escape") fold();
    else if (event.key === "Tab") setOpen(false);
    if (next === undefined || all.length === 0) return;
    event.preventDefault();
    const from = event.key.startsWith("Arrow") ? all.indexOf(document.activeElement as HTMLElement) : 0;
    all.at((from + next) % all.length)?.focus();
  };
  return (
    <div ref={root} className="relative">
      <IconButton
        label={label}
        icon={icon}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        className="size-7"
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          setOpen(true);
        }}
      />
      {open && (
        <div
          id={id}
          role="menu"
          tabIndex={-1}
          aria-label={label}
          onKeyDown={walk}
          className="absolute top-full right-0 z-30 mt-1 min-w-44 rounded-lg border border-line bg-raised p-1 shadow-large"
        >
          {actions.map((action) => (
            <button
              key={action.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                fold();
                action.run();
              }}
              className="flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left text-ink text-sm hover:bg-hover"
            >
              {action.icon}
              {action.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
