"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { TextAreaField } from "#components/ui/fields/text-area-field.tsx";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";

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
        {open && <ResumeForm url={url} onClose={close} />}
      </Dialog>
    </>
  );
}

function ResumeForm({ url, onClose }: { url: string; onClose: () => void }) {
  const router = useRouter();
  const { busy, refused, submit } = useSubmit(
    (form) => sendJson("POST", url, { reason: form.get("reason") }),
    () => {
      onClose();
      router.refresh();
    },
  );
  return (
    <form onSubmit={submit} noValidate className="space-y-3">
      <p className="text-sm text-soft">
        Users get this arm again. If a guardrail is still worse and pauses arms, it is paused again.
      </p>
      <TextAreaField
        label="Reason"
        name="reason"
        rows={3}
        required
        hint="Kept in the history."
        error={refused?.paths.reason}
      />
      {refused && <Notice tone="bad">{refused.message}</Notice>}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" tone="primary" busy={busy}>
          Resume arm
        </Button>
      </div>
    </form>
  );
}
