"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import type { RedactionSettingsJson } from "#lib/observe/redaction/index.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Notice } from "../ui/notice.tsx";
import { type Sent, sendJson } from "../ui/send-json.ts";
import { draftJson, type RedactionDraft } from "./redaction-draft.ts";
import { RedactionKinds } from "./redaction-kinds.tsx";
import { RedactionPatterns } from "./redaction-patterns.tsx";
import { RedactionSwitch } from "./redaction-switch.tsx";

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
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Sent<RedactionSettingsJson> | null>(null);
  const changed = JSON.stringify(draftJson(draft)) !== JSON.stringify(saved);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const answer = await sendJson<RedactionSettingsJson>("PUT", url, draftJson(draft));
    setBusy(false);
    setSent(answer);
    if (answer.ok) router.refresh();
  };
  const edit = (part: Partial<RedactionDraft>) => {
    setSent(null);
    onDraft({ ...draft, ...part });
  };
  return (
    <Card title="What is taken out" note="Before anything is stored: texts, metadata and retrieved context.">
      <form onSubmit={save} aria-label="What is taken out">
        <fieldset disabled={!mayManage} className="min-w-0 space-y-5">
          <RedactionSwitch enabled={draft.enabled} onChange={(enabled) => edit({ enabled })} />
          <RedactionKinds kinds={draft.kinds} enabled={draft.enabled} onChange={(kinds) => edit({ kinds })} />
          <RedactionPatterns
            patterns={draft.patterns}
            error={sent?.ok === false ? sent.fields.patterns : undefined}
            onChange={(patterns) => edit({ patterns })}
          />
        </fieldset>
        <div className="mt-5 space-y-3">
          {sent?.ok === false && <Notice tone="bad">{sent.message}</Notice>}
          <div role="status">
            {sent?.ok && !changed && (
              <Notice tone="good">Saved. It holds for what arrives from now on, within a few seconds.</Notice>
            )}
          </div>
          {mayManage ? (
            <Button type="submit" tone="primary" busy={busy} disabled={!changed}>
              Save
            </Button>
          ) : (
            <p className="text-faint text-sm">Owners and admins may change this.</p>
          )}
        </div>
      </form>
    </Card>
  );
}
