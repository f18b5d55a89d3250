"use client";

import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { choiceChanges, clearedChoice, type MadeChoice } from "../filters/filter-choices.ts";
import { FilterFields } from "../filters/filter-fields.tsx";
import { useAddress } from "../url/use-address.ts";

/** Narrows the list; behind one button, as its page has little room. What is chosen holds at once. */
export function InboxFilters({ choices }: { choices: readonly MadeChoice[] }) {
  const { change } = useAddress();
  const [open, setOpen] = useState(false);
  const narrowed = choices.filter(({ chosen }) => chosen).length;
  const clear = () => change(Object.assign({}, ...choices.map(({ choice }) => clearedChoice(choice.name))));
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog" className="h-9 pointer-coarse:h-11">
        <SlidersHorizontal aria-hidden className="size-3.5" />
        {narrowed > 0 ? `Filters (${narrowed})` : "Filters"}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Filters">
        <div className="flex flex-col gap-2 pt-2">
          <FilterFields
            choices={choices}
            onChoose={(name, value) => change(choiceChanges(name, value))}
            className="w-full"
          />
          <div className="mt-2 flex justify-end gap-2">
            {narrowed > 0 && (
              <Button tone="quiet" onClick={clear}>
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
