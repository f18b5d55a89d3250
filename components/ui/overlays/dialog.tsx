"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "../icon-button.tsx";
import { joinClasses } from "../join-classes.ts";

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** "side" slides a sheet in from the left edge. */
  place?: "middle" | "side";
  children: ReactNode;
}

/**
 * The platform's modal dialog: it keeps the focus, closes on Escape and gives the focus back. It opens with the focus
 * on its first text field, else on its first control; the browser would take Close, where the first space closes it.
 */
export function Dialog({ open, onClose, title, place = "middle", children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      firstControl(dialog)?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it already; the click is on what lies behind.
    <dialog
      ref={ref}
      aria-labelledby={id}
      // Also told when it was closed from here: only the reader's own closing is news.
      onClose={() => open && onClose()}
      onClick={(event) => event.target === ref.current && onClose()}
      className={joinClasses(
        "border border-line bg-raised p-0 shadow-large backdrop:bg-black/45",
        place === "middle"
          ? "m-auto w-[min(32rem,calc(100vw-2rem))] rounded-xl"
          : "m-0 h-dvh max-h-none w-[min(19rem,86vw)] border-y-0 border-l-0",
      )}
    >
      {open && (
        <div className={place === "side" ? "flex h-full flex-col" : undefined}>
          <div className="flex items-center justify-between gap-4 px-4 pt-3 pb-1">
            <h2 id={id} className="font-semibold text-ink text-lg">
              {title}
            </h2>
            <IconButton label="Close" icon={<X aria-hidden className="size-4" />} onClick={onClose} />
          </div>
          <div data-dialog-body className="min-h-0 flex-1 px-4 pb-4">
            {children}
          </div>
        </div>
      )}
    </dialog>
  );
}

const TEXT_FIELDS =
  "input:not([type=radio], [type=checkbox], [type=hidden], [role=combobox], :disabled), textarea:not(:disabled)";
const CONTROLS = "a[href], button:not(:disabled), input:not([type=hidden], :disabled), select:not(:disabled)";

const firstControl = (dialog: HTMLElement): HTMLElement | null => {
  const body = dialog.querySelector("[data-dialog-body]");
  return body?.querySelector<HTMLElement>(TEXT_FIELDS) ?? body?.querySelector<HTMLElement>(CONTROLS) ?? null;
};
