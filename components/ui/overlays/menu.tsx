"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { joinClasses } from "../join-classes.ts";

interface MenuProps {
  /** What the button shows. */
  button: ReactNode;
  buttonClassName?: string;
  /** The button's name where what it shows is not enough. */
  label?: string;
  /** Where the panel lies against the button. */
  place?: "below-left" | "below-right" | "above-left";
  panelClassName?: string;
  children: (close: () => void) => ReactNode;
}

const places = {
  "below-left": "top-full left-0 mt-1",
  "below-right": "top-full right-0 mt-1",
  "above-left": "bottom-full left-0 mb-1",
};

/** A button that unfolds a panel; Escape, a click elsewhere or leaving it by Tab folds it up. */
export function Menu({
  button,
  buttonClassName,
  label,
  place = "below-left",
  panelClassName,
  children,
}: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => setOpen(false);
  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    const fold = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      trigger.current?.focus();
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    document.addEventListener("keydown", fold);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
      document.removeEventListener("keydown", fold);
    };
  }, [open]);
  return (
    <div ref={root} className="relative min-w-0">
      <button
        ref={trigger}
        type="button"
        aria-expanded={open}
        aria-controls={id}
        aria-label={label}
        className={buttonClassName}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      <div
        id={id}
        hidden={!open}
        className={joinClasses(
          "absolute z-30 min-w-52 rounded-lg border border-line bg-raised p-1 shadow-large",
          places[place],
          panelClassName,
        )}
      >
        {open && children(close)}
      </div>
    </div>
  );
}
