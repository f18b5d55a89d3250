"use client";

import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { type Sent, sendJson } from "../ui/send-json.ts";
import { TextAreaField } from "../ui/text-area-field.tsx";
import { KindChoice } from "./kind-choice.tsx";
import type { MadeKey } from "./made-key.ts";
import { originLines } from "./origin-lines.ts";

interface KeyFormProps {
  url: string;
  onMade: (key: string, name: string) => void;
}

/** Makes a key: its name, its kind and, for browsers, where it may be used from. */
export function KeyForm({ url, onMade }: KeyFormProps) {
  const [kind, setKind] = useState<"secret" | "publishable">("secret");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Extract<Sent<never>, { ok: false }> | null>(null);
  const make = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get("name"));
    const origins = originLines(String(form.get("origins") ?? ""));
    setBusy(true);
    const sent = await sendJson<MadeKey>("POST", url, {
      kind,
      name,
      ...(kind === "publishable" && origins.length > 0 ? { allowed_origins: origins } : {}),
    });
    setBusy(false);
    if (sent.ok) onMade(sent.data.key, name);
    else setRefused(sent);
  };
  return (
    <form onSubmit={make} className="space-y-4">
      {refused && <Notice tone="bad">{refused.message}</Notice>}
      <KindChoice kind={kind} onChange={setKind} />
      <Field
        label="Name"
        name="name"
        required
        maxLength={128}
        autoComplete="off"
        placeholder="production server"
        error={refused?.fields.name}
      />
      {kind === "publishable" && (
        <TextAreaField
          label="Allowed origins"
          name="origins"
          rows={3}
          placeholder="https://app.example.com"
          hint="One a line; *. stands for any subdomain, :* for any port. Empty: this machine only (localhost)."
          error={refused?.fields.allowed_origins}
        />
      )}
      <Button type="submit" tone="primary" busy={busy} className="w-full">
        Create the key
      </Button>
    </form>
  );
}
