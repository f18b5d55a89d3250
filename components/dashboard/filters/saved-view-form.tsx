"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import type { Sent } from "#components/ui/fields/send-json.ts";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";

interface SavedViewFormProps {
  name: string;
  action: string;
  send: (name: string) => Promise<Sent<unknown>>;
  onDone: () => void;
}

/** Asks for the name of a view. */
export function SavedViewForm({ name, action, send, onDone }: SavedViewFormProps) {
  const [entered, setEntered] = useState(name);
  const { busy, refused, submit, clear } = useSubmit(() => send(entered), onDone);
  const error = refused?.fields.name;
  return (
    <form onSubmit={submit} noValidate>
      {refused && !error && (
        <Notice tone="bad" className="mb-3">
          {refused.message}
        </Notice>
      )}
      <Field
        label="Name"
        maxLength={80}
        autoComplete="off"
        value={entered}
        hint="Saves the period, filters and search. Visible to all project members."
        error={error}
        onChange={(event) => {
          clear();
          setEntered(event.target.value);
        }}
      />
      <div className="mt-4 flex justify-end">
        <Button type="submit" tone="primary" busy={busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}
