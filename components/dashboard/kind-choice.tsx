"use client";

import type { ApiKeyKind } from "#lib/domain/api-key.ts";

const kinds = [
  { value: "secret", label: "Secret", note: "For servers. Reads and writes." },
  { value: "publishable", label: "Publishable", note: "For browsers. May only send." },
] as const;

/** Which kind of key to make. */
export function KindChoice({ kind, onChange }: { kind: ApiKeyKind; onChange: (kind: ApiKeyKind) => void }) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-soft text-sm">Kind</legend>
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
