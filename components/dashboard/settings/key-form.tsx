"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { TextAreaField } from "#components/ui/fields/text-area-field.tsx";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { ApiKeyKind } from "#lib/domain/api-key.ts";
import type { NewKey } from "../setup/made-key.ts";
import { originLines } from "./origin-lines.ts";

const kinds = [
  { value: "secret", label: "Secret", note: "For servers. Reads and writes." },
  { value: "publishable", label: "Publishable", note: "For browsers. Can only send data." },
] as const;

/** Which kind of key to make. */
function KindChoice({ kind, onChange }: { kind: ApiKeyKind; onChange: (kind: ApiKeyKind) => void }) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-soft text-sm">Type</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {kinds.map(({ value, label, note }) => (
          <label
            key={value}
            className="flex cursor-pointer items-start gap-2 rounded-md border border-line-strong p-2.5 text-sm has-checked:border-accent has-checked:bg-accent-tint"
          >
            <input
              type="radio"
              name="kind"
              value={value}
              checked={kind === value}
              onChange={() => onChange(value)}
              className="mt-0.5 accent-accent"
            />
            <span>
              <span className="block font-medium">{label}</span>
              <span className="block text-soft text-xs">{note}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface KeyFormProps {
  url: string;
  onMade: (key: string, name: string) => void;
}

/** Makes a key: its name, its kind and, for browsers, where it may be used from. */
export function KeyForm({ url, onMade }: KeyFormProps) {
  const [kind, setKind] = useState<"secret" | "publishable">("secret");
  const { busy, refused, submit } = useSubmit(
    async (form) => {
      const name = String(form.get("name"));
      const origins = originLines(String(form.get("origins") ?? ""));
      const sent = await sendJson<NewKey>("POST", url, {
        kind,
        name,
        ...(kind === "publishable" && origins.length > 0 ? { allowed_origins: origins } : {}),
      });
      return sent.ok ? { ok: true, data: { key: sent.data.key, name } } : sent;
    },
    ({ key, name }) => onMade(key, name),
  );
  return (
    <form onSubmit={submit} className="space-y-4">
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
          hint="One per line. Use *. for any subdomain and :* for any port. If empty, only this machine (localhost) is allowed."
          error={refused?.fields.allowed_origins}
        />
      )}
      <Button type="submit" tone="primary" busy={busy} className="w-full">
        Create key
      </Button>
    </form>
  );
}
