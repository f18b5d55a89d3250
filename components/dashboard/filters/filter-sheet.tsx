"use client";

import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import type { MadeChoice } from "./filter-choices.ts";
import { FilterFields } from "./filter-fields.tsx";

interface FilterSheetProps {
  choices: readonly MadeChoice[];
  onChoose: (name: string, value: string | null) => void;
  onClear: () => void;
  /** Of the button. */
  className?: string;
  /** Below the choices. */
  children?: ReactNode;
}

/** The choices of filters behind one button, where there is little room. What is chosen holds at once. */
export function FilterSheet({ choices, onChoose, onClear, className, children }: FilterSheetProps) {
  const [open, setOpen] = useState(false);
  const narrowed = choices.filter(({ chosen }) => chosen).length;
  return (
    <>
      <Button
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        {...(className === undefined ? {} : { className })}
      >
        <SlidersHorizontal aria-hidden className="size-3.5" />
        {narrowed > 0 ? `Filters (${narrowed})` : "Filters"}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Filters">
        <div className="flex flex-col gap-2 pt-2">
          <FilterFields choices={choices} onChoose={onChoose} className="w-full" />
          {children}
          <div className="mt-2 flex justify-end gap-2">
            {narrowed > 0 && (
              <Button tone="quiet" onClick={onClear}>
                Clear
              </Button>
            )}
            <Button tone="primary" onClick={() => setOpen(false)}>
              Done
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
