"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Sent } from "#components/ui/fields/send-json.ts";
import { TextAreaField } from "#components/ui/fields/text-area-field.tsx";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";
import { labelRefusal } from "./label-refusal.ts";

interface LabelFormProps {
  /** @param reason as it was written, without white space around it. */
  send: (form: FormData, reason: string) => Promise<Sent<unknown>>;
  onDone: () => void;
  /** Whose history keeps the reason. */
  of: "prompt" | "feature";
  /** A reason as somebody might write it. */
  example: string;
  action: string;
  tone?: "primary" | "danger";
  /** What is asked besides the reason. @param errors of the fields, by name. */
  children: (errors: Record<string, string>) => ReactNode;
}

/** Asks what is to become of a label, and why. */
export function LabelForm({ send, onDone, of, example, action, tone = "primary", children }: LabelFormProps) {
  const { busy, refused, submit } = useSubmit(
    (form) => send(form, String(form.get("reason")).trim()),
    onDone,
  );
  return (
    <form onSubmit={submit} className="space-y-4">
      {refused && <Notice tone="bad">{labelRefusal(refused)}</Notice>}
      {children(refused?.fields ?? {})}
      <TextAreaField
        label="Reason"
        name="reason"
        rows={3}
        required
        maxLength={1_000}
        placeholder={example}
        hint={`Kept in the history of this ${of}.`}
        error={refused?.fields.reason}
      />
      <Button type="submit" tone={tone} busy={busy} className="w-full">
        {action}
      </Button>
    </form>
  );
}
