"use client";

import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";

interface ConfirmProps {
  open: boolean;
  title: string;
  /** What the button says: the deed itself. */
  action: string;
  onConfirm: () => Promise<void>;
  onClose: () => void;
  /** What follows from it. */
  children: ReactNode;
}

/** Asks before something that cannot be taken back. */
export function Confirm({ open, title, action, onConfirm, onClose, children }: ConfirmProps) {
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    await onConfirm().finally(() => setBusy(false));
  };
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <div className="text-soft text-sm">{children}</div>
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button tone="danger" busy={busy} onClick={confirm}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
