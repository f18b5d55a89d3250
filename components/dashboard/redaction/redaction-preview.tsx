"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Card } from "#components/ui/card.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { TextAreaField } from "#components/ui/fields/text-area-field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { RedactionPreview } from "#lib/observe/redaction/index.ts";
import { draftJson, type RedactionDraft } from "./redaction-draft.ts";
import { formatKind } from "./redaction-text.ts";

/** How long nothing must be typed before the text is sent, in milliseconds. */
const REST = 200;

/** A text, and what it would lose; or why the settings cannot be tried. */
interface TriedText {
  text: string;
  preview: RedactionPreview;
  refused: string | null;
}

/** What a text would lose under the settings at hand, as the server sees it. */
function useRedactionPreview(
  url: string,
  text: string,
  draft: RedactionDraft,
  first: RedactionPreview,
): TriedText {
  const [tried, setTried] = useState<TriedText>({ text, preview: first, refused: null });
  const settings = JSON.stringify(draftJson(draft));
  const asked = useRef(JSON.stringify([text, settings]));
  useEffect(() => {
    const ask = JSON.stringify([text, settings]);
    if (asked.current === ask) return;
    const timer = setTimeout(async () => {
      asked.current = ask;
      const sent = await sendJson<RedactionPreview>("POST", url, { text, settings: JSON.parse(settings) });
      // An answer that came after a later question says nothing any more.
      if (asked.current !== ask) return;
      if (sent.ok) setTried({ text, preview: sent.data, refused: null });
      else
        setTried((last) => ({ ...last, refused: sent.fields.text ?? sent.fields.settings ?? sent.message }));
    }, REST);
    return () => clearTimeout(timer);
  }, [url, text, settings]);
  return tried;
}

interface RedactionFindsProps {
  text: string;
  preview: RedactionPreview;
  enabled: boolean;
}

const blockClasses =
  "wrap-anywhere mt-1 max-h-80 overflow-y-auto whitespace-pre-wrap rounded-md border border-line bg-sunken px-3 py-2 text-sm";

/** What would be taken from a text, marked in it, and the text as it would be stored. */
function RedactionFinds({ text, preview, enabled }: RedactionFindsProps) {
  const count = preview.finds.length;
  const taken = count === 0 ? "No matches" : count === 1 ? "1 match" : `${count} matches`;
  return (
    <>
      <div role="status" className="mt-4">
        <h3 className="font-medium text-soft text-sm">
          {enabled ? taken : "Redaction is off: stored unchanged"}
        </h3>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard must reach it */}
      <section tabIndex={0} aria-label="Matches" className={blockClasses}>
        {marked(text, preview.finds)}
      </section>
      <h3 className="mt-4 font-medium text-soft text-sm">Stored text</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard must reach it */}
      <section tabIndex={0} aria-label="Stored text" className={blockClasses}>
        {preview.redacted}
      </section>
    </>
  );
}

function marked(text: string, finds: RedactionPreview["finds"]): ReactNode[] {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { start, end, kind } of finds) {
    parts.push(
      text.slice(from, start),
      <mark key={start} className="rounded-sm bg-warn-tint px-0.5 text-warn">
        {text.slice(start, end)}
        <span className="ml-1 select-none whitespace-nowrap border-warn/40 border-l pl-1 font-medium text-2xs">
          {formatKind(kind)}
        </span>
      </mark>,
    );
    from = end;
  }
  parts.push(text.slice(from));
  return parts;
}

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
    <Card title="Preview" note="Uses the settings on this page, saved or not. The text is not stored.">
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
