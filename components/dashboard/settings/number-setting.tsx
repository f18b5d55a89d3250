"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { type Sent, sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";

interface NumberSettingProps {
  /** The form's name. */
  name: string;
  /** The field's label. */
  label: string;
  hint: string;
  min: number;
  max: number;
  saved: number;
  /** Where it is saved by PUT, and under which name. */
  url: string;
  field: string;
  /** What is said once it is saved. */
  done: string;
}

/** One whole number of a project that may be changed. */
export function NumberSetting({ name, label, hint, min, max, saved, url, field, done }: NumberSettingProps) {
  const router = useRouter();
  const [entered, setEntered] = useState(String(saved));
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Sent<unknown> | null>(null);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const value = entered.trim() === "" ? null : Number(entered);
    const answer = await sendJson("PUT", url, { [field]: value });
    setBusy(false);
    setSent(answer);
    if (answer.ok) router.refresh();
  };
  const error = sent?.ok === false ? sent.fields[field] : undefined;
  return (
    <form onSubmit={save} noValidate aria-label={name}>
      {sent?.ok === false && !error && (
        <Notice tone="bad" className="mb-3">
          {sent.message}
        </Notice>
      )}
      <div className="flex flex-wrap items-start gap-x-2 gap-y-3">
        <Field
          label={label}
          className="w-44"
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          autoComplete="off"
          value={entered}
          hint={hint}
          error={error}
          onChange={(event) => {
            setSent(null);
            setEntered(event.target.value);
          }}
        />
        <Button type="submit" busy={busy} className="mt-[23px] h-9 pointer-coarse:h-11">
          Save
        </Button>
      </div>
      <div role="status" className="not-empty:mt-3">
        {sent?.ok && <Notice tone="good">{done}</Notice>}
      </div>
    </form>
  );
}
