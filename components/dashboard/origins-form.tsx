"use client";

import { type FormEvent, useState } from "react";
import type { KeyListItem } from "#lib/platform/access/key-list.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { type Sent, sendJson } from "../ui/send-json.ts";
import { TextAreaField } from "../ui/text-area-field.tsx";
import { originLines } from "./origin-lines.ts";

interface OriginsFormProps {
  url: string;
  item: KeyListItem;
  onDone: () => void;
}

/** Changes where a publishable key may be used from. */
export function OriginsForm({ url, item, onDone }: OriginsFormProps) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Extract<Sent<never>, { ok: false }> | null>(null);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("origins"));
    setBusy(true);
    const sent = await sendJson("PATCH", `${url}/${item.keyId}`, { allowed_origins: originLines(text) });
    setBusy(false);
    if (sent.ok) onDone();
    else setRefused(sent);
  };
  return (
    <form onSubmit={save} className="space-y-4">
      {refused && <Notice tone="bad">{refused.message}</Notice>}
      <TextAreaField
        label={`Where “${item.name}” may be used from`}
        name="origins"
        rows={5}
        defaultValue={item.allowedOrigins.join("\n")}
        hint="One a line, such as https://app.example.com; *. stands for any subdomain, :* for any port."
        error={refused?.fields.allowed_origins}
      />
      <Button type="submit" tone="primary" busy={busy} className="w-full">
        Save
      </Button>
    </form>
  );
}
