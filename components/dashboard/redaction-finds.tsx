import type { ReactNode } from "react";
import type { RedactionPreview } from "#lib/observe/redaction/index.ts";
import { kindWords } from "./redaction-words.ts";

interface RedactionFindsProps {
  text: string;
  preview: RedactionPreview;
  enabled: boolean;
}

const blockClasses =
  "wrap-anywhere mt-1 max-h-80 overflow-y-auto whitespace-pre-wrap rounded-md border border-line bg-sunken px-3 py-2 text-sm";

/** What would be taken from a text, marked in it, and the text as it would be stored. */
export function RedactionFinds({ text, preview, enabled }: RedactionFindsProps) {
  const count = preview.finds.length;
  const taken = count === 0 ? "Nothing would be taken" : count === 1 ? "1 find" : `${count} finds`;
  return (
    <>
      <div role="status" className="mt-4">
        <h3 className="font-medium text-soft text-sm">
          {enabled ? taken : "Redaction is off: stored as it comes"}
        </h3>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard must reach it */}
      <section tabIndex={0} aria-label="What would be taken" className={blockClasses}>
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
          {kindWords(kind)}
        </span>
      </mark>,
    );
    from = end;
  }
  parts.push(text.slice(from));
  return parts;
}
