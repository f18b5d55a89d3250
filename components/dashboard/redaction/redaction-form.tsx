"use client";

import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { RedactionKind } from "#lib/domain/redaction.ts";
import type { RedactionSettingsJson } from "#lib/observe/redaction/index.ts";
import { draftJson, type RedactionDraft } from "./redaction-draft.ts";
import { RedactionPatterns } from "./redaction-patterns.tsx";
import { redactionKinds } from "./redaction-text.ts";

interface RedactionFormProps {
  url: string;
  saved: RedactionSettingsJson;
  draft: RedactionDraft;
  onDraft: (draft: RedactionDraft) => void;
  mayManage: boolean;
}

/** What is taken out: whether at all, which kinds, and a project's own patterns. */
export function RedactionForm({ url, saved, draft, onDraft, mayManage }: RedactionFormProps) {
  const router = useRouter();
  const { busy, sent, refused, submit, clear } = useSubmit(
    () => sendJson<RedactionSettingsJson>("PUT", url, draftJson(draft)),
    () => router.refresh(),
  );
  const changed = JSON.stringify(draftJson(draft)) !== JSON.stringify(saved);
  const edit = (part: Partial<RedactionDraft>) => {
    clear();
    onDraft({ ...draft, ...part });
  };
  return (
    <Card
      title="Redaction rules"
      note="Applied to texts, metadata and retrieved context before they are stored."
    >
      <form onSubmit={submit} aria-label="Redaction rules">
        <fieldset disabled={!mayManage} className="min-w-0 space-y-5">
          <RedactionSwitch enabled={draft.enabled} onChange={(enabled) => edit({ enabled })} />
          <RedactionKinds kinds={draft.kinds} enabled={draft.enabled} onChange={(kinds) => edit({ kinds })} />
          <RedactionPatterns
            patterns={draft.patterns}
            error={refused?.fields.patterns}
            onChange={(patterns) => edit({ patterns })}
          />
        </fieldset>
        <div className="mt-5 space-y-3">
          {refused && <Notice tone="bad">{refused.message}</Notice>}
          <div role="status">
            {sent?.ok && !changed && (
              <Notice tone="good">Saved. Applies to new data within a few seconds.</Notice>
            )}
          </div>
          {mayManage ? (
            <Button type="submit" tone="primary" busy={busy} disabled={!changed}>
              Save
            </Button>
          ) : (
            <p className="text-faint text-sm">Only owners and admins can change this.</p>
          )}
        </div>
      </form>
    </Card>
  );
}

interface RedactionKindsProps {
  kinds: readonly RedactionKind[];
  enabled: boolean;
  onChange: (kinds: RedactionKind[]) => void;
}

/** Which kinds of personal data are taken out. */
function RedactionKinds({ kinds, enabled, onChange }: RedactionKindsProps) {
  const toggle = (kind: RedactionKind, wanted: boolean) =>
    onChange(
      redactionKinds
        .map((known) => known.kind)
        .filter((known) => (known === kind ? wanted : kinds.includes(known))),
    );
  return (
    <fieldset disabled={!enabled} className={joinClasses("min-w-0", !enabled && "opacity-55")}>
      <legend className="mb-1 font-medium text-soft text-sm">Data types</legend>
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

interface RedactionSwitchProps {
  enabled: boolean;
  onChange: (enabled: boolean) => void;
}

/** Whether anything is taken out at all, with a warning where nothing is. */
function RedactionSwitch({ enabled, onChange }: RedactionSwitchProps) {
  return (
    <div className="space-y-3">
      <Checkbox checked={enabled} onChange={onChange}>
        Redact texts before they are stored
      </Checkbox>
      {!enabled && (
        <Notice tone="warn">
          Redaction is off. Everything users type is stored unchanged, including addresses, card numbers and
          keys. Turning it on later does not clean data stored in the meantime.
        </Notice>
      )}
    </div>
  );
}
