"use client";

import { useState } from "react";
import type { RedactionPreview } from "#lib/observe/redaction/index.ts";
import { Card } from "../ui/card.tsx";
import { Notice } from "../ui/notice.tsx";
import { TextAreaField } from "../ui/text-area-field.tsx";
import type { RedactionDraft } from "./redaction-draft.ts";
import { RedactionFinds } from "./redaction-finds.tsx";
import { useRedactionPreview } from "./use-redaction-preview.ts";

interface RedactionTrialProps {
  url: string;
  draft: RedactionDraft;
  sample: { text: string; preview: RedactionPreview };
}

/** A text to try the settings on; nothing of it is stored. */
export function RedactionTrial({ url, draft, sample }: RedactionTrialProps) {
  const [text, setText] = useState(sample.text);
  const tried = useRedactionPreview(url, text, draft, sample.preview);
  return (
    <Card
      title="Try it"
      note="With the settings as they stand here, saved or not. Nothing of the text is stored."
    >
      <TextAreaField
        label="Text"
        rows={7}
        value={text}
        maxLength={100_000}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      {tried.refused ? (
        <Notice tone="bad" className="mt-4">
          {tried.refused}
        </Notice>
      ) : (
        <RedactionFinds text={tried.text} preview={tried.preview} enabled={draft.enabled} />
      )}
    </Card>
  );
}
