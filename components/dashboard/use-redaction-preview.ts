"use client";

import { useEffect, useRef, useState } from "react";
import type { RedactionPreview } from "#lib/observe/redaction/index.ts";
import { sendJson } from "../ui/send-json.ts";
import { draftJson, type RedactionDraft } from "./redaction-draft.ts";

/** How long nothing must be typed before the text is sent, in milliseconds. */
const REST = 200;

/** A text, and what it would lose; or why the settings cannot be tried. */
export interface TriedText {
  text: string;
  preview: RedactionPreview;
  refused: string | null;
}

/** What a text would lose under the settings at hand, as the server sees it. */
export function useRedactionPreview(
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
