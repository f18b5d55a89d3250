"use client";

import { useEffect, useState } from "react";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { keysAreOn, turnKeys } from "./key-press.ts";

/** One key and what it does. */
export interface KeyLabel {
  keys: readonly string[];
  does: string;
}

interface KeysDialogProps {
  open: boolean;
  onClose: () => void;
  words: readonly KeyLabel[];
}

/** The keys of a page, and a way to turn them off. */
export function KeysDialog({ open, onClose, words }: KeysDialogProps) {
  const [on, setOn] = useState(true);
  useEffect(() => setOn(keysAreOn()), []);
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard shortcuts">
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2 text-sm">
        {words.map(({ keys, does }) => (
          <div key={does} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="min-w-6 rounded border border-line-strong bg-sunken px-1.5 py-0.5 text-center font-mono text-xs"
                >
                  {key}
                </kbd>
              ))}
            </dt>
            <dd className="text-soft">{does}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-4 flex items-center gap-2 border-line border-t pt-3 text-sm">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            turnKeys(event.target.checked);
            setOn(event.target.checked);
          }}
          className="size-4 accent-accent"
        />
        Enable keyboard shortcuts in this browser
      </label>
    </Dialog>
  );
}
