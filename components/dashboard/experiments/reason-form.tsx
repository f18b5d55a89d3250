"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Sent } from "#components/ui/fields/send-json.ts";
import { TextAreaField } from "#components/ui/fields/text-area-field.tsx";
import { type Refused, useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";

interface ReasonFormProps {
  /** What follows from it. */
  effect: string;
  send: (form: FormData) => Promise<Sent<unknown>>;
  onClose: () => void;
  action: string;
  tone?: "primary" | "danger";
  isReasonRequired?: boolean;
  /** What is asked besides the reason. @param errors by path. */
  children?: (errors: Record<string, string>) => ReactNode;
  /** Why it was refused; its message if left out. */
  refusal?: (refused: Refused) => ReactNode;
}

/** Asks for the reason of a change to an experiment, makes it and shows the page anew. */
export function ReasonForm(props: ReasonFormProps) {
  const { effect, send, onClose, action, tone = "primary", isReasonRequired = true } = props;
  const { children, refusal = ({ message }) => <Notice tone="bad">{message}</Notice> } = props;
  const router = useRouter();
  const { busy, refused, submit } = useSubmit(send, () => {
    onClose();
    router.refresh();
  });
  return (
    <form onSubmit={submit} noValidate className="space-y-3">
      <p className="text-sm text-soft">{effect}</p>
      {children?.(refused?.paths ?? {})}
      <TextAreaField
        label="Reason"
        name="reason"
        rows={isReasonRequired ? 3 : 2}
        required={isReasonRequired}
        hint="Kept in the history."
        error={refused?.paths.reason}
      />
      {refused && refusal(refused)}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" tone={tone} busy={busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}
