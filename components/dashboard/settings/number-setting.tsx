"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";

interface NumberSettingProps {
  /** Of the form and of its field. */
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
export function NumberSetting({ label, hint, min, max, saved, url, field, done }: NumberSettingProps) {
  const router = useRouter();
  const [entered, setEntered] = useState(String(saved));
  const { busy, sent, refused, submit, clear } = useSubmit(
    () => sendJson("PUT", url, { [field]: entered.trim() === "" ? null : Number(entered) }),
    () => router.refresh(),
  );
  const error = refused?.fields[field];
  return (
    <form onSubmit={submit} noValidate aria-label={label}>
      {refused && !error && (
        <Notice tone="bad" className="mb-3">
          {refused.message}
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
            clear();
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
