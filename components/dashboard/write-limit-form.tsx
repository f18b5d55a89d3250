"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { type Sent, sendJson } from "../ui/send-json.ts";

/** Changes how many writes one client address may send in a minute. */
export function WriteLimitForm({ projectId, saved }: { projectId: string; saved: number }) {
  const router = useRouter();
  const [entered, setEntered] = useState(String(saved));
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Sent<unknown> | null>(null);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const answer = await sendJson("PUT", `/api/projects/${projectId}/write-limit`, {
      writes_per_minute: entered.trim() === "" ? null : Number(entered),
    });
    setBusy(false);
    setSent(answer);
    if (answer.ok) router.refresh();
  };
  const error = sent?.ok === false ? sent.fields.writes_per_minute : undefined;
  return (
    <form onSubmit={save} noValidate aria-label="Write limit">
      {sent?.ok === false && !error && (
        <Notice tone="bad" className="mb-3">
          {sent.message}
        </Notice>
      )}
      <div className="flex flex-wrap items-start gap-x-2 gap-y-3">
        <Field
          label="Writes a minute"
          className="w-44"
          type="number"
          inputMode="numeric"
          min={1}
          max={100_000}
          autoComplete="off"
          value={entered}
          hint="1 to 100,000"
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
        {sent?.ok && (
          <Notice tone="good">Saved. It holds from now on, everywhere within a few seconds.</Notice>
        )}
      </div>
    </form>
  );
}
