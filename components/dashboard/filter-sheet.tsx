"use client";

import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import type { FilterBarProps } from "./filter-bar-props.ts";
import { FilterCompare } from "./filter-compare.tsx";
import { FilterFields } from "./filter-fields.tsx";

/** The choices of the filter bar behind one button, for narrow screens. What is chosen holds at once. */
export function FilterSheet({ period, reference, choices, onChange, onChoose, onClear }: FilterBarProps) {
  const [open, setOpen] = useState(false);
  const narrowed = choices.filter(({ chosen }) => chosen).length;
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        <SlidersHorizontal aria-hidden className="size-3.5" />
        {narrowed > 0 ? `Filters (${narrowed})` : "Filters"}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Filters">
        <div className="flex flex-col gap-2 pt-2">
          <FilterFields choices={choices} onChoose={onChoose} className="w-full" />
          <FilterCompare period={period} reference={reference} onChange={onChange} className="w-full" />
          <div className="mt-2 flex justify-end gap-2">
            {narrowed > 0 && (
              <Button tone="quiet" onClick={onClear}>
                Clear
              </Button>
            )}
            <Button tone="primary" onClick={() => setOpen(false)}>
              Show
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
