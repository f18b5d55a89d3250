import type { RedactionKind } from "#lib/domain/redaction.ts";
import { joinClasses } from "../ui/join-classes.ts";
import { redactionKinds } from "./redaction-words.ts";

interface RedactionKindsProps {
  kinds: readonly RedactionKind[];
  enabled: boolean;
  onChange: (kinds: RedactionKind[]) => void;
}

/** Which kinds of personal data are taken out. */
export function RedactionKinds({ kinds, enabled, onChange }: RedactionKindsProps) {
  const toggle = (kind: RedactionKind, wanted: boolean) =>
    onChange(
      redactionKinds
        .map((known) => known.kind)
        .filter((known) => (known === kind ? wanted : kinds.includes(known))),
    );
  return (
    <fieldset disabled={!enabled} className={joinClasses("min-w-0", !enabled && "opacity-55")}>
      <legend className="mb-1 font-medium text-soft text-sm">Kinds</legend>
      <ul className="divide-y divide-line rounded-md border border-line">
        {redactionKinds.map(({ kind, label, placeholder, note }) => (
          <li key={kind}>
            <label className="flex cursor-pointer items-start gap-2.5 px-3 py-2 text-sm">
              <input
                type="checkbox"
                checked={kinds.includes(kind)}
                onChange={(event) => toggle(kind, event.target.checked)}
                className="mt-0.5 size-4 shrink-0 accent-accent pointer-coarse:size-5"
              />
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{label}</span>
                <span className="block text-faint text-xs">{note}</span>
              </span>
              <code className="shrink-0 font-mono text-soft text-xs">{placeholder}</code>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
