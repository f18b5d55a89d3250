"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { ReasonForm } from "./reason-form.tsx";

interface ResumeArmButtonProps {
  /** The endpoint that switches the arm on. */
  url: string;
  variant: string;
}

/** Switches a paused arm on again, in a dialog that asks for the reason. */
export function ResumeArmButton({ url, variant }: ResumeArmButtonProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        size="small"
        className="mt-1"
        onClick={() => setOpen(true)}
        aria-label={`Resume arm ${variant}`}
      >
        Resume arm
      </Button>
      <Dialog open={open} onClose={close} title={`Resume arm “${variant}”?`}>
        {open && (
          <ReasonForm
            effect="Users get this arm again. If a guardrail is still worse and pauses arms, it is paused again."
            send={(form) => sendJson("POST", url, { reason: form.get("reason") })}
            onClose={close}
            action="Resume arm"
          />
        )}
      </Dialog>
    </>
  );
}
