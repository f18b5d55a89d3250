"use client";

import { useState } from "react";
import type { RedactionPreview, RedactionSettingsJson } from "#lib/observe/redaction/index.ts";
import { type RedactionDraft, redactionDraft } from "./redaction-draft.ts";
import { RedactionForm } from "./redaction-form.tsx";
import { RedactionTrial } from "./redaction-preview.tsx";

interface RedactionDeskProps {
  projectId: string;
  saved: RedactionSettingsJson;
  mayManage: boolean;
  /** A text to begin with, and what it would lose. */
  sample: { text: string; preview: RedactionPreview };
}

/** What is taken out of texts, and a place to try it before it is saved. */
export function RedactionSettings({ projectId, saved, mayManage, sample }: RedactionDeskProps) {
  const [draft, setDraft] = useState<RedactionDraft>(() => redactionDraft(saved));
  const url = `/api/projects/${projectId}/redaction`;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <RedactionForm url={url} saved={saved} draft={draft} onDraft={setDraft} mayManage={mayManage} />
      <RedactionTrial url={`${url}/preview`} draft={draft} sample={sample} />
    </div>
  );
}
